package content

import (
	"strconv"

	"sparrausopas/generator/guide"
)

// Case is an example of what a municipality did. Its kind is made as any other
// is: this file, a template and words are all that there is of it.
type Case struct {
	*guide.Page
	Municipality string
	Year         int
	Steps        []*guide.Step
}

func caseKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "case", New: true, Keys: []guide.Key{
			{Name: "municipality", Required: true, Example: `"Esimerkkilä"`},
			{Name: "year", Type: guide.NumberKey, Required: true, Example: "2026"},
			{Name: "steps", Type: guide.NumbersKey, Example: "[1]"},
		}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			c := &Case{Page: p, Municipality: f.text("municipality"), Year: f.number("year")}
			return c, func(l *linker) { c.Steps = l.steps(f) }
		},
		searched: func(p *guide.Page, words map[string]string) guide.Beside {
			c := p.Detail.(*Case)
			return guide.Beside{Parts: []guide.Part{
				{ID: "case-facts", Title: words["case-facts"], HTML: []string{c.Municipality, strconv.Itoa(c.Year)}},
			}}
		},
	}
}
