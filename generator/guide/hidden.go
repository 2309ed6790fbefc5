package guide

import "strings"

// Hidden is a page that the guide leaves out. Others may name it, and a number
// that is left out isn't missing.
type Hidden struct {
	ID, Kind string
	// Name is a topic's title in small letters, and the file's name of all
	// else.
	Name string
	// Number and Area are those of a question or a step.
	Number int
	Area   string
}

// HidesNumber reports whether a page of a kind is left out that has a number.
func (l *Locale) HidesNumber(kind string, number int) bool {
	for _, h := range l.Hidden {
		if h.Kind == kind && h.Number == number {
			return true
		}
	}
	return false
}

// HidesName reports whether a page of a kind is left out that has a name,
// whatever its letters' case.
func (l *Locale) HidesName(kind, name string) bool {
	for _, h := range l.Hidden {
		if h.Kind == kind && strings.EqualFold(h.Name, name) {
			return true
		}
	}
	return false
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
