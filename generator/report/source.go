package report

import (
	"bytes"
	"unicode/utf8"
)

// Source is a file that problems are found in.
type Source struct {
	// Name is the path of the file from the project's folder, with slashes.
	Name string
	Text []byte
}

// Clean returns a text as all the program reads it: without a byte order mark,
// with line ends of any system as \n. Offsets count in a clean text.
func Clean(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
}

// At makes a problem at a byte offset of the file. An offset outside of the
// file stands for the nearest place inside.
func (s Source) At(offset int, rule string, values Values) Problem {
	offset = min(max(offset, 0), len(s.Text))
	start := bytes.LastIndexByte(s.Text[:offset], '\n') + 1
	line := bytes.Count(s.Text[:start], []byte("\n")) + 1
	column := utf8.RuneCount(s.Text[start:offset]) + 1
	return s.in(start, line, column, rule, values)
}

// in makes a problem in the line that starts at an offset.
func (s Source) in(start, line, column int, rule string, values Values) Problem {
	text, _, _ := bytes.Cut(s.Text[start:], []byte("\n"))
	piece, from := excerpt(text, column)
	return Problem{Rule: rule, Place: Place{s.Name, line, column}, Values: values, Excerpt: piece, Start: from}
}

// AtLine makes a problem at a line and column, both counted from 1.
func (s Source) AtLine(line, column int, rule string, values Values) Problem {
	start := 0
	for range line - 1 {
		next := bytes.IndexByte(s.Text[start:], '\n')
		if next < 0 {
			break
		}
		start += next + 1
	}
	return s.in(start, line, column, rule, values)
}

// Whole makes a problem of the whole file.
func (s Source) Whole(rule string, values Values) Problem {
	return Problem{Rule: rule, Place: Place{File: s.Name}, Values: values}
}
