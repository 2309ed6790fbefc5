package markdown

import "sparrausopas/generator/guide"

// scaleKind is a row of points between two ends:
// from="ei lainkaan" to="täysin" points=5.
func scaleKind() fieldKind {
	return fieldKind{name: "scale", attributes: []string{"name", "from", "to", "points"}, read: readScale, render: renderScale}
}

func readScale(w *walker, b *fieldBlock) []guide.Field {
	f := b.common(w, "scale")
	readEnds(w, b, &f)
	return []guide.Field{f}
}

// readEnds reads what makes a field a scale.
func readEnds(w *walker, b *fieldBlock, f *guide.Field) {
	f.Points = w.number(b, "points", 5, 2, 10)
	f.From = w.renderer.language.Typography(b.attributes["from"])
	f.To = w.renderer.language.Typography(b.attributes["to"])
}

func renderScale(w *fieldWriter, f guide.Field) {
	w.printf("<fieldset class=\"field scale\"%s>\n<legend>%s</legend>\n", w.describedBy(f), w.text(f.Label))
	w.hint(f)
	w.points(f)
	w.printf("</fieldset>\n")
}

// points writes the row of points; the ends are part of the first and the last
// point's name.
func (w *fieldWriter) points(f guide.Field) {
	w.printf("<div class=\"points\">")
	for point := 1; point <= f.Points; point++ {
		before, after := "", ""
		if point == 1 && f.From != "" {
			before = "<span class=\"end\">" + w.text(f.From) + "</span> "
		}
		if point == f.Points && f.To != "" {
			after = " <span class=\"end\">" + w.text(f.To) + "</span>"
		}
		w.printf("<label class=\"point\">%s<input type=\"radio\" name=\"%s\" value=\"%d\"><span>%d</span>%s</label>",
			before, w.text(f.Name), point, point, after)
	}
	w.printf("</div>\n")
}
