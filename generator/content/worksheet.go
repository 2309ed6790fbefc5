package content

import "sparrausopas/generator/guide"

func (e *edition) readWorksheet(f *fields, p *guide.Page) (guide.Detail, finish) {
	sheet := &guide.Worksheet{
		Page:     p,
		Audience: f.oneOf("audience", "sparrer", "group", "participant"),
		Duration: minutes(f),
		People:   e.rules.Typography(f.text("people")),
		Paper:    f.oneOf("paper", "A4", "A4 landscape", "A3 landscape"),
	}
	f.require("audience", `"group"`)
	return sheet, func(l *linker) {
		for _, name := range f.texts("sessions") {
			if session := l.session(f, name); session != nil {
				sheet.Sessions = append(sheet.Sessions, session)
				session.Worksheets = append(session.Worksheets, sheet)
			}
		}
		for _, step := range l.steps(f) {
			sheet.Steps = append(sheet.Steps, step)
			step.Worksheets = append(step.Worksheets, sheet)
		}
	}
}
