package markdown

import "sparrausopas/generator/guide"

// answerKind is a text to write, lines=4 lines long.
func answerKind() fieldKind {
	return fieldKind{name: "answer", form: "text", attributes: []string{"name", "lines"}, example: "answer lines=3\n$question", read: readAnswer, render: renderAnswer}
}

func readAnswer(w *walker, b *fieldBlock) []guide.Field {
	f := b.common(w, "answer")
	f.Lines = w.number(b, "lines", 3, 1, 40)
	return []guide.Field{f}
}

func renderAnswer(w fieldWriter, f guide.Field) {
	name := w.text(f.Name)
	w.label(f)
	w.printf("<textarea id=\"field-%s\" name=\"%s\"%s placeholder=\" \"%s></textarea>\n",
		name, name, height(f.Lines), w.describedBy(f))
	w.lines(f.Lines)
}
