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

// syntaxProblem puts the TOML reader's error into the author's words. Nothing
// that the reader says is shown: its message only tells which rule was broken.
// Of its places the offset alone is right at the end of a line.
func syntaxProblem(source report.Source, offset int, keys []guide.Key, err error) report.Problem {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return source.At(offset, "syntax-line", nil)
	}
	// The reader's place can be before the text or behind it.
	offset = min(offset+max(parse.Position.Start, 0), len(source.Text))
	if problem := pasted(source, offset); problem != nil {
		return *problem
	}
	problem := source.At(offset, "syntax-line", nil)
	rest, _, _ := strings.Cut(string(source.Text[offset:]), "\n")
	problem.Rule, problem.Values = misread{parse.Message, problem.Excerpt, rest, keys}.explain()
	if problem.Rule == "key-twice" {
		problem = twice(source, problem, keys)
	}
	return problem
}

// misread is a line that the TOML reader stumbled over.
type misread struct {
	said string
	// line is the whole line, and rest what of it stands at and behind the
	// place.
	line, rest string
	// keys are those of the file that aren't texts.
	keys []guide.Key
}

// cause is how a message of the reader begins, and what the author did. A rule
// without a function that looks closer is the whole answer.
type cause struct {
	begins, rule string
	closer       func(misread) (rule string, values report.Values)
}

// causes are all messages of the reader, those that begin alike with the
// longer one first.
func causes() []cause {
	return []cause{
		{begins: "strings cannot contain newlines", rule: "syntax-quote-open"},
		{begins: `unexpected EOF; expected '"""'`, rule: "syntax-quotes-open"},
		{begins: `unexpected EOF; expected "'''"`, rule: "syntax-quotes-open"},
		{begins: `unexpected EOF; expected '"'`, rule: "syntax-quote-open"},
		{begins: `unexpected EOF; expected "'"`, rule: "syntax-quote-open"},
		{begins: `unexpected '""""""'`, rule: "syntax-inner-quotes"},
		{begins: `unexpected "''''''"`, rule: "syntax-inner-quotes"},
		{begins: "unexpected EOF; expected value", closer: misread.noValue},
		{begins: `expected value but found '\n'`, closer: misread.noValue},
		{begins: "expected value but found", closer: misread.value},
		{begins: "expected '.' or '='", closer: misread.name},
		{begins: "unexpected EOF; expected key", rule: "syntax-equals"},
		{begins: "unexpected '=': key name", closer: misread.noName},
		{begins: "unexpected '", rule: "syntax-name"},
		{begins: "expected a top-level item to end", closer: misread.tail},
		{begins: "expected a comma", rule: "syntax-list"},
		{begins: "unexpected comma", rule: "syntax-comma"},
		{begins: "newlines not allowed", rule: "syntax-list"},
		{begins: "expected '.' or ']'", rule: "syntax-heading"},
		{begins: "expected end of table array", rule: "syntax-heading"},
		{begins: "unexpected end of table", rule: "syntax-heading"},
		{begins: "unexpected table separator", rule: "syntax-heading"},
		{begins: "TOML files cannot contain control", rule: "syntax-control"},
		{begins: "invalid datetime", closer: misread.day},
		{begins: "invalid escape", rule: "syntax-escape"},
		{begins: "expected two hexadecimal", rule: "syntax-escape"},
		{begins: "expected four hexadecimal", rule: "syntax-escape"},
		{begins: "expected eight hexadecimal", rule: "syntax-escape"},
		{begins: "Escaped character", rule: "syntax-escape"},
		{begins: "Key '", closer: misread.twice},
		{begins: `"`, closer: misread.twice},
		{begins: "Invalid", closer: misread.number},
		{begins: "invalid float", closer: misread.number},
		{begins: "floats must", closer: misread.number},
		{begins: "cannot use sign", closer: misread.number},
		{begins: "expected a digit", closer: misread.number},
		{begins: "not a", closer: misread.number},
	}
}

// explain gives the rule that a line breaks.
func (m misread) explain() (string, report.Values) {
	for _, c := range causes() {
		switch {
		case !strings.HasPrefix(m.said, c.begins):
		case c.closer != nil:
			return c.closer(m)
		default:
			return c.rule, nil
		}
	}
	if strings.Contains(m.said, "out of ") {
		return m.number()
	}
	return "syntax-line", nil
}

// key and text are the sides of the line's =; a line without one has no key.
func (m misread) key() string {
	key, _, found := strings.Cut(m.line, "=")
	if !found {
		return ""
	}
	return strings.TrimSpace(key)
}

func (m misread) text() string {
	_, text, _ := strings.Cut(m.line, "=")
	return strings.TrimSpace(text)
}

func (m misread) noValue() (string, report.Values) {
	return "syntax-value", report.Values{"key": m.key()}
}

// noName tells a line that begins with = from one that ends too early.
func (m misread) noName() (string, report.Values) {
	if strings.HasPrefix(strings.TrimSpace(m.rest), "=") {
		return "syntax-name-missing", nil
	}
	return "syntax-line", nil
}

// name looks at a line whose name isn't followed by =.
func (m misread) name() (string, report.Values) {
	switch {
	case strings.HasPrefix(m.rest, ":"):
		return "syntax-colon", nil
	case m.key() != "":
		return "syntax-name", nil
	}
	return "syntax-equals", nil
}

// value looks at something that is neither between quotes nor a number.
func (m misread) value() (string, report.Values) {
	word := strings.ToLower(strings.TrimRight(m.rest, " \t,]"))
	if slices.Contains([]string{"true", "false", "yes", "no", "on", "off", "kyllä", "ei", "joo", "tosi", "epätosi", "ja", "nej", "sant", "falskt"}, word) {
		return "syntax-truth", report.Values{"key": m.key()}
	}
	return m.unquoted()
}

// unquoted shows how a text is put between quotes.
func (m misread) unquoted() (string, report.Values) {
	text := m.text()
	switch {
	case hasType(m.keys, m.key(), guide.NumberKey):
		return "syntax-number", report.Values{"value": text}
	case m.key() == "" || strings.ContainsAny(text, `{}`):
		return "syntax-quotes", nil
	case strings.ContainsAny(text, `[]`):
		return "syntax-quotes", report.Values{"example": m.key() + ` = ["…", "…"]`}
	case text == "" || strings.ContainsAny(text, "\"'`\\#"):
		return "syntax-quotes", report.Values{"example": m.key() + ` = "…"`}
	}
	return "syntax-quotes", report.Values{"example": m.key() + ` = "` + text + `"`}
}

// tail looks at what stands behind a value that is complete.
func (m misread) tail() (string, report.Values) {
	text := m.text()
	switch {
	case m.key() == "" || strings.HasPrefix(strings.TrimSpace(m.line), "["):
		return "syntax-heading", nil
	case m.rest == ",":
		return "syntax-rest", nil
	case strings.HasPrefix(m.rest, ","):
		return "syntax-list", nil
	case strings.HasPrefix(text, `"`) || strings.HasPrefix(text, `'`):
		return "syntax-inner-quotes", nil
	case text != "" && text[0] >= '0' && text[0] <= '9':
		return m.unquoted()
	}
	return "syntax-rest", nil
}

func (m misread) number() (string, report.Values) {
	if strings.Contains(m.said, "leading zeroes") {
		return "syntax-zero", report.Values{"key": m.key(), "value": m.text(), "number": strings.TrimLeft(m.text(), "+-0_")}
	}
	return "syntax-number", report.Values{"value": m.text()}
}

func (m misread) day() (string, report.Values) {
	return "syntax-day", report.Values{"value": m.text()}
}

// twice names a key or a part that was there already.
func (m misread) twice() (string, report.Values) {
	name := regexp.MustCompile(`['"](.*)['"]`).FindStringSubmatch(m.said)
	if name == nil {
		return "syntax-line", nil
	}
	return "key-twice", report.Values{"key": strings.Trim(name[1], `'"`)}
}
