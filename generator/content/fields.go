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

// parseFields reads TOML text that stands in source at an offset.
func parseFields(source report.Source, text string, offset int, problems *report.Problems) *fields {
	f := &fields{source: source, problems: problems, values: map[string]any{}}
	if _, err := toml.Decode(text, &f.values); err != nil {
		*problems = append(*problems, syntaxProblem(source, offset, err))
	}
	return f
}

// syntaxProblem puts the TOML reader's error into the author's words. Of the
// reader's places the offset alone is right at the end of a line.
func syntaxProblem(source report.Source, offset int, err error) report.Problem {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return source.At(offset, "front-syntax", report.Values{"error": err.Error()})
	}
	offset += parse.Position.Start
	problem := source.At(offset, "front-syntax", report.Values{"error": parse.Message})
	if strings.IndexAny(string(source.Text[offset:]), "“”„«»") == 0 {
		problem.Rule, problem.Values = "front-quotes", nil
	}
	if key, ok := strings.CutSuffix(parse.Message, "has already been defined."); ok {
		key = strings.Trim(strings.TrimPrefix(key, "Key "), "' ")
		problem = source.AtLine(problem.Place.Line, 1, "key-twice", report.Values{"key": key})
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
	switch value := value.(type) {
	case string:
		return "a text"
	case int64, float64:
		return "a number"
	case bool:
		return "true or false"
	case time.Time:
		return timeName(value)
	case []any:
		return "a list"
	case map[string]any, []map[string]any:
		return "a table"
	}
	return fmt.Sprintf("%T", value)
}

// timeName tells apart what TOML writes as days and times, by the names that
// its reader gives to their zones.
func timeName(value time.Time) string {
	switch value.Location().String() {
	case "date-local":
		return "a day"
	case "time-local":
		return "a time"
	}
	return "a day with a time"
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

// require reports keys that are missing, or that are there with nothing in
// them.
func (f *fields) require(key, example string) {
	if isEmpty(f.values[key]) {
		f.problem(key, "key-missing", report.Values{"key": key, "example": key + " = " + example})
	}
}

func isEmpty(value any) bool {
	switch value := value.(type) {
	case string:
		return strings.TrimSpace(value) == ""
	case []any:
		return len(value) == 0
	}
	return value == nil
}
