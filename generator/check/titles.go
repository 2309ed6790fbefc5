package check

import (
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Menus, tabs and search engines show about sixty letters of a title and 160
// of a summary. A title may be a whole sentence, as that of a question is, if
// the page has a short one for them.
const (
	labelLimit   = 60
	titleLimit   = 120
	summaryLimit = 160
)

// titles finds titles and summaries that are cut where they are shown, and
// pages with one title. Browsers show the section's name behind the title of a
// page in it, so that a term and a topic can have the same.
func (c *checker) titles(e *guide.Edition) {
	type place struct {
		section *guide.Page
		title   string
	}
	pages := map[place]*guide.Page{}
	for _, p := range e.Pages {
		c.lengths(p)
		here := place{title: strings.ToLower(p.Title)}
		if p.Parent != nil && p.Parent.Parent != nil {
			here.section = p.Section()
		}
		if other := pages[here]; other != nil {
			file := other.File
			if file == "" {
				file = other.Address
			}
			c.atKey(p, "title", "title-twice", report.Values{"title": p.Title, "other": file})
			continue
		}
		pages[here] = p
	}
}

func (c *checker) lengths(p *guide.Page) {
	if p.File == "" {
		return
	}
	if p.Short == "" {
		c.length(p, "title", "title-long", p.Title, labelLimit)
	} else {
		c.length(p, "title", "title-long", p.Title, titleLimit)
		c.length(p, "short", "title-long", p.Short, labelLimit)
	}
	c.length(p, "summary", "summary-long", p.Summary, summaryLimit)
}

func (c *checker) length(p *guide.Page, key, rule, text string, limit int) {
	if length := utf8.RuneCountInString(text); length > limit {
		c.atKey(p, key, rule, report.Values{"key": key, "length": length, "limit": limit})
	}
}
