package build

import (
	"cmp"
	"path"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/pdf"
)

// unbound are the kinds of pages that are of use on a screen alone, or that are
// printed apart.
var unbound = map[string]bool{"home": true, "search": true, "pack": true, "gather": true, "present": true, "cards": true}

// addBooks adds the whole guide as one document, which the home page offers, and
// each section, which its page does.
func (p *printer) addBooks(l *guide.Locale) {
	home := l.Home
	p.addBook(l, home, l.Title, path.Join(l.Language, cmp.Or(language.For(l.Language).Slug(l.Title), "guide")), "document-guide")
	for _, section := range l.Sections() {
		folder := path.Dir(section.Address)
		p.addBook(l, section, section.Title, path.Join(folder, path.Base(folder)), "document-section")
	}
}

// addBook adds a page with all below it, unless there is little to bind.
func (p *printer) addBook(l *guide.Locale, from *guide.Page, title, address, name string) {
	book := pdf.Book{Title: title, Contents: l.Words["pack-contents"], Chapters: chapters(from, from, 1)}
	if len(book.Chapters) < 2 {
		return
	}
	p.add(pdf.Page{Address: from.Address, Title: title, Date: p.newest, Book: &book}, from.Address, address+".pdf")
	p.documents[len(p.documents)-1].Name = l.Words[name]
}

// chapters are a page and those below it, in the order of the guide. Home is
// no chapter: its sections are of the first level. Addresses are from that of
// another page.
func chapters(from, page *guide.Page, level int) (list []pdf.Chapter) {
	if !unbound[page.Kind] {
		list = append(list, pdf.Chapter{Address: guide.Relative(from.Address, page.Address), Title: page.Title, Level: level})
		level++
	}
	for _, child := range page.Children {
		list = append(list, chapters(from, child, level)...)
	}
	return list
}
