package theme

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// An edition with a page of kind "pack" lets a reader print many pages as one
// job. What of a page goes into a pack is made by the theme's pack/KIND.html,
// or pack/KIND.VIEW.html for a second view; pages of other kinds can't be
// packed. A view that has no page of its own is in packs alone, as the
// questions of a session are as cards (pack/session.cards.html). A page that is opened as a file can't fetch another, but it can load
// a script: each item is a script of one statement, in the folder of the pack
// page, that hands the item to the pack page's own script.

const packDir = "pack/"

// PackItem is a page in one of its printable forms.
type PackItem struct {
	Page *guide.Page
	// View names the second view, "" for the page itself.
	View string
	// ID names the item among all of an edition: "sessions/event-1.sheet".
	ID, Title string
	// Paper is that of a worksheet, "A4" elsewhere.
	Paper string
	// Address is the printable page, Script the item's script, both relative
	// to the page that asked for the item.
	Address, Script string
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
func (v *View) Pack() *guide.Page { return v.Edition.Find("pack") }

// PackItem gives a page, or a second view of it, as an item of a pack; nil if
// the edition has no packs or the theme no form for the page in them.
func (v *View) PackItem(p *guide.Page, view string) (*PackItem, error) {
	if _, ok := v.templates.theme.files[packForm(p.Kind, view)]; !ok || v.Pack() == nil {
		return nil, nil
	}
	item := &PackItem{Page: p, View: view, ID: p.ID, Title: p.Title, Paper: "A4"}
	switch detail := p.Detail.(type) {
	case *guide.Question:
		item.Title = fmt.Sprintf("%d. %s", detail.Number, p.Title)
	case *guide.Worksheet:
		item.Paper = detail.Paper
	case *guide.Session:
		if view == "cards" && len(detail.Questions()) == 0 {
			return nil, nil
		}
	}
	return item, v.completePackItem(item)
}

// completePackItem adds what depends on the view and on addresses.
func (v *View) completePackItem(item *PackItem) error {
	if item.View != "" {
		name, err := v.word(item.View)
		if err != nil {
			return err
		}
		item.ID, item.Title = item.ID+"."+item.View, item.Title+" – "+name
	}
	page, err := v.packPage(item.Page, item.View)
	if err != nil {
		return err
	}
	script, err := v.packAddress(item)
	item.Address, item.Script = guide.Relative(v.from, page), guide.Relative(v.from, script)
	return err
}

// packPage is the address of the page that an item is a form of.
func (v *View) packPage(p *guide.Page, view string) (string, error) {
	if _, ok := v.templates.theme.files[p.Kind+"."+view+".html"]; !ok {
		return p.Address, nil
	}
	return viewAddress(v.Edition, p, view)
}

// packForm names the template of an item.
func packForm(kind, view string) string {
	if view != "" {
		kind += "." + view
	}
	return packDir + kind + ".html"
}

// packAddress keeps the slashes of the ID, so that no two items share a file.
func (v *View) packAddress(item *PackItem) (string, error) {
	folder, err := v.word("address-pack")
	return path.Join(path.Dir(v.Pack().Address), folder, item.ID) + ".js", err
}

// word finds a word that no template names.
func (v *View) word(name string) (string, error) {
	word, ok := v.Edition.Words[name]
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
	walk(v.Edition.Home)
	return v.packItems(pages, views...)
}

// PackReady is a pack with all that a session needs; its questions are in it
// as cards, or as pages if the theme has no cards.
func (v *View) PackReady(s *guide.Session) (PackItems, error) {
	own, err := v.packItems([]*guide.Page{s.Page}, "sheet", "handout", "cards")
	if err != nil {
		return nil, err
	}
	var pages []*guide.Page
	for _, worksheet := range s.Worksheets {
		pages = append(pages, worksheet.Page)
	}
	slices.SortStableFunc(pages, func(a, b *guide.Page) int { return cmp.Compare(a.Weight, b.Weight) })
	if _, ok := v.templates.theme.files[packForm("session", "cards")]; !ok {
		for _, question := range s.Questions() {
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

// addPack parses the forms of items, if the edition has packs. A form can use
// what the templates of its kind and of the kind that its view is named after
// define.
func (s *templates) addPack(e *guide.Edition, base *template.Template) report.Problems {
	if e.Find("pack") == nil {
		return nil
	}
	var problems report.Problems
	s.pack, s.packViews = map[string]*template.Template{}, map[string][]string{}
	for _, name := range s.theme.names(packDir) {
		form, ok := strings.CutSuffix(strings.TrimPrefix(name, packDir), ".html")
		if !ok {
			continue
		}
		kind, view, _ := strings.Cut(form, ".")
		set := template.Must(base.Clone())
		for _, own := range []string{kind + ".html", view + ".html"} {
			if _, ok := s.theme.files[own]; ok {
				problems = append(problems, s.theme.add(set, own)...)
			}
		}
		problems = append(problems, s.theme.add(set, name)...)
		s.pack[name] = set
		s.packViews[kind] = append(s.packViews[kind], view)
	}
	return problems
}

// renderPackItems makes the scripts of a page's items.
func (s *templates) renderPackItems(v *View, out *bytes.Buffer, emit func(string, []byte) error) error {
	for _, view := range s.packViews[v.Page.Kind] {
		if err := s.renderPackItem(v, view, out, emit); err != nil {
			return err
		}
	}
	return nil
}

func (s *templates) renderPackItem(v *View, view string, out *bytes.Buffer, emit func(string, []byte) error) error {
	own := *v
	own.View = view
	name := packForm(v.Page.Kind, view)
	item, address, err := own.startPackItem()
	if item == nil && err == nil {
		return nil
	}
	out.Reset()
	if err == nil {
		err = s.pack[name].ExecuteTemplate(out, name, &own)
	}
	if err != nil {
		return s.explainPackItem(name, &own, err)
	}
	script, err := packScript(item, own.rebase(out.String()))
	if err != nil {
		return err
	}
	return emit(address, script)
}

// startPackItem readies a view for the form of an item: links are made from
// the printable page and lead from the pack page later, as those of its text
// do.
func (v *View) startPackItem() (item *PackItem, address string, err error) {
	if v.from, err = v.packPage(v.Page, v.View); err != nil {
		return nil, "", err
	}
	if item, err = v.PackItem(v.Page, v.View); item == nil || err != nil {
		return nil, "", err
	}
	address, err = v.packAddress(item)
	return item, address, err
}

// explainPackItem runs a form that failed again as it was written.
func (s *templates) explainPackItem(name string, v *View, err error) error {
	if set := s.unshrunk(v.Edition); set != nil {
		v.templates = set
		if again := set.pack[name].ExecuteTemplate(&bytes.Buffer{}, name, v); again != nil {
			err = again
		}
	}
	return s.onPage(v, err)
}

// targets finds links and pictures in HTML that the program made: it writes
// attributes in double quotes, and quotes in text as entities.
var targets = regexp.MustCompile(` (href|src)="([^"?#]*)`)

// scheme is the start of an address that isn't one of the site's files.
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// rebase turns links that lead from this page into links from the pack page.
func (v *View) rebase(html string) string {
	return targets.ReplaceAllStringFunc(html, func(link string) string {
		attribute, target, _ := strings.Cut(link, `"`)
		if target == "" || strings.HasPrefix(target, "/") || scheme.MatchString(target) {
			return link
		}
		return attribute + `"` + guide.Relative(v.Pack().Address, path.Join(path.Dir(v.from), target))
	})
}

// packScript is the statement that hands over an item. It stays harmless when
// it is put into a page.
func packScript(item *PackItem, html string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("opas.packItem(")
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(struct {
		ID    string `json:"id"`
		Title string `json:"title"`
		Kind  string `json:"kind"`
		View  string `json:"view,omitempty"`
		Paper string `json:"paper"`
		HTML  string `json:"html"`
	}{item.ID, item.Title, item.Page.Kind, item.View, item.Paper, html})
	script := append(bytes.TrimSpace(out.Bytes()), ");\n"...)
	return bytes.ReplaceAll(script, []byte("</"), []byte(`<\/`)), err
}
