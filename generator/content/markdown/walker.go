package markdown

import (
	"bytes"
	"net/url"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// walker goes through a parsed text once, collects what the page needs to
// know of itself and changes links and words in place.
type walker struct {
	renderer *Renderer
	page     *guide.Page
	source   []byte
	resolve  Resolve
	// short texts get no links to terms.
	short bool
	texts []*ast.Text
	// replacements take nodes' places when the walk is over; a comment has
	// none to take its place.
	replacements []replacement
	// gone are links to pages that the guide leaves out.
	gone   []*ast.Link
	prose  prose
	result Page
}

type replacement struct{ old, new ast.Node }

func (w *walker) issue(offset int, rule string, values report.Values) {
	w.result.Issues = append(w.result.Issues, Issue{offset, rule, values})
}

func (w *walker) walk(document ast.Node) {
	w.prose = newProse(w.source)
	w.joinMarks(document)
	// visit never fails.
	_ = ast.Walk(document, w.visit)
	w.slips()
	for _, r := range w.replacements {
		if parent := r.old.Parent(); r.new == nil {
			parent.RemoveChild(parent, r.old)
		} else {
			parent.ReplaceChild(parent, r.old, r.new)
		}
	}
	w.unlink()
	w.joinTexts()
	linked := map[*guide.Term]bool{}
	for _, node := range w.texts {
		w.setText(node, linked)
	}
}

func (w *walker) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	w.otherLanguage(n)
	w.prose.leave(n)
	switch n := n.(type) {
	case *ast.Text:
		w.texts = append(w.texts, n)
		w.prose.addStars(n)
		w.brokenLink(n)
	case *ast.Heading:
		w.heading(n)
	case *ast.Blockquote, *ast.ListItem:
		w.nested(n)
	case *ast.CodeBlock:
		w.indented(n)
	case *ast.FencedCodeBlock:
		lines := w.ownLines(n)
		switch {
		case isLocal(n, w.source):
			w.local(n, lines)
		case w.page.Kind == "worksheet":
			w.field(n, lines)
		}
	case *tables.Table:
		w.nameTable(n)
	case *tables.TableHeader:
		w.tableHeader(n)
	case *tables.TableCell:
		w.cell(n)
	case *ast.Link:
		w.linkText(n, plainText(n, w.source))
		n.Destination = w.follow(n, n.Destination)
	case *tables.FootnoteList:
		if w.page.Kind == localKind {
			w.issue(offset(n, w.source), "local-footnote", nil)
		}
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL {
			w.linkText(n, string(n.Label(w.source)))
			w.follow(n, n.URL(w.source))
		}
	case *ast.Image:
		w.imageText(n)
		if address, err := url.Parse(string(n.Destination)); err == nil && address.Host != "" {
			w.issue(offset(n, w.source), "output-outside", report.Values{"target": string(n.Destination)})
		}
		n.Destination = w.follow(n, n.Destination)
	case *ast.RawHTML:
		w.rawHTML(n, n.Segments.Value(w.source))
	case *ast.HTMLBlock:
		html := n.Lines().Value(w.source)
		if n.HasClosure() {
			html = append(html, n.ClosureLine.Value(w.source)...)
		}
		w.rawHTML(n, html)
	}
	return ast.WalkContinue, nil
}

func (w *walker) rawHTML(n ast.Node, html []byte) {
	html = bytes.TrimSpace(html)
	if bytes.HasPrefix(html, []byte("<!--")) && bytes.Index(html, []byte("-->")) == len(html)-3 {
		w.replacements = append(w.replacements, replacement{old: n})
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
