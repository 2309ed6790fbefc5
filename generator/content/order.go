package content

import (
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Keys of a page that stand below a heading, such as [[agenda]], belong to
// that: the page's own must stand above the first.

// misplaced reports a key that the page lacks because it stands in a list
// that begins above all keys; it says so and returns true.
func (f *fields) misplaced(key string) bool {
	if f.path != "" || f.under != nil {
		return false
	}
	for list, value := range f.values {
		tables, isList := value.([]map[string]any)
		if !isList || tables[0][key] == nil || !beginsWith(string(f.source.Text), list) {
			continue
		}
		p := f.source.AtKey(list+".0."+key, "key-order", report.Values{"key": key, "name": list})
		p.Fix = f.moved(list+".0."+key, list)()
		*f.problems = append(*f.problems, p)
		return true
	}
	return false
}

// beginsWith reports whether a list of tables begins above all keys.
func beginsWith(text, list string) bool {
	for e := range report.Entries(text) {
		if e.Path != "" {
			return e.Path == list+".0"
		}
	}
	return false
}

// unknown reports a key that nobody asked for: one of the page's own in a list,
// or one that there isn't.
func (f *fields) unknown(key string) {
	if f.above != nil && slices.Contains(f.above.asked, key) {
		list, _, _ := strings.Cut(f.path, ".")
		f.problem(key, "key-order", report.Values{"key": key, "name": list},
			f.moved(f.at(key), list))
		return
	}
	suggestion := report.Nearest(key, f.asked)
	// The key that is meant isn't missing.
	*f.problems = slices.DeleteFunc(*f.problems, func(p report.Problem) bool {
		return suggestion != "" && p.Rule == "key-missing" && p.Values["key"] == suggestion && p.Place.File == f.source.Name
	})
	f.problem(key, "key-unknown", report.Values{"key": key, "suggestion": suggestion, "known": report.List(f.asked)},
		f.asKey(key, suggestion))
}

// twice notes a name that stands there again: it may be a list's heading in
// single brackets, or one of the page's own keys below a list that begins above
// them all.
func (s *scan) twice(name string) bool {
	s.at = strings.LastIndexByte(s.text[:s.at], '\n') + 1
	list, inList, _ := strings.Cut(name, ".")
	switch {
	case strings.HasPrefix(strings.TrimSpace(s.rest()), "[") && hasType(s.keys, name, guide.TablesKey):
		return s.fail("table-brackets", report.Values{"name": name})
	case inList != "" && beginsWith(s.text, list):
		return s.fail("key-order", report.Values{"key": inList, "name": list})
	}
	return s.fail("key-twice", report.Values{"key": name})
}
