package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
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
	case *ast.Heading:
		w.otherLanguage(n)
		w.heading(n)
		return
	case *ast.CodeBlock:
		w.indented(n)
		w.code(n, "<pre><code>")
		return
	case *ast.FencedCodeBlock:
		w.fenced(n)
		return
	case *tables.Table:
		w.table(n)
		return
	case *tables.TableCell:
		w.otherLanguage(n)
		w.cell(n)
		return
	case *ast.Paragraph:
		w.brokenTable(n)
		w.otherLanguage(n)
	case *ast.TextBlock:
		w.otherLanguage(n)
	case *ast.List:
		w.ordered(n)
	case *ast.Blockquote, *ast.ListItem:
		w.nested(n)
	case *ast.HTMLBlock:
		w.rawHTML(n)
	case *tables.TableHeader:
		w.tableHeader(n)
	case *tables.FootnoteList:
		if w.page.Kind == localKind {
			w.issue(offset(n, w.source), "local-footnote", nil)
		}
	}
	w.plainBlock(n)
}

// plainBlock writes a block with the tags that goldmark gives it.
func (w *walker) plainBlock(n ast.Node) {
	if tag := w.renderer.surroundings.tag; tag != "" && n.Parent().Kind() == ast.KindDocument {
		n.SetAttributeString("lang", []byte(tag))
	}
	w.block("")
	w.tags(n, true)
	w.children(n)
	w.block("")
	w.tags(n, false)
}

// tags writes the tags that goldmark writes before or behind what is in a node.
func (w *walker) tags(n ast.Node, entering bool) {
	if write := w.renderer.tags[n.Kind()]; write != nil {
		// A writer has no errors, and goldmark makes none of its own.
		_, _ = write(w.writer, w.source, n, entering)
	}
}

// tagsByKind are goldmark's functions that write the tags of nodes.
type tagsByKind map[ast.NodeKind]renderer.NodeRendererFunc

// Register takes a function of goldmark's.
func (t tagsByKind) Register(kind ast.NodeKind, write renderer.NodeRendererFunc) { t[kind] = write }

func goldmarkTags() tagsByKind {
	t := tagsByKind{}
	for _, r := range []renderer.NodeRenderer{
		html.NewRenderer(), extension.NewTableHTMLRenderer(), extension.NewDefinitionListHTMLRenderer(), extension.NewFootnoteHTMLRenderer(),
	} {
		r.RegisterFuncs(t)
	}
	return t
}

// fenced reads a block between fences: a field, a mark or code.
func (w *walker) fenced(n *ast.FencedCodeBlock) {
	w.prose.leave(n)
	if n.Info != nil {
		w.prose.take(n.Info.Segment)
	}
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
