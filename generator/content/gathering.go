package content

import (
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func gatherKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "gather", Keys: []guide.Key{
			{Name: "worksheet", Required: true, Example: `"plan.md"`},
			{Name: "label", Required: true, Example: `"palvelualue"`},
			{Name: "rows", Required: true, Example: `"toimet"`},
		}},
		read: readGathering,
		lost: func(e *edition, f *file) bool { return e.hidesFile(f, f.saidText("worksheet")) },
	}
}

func readGathering(f *fields, p *guide.Page) (guide.Detail, finish) {
	g := &guide.Gathering{Page: p, Label: f.text("label"), Rows: f.text("rows")}
	name := f.text("worksheet")
	return g, func(l *linker) {
		sheet, missing := named[*guide.Worksheet](l, name)
		if g.Worksheet = sheet; missing && name != "" {
			f.problem("worksheet", "unknown-worksheet", report.Values{"name": name})
		}
	}
}
