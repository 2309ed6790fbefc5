package content

import (
	"bytes"
	"strings"

	"sparrausopas/generator/report"
)

// split parts a page's front matter from its text. The offset is where the
// text starts.
func split(source report.Source) (front string, offset int, problem *report.Problem) {
	first, rest, _ := bytes.Cut(source.Text, []byte("\n"))
	if string(bytes.TrimRight(first, " \t")) != "+++" {
		rule := "front-missing"
		switch {
		case bytes.HasPrefix(first, []byte("---")):
			rule = "front-yaml"
		case isFence(first):
			rule = "front-fence"
		}
		p := source.AtLine(1, 1, rule, nil)
		return "", 0, &p
	}
	start := len(first) + 1
	for at := 0; at < len(rest); {
		line, _, found := bytes.Cut(rest[at:], []byte("\n"))
		end := at + len(line)
		if found {
			end++
		}
		if string(bytes.TrimRight(line, " \t")) == "+++" {
			return string(rest[:at]), start + end, nil
		}
		at = end
	}
	p := source.AtLine(1, 1, "front-open", nil)
	if number := fenceLine(source.Text); number > 0 {
		p = source.AtLine(number, 1, "front-fence", nil)
	}
	return "", 0, &p
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
