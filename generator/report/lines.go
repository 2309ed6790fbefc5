package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Passages are the lines of the two files at a place where they differ. One of
// the files may have none there.
type Passages struct {
	Own    Passage `json:"own"`
	Common Passage `json:"common"`
}

// Change is a place that has changed in a text since another was made of it: a
// page copied, or translated.
type Change struct {
	Then Passage `json:"then"`
	Now  Passage `json:"now"`
	// Both is set where the other has changed at the same place.
	Both bool `json:"both,omitempty"`
}

// Changes finds the places that have changed.
func Changes(then, now []byte) (list []Change) {
	for _, at := range Differing(then, now) {
		list = append(list, Change{Then: at.Own, Now: at.Common})
	}
	return list
}

// Passage is some lines of a file, the first of which is numbered from 1.
type Passage struct {
	Line  int      `json:"line"`
	Lines []string `json:"lines"`
}

// String returns the lines with their numbers. Spaces at the end of a line,
// which nobody would see, are shown as dots.
func (p Passage) String() string {
	var out strings.Builder
	for i, line := range p.Lines {
		text := strings.TrimRight(line, " ")
		text += strings.Repeat("·", len(line)-len(text))
		fmt.Fprintln(&out, strings.TrimSuffix(fmt.Sprintf("%5d | %s", p.Line+i, Visible(text)), " "))
	}
	return out.String()
}

// Differing finds the places where two texts differ. It reads them from the
// form that programs know differences by.
func Differing(own, common []byte) []Passages {
	list := []Passages{}
	var at Passages
	end := func() {
		if len(at.Own.Lines)+len(at.Common.Lines) > 0 {
			list = append(list, at)
		}
		at.Own, at.Common = Passage{Line: at.Own.Next(), Lines: []string{}}, Passage{Line: at.Common.Next(), Lines: []string{}}
	}
	_, changes, _ := strings.Cut(string(diff.Diff("", ended(Clean(own)), "", ended(Clean(common)))), "\n@@")
	for line := range strings.Lines("@@" + changes) {
		text := strings.TrimSuffix(line[1:], "\n")
		switch line[0] {
		case '-':
			at.Own.Lines = append(at.Own.Lines, text)
		case '+':
			at.Common.Lines = append(at.Common.Lines, text)
		case '@':
			end()
			// The line is as package diff writes it.
			_, _ = fmt.Sscanf(line, "@@ -%d,%d +%d", &at.Own.Line, new(int), &at.Common.Line)
		default:
			end()
			at.Own.Line++
			at.Common.Line++
		}
	}
	end()
	return list
}

// Next is the number of the line behind a passage.
func (p Passage) Next() int { return p.Line + len(p.Lines) }

// ended returns a text whose last line ends like the others.
func ended(text []byte) []byte {
	if len(text) == 0 || bytes.HasSuffix(text, []byte("\n")) {
		return text
	}
	return append(bytes.Clone(text), '\n')
}
