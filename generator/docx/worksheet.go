package docx

import (
	"encoding/json"

	"sparrausopas/generator/guide"
)

// identity is what tells of which worksheet a form is, as the files do that
// browsers save (worksheet-file.js of the theme).
type identity struct {
	Format        string `json:"format"`
	FormatVersion int    `json:"formatVersion"`
	Guide         string `json:"guide"`
	Language      string `json:"language"`
	Worksheet     string `json:"worksheet"`
	Title         string `json:"title"`
	Version       string `json:"version"`
	// Placeholders are texts in controls that are no answers.
	Placeholders []string `json:"placeholders"`
	// Marks are the names that bookmarks stand for by their numbers.
	Marks []string `json:"marks,omitempty"`
}

// text is the identity as JSON, "" for none.
func (i *identity) text(marks []string) string {
	if i == nil {
		return ""
	}
	said := *i
	said.Marks = marks
	// A struct of texts has no fault.
	text, _ := json.Marshal(said)
	return string(text)
}

// form is a worksheet to fill in.
func form(w *guide.Worksheet, known *words) Document {
	head := identity{
		"sparrausopas-worksheet", 2, known.site.Settings.Title, known.language, w.Identity(), w.Title, w.Updated.Format("2006-01-02"), known.placeholders(), nil,
	}
	return Document{
		Page: w.Page, Address: address(w.Page, ""), title: w.Title, paper: w.Paper,
		version: known.version("paper-version", w.Page), identity: &head,
		write: func(b *body) {
			b.field = fillIn
			b.text("Title", w.Title)
			b.text("Subtitle", w.Summary)
			b.text("Facts", joined(known.of("audience-"+w.Audience), known.minutes(w.Duration), string(w.People)))
			b.blocks(w.Outline.Blocks, para{})
		},
	}
}

// version says how old a page is.
func (w *words) version(word string, p *guide.Page) string {
	day := w.rules.Date(p.Updated)
	if day == "" {
		return ""
	}
	return w.of(word) + " " + day
}

// skeletons returns the document that people write of a worksheet, if it has
// chapters: without fields, and without what is told to those who fill it in.
func skeletons(w *guide.Worksheet, known *words) []Document {
	chapters := w.Chapters("chapter")
	if len(chapters) == 0 {
		return nil
	}
	title := w.Label()
	return []Document{{
		Page: w.Page, Address: address(w.Page, known.view("skeleton")), Name: known.of("docx-skeleton"), title: title, paper: w.Paper,
		write: func(b *body) {
			b.field = writeOn
			b.text("Title", title)
			for _, x := range w.Outline.Blocks {
				if x.Kind == guide.HeadingBlock {
					break
				}
				if x.Kind == guide.FieldBlock {
					b.block(x, para{})
				}
			}
			for _, c := range chapters {
				b.paragraph(para{style: heading(c.Level)}, plain(c.Text)...)
				b.blocks(c.Blocks, para{})
			}
		},
	}}
}

// writeOn writes a field as a part of a text that goes on: a heading and what to
// write below it in brackets, a table, a list.
func writeOn(b *body, f *guide.Field) {
	b.paragraph(para{style: heading(3)}, plain(f.Label)...)
	switch f.Kind {
	case "rows":
		b.beginRows(f)
		for range f.Table.Rows {
			b.beginRow(false, f.Lines)
			for range f.Table.Columns {
				b.textCell("Cell", "")
			}
			b.endRow()
		}
		b.endTable()
	case "checklist", "choice":
		list := b.newList(0)
		for _, option := range f.Options {
			b.paragraph(para{style: "ListParagraph", list: list}, plain(option)...)
		}
	default:
		hint := f.Hint
		if hint == "" {
			hint = b.document.words.of("docx-write")
		}
		b.text("", "["+hint+"]")
	}
}
