package content

import (
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func readQuestion(f *fields, p *guide.Page) (guide.Detail, finish) {
	q := &guide.Question{Page: p, Number: f.number("number")}
	f.require("number", "7")
	f.require("area", `"own-life"`)
	name := f.text("area")
	return q, func(l *linker) {
		var known []string
		for _, area := range l.edition.Areas {
			known = append(known, area.Name)
			if area.Name == name {
				q.Area = area
				area.Questions = append(area.Questions, q)
			}
		}
		if q.Area == nil && name != "" && l.edition.whole {
			f.problem("area", "unknown-area", report.Values{
				"name": name, "suggestion": report.Nearest(name, known), "known": strings.Join(known, ", ")})
		}
	}
}

// questions reads a list of numbers of questions.
func (l *linker) questions(f *fields) []*guide.Question {
	var list []*guide.Question
	for _, number := range f.numbers("questions") {
		found := l.question(number)
		if found == nil && (!l.edition.whole || l.edition.HidesNumber("question", number)) {
			continue
		}
		if found == nil {
			f.problem("questions", "unknown-question", report.Values{"name": strconv.Itoa(number), "known": l.numbers()})
			continue
		}
		list = append(list, found)
	}
	return list
}

func (l *linker) question(number int) *guide.Question {
	for _, q := range l.edition.Questions {
		if q.Number == number {
			return q
		}
	}
	return nil
}

// numbers names the questions that there are, such as 1–6, 8–24.
func (l *linker) numbers() string {
	var spans []string
	for all := l.edition.Questions; len(all) > 0; {
		end := 1
		for end < len(all) && all[end].Number <= all[end-1].Number+1 {
			end++
		}
		spans = append(spans, span(all[0].Number, all[end-1].Number))
		all = all[end:]
	}
	return strings.Join(spans, ", ")
}

func span(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}
