package content

import "sparrausopas/generator/guide"

func gatherKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "gather", Keys: []guide.Key{
			{Name: "worksheet", Required: true, Example: `"plan.md"`},
			{Name: "label", Required: true, Example: `"palvelualue"`},
			{Name: "rows", Required: true, Example: `"toimet"`},
		}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			g := &guide.Gathering{Page: p, Label: f.text("label"), Rows: f.text("rows")}
			name := f.text("worksheet")
			return g, func(l *linker) { g.Worksheet = find[*guide.Worksheet](l, f, "worksheet", name) }
		},
		lost: func(locale *locale, f *file) bool { return locale.hidesFile(f, f.saidText("worksheet")) },
	}
}
