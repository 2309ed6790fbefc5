package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"sparrausopas/generator/guide"
)

// A common page marks where a municipality's own example is to stand with an
// empty fenced block:
//
//	```local
//	```
//
// What stands there is another text, rendered by RenderLocal and put into its
// place by PlaceLocal. No author can write localMark: comments are left out.
const localMark = "<!--local-->\n"

// localKind is the kind of page that a local text is rendered as.
const localKind = "local"

// RenderLocal renders a text that stands in page p as an example of the
// municipality's own. It has no headings and no footnotes of its own.
func (r *Renderer) RenderLocal(p *guide.Page, source []byte, resolve Resolve) Page {
	within := *p
	within.Kind = localKind
	return r.Render(&within, source, resolve)
}

// PlaceLocal puts a box with a local text and its label to the first mark of a
// page's HTML, or to its end where there is none. Without a text the marks
// vanish.
func PlaceLocal(page, label, text string) string {
	if text == "" {
		return strings.ReplaceAll(page, localMark, "")
	}
	label = html.EscapeString(label)
	box := "<section class=\"local\" aria-label=\"" + label + "\">\n<p class=\"local-title\">" + label + "</p>\n" + text + "</section>\n"
	before, after, _ := strings.Cut(page, localMark)
	return before + box + strings.ReplaceAll(after, localMark, "")
}

// localNode takes the place of a mark in the tree.
type localNode struct{ ast.BaseBlock }

var kindLocal = ast.NewNodeKind("Local")

// Kind tells goldmark which renderer to call.
func (*localNode) Kind() ast.NodeKind { return kindLocal }

// Dump shows the node for debugging.
func (n *localNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// isLocal tells of a fenced block that is a mark.
func isLocal(n *ast.FencedCodeBlock, source []byte) bool {
	return n.Info != nil && strings.TrimSpace(string(n.Info.Segment.Value(source))) == localKind
}

// local reads a mark, which has no lines.
func (w *walker) local(n *ast.FencedCodeBlock, lines string) {
	if strings.TrimSpace(lines) != "" {
		w.issue(n.Info.Segment.Start, "local-mark", nil)
	}
	w.replacements = append(w.replacements, replacement{n, &localNode{}})
}

// localMarks renders the marks.
type localMarks struct{}

// Extend adds the renderer.
func (m localMarks) Extend(to goldmark.Markdown) {
	to.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(m, 100)))
}

// RegisterFuncs takes the nodes of marks.
func (localMarks) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(kindLocal, func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		_, err := w.WriteString(localMark)
		return ast.WalkContinue, err
	})
}
