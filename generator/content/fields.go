package content

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/report"
)

// fields reads the keys of a TOML table one by one and strictly: each key that
// is asked for is known, a value of another type is a problem, and so is, at
// the end, every key that nobody asked for.
type fields struct {
	source   report.Source
	path     string
	values   map[string]any
	asked    []string
	problems *report.Problems
}

// parseFields reads TOML text that stands in source at line firstLine.
func parseFields(source report.Source, text string, firstLine int, problems *report.Problems) *fields {
	f := &fields{source: source, problems: problems, values: map[string]any{}}
	if _, err := toml.Decode(text, &f.values); err != nil {
		*problems = append(*problems, syntaxProblem(source, firstLine, err))
	}
	return f
}

// syntaxProblem puts the TOML reader's error into the author's words.
func syntaxProblem(source report.Source, firstLine int, err error) report.Problem {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return source.AtLine(firstLine, 1, "front-syntax", report.Values{"error": err.Error()})
	}
	line := firstLine + parse.Position.Line - 1
	problem := source.AtLine(line, max(parse.Position.Col, 1), "front-syntax", report.Values{"error": parse.Message})
	if i := strings.IndexAny(problem.Excerpt, "“”„«»"); i >= 0 {
		problem = source.AtLine(line, len([]rune(problem.Excerpt[:i]))+1, "front-quotes", nil)
	}
	if key, ok := strings.CutSuffix(parse.Message, "has already been defined."); ok {
		key = strings.Trim(strings.TrimPrefix(key, "Key "), "' ")
		problem = source.AtLine(line, 1, "key-twice", report.Values{"key": key})
	}
	return problem
}

func (f *fields) problem(key, rule string, values report.Values) {
	*f.problems = append(*f.problems, f.source.AtKey(f.at(key), rule, values))
}

// at gives the path of a key for report.Source.AtKey.
func (f *fields) at(key string) string {
	if f.path == "" {
		return key
	}
	return f.path + "." + key
}

func (f *fields) value(key string) any {
	f.asked = append(f.asked, key)
	return f.values[key]
}

func (f *fields) has(key string) bool { return f.values[key] != nil }

func (f *fields) wrongType(key string, found any, wanted, example string) {
	f.problem(key, "key-type", report.Values{
		"key": key, "wanted": wanted, "found": typeName(found), "example": key + " = " + example})
}

func typeName(value any) string {
	switch value.(type) {
	case string:
		return "a text"
	case int64, float64:
		return "a number"
	case bool:
		return "true or false"
	case time.Time:
		return "a day"
	case []any:
		return "a list"
	case map[string]any, []map[string]any:
		return "a table"
	}
	return fmt.Sprintf("%T", value)
}

// finish reports the keys that nobody asked for.
func (f *fields) finish() {
	for key := range f.values {
		known := false
		for _, asked := range f.asked {
			known = known || asked == key
		}
		if !known {
			f.problem(key, "key-unknown", report.Values{
				"key": key, "suggestion": report.Nearest(key, f.asked), "known": strings.Join(f.asked, ", ")})
		}
	}
}

// require reports keys that are missing.
func (f *fields) require(key, example string) {
	if !f.has(key) {
		f.problem(key, "key-missing", report.Values{"key": key, "example": key + " = " + example})
	}
}
