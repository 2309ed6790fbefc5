package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sparrausopas/generator/guide"
)

// joinTexts makes one of neighbouring texts: goldmark parts them at line ends
// and at characters that could have meant something, but terms and ranges go
// on across these.
func (w *walker) joinTexts() {
	joined := w.texts[:0]
	for _, n := range w.texts {
		last, ok := n.PreviousSibling().(*ast.Text)
		if ok && !last.IsRaw() && !n.IsRaw() && !last.HardLineBreak() && w.adjoin(last.Segment, n.Segment) {
			n.Segment = text.NewSegment(last.Segment.Start, n.Segment.Stop)
			last.Parent().RemoveChild(last.Parent(), last)
			joined = joined[:len(joined)-1]
		}
		joined = append(joined, n)
	}
	w.texts = joined
}

// adjoin tells whether nothing but a line end stands between two pieces of the
// source.
func (w *walker) adjoin(a, b text.Segment) bool {
	if a.Padding != 0 || b.Padding != 0 || a.Stop > b.Start {
		return false
	}
	between := bytes.TrimLeft(w.source[a.Stop:b.Start], " ")
	return len(between) == 0 && a.Stop == b.Start || bytes.HasPrefix(between, []byte("\n")) && len(bytes.TrimLeft(between, "\n ")) == 0
}

// setText gives a piece of running text the links to terms that the page
// hasn't linked yet, and sets it as the language wants it.
func (w *walker) setText(n *ast.Text, linked map[*guide.Term]bool) {
	if _, code := n.Parent().(*ast.CodeSpan); code || n.IsRaw() {
		return
	}
	pieces := []*ast.Text{n}
	if len(w.renderer.terms) > 0 && !w.short && !insideFixed(n) {
		pieces = w.linkTerms(n, linked)
	}
	for _, piece := range pieces {
		value := string(piece.Segment.Value(w.source))
		if set := w.renderer.language.Spacing(value); set != value {
			replaceText(piece, set)
		}
	}
}

// replaceText puts another text in the place of n, which keeps its line break.
func replaceText(n *ast.Text, value string) {
	n.Parent().InsertBefore(n.Parent(), n, ast.NewString([]byte(value)))
	n.Segment = text.NewSegment(n.Segment.Stop, n.Segment.Stop)
}
