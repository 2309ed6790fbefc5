// Package docx makes Word documents of a guide's pages: Office Open XML (ISO
// 29500, transitional), written with the standard library alone. They hold
// the text in real headings, lists, tables with a repeated header row, and links.
//
// # Which documents there are
//
//	worksheet   each worksheet as a form to fill in
//	sheet       each session with an agenda, for its leader
//	letter      the text under each heading marked {.letter}: the decision, the
//	            invitation and the messages that people edit before they send
//	            them; what is quoted there is the text
//	skeleton    a worksheet with headings marked {.chapter}, without fields: the
//	            chapters of the document that people write of it
//
// # Fields
//
// A field is a content control. Nothing is protected: protected forms shut out
// those who read with a screen reader. A control's tag is the field's name in
// saved answers, its title says what to write:
//
//	answer     name               text of several lines
//	date       name               a day to pick
//	choice     name               a list of the options' texts
//	scale      name               a list of the points
//	checklist  name/2             a box for each option, titled by its text
//	rows       name/1/column      text in a cell, titled "column, row 1"; Word
//	                              adds rows with its plus sign
//
// Word takes at most 64 characters in a tag or a title: a longer name is a
// fault, a longer title ends in "…". A control that shows its placeholder
// (w:showingPlcHdr) is empty.
//
// LibreOffice before 7.5 keeps neither tags nor which controls are empty. Each
// control therefore has a bookmark around it, too: o_ and its name, with - as _
// and / as __. Word takes 40 characters in it: o__2 stands for a longer name, the
// second of those that the head has under marks.
//
// What a form is, is told by its custom property opas: the head of the file that
// browsers save answers to, as JSON, with the texts of placeholders beside it.
// Word takes 255 characters in a property; the rest goes on in opas2, opas3 …
//
// # What is not here
//
// No pictures, no macros, no fonts. A link to a page of the guide works only
// where the guide's address on the web is known; elsewhere its words stay. The
// same guide makes the same bytes.
package docx

import (
	"cmp"
	"strings"
	"time"

	"sparrausopas/generator/guide"
)

// Format is what documents are called by, and what their files' names end in.
const Format = "docx"

// Document is a document of a page.
type Document struct {
	Page *guide.Page
	// Address is the document's file in the site, Of the page that offers it.
	Address, Of string
	// Name is what the page calls it, "" for what holds the same as the page.
	Name string
	// title says what it is.
	title string
	// Paper is that of a worksheet, "A4" elsewhere.
	paper string
	// version says in the foot how old it is, "" for what people send.
	version string
	// identity is what the properties opas say, nil where there are none.
	identity *identity
	// write writes the text.
	write func(*body)
	words *words
}

// Documents are all documents of a locale, in the order of its pages.
func Documents(site *guide.Site, l *guide.Locale) (list []Document) {
	known := newWords(site, l)
	for _, p := range l.Pages {
		list = append(list, letters(p)...)
		switch detail := p.Detail.(type) {
		case *guide.Worksheet:
			list = append(list, form(detail, known))
			list = append(list, skeletons(detail, known)...)
		case *guide.Session:
			list = append(list, sheets(detail, known)...)
		}
	}
	for i := range list {
		list[i].words = known
		list[i].paper, list[i].Of = cmp.Or(list[i].paper, "A4"), list[i].Page.Address
		if list[i].Name == "" {
			list[i].Of = strings.TrimSuffix(list[i].Address, Format) + "html"
		}
	}
	return list
}

// address is that of a document beside a page; view tells it from the page's
// own, "" for that.
func address(p *guide.Page, view string) string {
	if view != "" {
		view = "-" + view
	}
	return strings.TrimSuffix(p.Address, ".html") + view + "." + Format
}

// Make makes the document, which is dated to a day.
func (d Document) Make(day time.Time) ([]byte, error) {
	b := newBody(d)
	d.write(b)
	if len(b.problems) > 0 {
		return nil, b.problems
	}
	return d.pack(b, day)
}
