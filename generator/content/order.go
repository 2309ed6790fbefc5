package content

import (
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Keys of a page that stand below a heading, such as [[agenda]], belong to
// that: the page's own must stand above the first.

// misplaced tells of a key that the page lacks because it stands in a list
// that begins above all keys; it says so and returns true.
func (f *fields) misplaced(key string) bool {
	if f.path != "" || f.under != nil {
		return false
	}
	for list, value := range f.values {
		tables, isList := value.([]map[string]any)
		if !isList || tables[0][key] == nil || !f.beginsWith("[["+list+"]]") {
			continue
		}
		*f.problems = append(*f.problems, f.source.AtKey(list+".0."+key, "key-order", report.Values{"key": key, "name": list}))
		return true
	}
	return false
}

// beginsWith tells how the first line of the front matter begins that isn't
// empty and is no comment.
func (f *fields) beginsWith(text string) bool {
	for line := range strings.Lines(string(f.source.Text)) {
		line = strings.TrimSpace(line)
		if line != "" && line != "+++" && !strings.HasPrefix(line, "#") {
			return strings.HasPrefix(line, text)
		}
	}
	return false
}

// unknown reports a key that nobody asked for: one of the page's own in a list,
// or one that there isn't.
func (f *fields) unknown(key string) {
	if f.above != nil && slices.Contains(f.above.asked, key) {
		list, _, _ := strings.Cut(f.path, ".")
		f.problem(key, "key-order", report.Values{"key": key, "name": list})
		return
	}
	f.problem(key, "key-unknown", report.Values{
		"key": key, "suggestion": report.Nearest(key, f.asked), "known": strings.Join(f.asked, ", ")})
}

// twice looks closer at a key or a heading that stands there again: it may be a
// list's heading in single brackets, or one of the page's own keys below a list
// that begins above them all.
func twice(source report.Source, p report.Problem, keys []guide.Key) report.Problem {
	key, _ := p.Values["key"].(string)
	list, inList, _ := strings.Cut(key, ".")
	f := fields{source: source}
	switch {
	case strings.HasPrefix(strings.TrimSpace(p.Excerpt), "[") && hasType(keys, key, guide.TablesKey):
		return source.AtLine(p.Place.Line, 1, "table-brackets", report.Values{"name": key})
	case inList != "" && f.beginsWith("[["+list+"]]"):
		return source.AtLine(p.Place.Line, 1, "key-order", report.Values{"key": inList, "name": list})
	}
	return source.AtLine(p.Place.Line, 1, p.Rule, p.Values)
}
