package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
)

func (w *walker) children(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch text, ok := n.(*ast.Text); {
		case ok:
			n = w.joined(text)
		case n.Type() == ast.TypeInline:
			w.inlineNode(n)
		default:
			w.blockNode(n)
		}
	}
}

// element writes a block between its tags.
func (w *walker) element(n ast.Node, start, end string) {
	w.block(start)
	w.children(n)
	w.block(end)
}

func (w *walker) blockNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.otherLanguage(n)
		w.element(n, "<p>", "</p>\n")
	case *ast.TextBlock:
		w.otherLanguage(n)
		w.children(n)
		if n.NextSibling() != nil && n.FirstChild() != nil {
			w.block("\n")
		}
	case *ast.Heading:
		w.otherLanguage(n)
		w.heading(n)
	case *ast.Blockquote:
		w.nested(n)
		w.element(n, "<blockquote>\n", "</blockquote>\n")
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.nested(n)
		first := n.FirstChild()
		w.element(n, lined("<li>", first != nil && first.Kind() != ast.KindTextBlock), "</li>\n")
	case *ast.ThematicBreak:
		w.block("<hr>\n")
	case *ast.CodeBlock:
		w.indented(n)
		w.code(n, "<pre><code>")
	case *ast.FencedCodeBlock:
		w.fenced(n)
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
	case *tables.DefinitionList:
		w.element(n, "<dl>\n", "</dl>\n")
	case *tables.DefinitionTerm:
		w.element(n, "<dt>", "</dt>\n")
	case *tables.DefinitionDescription:
		w.element(n, lined("<dd>", !n.IsTight), "</dd>\n")
	case *tables.Footnote:
		w.element(n, `<li id="fn:`+strconv.Itoa(n.Index)+"\">\n", "</li>\n")
	case *tables.FootnoteList:
		w.footnotes(n)
	default:
		w.tableNode(n)
	}
}

// lined gives a tag with the line end behind it that goldmark puts there.
func lined(tag string, line bool) string {
	if line {
		tag += "\n"
	}
	return tag
}

func (w *walker) list(n *ast.List) {
	start, end := "<ul>\n", "</ul>\n"
	if n.IsOrdered() {
		start, end = "<ol>\n", "</ol>\n"
		if n.Start != 1 {
			start = `<ol start="` + strconv.Itoa(n.Start) + "\">\n"
		}
	}
	w.element(n, start, end)
}

func (w *walker) footnotes(n *tables.FootnoteList) {
	if w.page.Kind == localKind {
		w.issue(offset(n, w.source), "local-footnote", nil)
	}
	w.element(n, "<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n", "</ol>\n</div>\n")
}

// fenced reads a block between fences: a field, a mark or code.
func (w *walker) fenced(n *ast.FencedCodeBlock) {
	w.prose.leave(n)
	lines := w.ownLines(n)
	switch {
	case isLocal(n, w.source):
		w.localMark(n, lines)
		return
	case w.page.Kind == "worksheet" && w.field(n, lines):
		return
	}
	start := "<pre><code>"
	if language := n.Language(w.source); language != nil {
		start = `<pre><code class="language-` + unescaped(string(language)) + `">`
	}
	w.code(n, start)
}

// code writes the lines of a block as they are.
func (w *walker) code(n ast.Node, start string) {
	w.prose.leave(n)
	w.block(start)
	w.verbatim++
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		w.text(escape(line.Value(w.source)))
	}
	w.flush()
	w.verbatim--
	w.block("</code></pre>\n")
}

const omitted = "<!-- raw HTML omitted -->"

func (w *walker) htmlBlock(n *ast.HTMLBlock) {
	w.rawHTML(n)
	w.block(omitted + "\n")
	if n.HasClosure() {
		w.block(omitted + "\n")
	}
}
