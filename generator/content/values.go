package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// The readers of single values give the zero value where the key is missing
// or its value is of another type; the latter is a problem.

func (f *fields) text(key string) string {
	value := f.value(key)
	text, ok := value.(string)
	if value != nil && !ok {
		f.wrongType(key, value, "type-text", `"…"`)
	}
	return strings.TrimSpace(text)
}

// oneOf reads a text that must be one of those given; the first is taken where
// the key is missing.
func (f *fields) oneOf(key string, values ...string) string {
	text := f.text(key)
	switch {
	case text == "":
		return values[0]
	case !slices.Contains(values, text):
		f.problem(key, "key-value", report.Values{"key": key, "value": text, "wanted": report.Word("wanted-one"), "known": strings.Join(values, ", ")})
	}
	return text
}

func (f *fields) number(key string) int {
	value := f.value(key)
	number, ok := value.(int64)
	if value != nil && (!ok || number < 0 || number > 1_000_000) {
		f.wrongType(key, value, "wanted-count", "10")
		return 0
	}
	return int(number)
}

// weight is a number that may be below zero.
func (f *fields) weight() int {
	value := f.value("weight")
	number, ok := value.(int64)
	if value != nil && !ok {
		f.wrongType("weight", value, "wanted-whole", "10")
	}
	return int(number)
}

func (f *fields) flag(key string) bool {
	value := f.value(key)
	flag, ok := value.(bool)
	if value != nil && !ok {
		f.wrongType(key, value, "type-truth", "true")
	}
	return flag
}

func (f *fields) day(key string) time.Time {
	value := f.value(key)
	day, _ := value.(time.Time)
	if text, isText := value.(string); isText {
		if rule, values := wrongDay(key, strings.TrimSpace(text)); rule != "" {
			f.problem(key, rule, values)
			return time.Time{}
		}
	}
	if value != nil && typeName(value) != "type-day" {
		f.wrongType(key, value, "type-day", "2026-11-21")
		return time.Time{}
	}
	return day
}

// texts reads a list of texts, none empty and each once.
func (f *fields) texts(key string) []string {
	value := f.value(key)
	list, ok := value.([]any)
	texts := make([]string, 0, len(list))
	for _, item := range list {
		text, isText := item.(string)
		ok = ok && isText
		texts = append(texts, strings.TrimSpace(text))
	}
	if value != nil && !ok {
		f.wrongType(key, value, "wanted-texts", `["…", "…"]`)
		return nil
	}
	if slices.Contains(texts, "") {
		f.problem(key, "key-value", report.Values{"key": key, "value": `""`, "wanted": report.Word("wanted-full")})
		texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	}
	return once(f, key, texts, strings.ToLower)
}

// once reports values of a list that stand there twice, and gives each once.
// Name tells which are the same.
func once[T any](f *fields, key string, list []T, name func(T) string) []T {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(value T) bool {
		twice := seen[name(value)]
		seen[name(value)] = true
		if twice {
			f.problem(key, "value-twice", report.Values{"key": key, "value": fmt.Sprint(value)})
		}
		return twice
	})
}

// numbers reads a list of numbers, each once.
func (f *fields) numbers(key string) []int {
	value := f.value(key)
	list, ok := value.([]any)
	numbers := make([]int, 0, len(list))
	for _, item := range list {
		number, isNumber := item.(int64)
		ok = ok && isNumber
		numbers = append(numbers, int(number))
	}
	if value != nil && !ok {
		f.wrongType(key, value, "wanted-numbers", "[1, 2]")
		return nil
	}
	return once(f, key, numbers, strconv.Itoa)
}

// table returns the keys of a table; a missing one is empty. Those of the
// settings below lie under it.
func (f *fields) table(key string) *fields {
	f.asked = append(f.asked, key)
	value := f.values[key]
	table, ok := value.(map[string]any)
	if value != nil && !ok {
		f.wrongType(key, value, "wanted-table", "{ … }")
	}
	child := f.child(key, table)
	if f.under != nil {
		child.under = f.under.table(key)
	}
	return child
}

// tables returns the keys of each of a list of tables.
func (f *fields) tables(key string) []*fields {
	value := f.value(key)
	list, ok := value.([]map[string]any)
	switch _, single := value.(map[string]any); {
	case single:
		f.problem(key, "table-brackets", report.Values{"name": key})
	case value != nil && !ok:
		f.wrongType(key, value, "wanted-tables", "…")
	}
	children := make([]*fields, len(list))
	for i, table := range list {
		children[i] = f.holder(key).child(key+"."+strconv.Itoa(i), table)
		children[i].above = f
	}
	return children
}

func (f *fields) child(path string, values map[string]any) *fields {
	return &fields{source: f.source, path: f.at(path), values: values, problems: f.problems}
}
