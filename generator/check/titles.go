package check

import (
	"cmp"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// titles finds pages with one title. Browsers show the section's name behind
// the title of a page in it, so that a term and a topic can have the same.
func (c *checker) titles(l *guide.Locale) {
	type place struct {
		section *guide.Page
		title   string
	}
	pages := map[place]*guide.Page{}
	for _, p := range l.Pages {
		here := place{title: strings.ToLower(p.Title)}
		if p.Parent != nil && p.Parent.Parent != nil {
			here.section = p.Section()
		}
		if other := pages[here]; other != nil {
			c.atKey(p, "title", "title-twice", report.Values{"title": p.Title, "other": cmp.Or(other.File, other.Address)})
			continue
		}
		pages[here] = p
	}
}
