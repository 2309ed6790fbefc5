package content

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"sparrausopas/generator/guide"
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
	// keys finds where they stand, once for all of a file.
	keys func() report.Keys
	// above are the keys of what a list of tables stands in; nil for all else.
	above *fields
	// under are the same keys in the settings of the guide below this one,
	// which hold where this one says nothing; nil for all else.
	under *fields
	// counts are the numbers that marks in texts stand for; nil for none.
	counts counts
}

// parseFields reads TOML text that stands in source at an offset. The keys are
// those that aren't plain texts, so that a mistake in one is understood.
func parseFields(source report.Source, text string, offset int, keys []guide.Key, problems *report.Problems) *fields {
	f := newFields(source, map[string]any{}, problems)
	if _, err := decodeTOML(text, &f.values); err != nil {
		*problems = append(*problems, syntaxProblem(source, text, offset, keys, err))
	}
	return f
}

func newFields(source report.Source, values map[string]any, problems *report.Problems) *fields {
	return &fields{source: source, values: values, problems: problems, keys: sync.OnceValue(source.Keys)}
}

// problem tells of a fault at a key, and may say how to mend it.
func (f *fields) problem(key, rule string, values report.Values, fixes ...fix) {
	h := f.holder(key)
	f.problems.Add(h.source.Name, rule, func() report.Problem {
		p := h.source.AtPlace(h.keys(), h.at(key), rule, values)
		for _, make := range fixes {
			if len(h.source.Text) <= fixMost {
				p.Fix = make()
			}
		}
		return p
	})
}

// holder returns the fields that have a key: these, or else those under them. A
// key that nobody has is missing in these.
func (f *fields) holder(key string) *fields {
	for h := f; h != nil; h = h.under {
		if h.values[key] != nil {
			return h
		}
	}
	return f
}

// at returns the path of a key for report.Source.AtKey.
func (f *fields) at(key string) string {
	if f.path == "" {
		return key
	}
	return f.path + "." + key
}

func (f *fields) value(key string) any {
	f.asked = append(f.asked, key)
	return f.holder(key).values[key]
}

func (f *fields) has(key string) bool { return f.holder(key).values[key] != nil }

// wrongValue says what the value of a key must be; wanted is the message for
// that.
func (f *fields) wrongValue(key, value string, wanted report.Word) {
	f.problem(key, "key-value", report.Values{"key": key, "value": value, "wanted": wanted})
}

func (f *fields) wrongType(key string, found any, wanted report.Word, example string) {
	f.problem(key, "key-type", report.Values{
		"key": key, "wanted": wanted, "found": typeName(found), "example": key + " = " + example},
		f.asValue(key, func(string) string { return retyped(found, wanted) }))
}

// typeName names the message that says what a value is. What TOML writes as
// days and times is told apart by the names of their zones.
func typeName(value any) report.Word {
	switch value := value.(type) {
	case string:
		return "type-text"
	case int64, float64:
		return "type-number"
	case bool:
		return "type-truth"
	case time.Time:
		switch value.Location().String() {
		case "date-local":
			return "type-day"
		case "time-local":
			return "type-time"
		}
		return "type-moment"
	case []any:
		return "type-list"
	case map[string]any, []map[string]any:
		return "type-table"
	}
	return "type-other"
}

// finish reports the keys that nobody asked for.
func (f *fields) finish() {
	if f.under != nil {
		f.under.asked = f.asked
		f.under.finish()
	}
	asked := map[string]bool{}
	for _, key := range f.asked {
		asked[key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(f.values)) {
		if !asked[key] {
			f.unknown(key)
		}
	}
}

// require reports keys that are missing, or that are there with nothing in
// them.
func (f *fields) require(key, example string) {
	if isEmpty(f.holder(key).values[key]) && !f.misplaced(key) {
		f.problem(key, "key-missing", report.Values{"key": key, "example": key + " = " + example},
			f.withKey(key, example))
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
