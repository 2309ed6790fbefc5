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
//   - quotation marks, dashes, ranges and the space of "22 §" are set as the
//     language wants them;
//   - HTML in the text is an Issue, for the text has to work on paper, in search
//     and in other forms too. A comment <!-- … --> is left out in silence.
//
// It reads no files. Where links lead is told by the caller's Resolve.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
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
}

// Resolve finds what a destination written in the text means. A nil Issue
// means that it was found; the Issue's offset is filled in by Render.
type Resolve func(destination string) (Target, *Issue)

// Page is a rendered text.
type Page struct {
	guide.Text
	Issues []Issue
}

// Renderer renders the pages of one edition. It is safe for concurrent use.
type Renderer struct {
	markdown goldmark.Markdown
	language language.Language
	terms    glossary
}

// New makes a renderer for a language that links these terms.
func New(l language.Language, terms []*guide.Term) *Renderer {
	return &Renderer{
		markdown: goldmark.New(
			goldmark.WithExtensions(
				scrollingTables{},
				extension.DefinitionList,
				extension.NewFootnote(extension.WithFootnoteBacklinkHTML("↑")),
				typographer(l),
			),
			goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
		),
		language: l,
		terms:    newGlossary(l, terms),
	}
}

// Render renders a page's text. Page p gives the address that links start
// from and, if it is a term, the one that isn't linked.
func (r *Renderer) Render(p *guide.Page, source []byte, resolve Resolve) Page {
	return r.render(&walker{renderer: r, page: p, source: source, resolve: resolve})
}

func (r *Renderer) render(w *walker) Page {
	context := parser.NewContext(parser.WithIDs(newIDs(r.language)))
	document := r.markdown.Parser().Parse(text.NewReader(w.source), parser.WithContext(context))
	w.walk(document)
	var out bytes.Buffer
	out.Grow(len(w.source) + len(w.source)/4)
	// A bytes.Buffer can't fail, and no renderer in use makes errors of its own.
	if err := r.markdown.Renderer().Render(&out, w.source, document); err != nil {
		w.issue(0, "text-unreadable", report.Values{"error": err.Error()})
	}
	w.result.HTML = out.String()
	return w.result
}

// Inline renders a short text, such as a line of an agenda, without the
// paragraph around it and without links to terms.
func (r *Renderer) Inline(p *guide.Page, source string, resolve Resolve) Page {
	page := r.render(&walker{renderer: r, page: p, source: []byte(source), resolve: resolve, short: true})
	html := bytes.TrimSpace([]byte(page.HTML))
	if bytes.Count(html, []byte("<p>")) == 1 && bytes.HasPrefix(html, []byte("<p>")) {
		html = bytes.TrimSuffix(bytes.TrimPrefix(html, []byte("<p>")), []byte("</p>"))
	}
	page.HTML = string(html)
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

// walker goes through a parsed text once, collects what the page needs to
// know of itself and changes links and words in place.
type walker struct {
	renderer *Renderer
	page     *guide.Page
	source   []byte
	resolve  Resolve
	// short texts get no links to terms.
	short    bool
	texts    []*ast.Text
	comments []ast.Node
	result   Page
}

func (w *walker) issue(offset int, rule string, values report.Values) {
	w.result.Issues = append(w.result.Issues, Issue{offset, rule, values})
}

func (w *walker) walk(document ast.Node) {
	// visit never fails.
	_ = ast.Walk(document, w.visit)
	for _, comment := range w.comments {
		comment.Parent().RemoveChild(comment.Parent(), comment)
	}
	linked := map[*guide.Term]bool{}
	for _, node := range w.texts {
		w.setText(node, linked)
	}
}

func (w *walker) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		w.texts = append(w.texts, n)
	case *ast.Heading:
		w.heading(n)
	case *tables.TableCell:
		w.cell(n)
	case *ast.Link:
		n.Destination = w.follow(n, n.Destination)
	case *ast.Image:
		n.Destination = w.follow(n, n.Destination)
	case *ast.RawHTML:
		w.rawHTML(n, n.Segments.Value(w.source))
	case *ast.HTMLBlock:
		w.rawHTML(n, n.Lines().Value(w.source))
	}
	return ast.WalkContinue, nil
}

func (w *walker) rawHTML(n ast.Node, html []byte) {
	html = bytes.TrimSpace(html)
	if bytes.HasPrefix(html, []byte("<!--")) && bytes.Index(html, []byte("-->")) == len(html)-3 {
		w.comments = append(w.comments, n)
		return
	}
	first, _, _ := bytes.Cut(html, []byte("\n"))
	w.issue(offset(n, w.source), "html-in-text", report.Values{"html": string(first)})
}

// offset gives where a node starts in the source.
func offset(n ast.Node, source []byte) int {
	for ; n != nil; n = n.Parent() {
		if at := n.Pos(); at >= 0 && at <= len(source) {
			return at
		}
	}
	return 0
}
