package content

import (
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func questionKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "question", New: true, Numbering: guide.Counted, Keys: []guide.Key{
			{Name: "number", Type: guide.NumberKey, Required: true, Example: "7"},
			{Name: "area", Required: true, Example: `"own-life"`, Of: "area"},
			{Name: "wonder"},
		}},
		read: readQuestion,
		searched: func(p *guide.Page, words map[string]string) guide.Beside {
			beside := byNumber(p, words)
			beside.Names = strings.TrimSpace(beside.Names + " " + p.Detail.(*guide.Question).Wonder)
			return beside
		},
		lost: func(l *locale, f *file) bool { return l.Hides("area", f.saidText("area")) },
	}
}

// wonderLimit is how many letters a question may have that is read from the
// back of a hall.
const wonderLimit = 60

// byNumber finds pages that are called by their numbers: "Question 7".
func byNumber(p *guide.Page, words map[string]string) guide.Beside {
	return guide.Beside{Names: words[p.Kind] + " " + strconv.Itoa(p.Number)}
}

func readQuestion(f *fields, p *guide.Page) (guide.Detail, finish) {
	q := &guide.Question{Page: p}
	name := f.text("area")
	return q, func(l *linker) {
		q.Wonder = l.text(f, "wonder")
		f.checkLength("wonder", "wonder-long", q.Wonder, wonderLimit)
		areas := l.locale.Areas()
		for _, area := range areas {
			if area.Name == name {
				q.Area = area
				area.Questions = append(area.Questions, q)
			}
		}
		if q.Area == nil && name != "" && l.locale.whole &&
			!l.locale.isDraft(f, "area", "area", name) {
			values := report.Unknown(name, report.Names(areas, func(a *guide.Area) string { return a.Name }))
			f.problem("area", "unknown-area", values,
				f.asOther("area", name, values["suggestion"]))
		}
	}
}

// questions reads a list of numbers of questions.
func (l *linker) questions(f *fields) []*guide.Question {
	return byNumbers[*guide.Question](l, f, "question")
}
