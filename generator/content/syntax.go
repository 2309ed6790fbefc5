package content

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// syntaxProblem says what an author did to text that the TOML reader refuses
// and that stands in source at an offset. The reader's own words aren't looked
// at, for each of its releases may change them: the first line that it refuses
// is looked through for the slips that people make, and for all else the
// reader's place says which line can't be understood.
func syntaxProblem(source report.Source, text string, offset int, keys []guide.Key, err error) report.Problem {
	var found *slip
	if found = deepSlip(text); err != errDeep {
		found = findSlip(text, keys)
	}
	if found == nil {
		found = &slip{at: len(text), rule: "syntax-line"}
		if parse, ok := errors.AsType[toml.ParseError](err); ok {
			found.at = max(parse.Position.Start, 0)
		}
	}
	found.at = min(found.at, len(text))
	// A long text that isn't closed may well have curly quotes in it.
	if found.rule != "syntax-quotes-open" {
		found = cmp.Or(pasted(text, found.at), found)
	}
	p := source.At(offset+found.at, found.rule, found.values)
	start := strings.LastIndexByte(text[:found.at], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	if mended := found.mended(line, found.at-start); mended != "" && mended != line[indent:] {
		p.Fix = source.Fix(offset+start+indent, offset+start+len(line), mended)
	}
	return p
}

// slip is where a text can't be understood any more, and why.
type slip struct {
	at     int
	rule   string
	values report.Values
}

// findSlip returns the first slip in a text, or nil where it has none or one
// that nobody makes. The keys are those that aren't plain texts.
func findSlip(text string, keys []guide.Key) *slip {
	entries := slices.Collect(report.Entries(text))
	first := sort.Search(len(entries), func(i int) bool { return !isTOML(text[:entries[i].End]) })
	if first == len(entries) {
		return controlIn(text, nil)
	}
	e := entries[first]
	s := &scan{text: text[:e.End] + "\n", at: e.Start, keys: keys}
	switch {
	case isTOML(text[e.Start:e.End]):
		s.twice(e.Name)
	case text[e.Start] == '[':
		s.heading()
	default:
		s.pair()
	}
	return controlIn(text, s.slip)
}

func isTOML(text string) bool {
	_, err := decodeTOML(text, &map[string]any{})
	return err == nil
}

// controlIn returns a sign that can't be seen as a slip, if it stands before
// another.
func controlIn(text string, other *slip) *slip {
	at := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f })
	if at >= 0 && (other == nil || at <= other.at) {
		return &slip{at: at, rule: "syntax-control"}
	}
	return other
}

// scan reads an entry that TOML refuses up to its slip. Its methods report
// whether all is well so far.
type scan struct {
	// text ends with a line's end, so that there is a byte at each place
	// inside.
	text string
	at   int
	keys []guide.Key
	slip *slip
}

// fail notes a slip at the place at hand.
func (s *scan) fail(rule string, values report.Values) bool {
	s.slip = &slip{s.at, rule, values}
	return false
}

// names is a name, or several with dots between them, and the spaces behind it.
var names = regexp.MustCompile(`^[ \t]*` + name + `[ \t]*(?:\.[ \t]*` + name + `[ \t]*)*`)

const name = `(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')`

// heading reads [name] or [[name]].
func (s *scan) heading() bool {
	brackets := "]"
	if strings.HasPrefix(s.text[s.at:], "[[") {
		brackets = "]]"
	}
	s.at += len(brackets)
	named := s.take(names)
	if named != "" && strings.HasPrefix(s.text[s.at:], brackets) {
		s.at += len(brackets)
	}
	return s.fail("syntax-heading", s.meantHeading())
}

// bracketed is a name with brackets of any kind, or some of them.
var bracketed = regexp.MustCompile(`^[\[({<]*[ \t]*(` + name + `)[ \t]*[\])}>]*$`)

// meantHeading tells of the heading that a line was to be, if it was to be one.
func (s *scan) meantHeading() report.Values {
	start := strings.LastIndexByte(s.text[:s.at], '\n') + 1
	line, _, _ := strings.Cut(s.text[start:], "\n")
	line, _, _ = strings.Cut(line, "#")
	line = strings.TrimSpace(line)
	match := bracketed.FindStringSubmatch(line)
	switch {
	case match == nil || match[1] == line:
		return nil
	case strings.Contains(line, "[[") || strings.Contains(line, "]]") || hasType(s.keys, match[1], guide.TablesKey):
		return report.Values{"example": "[[" + match[1] + "]]"}
	}
	return report.Values{"example": "[" + match[1] + "]"}
}

// take reads what is at hand of a kind, "" if nothing is.
func (s *scan) take(kind *regexp.Regexp) string {
	found := kind.FindString(s.text[s.at:])
	s.at += len(found)
	return found
}

// pair reads a name, = and a value, which are all that may stand on the line.
func (s *scan) pair() bool {
	if _, ok := s.named(); !ok {
		return false
	}
	first := s.text[s.at]
	return s.value() && s.tail(first)
}

// named reads a name and =.
func (s *scan) named() (name string, ok bool) {
	if s.text[s.at] == '=' {
		return "", s.fail("syntax-name-missing", nil)
	}
	name = s.take(names)
	rest := s.rest()
	key, _ := s.sides()
	switch {
	case name != "" && strings.HasPrefix(rest, "="):
		s.at++
		s.spaces()
		return strings.TrimSpace(name), true
	case strings.HasPrefix(rest, ":"):
		return "", s.fail("syntax-colon", nil)
	case key != "":
		return "", s.fail("syntax-name", nil)
	case s.meantHeading() != nil:
		return "", s.fail("syntax-heading", s.meantHeading())
	}
	return "", s.fail("syntax-equals", nil)
}

func (s *scan) spaces() {
	s.at += len(s.rest()) - len(strings.TrimLeft(s.rest(), " \t"))
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

// sides returns what is on both sides of the first = in the line at hand; a
// line without one has no key.
func (s *scan) sides() (key, value string) {
	key, value, _ = keyAndValue(s.text[strings.LastIndexByte(s.text[:s.at], '\n')+1:s.at] + s.rest())
	return key, value
}
