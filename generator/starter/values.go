package starter

import (
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
)

// values are what a beginning is filled with. Examples name what the guide
// has, so that a comment passes, too, when its # is taken away.
func (d *plan) values(p Page, slug, area string) map[string]string {
	values := map[string]string{
		"title": quoted(d.title), "kind": d.saidKind(p.Kind), "slug": slug, "weight": strconv.Itoa(d.weight(p.Kind)),
		"today": day(d.asked.Today), "number": number(p.Number), "area": area, "areas": d.areas(), "original": "",
		"topic": "", "source": "", "question": d.first("question"), "step": d.first("step"),
		"session": "", "page": d.wayTo(d.edition.Home),
	}
	if p.Original != nil {
		values["original"] = p.Original.File
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
func (d *plan) saidKind(kind string) string {
	usual := d.section.Of
	if usual == "" || d.original != nil && d.original.Kind == "section" {
		usual = "page"
	}
	if kind == usual {
		return ""
	}
	return kind
}

// number writes a number, none for 0.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// areas lists the areas as front matter names them.
func (d *plan) areas() string {
	var names []string
	for _, area := range d.edition.Areas() {
		names = append(names, `"`+area.Name+`"`)
	}
	return strings.Join(names, ", ")
}

// first returns the lowest number of the pages of a kind, as an example.
func (d *plan) first(kind string) string {
	lowest := 0
	for n := range numbers(d.edition, kind) {
		if lowest == 0 || n < lowest {
			lowest = n
		}
	}
	return number(lowest)
}

// wayTo returns the path of a page's file from the folder of the new one.
func (d *plan) wayTo(p *guide.Page) string {
	up := d.section.ID
	if d.original != nil && d.original.Kind == "section" {
		up = d.original.ID
	}
	way := ""
	if up != "" {
		way = strings.Repeat("../", strings.Count(up, "/")+1)
	}
	if p.Kind == "section" || p.Kind == "home" {
		return way + strings.TrimPrefix(p.ID+"/_index.md", "/")
	}
	return way + p.ID + ".md"
}
