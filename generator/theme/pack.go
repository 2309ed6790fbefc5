package theme

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"sparrausopas/generator/guide"
)

// A locale with a page of kind "pack" lets a reader print many pages as one
// job. What of a page goes into a pack is made by the theme's pack/KIND.html,
// or pack/KIND.VIEW.html for a second view; pages of other kinds can't be
// packed. A view that has no page of its own is in packs alone, as the
// questions of a session are as cards (pack/session.cards.html). A page that is
// opened as a file can't fetch another, but it can load a script: each item is
// a script of one statement, named by its ID in the folder "address-pack" beside
// the pack page, that hands the item to the pack page's own script.

const packDir = "pack/"

// PackItem is a page in one of its printable forms.
type PackItem struct {
	Page *guide.Page
	// View names the second view, "" for the page itself.
	View string
	// ID names the item among all of a locale: "sessions/event-1.sheet".
	ID, Title string
	// For is who gets it: "leader" one, "table" one each, "person" one each.
	For   string
	Paper PackPaper
	// Address is the printable page, relative to the page that asked for the
	// item.
	Address string
}

// PackPaper is what an item is printed on.
type PackPaper struct {
	// Size is that of a worksheet, "A4" elsewhere.
	Size string
	// Pages is how many pages one copy takes, 0 if that isn't known.
	Pages int
	// Cards is how many cards one set of it has, 0 for what isn't cut from
	// sheets; PerSheet how many of them are on a sheet, 0 for question cards.
	Cards, PerSheet int
}

// PackItems are items in an order.
type PackItems []*PackItem

// IDs are the items' IDs as an address takes them, parted by commas.
func (items PackItems) IDs() string {
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = url.PathEscape(item.ID)
	}
	return strings.Join(ids, ",")
}

// Pack is the page that prints packs, or nil.
func (v *View) Pack() *guide.Page { return v.Locale.Find("pack") }

// PackItem returns a page, or a second view of it, as an item of a pack; nil if
// the locale has no packs or the theme no form for the page in them.
func (v *View) PackItem(p *guide.Page, view string) (*PackItem, error) {
	if _, ok := v.templates.theme.files[packForm(p.Kind, view)]; !ok || v.Pack() == nil {
		return nil, nil
	}
	item := &PackItem{Page: p, View: view, ID: p.Identity(), Title: p.Title, For: "table", Paper: PackPaper{Size: "A4"}}
	if v.Site.Kinds.Find(p.Kind).Numbering == guide.Counted {
		item.Title = fmt.Sprintf("%d. %s", p.Number, p.Title)
	}
	switch detail := p.Detail.(type) {
	case *guide.Worksheet:
		item.For, item.Paper = readers[detail.Audience], worksheetPaper(detail)
	case *guide.Session:
		item.For, item.Paper.Pages = readers[view], sessionPages[view]
		if cards := detail.Cards(); view == "cards" {
			if len(cards.Cards) == 0 {
				return nil, nil
			}
			if item.Paper.Cards = len(cards.Cards); cards.Once {
				item.For = "leader"
			}
		}
	default:
		if p.Kind == "cards" {
			item.Paper.Cards = len(v.Locale.Questions())
		}
	}
	return item, v.completePackItem(item)
}

// worksheetPaper knows of one that is parted how much paper it takes.
func worksheetPaper(w *guide.Worksheet) PackPaper {
	paper := PackPaper{Size: w.Paper, Pages: w.Pages, PerSheet: w.PerSheet}
	parts := 0
	for _, h := range w.Headings {
		if isPart(h) {
			parts++
		}
	}
	switch {
	case w.PerSheet > 1:
		paper.Cards = parts
	case w.PerSheet == 1:
		paper.Pages = parts
	}
	return paper
}

// sessionPages are how many pages the style makes of a session's views.
var sessionPages = map[string]int{"sheet": 2, "handout": 1}

// readers are who gets a worksheet of an audience and a session's views.
var readers = map[string]string{
	"sparrer": "leader", "room": "leader", "group": "table", "participant": "person",
	"sheet": "leader", "cards": "table", "handout": "person",
}

// completePackItem adds what depends on the view and on addresses.
func (v *View) completePackItem(item *PackItem) error {
	if item.View != "" {
		name, err := wordOf(v.Locale, item.View)
		if err != nil {
			return err
		}
		item.ID, item.Title = item.ID+"."+item.View, item.Title+" – "+name
	}
	page, err := v.packPage(item.Page, item.View)
	item.Address = guide.Relative(v.from, page)
	return err
}

// packPage is the address of the page that an item is a form of.
func (v *View) packPage(p *guide.Page, view string) (string, error) {
	if _, ok := v.templates.theme.files[p.Kind+"."+view+".html"]; !ok {
		return p.Address, nil
	}
	return viewAddress(v.Locale, p.Address, view)
}

// packForm names the template of an item.
func packForm(kind, view string) string {
	if view != "" {
		kind += "." + view
	}
	return packDir + kind + ".html"
}

// PackFolder is the folder of a locale's items, relative to this page.
func (v *View) PackFolder(l *guide.Locale) (string, error) {
	folder, err := packFolder(l)
	return guide.Relative(v.from, folder), err
}

// packFolder stands beside the pack page of a locale.
func packFolder(l *guide.Locale) (string, error) {
	name, err := wordOf(l, "address-pack")
	if pack := l.Find("pack"); pack != nil {
		name = path.Join(path.Dir(pack.Address), name)
	}
	return name, err
}

// packAddress keeps the slashes of the ID, so that no two items share a file.
func packAddress(l *guide.Locale, item *PackItem) (string, error) {
	folder, err := packFolder(l)
	return path.Join(folder, item.ID) + ".js", err
}

// wordOf finds a word that no template names.
func wordOf(l *guide.Locale, name string) (string, error) {
	word, ok := l.Words[name]
	if !ok {
		return "", fmt.Errorf("the word %q is missing", name)
	}
	return word, nil
}

// PackItems are all pages of a kind as items, in the order of the guide: each
// in these views, or the page itself if there are none.
func (v *View) PackItems(kind string, views ...string) (PackItems, error) {
	var pages []*guide.Page
	var walk func(*guide.Page)
	walk = func(p *guide.Page) {
		if p.Kind == kind {
			pages = append(pages, p)
		}
		for _, child := range p.Children {
			walk(child)
		}
	}
	walk(v.Locale.Home)
	return v.packItems(pages, views...)
}

// PackReady is a pack with all that is printed for a session, in the order of
// use; the questions on the tables are in it as cards, or as pages if the theme
// has no cards.
func (v *View) PackReady(s *guide.Session) (PackItems, error) {
	own, err := v.packItems([]*guide.Page{s.Page}, "sheet", "handout", "cards")
	if err != nil {
		return nil, err
	}
	var pages []*guide.Page
	for _, worksheet := range s.Prints() {
		pages = append(pages, worksheet.Page)
	}
	if _, ok := v.templates.theme.files[packForm("session", "cards")]; !ok {
		for _, question := range s.Cards().Cards {
			pages = append(pages, question.Page)
		}
	}
	rest, err := v.packItems(pages)
	return append(own, rest...), err
}

// packItems leaves out what has no form in a pack.
func (v *View) packItems(pages []*guide.Page, views ...string) (PackItems, error) {
	if len(views) == 0 {
		views = []string{""}
	}
	var items PackItems
	for _, p := range pages {
		for _, view := range views {
			item, err := v.PackItem(p, view)
			if err != nil {
				return nil, err
			}
			if item != nil {
				items = append(items, item)
			}
		}
	}
	return items, nil
}
