package content

import (
	"path"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func readGathering(f *fields, p *guide.Page) (guide.Detail, finish) {
	g := &guide.Gathering{Page: p, Label: f.text("label"), Rows: f.text("rows")}
	name := f.text("worksheet")
	f.require("worksheet", `"plan.md"`)
	f.require("label", `"palvelualue"`)
	f.require("rows", `"toimet"`)
	return g, func(l *linker) {
		if g.Worksheet = l.worksheet(name); g.Worksheet == nil && name != "" && l.edition.whole {
			f.problem("worksheet", "unknown-worksheet", report.Values{"name": name})
		}
	}
}

// worksheet finds a worksheet by its file's path from the file at hand.
func (l *linker) worksheet(name string) *guide.Worksheet {
	other := l.edition.byPath[path.Join(path.Dir(l.file.path), name)]
	if other == nil || other.page == nil {
		return nil
	}
	sheet, _ := other.page.Detail.(*guide.Worksheet)
	return sheet
}
