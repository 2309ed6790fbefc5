package guide

import (
	"slices"
	"strconv"
	"strings"
)

// Hidden is a page that the guide leaves out, be it because it is a draft.
// Others may name it, and a number that is left out isn't missing.
type Hidden struct {
	ID, Kind string
	// File is the path of the page's source from the project's folder.
	File string
	// Name is a topic's title in small letters, and the file's name of all
	// else.
	Name string
	// Number and Area are those of a question or a step.
	Number int
	Area   string
}

// calledIn returns the one of a kind that others name so: by its number, where
// it has one, or by its name, whatever its letters' case.
func calledIn(list []Hidden, kind, name string) *Hidden {
	at := slices.IndexFunc(list, func(h Hidden) bool {
		return h.Kind == kind && (h.Number > 0 && strconv.Itoa(h.Number) == name || h.Number == 0 && strings.EqualFold(h.Name, name))
	})
	if at < 0 {
		return nil
	}
	return &list[at]
}

// Hides reports whether a page of a kind is left out that has a number or a
// name.
func (l *Locale) Hides(kind, name string) bool { return calledIn(l.Hidden, kind, name) != nil }

// Draft returns the file of the draft of a kind that has a number or a name and
// isn't in the site, "" if there is none.
func (l *Locale) Draft(kind, name string) string {
	if draft := calledIn(l.Drafts, kind, name); draft != nil {
		return draft.File
	}
	return ""
}

// HiddenIn counts the questions of an area that are left out.
func (l *Locale) HiddenIn(area string) int {
	count := 0
	for _, h := range l.Hidden {
		if h.Kind == "question" && h.Area == area {
			count++
		}
	}
	return count
}
