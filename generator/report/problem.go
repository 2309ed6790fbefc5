// Package report tells the people who write a guide what is wrong and what to
// do about it.
//
// A Problem carries a rule's name, its place and its values, apart from its
// wording; the wording stands in a catalogue (messages), one entry a rule, in
// each language. A Printer words it in one of them. A problem is shown as
//
//	content/fi/questions/07.md:4:1: unknown key `nunber` [key-unknown]
//	    4 | nunber = 7
//	      | ^
//	      did you mean `number`?
//
// with the rule's name in brackets. Most problems are faults, which stop a
// build; those that the catalogue marks so are warnings.
//
//	source := report.Source{Name: "content/fi/questions/07.md", Text: text}
//	problem := source.AtKey("nunber", "key-unknown", report.Values{"key": "nunber", "suggestion": "number"})
//	err := report.Printer{Language: "fi"}.Show(os.Stderr, report.Problems{problem})
//
// A Printer words what commands have to say, too (Message, Count, WithHint). The
// words of a new rule or message go into a file of messages/fi, sv and en each;
// the format stands in catalogue.go, and tests tell what is missing. A fault of
// the program itself in a goroutine is a Crash (Rescued).
//
// # For machines
//
// ShowGitHub writes the commands that GitHub's workflows know (github.go).
// ShowJSON writes an array of objects, in the order of their places:
//
//	rule      the rule's name: "key-unknown"
//	warning   true if it stops no build, else left out
//	file      path from the guide's folder, with slashes
//	line      from 1; left out for a whole file
//	column    from 1, in characters; left out for a whole file
//	message   what is wrong, in the language asked for
//	hint      what to do about it; left out if there is nothing to add
//	excerpt   the line of the file, or a piece of it: 200 letters at most, as
//	          values have
//	start     the column at which such a piece begins
//	more      how many others of the rule the file has that aren't in the list
//	values    what the message is filled with, by name, in words
//	fix       the edit that mends it, where there is one (Fix): at, old, new, ask
//
// Names of rules and of values are the same in all languages.
//
// The package reads no files and knows no other package of the program.
package report

import (
	"fmt"
	"path"
	"path/filepath"
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
	// Excerpt is the line of the file at Place, if there is one, or a piece of
	// it that begins at the column Start; 0 is the beginning of the line.
	Excerpt string
	Start   int
	// More is how many others of its rule there are in the file that aren't
	// told one by one.
	More int
	// Strict makes a fault of what is a warning by its rule.
	Strict bool
	// Fix mends it, nil where that takes an author's thought.
	Fix *Fix
}

// Mark returns the column of Excerpt, from 1, that the problem is at.
func (p Problem) Mark() int { return max(1, p.Place.Column-max(p.Start, 1)+1) }

// Error returns the problem's first line, in English.
func (p Problem) Error() string { return Printer{}.line(p) }

// line returns the first line that a problem is shown with, which holds the whole
// text. One that is in no file has no place.
func (printer Printer) line(p Problem) string {
	line := strings.Join(strings.Fields(printer.Text(p)), " ")
	if p.Warning() {
		line = printer.Message("warning", nil) + ": " + line
	}
	if p.Place.File != "" {
		line = p.Place.String() + ": " + line
	}
	return line
}

// Warning reports whether a problem is a matter of style or care, which people
// should know of and which stops no build: the catalogue says so beside the
// rule.
func (p Problem) Warning() bool { return !p.Strict && Printer{}.wording(p.Rule).warning }

// Problems is a list of problems that serves as one error.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// In returns the problems with their files in a folder.
func (ps Problems) In(folder string) Problems {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Place.File = path.Join(filepath.ToSlash(folder), ps[i].Place.File)
	}
	return ps
}

// Strict returns the problems as faults, warnings too.
func (ps Problems) Strict() Problems {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Strict = true
	}
	return ps
}

// Err returns nil for an empty list, else the list sorted by place, each
// problem once, at most Most of a rule in a file.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps.compact().few()
}

// Part parts what stops a build from what doesn't.
func (ps Problems) Part() (faults, warnings Problems) {
	for _, p := range ps {
		if p.Warning() {
			warnings = append(warnings, p)
		} else {
			faults = append(faults, p)
		}
	}
	return faults, warnings
}
