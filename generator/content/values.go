package content

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/report"
)

// valueOf reads a single value. It is the zero value where the key is missing
// or its value is of another type; the latter is a problem.
func valueOf[T any](f *fields, key string, wanted report.Word, example string) T {
	found := f.value(key)
	value, ok := found.(T)
	if found != nil && !ok {
		f.wrongType(key, found, wanted, example)
	}
	return value
}

func (f *fields) text(key string) string {
	return f.clean(key, valueOf[string](f, key, "type-text", `"…"`))
}

// clean returns a text with the guide's numbers and without spaces around it.
func (f *fields) clean(key, text string) string {
	f.checkNote(key, text)
	text, _ = f.counts.fill(strings.TrimSpace(text), func(_ int, values report.Values) { f.problem(key, "count-unknown", values) })
	return text
}

// checkNote finds a note to oneself in a text that readers see.
func (f *fields) checkNote(key, text string) {
	if markdown.OpenNote(text) >= 0 {
		f.problem(key, "note-open", nil)
	}
}

func (f *fields) flag(key string) bool { return valueOf[bool](f, key, "type-truth", "true") }

// weight is a number that may be below zero.
func (f *fields) weight() int { return int(valueOf[int64](f, "weight", "wanted-whole", "10")) }

func (f *fields) number(key string) int {
	number := valueOf[int64](f, key, "wanted-count", "10")
	if number < 0 || number > 1_000_000 {
		f.wrongType(key, number, "wanted-count", "10")
		return 0
	}
	return int(number)
}

// year reads a year of our time, 0 where the key is missing.
func (f *fields) year(key string) int {
	year := f.number(key)
	if year != 0 && (year < 1900 || year > 2100) {
		f.wrongValue(key, strconv.Itoa(year), "wanted-year")
		return 0
	}
	return year
}

// oneOf reads a text that must be one of those given; the first is taken where
// the key is missing.
func (f *fields) oneOf(key string, values ...string) string {
	text := cmp.Or(f.text(key), values[0])
	if !slices.Contains(values, text) {
		f.problem(key, "key-value", report.Values{"key": key, "value": text, "wanted": report.Word("wanted-one"), "known": report.List(values)},
			f.asOther(key, text, report.Nearest(text, values)))
	}
	return text
}

// webAddress reads the address of a page on the web.
func (f *fields) webAddress(key string) string {
	text := f.text(key)
	address, err := url.Parse(text)
	if text != "" && (err != nil || address.Host == "" || address.Scheme != "https" && address.Scheme != "http") {
		f.wrongValue(key, text, "wanted-https")
	}
	return text
}

func (f *fields) day(key string) time.Time {
	value := f.value(key)
	if text, isText := value.(string); isText {
		if rule, values := wrongDay(key, strings.TrimSpace(text)); rule != "" {
			f.problem(key, rule, values,
				f.asLine(key, values["example"].(string)))
			return time.Time{}
		}
	}
	if value != nil && typeName(value) != "type-day" {
		f.wrongType(key, value, "type-day", "2026-11-21")
		return time.Time{}
	}
	day, _ := value.(time.Time)
	return day
}

// listOf reads a list of values of one type.
func listOf[T any](f *fields, key string, wanted report.Word, example string) []T {
	value := f.value(key)
	list, ok := value.([]any)
	items := make([]T, len(list))
	for i := range list {
		var isItem bool
		items[i], isItem = list[i].(T)
		ok = ok && isItem
	}
	if value != nil && !ok {
		f.wrongType(key, value, wanted, example)
		return nil
	}
	return items
}

// Nobody reads through more values than this; topics stand in a row on a page.
const (
	valuesMost = 1000
	topicsMost = 50
)

// texts reads a list of texts, none empty and each once.
func (f *fields) texts(key string) []string { return f.textsTo(key, valuesMost) }

// textsTo reads so many at the most.
func (f *fields) textsTo(key string, most int) []string {
	texts := listOf[string](f, key, "wanted-texts", `["…", "…"]`)
	texts = upToMost(f, key, texts, most)
	for i := range texts {
		texts[i] = f.clean(key, texts[i])
	}
	if slices.Contains(texts, "") {
		f.wrongValue(key, `""`, "wanted-full")
		texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	}
	return once(f, key, texts, strings.ToLower)
}

// numbers reads a list of numbers, each once.
func (f *fields) numbers(key string) []int64 {
	numbers := upToMost(f, key, listOf[int64](f, key, "wanted-numbers", "[1, 2]"), valuesMost)
	return once(f, key, numbers, func(n int64) string { return strconv.FormatInt(n, 10) })
}

// upToMost cuts a list that is longer than it may be, and says so.
func upToMost[T any](f *fields, key string, list []T, most int) []T {
	if len(list) > most {
		f.problem(key, "list-long", report.Values{"key": key, "count": len(list), "limit": most})
		return list[:most]
	}
	return list
}

// once reports values of a list that stand there twice, and returns each once.
// Name says which are the same.
func once[T any](f *fields, key string, list []T, name func(T) string) []T {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(value T) bool {
		twice := seen[name(value)]
		seen[name(value)] = true
		if twice {
			f.problem(key, "value-twice", report.Values{"key": key, "value": fmt.Sprint(value)},
				f.asValue(key, func(written string) string { return lessOne(written, fmt.Sprint(value)) }))
		}
		return twice
	})
}

// table returns the keys of a table; a missing one is empty. Those of the
// settings below lie under it.
func (f *fields) table(key string) *fields {
	f.asked = append(f.asked, key)
	value := f.values[key]
	table, ok := value.(map[string]any)
	if _, several := value.([]map[string]any); several {
		f.problem(key, "table-single", report.Values{"name": key})
	} else if value != nil && !ok {
		f.wrongType(key, value, "wanted-table", "{ … }")
	}
	child := f.child(key, table)
	if f.under != nil {
		child.under = f.under.table(key)
	}
	return child
}

// tablesOf reads each of a list of tables.
func tablesOf[T any](f *fields, key string, read func(*fields) T) (list []T) {
	value := f.value(key)
	tables, ok := value.([]map[string]any)
	switch _, single := value.(map[string]any); {
	case single:
		f.problem(key, "table-brackets", report.Values{"name": key}, f.asTables(key))
	case value != nil && !ok:
		f.wrongType(key, value, "wanted-tables", "…")
	}
	for i, table := range upToMost(f, key, tables, valuesMost) {
		child := f.holder(key).child(key+"."+strconv.Itoa(i), table)
		child.above = f
		list = append(list, read(child))
		child.finish()
	}
	return list
}

func (f *fields) child(path string, values map[string]any) *fields {
	return &fields{source: f.source, path: f.at(path), values: values, problems: f.problems, counts: f.counts, keys: f.keys}
}
