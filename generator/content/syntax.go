package content

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// syntaxProblem says what an author did to text that the TOML reader refuses
// and that stands in source at an offset. The reader's own words aren't looked
// at, for each of its releases may change them: own lines are looked through
// for the slips that people make, and for all else the reader's place says
// which line can't be understood.
func syntaxProblem(source report.Source, text string, offset int, keys []guide.Key, err error) report.Problem {
	found := findSlip(text, keys)
	if found == nil {
		found = &slip{at: len(text), rule: "syntax-line"}
		if parse, ok := errors.AsType[toml.ParseError](err); ok {
			found.at = max(parse.Position.Start, 0)
		}
	}
	at := offset + min(found.at, len(text))
	// A long text that isn't closed may well have curly quotes in it.
	if problem := pasted(source, at); problem != nil && found.rule != "syntax-quotes-open" {
		return *problem
	}
	problem := source.At(at, found.rule, found.values)
	if found.rule == "key-twice" {
		problem = twice(source, problem, keys)
	}
	return problem
}

// slip is where a text can't be understood any more, and why.
type slip struct {
	at     int
	rule   string
	values report.Values
}

// scan reads TOML to the first slip. It takes all that the TOML reader takes,
// and a little more: what it can't tell is left to the reader. Its methods
// report whether all is well so far.
type scan struct {
	// text ends with a line's end, so that there is a byte at each place
	// inside.
	text string
	at   int
	// table are the names in the heading above.
	table []string
	known given
	keys  []guide.Key
	slip  *slip
}

// findSlip returns the first slip in a text, or nil. The keys are those that
// aren't plain texts.
func findSlip(text string, keys []guide.Key) *slip {
	s := &scan{text: text + "\n", keys: keys, known: given{}}
	for s.at < len(s.text) && s.line() {
	}
	if at := strings.IndexFunc(text, isControl); at >= 0 && (s.slip == nil || at < s.slip.at) {
		return &slip{at: at, rule: "syntax-control"}
	}
	return s.slip
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }

// fail notes a slip at the place at hand.
func (s *scan) fail(rule string, values report.Values) bool {
	s.slip = &slip{s.at, rule, values}
	return false
}

func (s *scan) line() bool {
	s.spaces()
	switch {
	case s.atEnd():
		s.skipLine()
		return true
	case s.text[s.at] == '[':
		return s.heading()
	}
	start := s.at
	names, ok := s.pair()
	path := slices.Concat(s.table, names)
	return ok && (s.known.pair(path) || s.twice(start, path))
}

// twice notes a name that stands at a place for the second time.
func (s *scan) twice(at int, names []string) bool {
	s.at = at
	return s.fail("key-twice", report.Values{"key": strings.Join(names, ".")})
}

// heading reads [name] or [[name]].
func (s *scan) heading() bool {
	start, brackets := s.at, 1
	if strings.HasPrefix(s.text[s.at:], "[[") {
		brackets = 2
	}
	s.at += brackets
	names, ok := s.names()
	if !ok || !strings.HasPrefix(s.text[s.at:], "]]"[:brackets]) {
		return s.fail("syntax-heading", nil)
	}
	s.at += brackets
	if !s.atEnd() {
		return s.fail("syntax-heading", nil)
	}
	if !s.known.heading(names, brackets == 2) {
		return s.twice(start, names)
	}
	s.table = names
	s.skipLine()
	return true
}

// pair reads a name, = and a value, which are all that may stand on the line.
func (s *scan) pair() (names []string, ok bool) {
	if names, ok = s.named(); !ok {
		return nil, false
	}
	start := s.at
	return names, s.value() && s.tail(s.text[start])
}

// named reads a name and =.
func (s *scan) named() (names []string, ok bool) {
	if s.text[s.at] == '=' {
		return nil, s.fail("syntax-name-missing", nil)
	}
	names, ok = s.names()
	rest := s.rest()
	key, _ := s.sides()
	switch {
	case ok && strings.HasPrefix(rest, "="):
		s.at++
		s.spaces()
		return names, true
	case strings.HasPrefix(rest, ":"):
		return nil, s.fail("syntax-colon", nil)
	case key != "":
		return nil, s.fail("syntax-name", nil)
	}
	return nil, s.fail("syntax-equals", nil)
}

// nameStart is a name at the beginning of a text.
var nameStart = regexp.MustCompile(`^(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')`)

// plainName returns a name without quotes that it doesn't need.
func plainName(name string) string {
	if inner := strings.Trim(name, `"'`); len(inner) == len(name)-2 && nameStart.FindString(inner) == inner {
		return inner
	}
	return name
}

// names reads a name, or several with dots between them, and the spaces behind
// it.
func (s *scan) names() (names []string, ok bool) {
	for {
		s.spaces()
		name := nameStart.FindString(s.text[s.at:])
		if name == "" {
			return names, false
		}
		s.at += len(name)
		names = append(names, plainName(name))
		s.spaces()
		if s.text[s.at] != '.' {
			return names, true
		}
		s.at++
	}
}

func (s *scan) spaces() {
	for s.text[s.at] == ' ' || s.text[s.at] == '\t' {
		s.at++
	}
}

// rest is what of the line is still to be read.
func (s *scan) rest() string {
	rest, _, _ := strings.Cut(s.text[s.at:], "\n")
	return rest
}

// atEnd reports whether nothing but a remark is left of the line.
func (s *scan) atEnd() bool {
	rest := strings.TrimLeft(s.rest(), " \t")
	return rest == "" || rest[0] == '#'
}

func (s *scan) skipLine() { s.at += len(s.rest()) + 1 }
