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

// hint writes the hint and gives the attribute that ties it to the field.
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
		kind.render(&out, f)
	}
	_, err := w.Write(out.Bytes())
	return ast.WalkContinue, err
}
