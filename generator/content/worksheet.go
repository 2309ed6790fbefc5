package content

import (
	"slices"
	"strconv"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func worksheetKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "worksheet", New: true, Keys: []guide.Key{
			{Name: "audience", Required: true, Example: `"group"`, Values: audiences()},
			{Name: "minutes", Type: guide.NumberKey},
			{Name: "people"},
			{Name: "paper", Values: papers()},
			{Name: "pages", Type: guide.NumberKey},
			{Name: "per-sheet", Type: guide.NumberKey},
			{Name: "sessions", Type: guide.TextsKey},
			{Name: "steps", Type: guide.NumbersKey, Of: "step"},
		}},
		read:     readWorksheet,
		rendered: func(p *guide.Page, text markdown.Page) { p.Detail.(*guide.Worksheet).Fields = text.Fields },
	}
}

func audiences() []string { return []string{"sparrer", "room", "group", "participant"} }

func papers() []string { return []string{"A4", "A4 landscape", "A3 landscape"} }

func readWorksheet(f *fields, p *guide.Page) (guide.Detail, finish) {
	sheet := &guide.Worksheet{
		Page:     p,
		Audience: f.oneOf("audience", audiences()...),
		Duration: minutes(f),
		Paper:    f.oneOf("paper", papers()...),
		Pages:    f.number("pages"),
		PerSheet: perSheet(f),
	}
	return sheet, func(l *linker) {
		sheet.People = guide.People(l.text(f, "people"))
		for _, session := range l.sessions(f) {
			sheet.Sessions = append(sheet.Sessions, session)
			session.Worksheets = append(session.Worksheets, sheet)
		}
		for _, step := range l.steps(f) {
			sheet.Steps = append(sheet.Steps, step)
			step.Worksheets = append(step.Worksheets, sheet)
		}
	}
}

// perSheet reads how many parts of a worksheet are printed on a sheet: as many
// as halving it makes.
func perSheet(f *fields) int {
	number := f.number("per-sheet")
	if f.has("per-sheet") && !slices.Contains([]int{1, 2, 4, 8}, number) {
		f.problem("per-sheet", "key-value", report.Values{"key": "per-sheet", "value": strconv.Itoa(number), "wanted": report.Word("wanted-one"), "known": "1, 2, 4, 8"})
	}
	return number
}

// FieldExamples returns an example of each kind of field that a worksheet can have,
// with the words that are given for their names.
func FieldExamples(word func(name string) string) []markdown.FieldExample {
	return markdown.FieldExamples(word)
}
