package content

import (
	"bytes"
	"regexp"
	"strings"

	"sparrausopas/generator/report"
)

// Front reads the front matter of the text of a page: what stands between its
// lines of +++, and its keys; a list of tables is one however it is written. The error is a report.Problems.
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
	for key, value := range values {
		if rows := tables(value); len(rows) > 0 {
			values[key] = rows
		}
	}
	return front, values, nil
}

// tables returns a list of tables in one value, [{…}], as one under [[headings]] is
// read; nil for any other value.
func tables(value any) (rows []map[string]any) {
	list, _ := value.([]any)
	for _, item := range list {
		row, ok := item.(map[string]any)
		if !ok {
			return nil
		}
		rows = append(rows, row)
	}
	return rows
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
	problem := source.AtLine(line, 1, rule, nil)
	problem.Fix = fenceFix(source, rule, line)
	return "", 0, report.Problems{problem}
}

// heading1 is a heading of the first level, as a page of other programs begins.
var heading1 = regexp.MustCompile(`^# +([^\n"\\]+?) *#*(?:\n+|$)`)

// yamlKey is a line of other programs' front matter.
var yamlKey = regexp.MustCompile(`^([A-Za-z0-9_-]+): *(.*)$`)

// fenceFix is the fix of the lines around front matter.
func fenceFix(source report.Source, rule string, number int) *report.Fix {
	text := string(source.Text)
	lines := strings.SplitAfter(text, "\n")
	start := len(strings.Join(lines[:number-1], ""))
	line := strings.TrimSuffix(lines[number-1], "\n")
	switch rule {
	case "front-fence":
		return source.Fix(start, start+len(line), "+++")
	case "front-blank":
		fence, _, _ := strings.Cut(text[start:], "\n")
		return source.Fix(0, start+len(fence), "+++")
	case "front-missing":
		if m := heading1.FindStringSubmatch(text); m != nil {
			return source.Fix(0, len(m[0]), "+++\ntitle = \""+m[1]+"\"\n+++\n\n")
		}
		first := strings.TrimSuffix(lines[0], "\n")
		fix := source.Fix(0, len(first), "+++\ntitle = \""+report.Asked+"\"\n+++\n\n"+first)
		return asked(fix, "title")
	case "front-open", "front-yaml":
		return framed(source, lines)
	}
	return nil
}

// framed is the fix that closes front matter below its last key, and writes it as
// TOML.
func framed(source report.Source, lines []string) *report.Fix {
	out, end := "+++\n", len(lines[0])
	for _, line := range lines[1:] {
		trimmed := strings.TrimRight(line, " \t\n")
		if trimmed == "---" {
			end += len(line)
			break
		}
		if m := yamlKey.FindStringSubmatch(trimmed); m != nil && !isTOML(trimmed) {
			trimmed = (&slip{rule: "syntax-colon"}).mended(trimmed, 0)
		}
		if trimmed == "" || !isTOML(trimmed) {
			break
		}
		out, end = out+trimmed+"\n", end+len(line)
	}
	if out == "+++\n" {
		return nil
	}
	return source.Fix(0, end, out+"+++\n")
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
