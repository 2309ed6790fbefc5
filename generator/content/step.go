package content

import (
	"sparrausopas/generator/guide"
)

func stepKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "step", New: true, Numbering: guide.Counted, Keys: []guide.Key{
			{Name: "number", Type: guide.NumberKey, Required: true, Example: "1"},
			{Name: "questions", Type: guide.NumbersKey, Of: "question"},
			{Name: "takes"},
		}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			step := &guide.Step{Page: p}
			return step, func(l *linker) {
				step.Takes = l.text(f, "takes")
				step.Questions = l.questions(f)
				for _, q := range step.Questions {
					q.Steps = append(q.Steps, step)
				}
			}
		},
		searched: byNumber,
	}
}

// steps reads a list of numbers of steps.
func (l *linker) steps(f *fields) []*guide.Step { return byNumbers[*guide.Step](l, f, "step") }
