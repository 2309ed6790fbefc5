package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// scrollingTables puts a box around each table, so that a wide one scrolls by
// itself on a narrow screen.
type scrollingTables struct{}

// Extend adds tables to the Markdown that is known.
func (s scrollingTables) Extend(m goldmark.Markdown) {
	extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)).Extend(m)
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(s, 100)))
}

// RegisterFuncs takes over the table element alone.
func (scrollingTables) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(tables.KindTable, renderTable)
}

func renderTable(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	markup := "</table></div>\n"
	if entering {
		markup = "<div class=\"table\"><table>\n"
	}
	_, err := w.WriteString(markup)
	return ast.WalkContinue, err
}

// cell gives a cell its class for the side that its text keeps to, and a
// header cell the column as its scope.
func (w *walker) cell(n *tables.TableCell) {
	if n.Alignment == tables.AlignRight || n.Alignment == tables.AlignCenter {
		n.SetAttributeString("class", []byte(n.Alignment.String()))
	}
	if n.Parent().Kind() == tables.KindTableHeader {
		n.SetAttributeString("scope", []byte("col"))
	}
}
