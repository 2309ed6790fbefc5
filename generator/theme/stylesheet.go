package theme

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"sparrausopas/generator/report"
)

// declaration is a custom property that a style sets.
type declaration struct {
	name, value string
	// selector is that of the rule, conditions the at-rules around it.
	selector   string
	conditions []string
	source     report.Source
	offset     int
	// key is the key of the settings that the value comes from, "" if it
	// stands in the style itself.
	key string
}

// problem is one at the place where the property is set.
func (d declaration) problem(rule string, values report.Values) report.Problem {
	if d.key != "" {
		return d.source.AtKey(d.key, rule, values)
	}
	return d.source.At(d.offset, rule, values)
}

// declarations returns the custom properties that the theme's styles set.
func (t *Theme) declarations() []declaration {
	var all []declaration
	for _, name := range t.names(assetsDir) {
		if path.Ext(name) == ".css" {
			all = append(all, t.options.Memo.declarations(t.files[name])...)
		}
	}
	return all
}

var commentOrString = regexp.MustCompile(`(?s)/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`)

// withoutComments puts spaces in the place of comments and texts, so that all
// else stays where it is.
func withoutComments(text []byte) []byte {
	return commentOrString.ReplaceAllFunc(text, func(found []byte) []byte { return bytes.Repeat([]byte(" "), len(found)) })
}

// sheet is a style that is being read.
type sheet struct {
	source report.Source
	text   []byte
	found  []declaration
	// open are the heads of the blocks around the place at hand, and start is
	// where what stands there begins.
	open   []string
	start  int
	braces int
}

// read goes through the style as far as blocks and semicolons go; what stands
// between brackets has none of its own.
func (s *sheet) read() {
	for i, b := range s.text {
		switch {
		case b == '(':
			s.braces++
		case b == ')':
			s.braces = max(0, s.braces-1)
		case s.braces > 0:
		case b == '{':
			s.open = append(s.open, strings.TrimSpace(string(s.text[s.start:i])))
			s.start = i + 1
		case b == ';':
			s.declare(i)
		case b == '}':
			s.declare(i)
			s.open = s.open[:max(0, len(s.open)-1)]
		}
	}
}

// declare notes what ends here, if it is a custom property in a rule.
func (s *sheet) declare(end int) {
	text := string(s.text[s.start:end])
	name, value, _ := strings.Cut(text, ":")
	offset := s.start + len(name) - len(strings.TrimLeft(name, " \t\r\n"))
	s.start = end + 1
	name, ok := strings.CutPrefix(strings.TrimSpace(name), "--")
	if !ok || len(s.open) == 0 {
		return
	}
	d := declaration{name: name, value: strings.TrimSpace(value), source: s.source, offset: offset}
	for _, head := range s.open {
		if strings.HasPrefix(head, "@") {
			d.conditions = append(d.conditions, strings.Join(strings.Fields(head), " "))
		} else {
			d.selector = strings.TrimSpace(d.selector + " " + strings.Join(strings.Fields(head), " "))
		}
	}
	s.found = append(s.found, d)
}
