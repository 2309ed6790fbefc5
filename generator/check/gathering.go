package check

import (
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// gatherings finds pages that gather fields which their worksheet doesn't
// have.
func (c *checker) gatherings(e *guide.Edition) {
	for _, p := range e.Pages {
		g, ok := p.Detail.(*guide.Gathering)
		if !ok || g.Worksheet == nil {
			continue
		}
		c.gathered(g, "label", g.Label, "answer")
		c.gathered(g, "rows", g.Rows, "rows")
	}
}

func (c *checker) gathered(g *guide.Gathering, key, name, kind string) {
	if field := g.Worksheet.Field(name); field != nil && field.Kind == kind {
		return
	}
	var known []string
	for _, field := range g.Worksheet.Fields {
		if field.Kind == kind {
			known = append(known, field.Name)
		}
	}
	c.atKey(g.Page, key, "unknown-field", report.Values{
		"name": name, "kind": kind, "suggestion": report.Nearest(name, known), "known": list(known)})
}
