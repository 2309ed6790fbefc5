package build

import (
	"encoding/json"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/pdf"
	"sparrausopas/generator/theme"
)

// printedKinds are the kinds of pages that are printed, and views of them.
// Worksheets can be filled in.
var printedKinds = map[string]bool{"worksheet": true, "session.sheet": true, "session.handout": true, "cards": true}

// pdfs prints what people print: worksheets, sheets of sessions, sets of cards,
// the packs of sessions, and the guide and its sections as a whole.
func pdfs(d Documents, r rendering) ([]document, error) {
	p := printer{rendering: r, newest: newest(r.site)}
	// What takes longest comes first, while others are printed beside it.
	for _, l := range r.site.Locales {
		p.addBooks(l)
		p.addPacks(l)
	}
	for _, file := range r.pages {
		if file.Page != nil && printedKinds[strings.TrimSuffix(file.Page.Kind+"."+file.View, ".")] {
			p.addPage(file)
		}
	}
	// The browser takes a while to start.
	d.Progress(0, len(p.pages))
	site := pdf.Site{Base: r.site.Settings.Web.Base, File: r.file, Progress: d.Progress}
	made, err := pdf.Print(d.stop, site, p.pages)
	if err != nil {
		return nil, err
	}
	var all []document
	for i, one := range p.documents {
		if data := made[i]; data != nil {
			one.Format, one.Size, one.data = "pdf", len(data), data
			all = append(all, one)
		}
	}
	return all, nil
}

// printer lists what is to be printed, and the documents that come of it.
type printer struct {
	rendering
	newest    time.Time
	pages     []pdf.Page
	documents []document
}

func (p *printer) add(page pdf.Page, of, address string) {
	p.pages = append(p.pages, page)
	p.documents = append(p.documents, document{Document: guide.Document{Address: address}, of: of})
}

// addPage adds a page, or a second view of one.
func (p *printer) addPage(file theme.File) {
	l := p.localeOf(file.Page)
	page := pdf.Page{Address: file.Name, Title: file.Page.Title, Date: p.dateOf(file.Page)}
	if file.View != "" {
		page.Title = l.Words[file.View] + ": " + page.Title
	}
	if worksheet, ok := file.Page.Detail.(*guide.Worksheet); ok {
		page.Form, page.Row = identity(p.site, l, worksheet), l.Words["document-row"]
	}
	p.add(page, file.Name, beside(file.Name, "pdf"))
}

// addPacks adds for each session the pack of all that is printed for it, which
// the page of packs has ready.
func (p *printer) addPacks(l *guide.Locale) {
	pack := l.Find("pack")
	if pack == nil {
		return
	}
	for _, session := range l.Sessions() {
		page := pdf.Page{Address: pack.Address, Pack: "pack-" + session.ID, Title: session.Title, Date: p.newest}
		p.add(page, session.Address, strings.TrimSuffix(session.Address, ".html")+"-"+l.Words["address-pack"]+".pdf")
	}
}

func (p *printer) localeOf(page *guide.Page) *guide.Locale {
	for _, l := range p.site.Locales {
		if l.Page(page.ID) == page {
			return l
		}
	}
	return p.site.Locales[0]
}

func (p *printer) dateOf(page *guide.Page) time.Time {
	if page.Updated.IsZero() {
		return p.newest
	}
	return page.Updated
}

// identity says of a document of a worksheet what it is: the head of the file
// that browsers save, as themes/opas/assets/worksheet-file.js has it.
func identity(site *guide.Site, l *guide.Locale, w *guide.Worksheet) string {
	text, _ := json.Marshal(struct {
		Format    string `json:"format"`
		Version   int    `json:"formatVersion"`
		Guide     string `json:"guide"`
		Language  string `json:"language"`
		Worksheet string `json:"worksheet"`
		Title     string `json:"title"`
		Updated   string `json:"version"`
	}{"sparrausopas-worksheet", 2, site.Settings.Title, l.Language, w.Identity(), w.Title, w.Updated.Format(time.DateOnly)})
	return string(text)
}
