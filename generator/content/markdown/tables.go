package markdown

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/report"
)

// table puts a box around a table, so that a wide one scrolls by itself on a
// narrow screen. Tab leads to the box, so that arrows can scroll it in every
// browser; there it is called by the heads of its columns.
func (w *walker) table(n *tables.Table) {
	var heads []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if head := strings.TrimSpace(w.shown(cell)); head != "" {
			heads = append(heads, head)
		}
	}
	w.lostCells(n)
	called := ""
	if len(heads) > 0 {
		called = ` role="group" aria-label="` + html.EscapeString(strings.Join(heads, ", ")) + `"`
	}
	w.element(n, `<div class="table" tabindex="0"`+called+w.lang()+"><table>\n", "</table></div>\n")
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

// tableLine is the line below a table's heads.
var tableLine = regexp.MustCompile(`^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$`)

// brokenTable finds rows that stay a text: the line below the heads has other
// parts than these, or isn't there.
func (w *walker) brokenTable(n *ast.Paragraph) {
	lines := n.Lines()
	if lines.Len() < 2 {
		return
	}
	heads, line := lines.At(0), lines.At(1)
	first, second := heads.Value(w.source), line.Value(w.source)
	if bytes.IndexByte(first, '|') < 0 || bytes.IndexByte(second, '|') < 0 {
		return
	}
	switch above, below := cells(first), cells(second); {
	case tableLine.Match(second):
		w.issue(line.Start, "table-line", report.Values{"cells": strconv.Itoa(above), "found": strconv.Itoa(below)})
		w.mend(line.Start, w.lineEnd(line.Start), ruled(above))
	case above == below && (above > 2 || bytes.HasPrefix(first, []byte("|"))):
		w.issue(heads.Start, "table-rule", nil)
		end := w.lineEnd(heads.Start)
		w.mend(heads.Start, end, w.whole[heads.Start:end]+"\n"+ruled(above))
	}
}

// lostCells finds rows with more cells than the table has columns: those don't
// show.
func (w *walker) lostCells(n *tables.Table) {
	for line := n.FirstChild(); line != nil; line = line.NextSibling() {
		at := offset(line, w.source)
		row, _, _ := bytes.Cut(w.source[at:], []byte("\n"))
		if found := cells(row); found > len(n.Alignments) {
			w.issue(at, "table-cells", report.Values{"found": strconv.Itoa(found), "columns": strconv.Itoa(len(n.Alignments))})
			w.wider(offset(n.FirstChild(), w.source), found-len(n.Alignments))
		}
	}
}

// cells counts the cells of a table's row as Markdown does, which parts them
// even within code.
func cells(row []byte) int {
	row = bytes.TrimSpace(bytes.TrimLeft(row, "> \t"))
	row = bytes.TrimPrefix(row, []byte("|"))
	count, escaped := 1, false
	for i, b := range row {
		if b == '|' && !escaped && i < len(row)-1 {
			count++
		}
		escaped = b == '\\' && !escaped
	}
	return count
}
