package starter

import (
	"cmp"
	"path"
	"strconv"
	"strings"
	"time"

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
	// Section is where the page stands, Others where it could stand as well.
	Section *guide.Page
	Others  []*guide.Page
	// Original is the page that it translates, or nil.
	Original *guide.Page
	// Wanted is how many pages of the kind the settings ask for, InArea how
	// many of them in each area; 0 for any.
	Wanted, InArea int
}

// OtherIDs names the sections where the page could stand as well.
func (p Page) OtherIDs() string {
	var ids []string
	for _, section := range p.Others {
		ids = append(ids, section.ID)
	}
	return strings.Join(ids, ", ")
}

// Begin makes the file of a page in a guide, which has its drafts. The error
// is a *report.Refusal.
func Begin(site *guide.Site, asked Request) (Page, error) {
	d, err := understand(site, asked)
	if err != nil {
		return Page{}, err
	}
	slug := shorten(language.For(d.edition.Language).Slug(d.title))
	if slug == "" {
		return Page{}, refuse("new-name-letters", report.Values{"name": d.title})
	}
	if d.original == nil && d.number() > 0 && isNumber(d.title) {
		return Page{}, d.refuseNumber()
	}
	p := Page{Kind: d.kind(), Number: d.number(), Section: d.section, Others: d.others, Original: d.original}
	area := d.area()
	if d.site.Kinds.Find(p.Kind).Key("area") != nil && area == "" {
		return Page{}, refuse("new-area-missing", report.Values{"section": d.section.File})
	}
	wanted := site.Settings.Contract
	p.Wanted = wanted.Counts[p.Kind]
	if p.Kind == "question" {
		p.InArea = wanted.QuestionsPerArea
	}
	p.File = d.file(p, slug)
	p.Text = fill(beginning(d.site.Kinds.Find(d.asked.Kind), d.edition.Language), d.values(p, d.slug(p, slug), area))
	return p, nil
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

// kind is what the page is: that of the request, or of a page that is
// translated.
func (d *plan) kind() string {
	switch {
	case d.original == nil:
		return d.asked.Kind
	case d.original.Kind == "section":
		return d.original.Of
	}
	return d.original.Kind
}

func (d *plan) number() int {
	switch {
	case d.original != nil:
		return d.original.Number
	case d.site.Kinds.Find(d.asked.Kind).Numbering != guide.Unnumbered:
		return free(d.edition, d.asked.Kind)
	}
	return 0
}

// file returns the path of the file: the original's, one like those of other
// numbered pages, or one from the title.
func (d *plan) file(p Page, slug string) string {
	if p.Original != nil {
		return d.fileOf(p.Original)
	}
	name := slug
	if p.Number > 0 {
		name = cmp.Or(likeOthers(numbers(d.edition, p.Kind), p.Number), slug)
	}
	return path.Join("content", d.edition.Language, d.section.ID, name+".md")
}

// slug returns the page's part of the address, one that no other page has.
func (d *plan) slug(p Page, slug string) string {
	if p.Number > 0 {
		slug = slugLikeOthers(numbers(d.edition, p.Kind), p.Number, slug)
	}
	taken := map[string]bool{}
	for _, other := range d.edition.Pages {
		taken[other.Address] = true
		for _, alias := range other.Aliases {
			taken[alias] = true
		}
	}
	free := slug
	for n := 2; taken[d.address(free)]; n++ {
		free = slug + "-" + strconv.Itoa(n)
	}
	return free
}

// address returns the file of the site that a slug leads to. A section right
// under Home stands beside it, in the language's folder.
func (d *plan) address(slug string) string {
	folder := path.Dir(d.section.Address)
	if d.section == d.edition.Home {
		folder = d.edition.Language
	}
	if d.original != nil && d.original.Kind == "section" {
		return path.Join(folder, slug, "index.html")
	}
	return path.Join(folder, slug+".html")
}

// area is the original's, or the one with the fewest questions, "" if there is
// none.
func (d *plan) area() string {
	best := ""
	fewest := 0
	for _, area := range d.edition.Areas() {
		if best == "" || len(area.Questions) < fewest {
			best, fewest = area.Name, len(area.Questions)
		}
	}
	if d.original == nil {
		return best
	}
	question, ok := d.original.Detail.(*guide.Question)
	for _, area := range d.edition.Areas() {
		if ok && question.Area != nil && question.Area.Name == area.Name {
			best = area.Name
		}
	}
	return best
}

// weight puts the page behind the others of its kind in the section.
func (d *plan) weight(kind string) int {
	if d.original != nil {
		return d.original.Weight
	}
	last, lastOfKind := 0, 0
	for _, p := range d.section.Children {
		last = max(last, p.Weight)
		if p.Kind == kind {
			lastOfKind = max(lastOfKind, p.Weight)
		}
	}
	return cmp.Or(lastOfKind, last) + 10
}

func day(t time.Time) string { return t.Format(time.DateOnly) }
