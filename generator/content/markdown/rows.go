package markdown

import (
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// rowsKind is a table to fill, rows=6 rows of lines=2 lines. The last line of
// the block is its header, cells parted by |; before it come label and hint.
func rowsKind() fieldKind {
	return fieldKind{name: "rows", form: "rows", attributes: []string{"name", "rows", "lines"}, read: readRows, render: renderRows}
}

func readRows(w *walker, b *fieldBlock) []guide.Field {
	header := b.label
	if last := len(b.hints) - 1; last >= 0 {
		header, b.hints = b.hints[last], b.hints[:last]
	} else {
		b.label = strings.ReplaceAll(b.label, " | ", ", ")
	}
	f := b.common(w, "rows")
	for cell := range strings.SplitSeq(header, "|") {
		if cell = strings.TrimSpace(cell); cell != "" {
			f.Table.Columns = append(f.Table.Columns, w.renderer.language.Typography(cell))
		}
	}
	if len(f.Table.Columns) < 2 {
		w.issue(b.offset, "field-columns", report.Values{"kind": f.Kind})
	}
	f.Table.Rows = w.number(b, "rows", 5, 1, 40)
	f.Lines = w.number(b, "lines", 2, 1, 20)
	return []guide.Field{f}
}

func renderRows(w fieldWriter, f guide.Field) {
	name := w.text(f.Name)
	w.hint(f)
	w.printf("<div class=\"table\"><table%s>\n<caption>%s</caption>\n<thead>\n<tr><td></td>", w.describedBy(f), shown(f.Label))
	for i, column := range f.Table.Columns {
		w.printf("<th scope=\"col\" id=\"field-%s-c%d\">%s</th>", name, i+1, shown(column))
	}
	w.printf("</tr>\n</thead>\n<tbody>\n")
	for row := 1; row <= f.Table.Rows; row++ {
		w.row(f, row)
	}
	w.printf("</tbody>\n</table></div>\n")
}

func (w fieldWriter) row(f guide.Field, row int) {
	name := w.text(f.Name)
	w.printf("<tr><th scope=\"row\" id=\"field-%s-r%d\">%s</th>", name, row, shown(strconv.Itoa(row)))
	for i := range f.Table.Columns {
		w.printf("<td><textarea name=\"%s.%d.%d\" rows=\"%d\" placeholder=\" \" autocomplete=\"off\" aria-labelledby=\"field-%s-c%d field-%s-r%d\"></textarea>",
			name, row, i+1, f.Lines, name, i+1, name, row)
		w.lines(f.Lines)
		w.printf("</td>")
	}
	w.printf("</tr>\n")
}
