package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// rowsKind is a table to fill, rows=6 rows of lines=2 lines. The last line of
// the block is its header, cells parted by |; before it come label and hint. A
// line of as many cells below the header says what to write in each column.
// Saved answers call columns by their headers, or by columns="one, two".
func rowsKind() fieldKind {
	return fieldKind{name: "rows", form: "rows", attributes: []string{"name", "rows", "lines", "columns"}, example: "rows rows=3 lines=2\n$question\n$column 1 | $column 2", read: readRows, render: renderRows}
}

func readRows(w *walker, b *fieldBlock) []guide.Field {
	header, below := b.label, b.columnHints()
	if last := len(b.hints) - 1; last >= 0 {
		header, b.hints = b.hints[last], b.hints[:last]
	} else {
		b.label = strings.ReplaceAll(b.label, " | ", ", ")
	}
	f := b.common(w, "rows")
	for cell := range strings.SplitSeq(header, "|") {
		if cell = strings.TrimSpace(cell); cell != "" {
			f.Table.Columns = append(f.Table.Columns, guide.Column{Name: w.renderer.language.Slug(cell), Label: w.plain(cell)})
		}
	}
	if len(f.Table.Columns) < 2 {
		w.issue(b.offset, "field-columns", report.Values{"kind": f.Kind})
	}
	w.nameColumns(b, f.Table.Columns)
	w.hintColumns(b, f.Table.Columns, below)
	f.Table.Rows = w.number(b, "rows", 5, 1, 40)
	f.Lines = w.number(b, "lines", 2, 1, 20)
	return []guide.Field{f}
}

// columnHints takes the last line off the block if the one above it, too, is
// parted into cells, and returns its cells.
func (b *fieldBlock) columnHints() []string {
	last := len(b.hints) - 1
	if last < 1 || !strings.Contains(b.hints[last], "|") || !strings.Contains(b.hints[last-1], "|") {
		return nil
	}
	cells := strings.Split(b.hints[last], "|")
	b.hints = b.hints[:last]
	return cells
}

// hintColumns gives each column what to write in it.
func (w *walker) hintColumns(b *fieldBlock, columns []guide.Column, hints []string) {
	if len(hints) > 0 && len(hints) != len(columns) {
		w.issue(b.offset, "field-columns-hints", report.Values{"hints": len(hints), "columns": len(columns)})
		return
	}
	for i, hint := range hints {
		columns[i].Hint = w.plain(strings.TrimSpace(hint))
	}
}

// nameColumns gives columns the names that the block has for them, and finds
// those that no answer could be kept under.
func (w *walker) nameColumns(b *fieldBlock, columns []guide.Column) {
	own := strings.FieldsFunc(b.attributes["columns"], func(r rune) bool { return r == ',' || r == ' ' })
	if len(own) > 0 && len(own) != len(columns) {
		w.issue(b.offset, "field-columns-count", report.Values{"names": len(own), "columns": len(columns)})
		return
	}
	seen := map[string]bool{}
	for i := range columns {
		if len(own) > 0 {
			columns[i].Name = w.renderer.language.Slug(own[i])
		}
		if name := columns[i].Name; name == "" || seen[name] {
			w.issue(b.offset, "field-column-name", report.Values{"column": columns[i].Label, "name": name})
		}
		seen[columns[i].Name] = true
	}
}

func renderRows(w fieldWriter, f guide.Field) {
	name := w.text(f.Name)
	w.hint(f)
	w.printf("<div class=\"table\"><table%s>\n<caption>%s</caption>\n<thead>\n<tr><td></td>", w.describedBy(f), shown(f.Label))
	for i, column := range f.Table.Columns {
		w.printf("<th scope=\"col\" id=\"%s.c%d\" data-column=\"%s\">%s</th>", name, i+1, w.text(column.Name), shown(column.Label))
	}
	w.printf("</tr>\n")
	w.columnHints(f)
	w.printf("</thead>\n<tbody>\n")
	for row := 1; row <= f.Table.Rows; row++ {
		w.row(f, row)
	}
	w.printf("</tbody>\n</table></div>\n")
}

// columnHints writes the row of what to write in each column, if any says it.
func (w fieldWriter) columnHints(f guide.Field) {
	if !slices.ContainsFunc(f.Table.Columns, func(c guide.Column) bool { return c.Hint != "" }) {
		return
	}
	w.printf("<tr class=\"hints\"><td></td>")
	for i, column := range f.Table.Columns {
		w.printf("<td id=\"%s.h%d\">%s</td>", w.text(f.Name), i+1, shown(column.Hint))
	}
	w.printf("</tr>\n")
}

func (w fieldWriter) row(f guide.Field, row int) {
	name := w.text(f.Name)
	w.printf("<tr><th scope=\"row\" id=\"%s.r%d\">%s</th>", name, row, shown(strconv.Itoa(row)))
	for i, column := range f.Table.Columns {
		described := ""
		if column.Hint != "" {
			described = fmt.Sprintf(" aria-describedby=\"%s.h%d\"", name, i+1)
		}
		w.printf("<td><textarea name=\"%s.%d.%d\"%s placeholder=\" \" aria-labelledby=\"%s.c%d %s.r%d\"%s></textarea></td>",
			name, row, i+1, height(f.Lines), name, i+1, name, row, described)
	}
	w.printf("</tr>\n")
}
