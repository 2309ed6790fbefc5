package content

import (
	"bytes"
	"strings"

	"sparrausopas/generator/report"
)

// Front reads the front matter of the text of a page: what stands between its
// lines of +++, and its keys. The error is a report.Problems.
func Front(file, text string) (front string, values map[string]any, err error) {
	source := report.Source{Name: file, Text: []byte(text)}
	front, _, problems := split(source)
	if problems != nil {
		return "", nil, problems
	}
	values = map[string]any{}
	if _, err := decodeTOML(front, &values); err != nil {
		at := strings.Index(text, "\n") + 1
		return "", nil, report.Problems{syntaxProblem(source, front, at, Options{}.keys(), err)}
	}
	return front, values, nil
}

// split parts a page's front matter from its text. The offset is where the
// text starts.
func split(source report.Source) (front string, offset int, problems report.Problems) {
	isEnd := func(line []byte) bool { return string(bytes.TrimRight(line, " \t\n")) == "+++" }
	first, rest, _ := bytes.Cut(source.Text, []byte("\n"))
	line, rule := 1, "front-missing"
	switch {
	case isEnd(first):
		at := 0
		for line := range bytes.Lines(rest) {
			if isEnd(line) {
				return string(rest[:at]), len(first) + 1 + at + len(line), nil
			}
			at += len(line)
		}
		rule = "front-open"
		if number := fenceLine(source.Text); number > 0 {
			line, rule = number, "front-fence"
		}
	case bytes.HasPrefix(first, []byte("---")):
		rule = "front-yaml"
	case isFence(first):
		rule = "front-fence"
	case len(bytes.TrimSpace(first)) == 0:
		blank := len(source.Text) - len(bytes.TrimLeft(source.Text, " \t\n"))
		if next, _, _ := bytes.Cut(source.Text[blank:], []byte("\n")); isFence(next) {
			line, rule = 1+bytes.Count(source.Text[:blank], []byte("\n")), "front-blank"
		}
	}
	return "", 0, report.Problems{source.AtLine(line, 1, rule, nil)}
}

// isFence reports whether a line was to be +++: with a sign before or behind it
// that can't be seen, with dashes, or with more or fewer signs.
func isFence(line []byte) bool {
	text := strings.TrimSpace(plainSpaces(string(line)))
	return len(text) >= 2 && (strings.Trim(text, "+＋") == "" || strings.Trim(text, "-–—") == "")
}

// fenceLine returns the number of the first line after the first that was to be
// +++, 0 if there is none.
func fenceLine(text []byte) int {
	for i, line := range bytes.Split(text, []byte("\n")) {
		if i > 0 && isFence(line) {
			return i + 1
		}
	}
	return 0
}
