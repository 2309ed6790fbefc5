package markdown

import (
	"bytes"

	"sparrausopas/generator/report"
)

// The parser takes a time that grows with the square of these, or worse. No text
// that people read comes near.
const (
	// signsMost is how many signs that can begin a link or an emphasis there
	// may be without an empty line between them.
	signsMost = 1000
	// headingsMost is how many headings, notes and blocks a text may have.
	headingsMost = 2000
	// cellsMost and rowsMost are how large a table may be.
	cellsMost, rowsMost = 100, 1000
	// marksMost is how many quotations and lists a line may begin.
	marksMost = 100
)

// dense finds the first place at which a text has more than can be parsed in
// good time; nil if it has none.
func dense(source []byte) *Issue {
	signs, rows, headings := 0, 0, 0
	for at := 0; at < len(source); {
		line, _, _ := bytes.Cut(source[at:], []byte("\n"))
		text := bytes.TrimLeft(line, " \t>*+-")
		if len(text) == 0 {
			signs, rows = 0, 0
		}
		cells := bytes.Count(text, []byte("|"))
		if cells > 0 {
			rows++
		}
		signs += bytes.Count(text, []byte("[")) + bytes.Count(text, []byte("*")) + bytes.Count(text, []byte("_"))
		if bytes.HasPrefix(text, []byte("#")) || bytes.HasPrefix(text, []byte("```")) || bytes.HasPrefix(text, []byte("[^")) {
			headings++
		}
		marks := len(line) - len(text)
		if marks > marksMost {
			marks -= bytes.Count(line[:marks], []byte(" ")) + bytes.Count(line[:marks], []byte("\t"))
		}
		switch {
		case signs > signsMost || headings > headingsMost || cells > cellsMost || rows > rowsMost:
			return &Issue{Offset: at, Rule: "text-dense", Values: report.Values{"signs": signsMost, "headings": headingsMost}}
		case marks > marksMost && (len(text) > 0 || bytes.Count(line, []byte(">")) > marksMost):
			return &Issue{Offset: at + 2*deepest, Rule: "nest-deep", Values: report.Values{"most": deepest}}
		}
		at += len(line) + 1
	}
	return nil
}
