package content

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// A number of the guide's own comes from the guide: {count.questions} in a text
// or in a key stands for how many questions there are in its language, so that
// no page is wrong when one is added or an edition leaves some out.

// counts are how many pages of a kind a locale has, by what marks call them.
type counts map[string]int

// counted are the kinds of pages that marks count.
func counted() []string {
	return []string{"question", "area", "step", "session", "programme", "worksheet", "term"}
}

// count counts the pages that will be in the locale.
func (l *locale) count() {
	l.counts = counts{}
	for _, kind := range counted() {
		l.counts[kind+"s"] = 0
	}
	for _, f := range l.files {
		if name := l.kindOf(f) + "s"; slices.Contains(counted(), l.kindOf(f)) && !f.hidden && f.front != nil && !l.isUnpublished(f) {
			l.counts[name]++
		}
	}
	for _, f := range l.files {
		if f.front != nil {
			f.front.counts = l.counts
		}
	}
}

// isUnpublished reports whether a file or a section that it is in is a draft
// that isn't wanted.
func (l *locale) isUnpublished(f *file) bool {
	for ; f != nil && !l.options.Drafts; f = l.byPath[path.Join(path.Dir(path.Dir(f.path)), indexFile)] {
		section := l.beside(f, indexFile)
		if f.said("draft") == true || section != nil && section.said("draft") == true {
			return true
		}
		if path.Dir(f.path) == "." {
			return false
		}
	}
	return false
}

// countMark is a mark that stands for a number.
var countMark = regexp.MustCompile(`\{count[^{}\n]*\}`)

// shift is where a number took the place of a longer mark.
type shift struct{ at, by int }

// fill puts the numbers into a text; behind a backslash braces are braces. It
// calls wrong with the place of each mark that stands for nothing.
func (c counts) fill(text string, wrong func(at int, values report.Values)) (filled string, shifts []shift) {
	if c == nil || !strings.Contains(text, "{count") {
		return text, nil
	}
	var out strings.Builder
	end := 0
	for _, at := range countMark.FindAllStringIndex(text, -1) {
		if at[0] > 0 && text[at[0]-1] == '\\' {
			continue
		}
		name, _ := strings.CutPrefix(text[at[0]+1:at[1]-1], "count.")
		number, known := c[name]
		if !known {
			wrong(at[0], c.unknown(text[at[0]:at[1]], name))
			continue
		}
		out.WriteString(text[end:at[0]] + strconv.Itoa(number))
		end = at[1]
		shifts = append(shifts, shift{out.Len(), end - out.Len()})
	}
	out.WriteString(text[end:])
	return out.String(), shifts
}

// unknown says what is wrong with a mark that stands for nothing.
func (c counts) unknown(mark, name string) report.Values {
	names := slices.Sorted(maps.Keys(c))
	values := report.Values{"text": mark, "known": "{count." + strings.Join(names, "}, {count.") + "}"}
	if name = report.Nearest(strings.TrimLeft(strings.TrimPrefix(name, "count"), " .:_-"), names); name != "" {
		values["suggestion"] = "{count." + name + "}"
	}
	return values
}

// before returns where a place of a filled text is in the text before.
func before(shifts []shift, at int) int {
	i, _ := slices.BinarySearchFunc(shifts, at, func(s shift, at int) int { return s.at - at - 1 })
	if i == 0 {
		return at
	}
	return at + shifts[i-1].by
}
