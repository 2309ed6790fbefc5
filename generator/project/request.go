package project

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
	Page
	site    *guide.Site
	edition *guide.Locale
	asked   Request
	title   string
}

// refuse says why something can't be begun. A name that no page can have is a
// wrong command line.
func refuse(rule string, values report.Values) error {
	return &report.Refusal{Rule: rule, Values: values, Usage: strings.HasPrefix(rule, "new-name-")}
}

// understand finds out where the page goes and what it is called.
func understand(site *guide.Site, asked Request) (*plan, error) {
	l, err := editionOf(site, asked.Language)
	if err != nil {
		return nil, err
	}
	d := &plan{site: site, edition: l, asked: asked}
	name := d.path(asked.Name)
	switch {
	case name == "" || strings.HasSuffix(name, "/"):
		return nil, refuse("new-name-missing", report.Values{"kind": asked.Kind})
	case asked.Section == "" && leadsOut(name) || leadsOut(d.path(asked.Section)):
		return nil, refuse("new-outside", report.Values{"name": asked.Name})
	}
	if original := site.Locales[0].Page(name); l != site.Locales[0] && original != nil && original.File != "" {
		return d, d.translate(original)
	}
	if found := d.own(name); found != nil && strings.Contains(name, "/") {
		return nil, refuse("new-exists", report.Values{"file": found.File})
	}
	return d, d.place(name)
}

func editionOf(site *guide.Site, tag string) (*guide.Locale, error) {
	l, err := languageOf(site.Settings.Languages, tag)
	if err != nil {
		return nil, err
	}
	return site.Locales[slices.Index(site.Settings.Languages, l)], nil
}

// path returns a name as IDs are written, whether someone copied it from a
// folder's window or from the program's messages.
func (d *plan) path(name string) string {
	name = oneLine(strings.ReplaceAll(name, `\`, "/"))
	for _, l := range d.site.Locales {
		name = strings.TrimPrefix(name, "content/"+l.Language+"/")
	}
	name = strings.TrimSuffix(name, ".md")
	return strings.TrimSuffix(name, "/_index")
}

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
	d.Section = d.edition.Page(id)
	if isSection(d.Section) {
		return nil
	}
	return refuse("new-section-unknown", report.Unknown(id, d.sections()))
}

// choose takes the first section of the page's kind.
func (d *plan) choose() error {
	fitting := slices.DeleteFunc(sectionsUnder(d.edition.Home), func(p *guide.Page) bool { return p.Of != d.asked.Kind })
	if len(fitting) == 0 {
		return refuse("new-section-none", report.Values{"kind": d.asked.Kind, "known": d.sections()})
	}
	d.Section, d.Others = fitting[0], fitting[1:]
	return nil
}

// sections names all sections that have a file.
func (d *plan) sections() report.List { return IDs(sectionsUnder(d.edition.Home)) }

// IDs names pages by their IDs.
func IDs(pages []*guide.Page) report.List {
	return report.Names(pages, func(p *guide.Page) string { return p.ID })
}

// translate makes the page that of an original in another language: with its
// path, its number and its title, which the translator writes anew.
func (d *plan) translate(original *guide.Page) error {
	fitting, kind := "page", d.site.Kinds.Find(original.Kind)
	if kind.New {
		fitting = kind.Name
	}
	file := d.fileOf(original)
	switch {
	case d.own(original.ID) != nil:
		return refuse("new-exists", report.Values{"file": file})
	case d.asked.Kind != fitting:
		return refuse("new-translation-kind", report.Values{"original": original.File, "kind": fitting, "name": original.ID, "language": d.edition.Language})
	case !kind.New && slices.ContainsFunc(kind.Keys, func(k guide.Key) bool { return k.Required }):
		return refuse("new-translation-copy", report.Values{"original": original.File, "file": file})
	}
	d.Original, d.title = original, original.Title
	d.Section = d.edition.Page(original.Parent.ID)
	return nil
}

// own finds a page of the language, or returns nil: one that shows its original
// waits for its translation.
func (d *plan) own(id string) *guide.Page {
	if p := d.edition.Page(id); p != nil && p.Original.Language == "" {
		return p
	}
	return nil
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
