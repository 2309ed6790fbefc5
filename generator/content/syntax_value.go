package content

import (
	"regexp"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// value reads a value.
func (s *scan) value() bool {
	switch first := s.text[s.at]; {
	case first == '"', first == '\'':
		return s.quoted()
	case first == '[':
		return s.list(']', (*scan).item)
	case first == '{':
		return s.inline()
	case s.atEnd():
		key, _ := s.sides()
		return s.fail("syntax-value", report.Values{"key": key})
	}
	return s.plain()
}

// escape is what may stand in a text between " behind a backslash.
const escape = `\\(?:[btnfre"\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})`

// quotedTexts are texts as far as nothing is wrong with them, and the quotes
// that end them. A long one may end with two more that belong to it.
var quotedTexts = regexp.MustCompile(`^(?:"""(?:"?"?(?:[^"\\]|\\[ \t]*\n|` + escape + `))*("{3,5})?|'''(?:'?'?[^'])*('{3,5})?|` +
	`"(?:[^"\\\n]|` + escape + `)*(")?|'[^'\n]*(')?)`)

// quoted reads a text between quotes.
func (s *scan) quoted() bool {
	start := s.at
	match := quotedTexts.FindStringSubmatch(s.text[s.at:])
	s.at += len(match[0])
	switch {
	case strings.Join(match[1:], "") != "":
		return true
	case s.at < len(s.text) && s.text[s.at] == '\\':
		return s.fail("syntax-escape", nil)
	case strings.HasPrefix(match[0], `"""`), strings.HasPrefix(match[0], "'''"):
		s.at = start
		return s.fail("syntax-quotes-open", nil)
	}
	return s.fail("syntax-quote-open", nil)
}

// list reads what stands between brackets, with commas between the items.
func (s *scan) list(closing byte, item func(*scan) bool) bool {
	s.at++
	for {
		switch s.next() {
		case closing:
			s.at++
			return true
		case ',':
			return s.fail("syntax-comma", nil)
		}
		if !item(s) {
			return false
		}
		switch s.next() {
		case ',':
			s.at++
		case closing:
		default:
			return s.fail("syntax-list", nil)
		}
	}
}

// next skips spaces, remarks and ends of lines within a list, and returns the
// byte behind them; 0 at the end, where the place is the last line's end.
func (s *scan) next() byte {
	for s.spaces(); s.atEnd(); s.spaces() {
		if s.at += len(s.rest()) + 1; s.at == len(s.text) {
			s.at = len(strings.TrimRight(s.text, " \t\n"))
			return 0
		}
	}
	return s.text[s.at]
}

// pairStart is how a line begins that belongs to no list.
var pairStart = regexp.MustCompile(`^[A-Za-z0-9_-]+[ \t]*=`)

// item reads a value of a list.
func (s *scan) item() bool {
	if s.atEnd() || pairStart.MatchString(s.rest()) {
		return s.fail("syntax-list", nil)
	}
	return s.value()
}

// inline reads a table between braces. Its names are no others.
func (s *scan) inline() bool {
	known := map[string]bool{}
	return s.list('}', func(s *scan) bool {
		if s.atEnd() {
			return s.fail("syntax-list", nil)
		}
		name, ok := s.named()
		switch {
		case !ok || !s.value():
			return false
		case known[name]:
			return s.twice(name)
		}
		known[name] = true
		return true
	})
}

// tail reads what stands behind a value that begins with a byte: nothing.
func (s *scan) tail(first byte) bool {
	rest := strings.Trim(s.rest(), " \t")
	switch {
	case s.atEnd():
		return true
	case rest == ",":
		return s.fail("syntax-rest", nil)
	case rest[0] == ',':
		return s.fail("syntax-list", nil)
	case first == '"' || first == '\'':
		return s.fail("syntax-inner-quotes", nil)
	case first >= '0' && first <= '9':
		return s.fail(s.unquoted())
	}
	return s.fail("syntax-rest", nil)
}

// plainStart is a value without quotes, as far as it goes. A day and a time may
// have a space between them.
var plainStart = regexp.MustCompile(`^(?:\d{4}-\d{2}-\d{2} \d{2}:)?[^ \t,\]}#\n\x00-\x1f\x7f]*`)

// plain reads a value that has no signs around it: a number, a day, true or
// false.
func (s *scan) plain() bool {
	word := plainStart.FindString(s.text[s.at:])
	if word == "" || !isTOML("a = "+word) {
		return s.fail(s.wrong(word))
	}
	s.at += len(word)
	return true
}

// Days and numbers that can't be understood, and numbers that begin with zero.
var (
	dayLike    = regexp.MustCompile(`^\d+-`)
	numberLike = regexp.MustCompile(`^[+-]?[\d.][\d._]*(?:[eE][+-]?\d*)?$`)
	zeroFirst  = regexp.MustCompile(`^[+-]?0[\d_]+$`)
)

// wrong looks at a word that is no value.
func (s *scan) wrong(word string) (string, report.Values) {
	key, value := s.sides()
	said, _, _ := strings.Cut(strings.ToLower(s.rest()), "#")
	said = strings.TrimRight(said, " \t,]")
	switch {
	case truths()[said] != "":
		return "syntax-truth", report.Values{"key": key}
	case dayLike.MatchString(word):
		return "syntax-day", report.Values{"value": value}
	case zeroFirst.MatchString(word):
		return "syntax-zero", report.Values{"key": key, "value": word, "number": strings.TrimLeft(word, "+-0_")}
	case numberLike.MatchString(word):
		return "syntax-number", report.Values{"value": word}
	}
	return s.unquoted()
}

// unquoted shows how a text is put between quotes.
func (s *scan) unquoted() (string, report.Values) {
	key, text := s.sides()
	switch {
	case hasType(s.keys, key, guide.NumberKey):
		return "syntax-number", report.Values{"value": text}
	case key == "" || strings.ContainsAny(text, `{}`):
		return "syntax-quotes", nil
	case strings.ContainsAny(text, `[]`):
		return "syntax-quotes", report.Values{"example": key + ` = ["…", "…"]`}
	case text == "" || strings.ContainsAny(text, "\"'`\\#"):
		return "syntax-quotes", report.Values{"example": key + ` = "…"`}
	}
	return "syntax-quotes", report.Values{"example": key + ` = "` + text + `"`}
}
