package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// onPage are the links in HTML that lead to a heading of the same page.
var onPage = regexp.MustCompile(`href="#([^"]+)"`)

// sheets finds links in agendas to what isn't on the leader's sheet: sections
// are there that are marked {.leader}.
func (c *checker) sheets(l *guide.Locale) {
	for _, s := range l.Sessions() {
		for i, item := range s.Agenda {
			c.sheetLinks(s, fmt.Sprintf("agenda.%d.text", i), item.Text)
			c.sheetLinks(s, fmt.Sprintf("agenda.%d.notes", i), item.Notes)
		}
	}
}

func (c *checker) sheetLinks(s *guide.Session, key, html string) {
	for _, link := range onPage.FindAllStringSubmatch(html, -1) {
		c.sheetLink(s, key, link[1])
	}
}

func (c *checker) sheetLink(s *guide.Session, key, id string) {
	values := report.Values{"id": id, "mark": "{.leader}"}
	var known []string
	level := 0
	for _, h := range s.Headings {
		if h.Level <= level {
			level = 0
		}
		if h.Has("leader") {
			level = h.Level
		}
		switch {
		case level > 0:
			known = append(known, h.ID)
		case h.ID == id:
			values["heading"] = strings.Repeat("#", h.Level) + " " + h.Text
		}
	}
	if !slices.Contains(known, id) {
		values["known"] = report.List(known)
		c.atKey(s.Page, key, "session-target", values)
	}
}
