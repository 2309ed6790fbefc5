// Package report tells the people who write a guide what is wrong and what to
// do about it.
//
// A Problem carries a rule's name, its place and its values, apart from its
// wording; the wording stands in a catalogue (messages), one entry a rule, in
// each language. A Voice words it in one of them. A problem is shown as
//
//	content/fi/questions/07.md:4:1: unknown key `nunber`
//	    4 | nunber = 7
//	      | ^
//	      did you mean `number`?
//
// or, for machines, as JSON or in the way of GitHub. Most problems are faults, which stop a build; those
// of the rules in severity.go are warnings. The package reads no files and knows no other
// package of the program.
package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Place is where a problem is. Line and Column count from 1; Column counts
// characters. Line 0 means the whole file.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, max(p.Column, 1))
}

// Problem is one thing that is wrong.
type Problem struct {
	Rule   string
	Place  Place
	Values Values
	// Excerpt is the line of the file at Place, if there is one.
	Excerpt string
}

// Error gives the problem's first line, in English.
func (p Problem) Error() string { return Voice{}.line(p) }

// line gives the first line that a problem is shown with.
func (v Voice) line(p Problem) string {
	if p.Warning() {
		return p.Place.String() + ": " + v.Say("warning", nil) + ": " + v.Text(p)
	}
	return p.Place.String() + ": " + v.Text(p)
}

// Problems is a list of problems that serves as one error.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Err gives nil for an empty list, else the list sorted by place, each problem
// once.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	ps = slices.Clone(ps)
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Error(), b.Error()))
	})
	return slices.CompactFunc(ps, func(a, b Problem) bool { return a.Error() == b.Error() })
}
