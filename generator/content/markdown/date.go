package markdown

import "sparrausopas/generator/guide"

// dateKind is a day to write or to choose.
func dateKind() fieldKind {
	return fieldKind{name: "date", form: "date", attributes: []string{"name"}, example: "date\n$question", read: readDate, render: renderDate}
}

func readDate(w *walker, b *fieldBlock) []guide.Field { return []guide.Field{b.common(w, "date")} }

// renderDate sets a last day, for without one browsers take years of six
// digits.
func renderDate(w fieldWriter, f guide.Field) {
	w.label(f)
	w.printf("<input type=\"date\" id=\"field-%s\" name=\"%s\" max=\"9999-12-31\"%s>\n",
		w.text(f.Name), w.text(f.Name), w.describedBy(f))
	w.lines(1)
}
