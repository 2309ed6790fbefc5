package project

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// values are what a beginning is filled with. Examples name what the guide
// has, so that a comment passes, too, when its # is taken away.
func (d *plan) values(slug, area string) map[string]string {
	areas := report.Names(d.edition.Areas(), func(area *guide.Area) string { return `"` + area.Name + `"` })
	values := map[string]string{
		"title": quoted(d.title), "kind": d.saidKind(), "slug": slug, "weight": strconv.Itoa(d.weight()),
		"today": d.asked.Today.Format(time.DateOnly), "number": number(d.Number), "area": area, "areas": strings.Join(areas, ", "),
		"original": "", "topic": "", "source": "", "question": d.first("question"), "step": d.first("step"),
		"session": "", "page": d.wayTo(d.edition.Home),
	}
	if d.Original != nil {
		values["original"] = d.Original.File
	}
	if topic := d.edition.Find("topic"); topic != nil {
		values["topic"] = quoted(topic.Title)
	}
	if len(d.site.Sources) > 0 {
		values["source"] = quoted(d.site.Sources[0].Name)
	}
	if session := d.edition.Find("session"); session != nil {
		values["session"] = d.wayTo(session)
	}
	return values
}

// saidKind is what the page must say that it is, "" where its section says it.
// A section says in any case what its pages are.
func (d *plan) saidKind() string {
	usual := d.Section.Of
	if usual == "" || d.isSection() {
		usual = "page"
	}
	if d.Kind == usual {
		return ""
	}
	return d.Kind
}

// number writes a number, none for 0.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// first returns the lowest number of the pages of a kind, as an example.
func (d *plan) first(kind string) string {
	taken := slices.Sorted(maps.Keys(numbers(d.edition, kind)))
	return number(append(taken, 0)[0])
}

// wayTo returns the path of a page's file from the folder of the new one.
func (d *plan) wayTo(p *guide.Page) string {
	from := d.Section.ID
	if d.isSection() {
		from = d.Original.ID
	}
	to := p.ID + ".md"
	if p.Kind == "section" || p.Kind == "home" {
		to = strings.TrimPrefix(p.ID+"/_index.md", "/")
	}
	if from == "" {
		return to
	}
	return strings.Repeat("../", strings.Count(from, "/")+1) + to
}
