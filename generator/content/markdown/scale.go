package markdown

import (
	"strconv"

	"sparrausopas/generator/guide"
)

// scaleKind is a row of points between two ends:
// from="ei lainkaan" to="täysin" points=5.
func scaleKind() fieldKind {
	return fieldKind{name: "scale", form: "scale", attributes: []string{"name", "from", "to", "points"}, isGroup: true,
		example: `scale points=5 from="$from" to="$to"` + "\n$question", read: readScale,
		render: renderPoints}
}

func readScale(w *walker, b *fieldBlock) []guide.Field {
	f := b.common(w, "scale")
	f.Scale = readPoints(w, b)
	return []guide.Field{f}
}

// readPoints reads what makes a field a scale.
func readPoints(w *walker, b *fieldBlock) guide.Scale {
	return guide.Scale{
		Points: w.number(b, "points", 5, 2, 10),
		From:   w.plain(b.attributes["from"]),
		To:     w.plain(b.attributes["to"]),
	}
}

// renderPoints writes the row of points; the ends are part of the first and the
// last point's name.
func renderPoints(w fieldWriter, f guide.Field) {
	w.printf("<div class=\"points\">")
	for point := 1; point <= f.Scale.Points; point++ {
		w.printf("<label class=\"point\">")
		if point == 1 && f.Scale.From != "" {
			w.printf("<span class=\"end\">%s</span> ", shown(f.Scale.From))
		}
		w.printf("<input type=\"radio\" name=\"%s\" value=\"%d\"><span>", w.text(f.Name), point)
		w.writer.text(strconv.Itoa(point))
		w.inline("</span>")
		if point == f.Scale.Points && f.Scale.To != "" {
			w.writer.text(" ")
			w.inline("<span class=\"end\">")
			w.writer.text(w.text(f.Scale.To))
			w.inline("</span>")
		}
		w.printf("</label>")
	}
	w.printf("</div>\n")
}
