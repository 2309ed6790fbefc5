package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
)

// A common page marks where a municipality's own example is to stand with an
// empty fenced block:
//
//	```local
//	```
//
// What stands there is another text, a Local. A page without a mark has it at
// its end.

// localKind is the kind of page that a local text is rendered as.
const localKind = "local"

// Local is an example of the municipality's own, rendered by RenderLocal, and
// what it is called.
type Local struct {
	Label string
	// Language is that of the label where it isn't the reader's, "" elsewhere.
	Language string
	Text     guide.Text
}

// RenderLocal renders a text that stands in page p as an example of the
// municipality's own. It has no headings and no footnotes of its own.
func (r *Renderer) RenderLocal(p *guide.Page, source []byte, resolve Resolve) Page {
	within := *p
	within.Kind = localKind
	return r.render(&walker{renderer: r, request: request{page: &within, source: source, resolve: resolve}})
}

// isLocal reports whether a fenced block is a mark.
func isLocal(n *ast.FencedCodeBlock, source []byte) bool {
	return n.Info != nil && strings.TrimSpace(string(n.Info.Segment.Value(source))) == localKind
}

// localMark reads a mark, which has no lines. The first has the local text.
func (w *walker) localMark(n *ast.FencedCodeBlock, lines string) {
	if strings.TrimSpace(lines) != "" {
		w.issue(n.Info.Segment.Start, "local-mark", nil)
	}
	w.placeLocal()
}

// placeLocal writes a box with the local text and its label, if the page has
// one that stands nowhere yet.
func (w *walker) placeLocal() {
	if w.local == nil {
		return
	}
	label := html.EscapeString(w.local.Label)
	lang := ""
	if w.local.Language != "" {
		lang = ` lang="` + w.local.Language + `"`
	}
	w.block("<section class=\"local\" aria-label=\"" + label + "\">\n<p class=\"local-title\"" + lang + ">")
	w.text(label)
	w.block("</p>\n")
	w.include(w.local.Text)
	w.block("</section>\n")
	w.local = nil
}
