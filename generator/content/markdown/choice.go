package markdown

import "sparrausopas/generator/guide"

// choiceKind is a list of options to take one from.
func choiceKind() fieldKind {
	return fieldKind{name: "choice", form: "choice", attributes: []string{"name"}, example: "choice\n$question\n- $option 1\n- $option 2", offers: true, isGroup: true, read: readChoice,
		render: func(w fieldWriter, f guide.Field) { renderOptions(w, f, "radio") }}
}

func readChoice(w *walker, b *fieldBlock) []guide.Field {
	f := b.common(w, "choice")
	w.wantOptions(b, f.Kind)
	f.Options = options(w, b)
	return []guide.Field{f}
}

// options are the options of a block, set as the language wants them.
func options(w *walker, b *fieldBlock) []string {
	set := make([]string, len(b.options))
	for i, option := range b.options {
		set[i] = w.plain(option)
	}
	return set
}

// renderOptions writes boxes of one type. What is saved of them is
// the option's text, so that it still fits when options are added.
func renderOptions(w fieldWriter, f guide.Field, boxType string) {
	for _, option := range f.Options {
		w.printf("<label class=\"option\"><input type=\"%s\" name=\"%s\" value=\"%s\"> <span>%s</span></label>\n",
			boxType, w.text(f.Name), w.text(option), shown(option))
	}
}
