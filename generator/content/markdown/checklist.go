package markdown

import "sparrausopas/generator/guide"

// checklistKind is a list of options to tick.
func checklistKind() fieldKind {
	return fieldKind{name: "checklist", form: "list", attributes: []string{"name"}, example: "checklist\n$question\n- $option 1\n- $option 2", offers: true, isGroup: true, read: readChecklist,
		render: func(w fieldWriter, f guide.Field) { renderOptions(w, f, "checkbox") }}
}

func readChecklist(w *walker, b *fieldBlock) []guide.Field {
	f := b.common(w, "checklist")
	w.wantOptions(b, f.Kind)
	f.Options = options(w, b)
	return []guide.Field{f}
}
