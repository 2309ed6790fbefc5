package markdown

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"sparrausopas/generator/guide"
)

// fieldNode takes a fenced block's place in the tree.
type fieldNode struct {
	ast.BaseBlock
	fields []guide.Field
}

var kindField = ast.NewNodeKind("Field")

// Kind tells goldmark which renderer to call.
func (*fieldNode) Kind() ast.NodeKind { return kindField }

// Dump shows the node for debugging.
func (n *fieldNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// fieldWriter writes fields as HTML. Texts go through text, which escapes them.
type fieldWriter struct {
	bytes.Buffer
}

func (w *fieldWriter) printf(format string, values ...any) { fmt.Fprintf(&w.Buffer, format, values...) }

func (w *fieldWriter) text(s string) string { return html.EscapeString(s) }

// field writes a field. The theme's script knows it by data-form and data-name
// alone: what it guessed from the elements, it would guess wrong for the next
// kind, and lose what people type.
func (w *fieldWriter) field(kind fieldKind, f guide.Field) {
	element, described := "div", ""
	if kind.isGroup {
		element, described = "fieldset", w.describedBy(f)
	}
	w.printf("<%s class=\"field %s\" data-form=\"%s\" data-name=\"%s\"%s>\n", element, f.Kind, f.Form, w.text(f.Name), described)
	if kind.isGroup {
		w.printf("<legend>%s</legend>\n", w.text(f.Label))
		w.hint(f)
	}
	kind.render(w, f)
	w.printf("</%s>\n", element)
}

// label writes the label of a field that is one control, and its hint.
func (w *fieldWriter) label(f guide.Field) {
	w.printf("<label for=\"field-%s\">%s</label>\n", w.text(f.Name), w.text(f.Label))
	w.hint(f)
}

// hint writes the hint, to which describedBy ties the field.
func (w *fieldWriter) hint(f guide.Field) {
	if f.Hint != "" {
		w.printf("<p class=\"hint\" id=\"hint-%s\">%s</p>\n", w.text(f.Name), w.text(f.Hint))
	}
}

func (w *fieldWriter) describedBy(f guide.Field) string {
	if f.Hint == "" {
		return ""
	}
	return fmt.Sprintf(" aria-describedby=\"hint-%s\"", w.text(f.Name))
}

// lines writes the ruled lines that are printed where nothing was typed.
func (w *fieldWriter) lines(count int) {
	w.printf("<div class=\"lines\" aria-hidden=\"true\">%s</div>\n", strings.Repeat("<span></span>", count))
}

// fieldRenderer writes the fields of worksheets.
type fieldRenderer struct{}

// Extend adds the renderer.
func (r fieldRenderer) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(r, 100)))
}

// RegisterFuncs takes the nodes of fields.
func (r fieldRenderer) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(kindField, r.render)
}

func (fieldRenderer) render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var out fieldWriter
	for _, f := range n.(*fieldNode).fields {
		kind, _ := findFieldKind(f.Kind)
		out.field(kind, f)
	}
	_, err := w.Write(out.Bytes())
	return ast.WalkContinue, err
}
