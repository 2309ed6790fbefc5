package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// scrollingTables puts a box around each table, so that a wide one scrolls by
// itself on a narrow screen. Tab leads to the box, so that arrows can scroll it
// in every browser; there it is called by the heads of its columns.
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

func renderTable(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	markup := "</table></div>\n"
	if entering {
		markup = "<div class=\"table\" tabindex=\"0\"" + groupCalled(n) + "><table>\n"
	}
	_, err := w.WriteString(markup)
	return ast.WalkContinue, err
}

// groupCalled makes the box a group with the name that nameTable found.
func groupCalled(table ast.Node) string {
	name, _ := table.AttributeString(tableName)
	if text, ok := name.(string); ok && text != "" {
		return ` role="group" aria-label="` + html.EscapeString(text) + `"`
	}
	return ""
}

// tableName is the attribute of a table's node that keeps what it is called.
const tableName = "aria-label"

// nameTable calls a table by the heads of its columns.
func (w *walker) nameTable(n *tables.Table) {
	var heads []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if head := plainText(cell, w.source); head != "" {
			heads = append(heads, w.renderer.language.Typography(head))
		}
	}
	n.SetAttributeString(tableName, strings.Join(heads, ", "))
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
