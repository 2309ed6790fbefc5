package content

import (
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// plainStart is a value without quotes, as far as it goes. A day and a time may
// have a space between them.
var plainStart = regexp.MustCompile(`^(?:\d{4}-\d{2}-\d{2} \d{2}:)?[^ \t,\]}#\n]*`)

// plain reads a value that has no signs around it: a number, a day, true or
// false.
func (s *scan) plain() bool {
	word := plainStart.FindString(s.text[s.at:])
	if word == "" || sound("a = "+word) == "" {
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
	case slices.Contains([]string{"true", "false", "yes", "no", "on", "off", "kyllä", "ei", "joo", "tosi", "epätosi", "ja", "nej", "sant", "falskt"}, said):
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

// sides returns what is on both sides of the first = in the line at hand; a line
// without one has no key.
func (s *scan) sides() (key, value string) {
	key, value, _ = keyAndValue(s.text[strings.LastIndexByte(s.text[:s.at], '\n')+1:s.at] + s.rest())
	return key, value
}
