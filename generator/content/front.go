package content

import (
	"bytes"

	"sparrausopas/generator/report"
)

// split parts a page's front matter from its text. The offset is where the
// text starts.
func split(source report.Source) (front string, offset int, problem *report.Problem) {
	first, rest, _ := bytes.Cut(source.Text, []byte("\n"))
	if string(bytes.TrimRight(first, " \t")) != "+++" {
		rule := "front-missing"
		if bytes.HasPrefix(first, []byte("---")) {
			rule = "front-yaml"
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
	return "", 0, &p
}
