package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// shown returns the words of a node as a reader sees them, without soft
// hyphens.
func (w *walker) shown(n ast.Node) string {
	var out strings.Builder
	w.appendText(&out, n, nil, func(source string) string {
		return html.UnescapeString(unescaped(w.renderer.language.Spacing(source)))
	})
	return out.String()
}

// textOf returns the words of a node as they were typed, but for what is left
// out.
func (w *walker) textOf(n ast.Node, without func(ast.Node) bool) string {
	var out strings.Builder
	w.appendText(&out, n, without, nil)
	return out.String()
}

// onOneLine joins the lines of running text.
func onOneLine(text string) string {
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i := range lines[1:] {
		lines[i] = strings.TrimRight(lines[i], " ")
		lines[i+1] = strings.TrimLeft(lines[i+1], " ")
	}
	return strings.Join(lines, " ")
}

// appendText adds the words of a node; set changes those that aren't code.
func (w *walker) appendText(out *strings.Builder, parent ast.Node, without func(ast.Node) bool, set func(string) string) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch child := n.(type) {
		case *ast.Text:
			value, last := w.join(child, func(*ast.Text) {})
			value = onOneLine(value)
			if set != nil && !child.IsRaw() {
				value = set(value)
			}
			out.WriteString(value)
			if last.SoftLineBreak() || last.HardLineBreak() {
				out.WriteByte(' ')
			}
			n = last
		case *ast.String:
			out.Write(child.Value)
		case *ast.AutoLink:
			if set != nil {
				out.Write(child.Label(w.source))
			}
		default:
			if without == nil || !without(n) {
				w.appendText(out, n, without, set)
			}
		}
	}
}
