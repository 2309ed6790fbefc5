package content

import (
	"regexp"
	"strings"

	"sparrausopas/generator/report"
)

// value reads a value.
func (s *scan) value() bool {
	rest := s.text[s.at:]
	switch {
	case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, "'''"):
		return s.longText(rest[:3])
	case rest[0] == '"', rest[0] == '\'':
		return s.shortText(rest[0])
	case rest[0] == '[':
		return s.list(']', (*scan).item)
	case rest[0] == '{':
		return s.inline()
	case s.atEnd():
		key, _ := s.sides()
		return s.fail("syntax-value", report.Values{"key": key})
	}
	return s.plain()
}

// escaped is what may stand in a text between " behind a backslash, and the
// line's end that may do so in a long one.
var escaped = regexp.MustCompile(`^\\(?:[btnfre"\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})`)
var escapedEnd = regexp.MustCompile(`^\\[ \t]*\n`)

func (s *scan) shortText(quote byte) bool {
	for s.at++; ; s.at++ {
		switch b := s.text[s.at]; {
		case b == '\n':
			return s.fail("syntax-quote-open", nil)
		case b == quote:
			s.at++
			return true
		case b == '\\' && quote == '"':
			if !escaped.MatchString(s.text[s.at:]) {
				return s.fail("syntax-escape", nil)
			}
			s.at++
		}
	}
}

// longText reads a text between three quotes, which may end with two more that
// belong to it.
func (s *scan) longText(quotes string) bool {
	start := s.at
	for s.at += 3; s.at < len(s.text); s.at++ {
		rest := s.text[s.at:]
		switch {
		case strings.HasPrefix(rest, quotes):
			s.at += min(len(rest)-len(strings.TrimLeft(rest, quotes[:1])), 5)
			return true
		case rest[0] == '\\' && quotes[0] == '"':
			if !escaped.MatchString(rest) && !escapedEnd.MatchString(rest) {
				return s.fail("syntax-escape", nil)
			}
			s.at++
		}
	}
	s.at = start
	return s.fail("syntax-quotes-open", nil)
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
		if s.skipLine(); s.at == len(s.text) {
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
	known := given{}
	return s.list('}', func(s *scan) bool {
		if s.atEnd() {
			return s.fail("syntax-list", nil)
		}
		start := s.at
		names, ok := s.named()
		if !ok || !s.value() {
			return false
		}
		return known.pair(names) || s.twice(start, names)
	})
}

// tail reads what stands behind a value that begins with a byte: nothing.
func (s *scan) tail(first byte) bool {
	if s.atEnd() {
		s.skipLine()
		return true
	}
	rest := strings.Trim(s.rest(), " \t")
	switch {
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
