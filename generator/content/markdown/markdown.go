// Package markdown turns the Markdown of one page into HTML.
//
// It knows CommonMark with tables, footnotes, definition lists and heading
// attributes ({#id .class}), and beyond that what a guide needs:
//
//   - a heading has an id made from its text, ä as a and ö as o, unique in the page;
//   - a link to another file of content becomes that page's address, a link
//     that leads nowhere an Issue;
//   - the first mention of a glossary term that has forms becomes a link to it,
//     once a page, never in a heading or in another link;
//   - quotation marks, dashes, ranges and the spaces of "22 §", "30 min" and
//     "20 000" are set as the language wants them;
//   - words in another language are marked [så här]{lang=sv}, so that they are
//     read aloud as such; a passage that seems to lack its mark is an Issue;
//   - a heading that leaves out a level, a picture without text, a table
//     without a header and a link text that says nothing are Issues;
//   - HTML in the text is an Issue, for the text has to work on paper, in search
//     and in other forms too. A comment <!-- … --> is left out in silence.
//
// # Worksheets
//
// In a worksheet a fenced block is a field to fill in. The word behind the
// fence is its kind, then come attributes; the first line is the label, lines
// that begin with a hyphen are options, others a hint:
//
//	```answer lines=4 name=nykytila
//	Mitä kunnassa jo tehdään?
//	Kirjatkaa sekin, mikä tuntuu pieneltä.
//	```
//
//	answer     lines: a text to write
//	choice     one of its options
//	checklist  any of its options
//	scale      from, to, points: a row of points
//	rows       rows, lines: a table to fill; the last line is its header, cells parted by |
//	questions  area, numbers, lines, points, from, to: the guide's own questions
//
// All but questions know name, by which saved answers call the field; it is
// made from the label if left out, and is the only one of its worksheet.
//
// # Local examples
//
// An empty block of kind local marks where an edition's own example stands in
// a common page. Where there is none, nothing shows.
//
//	```local
//	```
//
// It reads no files. Where links lead is told by the caller's Resolve.
package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// Issue is something wrong at a byte offset of the Markdown text.
type Issue struct {
	Offset int
	Rule   string
	Values report.Values
}

// Target is what a link's destination means.
type Target struct {
	// Href goes into the HTML.
	Href string
	// Page and Fragment are set for a link to a page of the guide.
	Page     *guide.Page
	Fragment string
	// Gone tells of a page that the guide leaves out.
	Gone bool
}

// Resolve finds what a destination written in the text means. A nil Issue
// means that it was found; the Issue's offset is filled in by Render.
type Resolve func(destination string) (Target, *Issue)

// Page is a rendered text.
type Page struct {
	guide.Text
	// Fields are those of a worksheet.
	Fields []guide.Field
	Issues []Issue
}

// Renderer renders the pages of one edition. It is safe for concurrent use.
type Renderer struct {
	markdown goldmark.Markdown
	language language.Language
	edition  *guide.Edition
	terms    glossary
	memo     *Memo
	// surroundings is what the memo's keys hold of the edition.
	surroundings surroundings
}

// New makes a renderer for an edition, whose terms it links and whose
// questions it puts into worksheets. The memo may be nil.
func New(l language.Language, e *guide.Edition, memo *Memo) *Renderer {
	return &Renderer{
		markdown: goldmark.New(
			goldmark.WithExtensions(
				scrollingTables{},
				passages{},
				fieldRenderer{},
				localMarks{},
				extension.DefinitionList,
				extension.NewFootnote(extension.WithFootnoteBacklinkHTML("↑")),
				typographer(l),
			),
			goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
		),
		language: l,
		edition:  e,
		terms:    newGlossary(l, e.Terms),

		memo:         memo,
		surroundings: surroundingsOf(e),
	}
}

// Render renders a page's text. Page p gives the address that links start
// from and, if it is a term, the one that isn't linked.
func (r *Renderer) Render(p *guide.Page, source []byte, resolve Resolve) Page {
	return r.render(&walker{renderer: r, page: p, source: source, resolve: resolve})
}

// render renders a text, or recalls it.
func (r *Renderer) render(w *walker) Page {
	if r.memo == nil {
		return r.renderAnew(w)
	}
	key := w.key()
	if old := r.memo.find(key); old != nil {
		if now := old.recall(w.resolve); now != nil {
			r.memo.keep(key, now)
			return now.given()
		}
	}
	fresh := &remembered{}
	resolve := w.resolve
	w.resolve = func(destination string) (Target, *Issue) {
		target, issue := resolve(destination)
		fresh.links = append(fresh.links, found{destination, target, issue})
		return target, issue
	}
	fresh.page = r.renderAnew(w)
	r.memo.keep(key, fresh)
	return fresh.given()
}

func (r *Renderer) renderAnew(w *walker) (page Page) {
	// goldmark stumbles over some attributes of headings, such as {id=5}.
	defer func() {
		if cause := recover(); cause != nil {
			page = Page{Issues: []Issue{{w.stumble(), "text-unreadable", report.Values{"detail": fmt.Sprint(cause)}}}}
		}
	}()
	context := parser.NewContext(parser.WithIDs(newIDs(r.language)))
	document := r.markdown.Parser().Parse(text.NewReader(w.source), parser.WithContext(context))
	w.walk(document)
	if w.short && len(w.result.Issues) == 0 && !isShort(document) {
		w.issue(0, "text-not-short", nil)
	}
	var out strings.Builder
	out.Grow(len(w.source) + len(w.source)/4)
	// A strings.Builder can't fail, and no renderer in use makes errors of its own.
	if err := r.markdown.Renderer().Render(&out, w.source, document); err != nil {
		w.issue(0, "text-unreadable", report.Values{"detail": err.Error()})
	}
	w.result.HTML = out.String()
	return w.result
}

// Inline renders a short text, such as a line of an agenda, without the
// paragraph around it and without links to terms.
func (r *Renderer) Inline(p *guide.Page, source string, resolve Resolve) Page {
	page := r.render(&walker{renderer: r, page: p, source: []byte(source), resolve: resolve, short: true})
	page.HTML = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(page.HTML), "<p>"), "</p>")
	return page
}

func typographer(l language.Language) goldmark.Extender {
	return extension.NewTypographer(extension.WithTypographicSubstitutions(
		map[extension.TypographicPunctuation]string{
			extension.LeftDoubleQuote:  l.Quotes.OpenDouble,
			extension.RightDoubleQuote: l.Quotes.CloseDouble,
			extension.LeftSingleQuote:  l.Quotes.OpenSingle,
			extension.RightSingleQuote: l.Quotes.CloseSingle,
			extension.Apostrophe:       "’",
			extension.EnDash:           "–",
			extension.EmDash:           "—",
			extension.Ellipsis:         "…",
			extension.LeftAngleQuote:   "«",
			extension.RightAngleQuote:  "»",
		}))
}

// isShort tells whether a text is a single paragraph.
func isShort(document ast.Node) bool {
	only := document.FirstChild()
	return only == nil || only.NextSibling() == nil && only.Kind() == ast.KindParagraph
}

// stumble guesses where a text is that can't be parsed: at the first heading
// with attributes.
func (w *walker) stumble() int {
	for at := 0; at < len(w.source); {
		line, _, _ := bytes.Cut(w.source[at:], []byte("\n"))
		if bytes.HasPrefix(line, []byte("#")) && bytes.Contains(line, []byte("{")) {
			return at
		}
		at += len(line) + 1
	}
	return 0
}
