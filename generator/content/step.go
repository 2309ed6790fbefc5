package content

import (
	"strconv"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func readStep(f *fields, p *guide.Page) (guide.Detail, finish) {
	step := &guide.Step{Page: p, Number: f.number("number")}
	f.require("number", "1")
	return step, func(l *linker) {
		step.Questions = l.questions(f)
		for _, q := range step.Questions {
			q.Steps = append(q.Steps, step)
		}
	}
}

// steps reads a list of numbers of steps.
func (l *linker) steps(f *fields) []*guide.Step {
	var list []*guide.Step
	for _, number := range f.numbers("steps") {
		found := false
		for _, step := range l.edition.Steps {
			if step.Number == number {
				list = append(list, step)
				found = true
			}
		}
		if !found && l.edition.whole && !l.edition.HidesNumber("step", number) {
			f.problem("steps", "unknown-step", report.Values{"name": strconv.Itoa(number)})
		}
	}
	return list
}
