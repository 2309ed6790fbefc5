package check

import (
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// gatherings finds pages that gather fields which their worksheet doesn't
// have.
func (c *checker) gatherings(l *guide.Locale) {
	for _, p := range l.Pages {
		g, ok := p.Detail.(*guide.Gathering)
		if !ok || g.Worksheet == nil {
			continue
		}
		c.gathered(g, "label", g.Label, "answer", "date")
		c.gathered(g, "rows", g.Rows, "rows")
	}
}

func (c *checker) gathered(g *guide.Gathering, key, name string, kinds ...string) {
	if field := g.Worksheet.Field(name); field != nil && slices.Contains(kinds, field.Kind) {
		return
	}
	var known []string
	for _, field := range g.Worksheet.Fields {
		if slices.Contains(kinds, field.Kind) {
			known = append(known, field.Name)
		}
	}
	c.atKey(g.Page, key, "unknown-field", report.Values{
		"name": name, "kind": strings.Join(kinds, ", "), "suggestion": report.Nearest(name, known), "known": report.List(known)})
}
