package markdown

import (
	"html"
	"slices"
	"strings"

	tables "github.com/yuin/goldmark/extension/ast"
)

// table puts a box around a table, so that a wide one scrolls by itself on a
// narrow screen. Tab leads to the box, so that arrows can scroll it in every
// browser; there it is called by the heads of its columns.
func (w *walker) table(n *tables.Table) {
	var heads []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if head := w.shown(cell); head != "" {
			heads = append(heads, head)
		}
	}
	w.lostCells(n)
	called := ""
	if len(heads) > 0 {
		called = ` role="group" aria-label="` + html.EscapeString(strings.Join(heads, ", ")) + `"`
	}
	w.element(n, `<div class="table" tabindex="0"`+called+"><table>\n", "</table></div>\n")
}

// cell writes a cell with a class for the side that its text keeps to; a
// header cell has the column as its scope.
func (w *walker) cell(n *tables.TableCell) {
	tag, attributes := "td", ""
	if slices.Contains([]tables.Alignment{tables.AlignRight, tables.AlignCenter}, n.Alignment) {
		attributes = ` class="` + n.Alignment.String() + `"`
	}
	if n.Parent().Kind() == tables.KindTableHeader {
		tag, attributes = "th", attributes+` scope="col"`
	}
	w.element(n, "<"+tag+attributes+">", "</"+tag+">\n")
}
