package starter

import (
	"path"
	"slices"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Request is a page that someone wants to begin.
type Request struct {
	// Kind is one that the guide's table says can be begun.
	Kind string
	// Name is a title in any words, or the path of a section, a slash and a
	// title. In another language than the guide's first it can be the path of a
	// page to translate.
	Name string
	// Section is the path of the section, "" for the one that fits the kind.
	Section string
	// Language is the tag of the page's language, "" for the guide's first.
	Language string
	// Today is the day that the page is made.
	Today time.Time
}

// plan is a page in the making.
type plan struct {
	site    *guide.Site
	edition *guide.Edition
	asked   Request
	section *guide.Page
	// others are sections where the page could stand as well.
	others []*guide.Page
	title  string
	// original is the page that is translated, or nil.
	original *guide.Page
}

// understand finds out where the page goes and what it is called.
func understand(site *guide.Site, asked Request) (*plan, error) {
	e, err := editionOf(site, asked.Language)
	if err != nil {
		return nil, err
	}
	d := &plan{site: site, edition: e, asked: asked}
	name := d.path(asked.Name)
	switch {
	case name == "" || strings.HasSuffix(name, "/"):
		return nil, refuse("new-name-missing", report.Values{"kind": asked.Kind})
	case asked.Section == "" && leadsOut(name) || leadsOut(d.path(asked.Section)):
		return nil, refuse("new-outside", report.Values{"name": asked.Name})
	}
	if original := site.Editions[0].Page(name); e != site.Editions[0] && original != nil && original.File != "" {
		return d, d.translate(original)
	}
	if found := e.Page(name); found != nil && strings.Contains(name, "/") {
		return nil, refuse("new-exists", report.Values{"file": found.File})
	}
	return d, d.place(name)
}

func editionOf(site *guide.Site, tag string) (*guide.Edition, error) {
	var known []string
	for _, e := range site.Editions {
		if tag == "" || strings.EqualFold(tag, e.Language) {
			return e, nil
		}
		known = append(known, e.Language)
	}
	return nil, refuse("new-language-unknown", report.Values{"name": tag, "known": strings.Join(known, ", ")})
}

// path returns a name as IDs are written, whether someone copied it from a
// folder's window or from the program's messages.
func (d *plan) path(name string) string {
	name = oneLine(strings.ReplaceAll(name, `\`, "/"))
	for _, e := range d.site.Editions {
		name = strings.TrimPrefix(name, "content/"+e.Language+"/")
	}
	name = strings.TrimSuffix(name, ".md")
	return strings.TrimSuffix(name, "/_index")
}

// oneLine parts words by single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// leadsOut reports whether a path begins outside of the content or leads there.
func leadsOut(name string) bool {
	return strings.HasPrefix(name, "/") || slices.Contains(strings.Split(name, "/"), "..") || strings.Index(name, ":/") == 1
}

// place finds the section: the one that is named, or for a kind that has one
// the first of that kind. A slash in a title is no path, if what stands before
// it has spaces and is no section.
func (d *plan) place(name string) error {
	folder, title := path.Split(name)
	folder = strings.TrimSuffix(folder, "/")
	switch {
	case d.asked.Section != "":
		d.title = oneLine(d.asked.Name)
		return d.enter(strings.TrimSuffix(d.path(d.asked.Section), "/"))
	case folder != "" && (isSection(d.edition.Page(folder)) || !strings.Contains(folder, " ")):
		d.title = title
		return d.enter(folder)
	case d.asked.Kind == "page":
		return refuse("new-section-missing", report.Values{"title": name, "known": d.sections()})
	}
	d.title = oneLine(d.asked.Name)
	return d.choose()
}

func (d *plan) enter(id string) error {
	d.section = d.edition.Page(id)
	if isSection(d.section) {
		return nil
	}
	return refuse("new-section-unknown", report.Values{
		"name": id, "suggestion": report.Nearest(id, strings.Split(d.sections(), ", ")), "known": d.sections()})
}

// choose takes the first section of the page's kind.
func (d *plan) choose() error {
	for _, section := range sectionsUnder(d.edition.Home) {
		if section.Of == d.asked.Kind {
			d.others = append(d.others, section)
		}
	}
	if len(d.others) == 0 {
		return refuse("new-section-none", report.Values{"kind": d.asked.Kind, "known": d.sections()})
	}
	d.section, d.others = d.others[0], d.others[1:]
	return nil
}

// sections names all sections that have a file.
func (d *plan) sections() string {
	var names []string
	for _, section := range sectionsUnder(d.edition.Home) {
		names = append(names, section.ID)
	}
	return strings.Join(names, ", ")
}

func isSection(p *guide.Page) bool { return p != nil && p.Kind == "section" && p.File != "" }

// sectionsUnder returns the sections below a page, in the order of the menu.
func sectionsUnder(p *guide.Page) []*guide.Page {
	var list []*guide.Page
	for _, child := range p.Children {
		if isSection(child) {
			list = append(append(list, child), sectionsUnder(child)...)
		}
	}
	return list
}
