package project

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// slugLimit is how many letters of a title make an address, and of the first
// of its words that fit.
const slugLimit = 50

// Page is a file to make.
type Page struct {
	// File is its path from the project's folder.
	File string
	Text []byte
	// Kind is what the page is; Number is 0 for a page without one.
	Kind   string
	Number int
	// Section is where the page stands, nil for a home page, Others where it
	// could stand as well.
	Section *guide.Page
	Others  []*guide.Page
	// Original is the page that it translates, or nil.
	Original *guide.Page
}

// Begin makes the file of a page in a guide, which has its drafts. A page is a
// draft, so that it never makes a sound guide unsound. It goes where the others
// of its kind are: into the first section that is of that kind. Pages with
// numbers get the first free one, and a file name like that of the others
// ("25", "event-4"); other files are called by their title. In another language
// than the guide's first the path of a page makes the page its translation,
// with the same path, number and title.
//
// The error is a *report.Refusal, which says what to do instead.
func Begin(site *guide.Site, asked Request) (Page, error) {
	d, err := understand(site, asked)
	if err != nil {
		return Page{}, err
	}
	slug := shorten(language.For(d.edition.Language).Slug(d.title))
	if slug == "" {
		return Page{}, refuse("new-name-letters", report.Values{"name": d.title})
	}
	d.setKind()
	if d.Original == nil && d.Number > 0 && isNumber(d.title) {
		return Page{}, d.refuseNumber()
	}
	area := d.area()
	if site.Kinds.Find(d.Kind).Key("area") != nil && area == "" && !d.isSection() {
		return Page{}, refuse("new-area-missing", report.Values{"section": d.Section.File})
	}
	d.File = d.file(slug)
	d.Text = fill(beginning(site.Kinds.Find(asked.Kind), d.edition.Language), d.values(d.slug(slug), area))
	return d.Page, nil
}

// shorten cuts a slug after the last word that fits.
func shorten(slug string) string {
	if len(slug) <= slugLimit {
		return slug
	}
	if at := strings.LastIndexByte(slug[:slugLimit+1], '-'); at > 0 {
		return slug[:at]
	}
	return slug[:slugLimit]
}

// setKind sets what the page is, that of the request or of a page that is
// translated, and its number.
func (d *plan) setKind() {
	d.Kind = d.asked.Kind
	switch {
	case d.Original != nil:
		d.Kind, d.Number = d.Original.Kind, d.Original.Number
		if d.Kind == "section" {
			d.Kind = d.Original.Of
		}
	case d.site.Kinds.Find(d.Kind).Numbering != guide.Unnumbered:
		d.Number = free(d.edition, d.Kind)
	}
}

// file returns the path of the file: the original's, one like those of other
// numbered pages, or one from the title.
func (d *plan) file(slug string) string {
	if d.Original != nil {
		return d.fileOf(d.Original)
	}
	if d.Number > 0 {
		slug = cmp.Or(d.likeOthers(func(p *guide.Page) string { return p.ID }, numberLast), slug)
	}
	return path.Join("content", d.edition.Language, d.Section.ID, slug+".md")
}

// fileOf returns the file that a page has in the language of the new one.
func (d *plan) fileOf(p *guide.Page) string {
	if p.Kind == "section" {
		return path.Join("content", d.edition.Language, p.ID, "_index.md")
	}
	return path.Join("content", d.edition.Language, p.ID+".md")
}

// slug returns the page's part of the address, one that no other page has.
func (d *plan) slug(slug string) string {
	if d.Number > 0 {
		number := d.likeOthers(func(p *guide.Page) string { return p.Address }, numberFirst)
		slug = strings.TrimPrefix(number+"-"+slug, "-")
	}
	var taken []string
	for _, other := range d.edition.Pages {
		if d.Original != nil && other.ID == d.Original.ID {
			// It stands in for this page.
			continue
		}
		taken = append(append(taken, other.Address), other.Aliases...)
	}
	free := slug
	for n := 2; slices.Contains(taken, d.address(free)); n++ {
		free = slug + "-" + strconv.Itoa(n)
	}
	return free
}

// address returns the file of the site that a slug leads to. A section right
// under Home stands beside it, in the language's folder.
func (d *plan) address(slug string) string {
	folder := path.Dir(d.Section.Address)
	if d.Section == d.edition.Home {
		folder = d.edition.Language
	}
	if d.isSection() {
		return path.Join(folder, slug, "index.html")
	}
	return path.Join(folder, slug+".html")
}

// isSection reports whether the page is the translation of a section.
func (d *plan) isSection() bool { return d.Original != nil && d.Original.Kind == "section" }

// area is the original's, or the one with the fewest questions, "" if there is
// none.
func (d *plan) area() string {
	areas := d.edition.Areas()
	if d.Original != nil {
		question, ok := d.Original.Detail.(*guide.Question)
		for _, area := range areas {
			if ok && question.Area != nil && question.Area.Name == area.Name {
				return area.Name
			}
		}
	}
	if len(areas) == 0 {
		return ""
	}
	return slices.MinFunc(areas, func(a, b *guide.Area) int { return len(a.Questions) - len(b.Questions) }).Name
}

// weight puts the page behind the others of its kind in the section.
func (d *plan) weight() int {
	if d.Original != nil {
		return d.Original.Weight
	}
	last, lastOfKind := 0, 0
	for _, p := range d.Section.Children {
		last = max(last, p.Weight)
		if p.Kind == d.Kind {
			lastOfKind = max(lastOfKind, p.Weight)
		}
	}
	return cmp.Or(lastOfKind, last) + 10
}
