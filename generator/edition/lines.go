package edition

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"

	"sparrausopas/generator/report"
)

// Passages are the lines of the two files at a place where they differ. One of
// the files may have none there.
type Passages struct {
	Own    Passage `json:"own"`
	Common Passage `json:"common"`
}

// Change is a place that has changed in the common guide since it was copied.
type Change struct {
	Then Passage `json:"then"`
	Now  Passage `json:"now"`
	// Both is set where the edition has changed the same place.
	Both bool `json:"both,omitempty"`
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
		fmt.Fprintln(&out, strings.TrimSuffix(fmt.Sprintf("%5d | %s", p.Line+i, report.Visible(text)), " "))
	}
	return out.String()
}

// read returns a text as the program reads it, and all else as it is.
func read(data []byte) []byte {
	if isText(data) {
		return report.Clean(data)
	}
	return data
}

func isText(data []byte) bool { return utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 }

// differing finds the places where two texts differ. It reads them from the
// form that programs know differences by.
func differing(own, common []byte) []Passages {
	list := []Passages{}
	var at Passages
	end := func() {
		if len(at.Own.Lines)+len(at.Common.Lines) > 0 {
			list = append(list, at)
		}
		at.Own, at.Common = Passage{Line: at.Own.next(), Lines: []string{}}, Passage{Line: at.Common.next(), Lines: []string{}}
	}
	_, changes, _ := strings.Cut(string(diff.Diff("", ended(own), "", ended(common))), "\n@@")
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

// next is the number of the line behind a passage.
func (p Passage) next() int { return p.Line + len(p.Lines) }

// ended returns a text whose last line ends like the others.
func ended(text []byte) []byte {
	if len(text) == 0 || bytes.HasSuffix(text, []byte("\n")) {
		return text
	}
	return append(bytes.Clone(text), '\n')
}
