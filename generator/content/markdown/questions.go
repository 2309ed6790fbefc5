package markdown

import (
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// questionsKind puts the guide's own questions into a worksheet: all of them,
// those of area=own-life or those of numbers="1 2 9". Under each there are
// lines=3 lines to write and, with points=4, a scale. It makes plain fields,
// named by the questions' numbers, so that saved answers outlive a change of
// wording.
func questionsKind() fieldKind {
	return fieldKind{name: "questions", attributes: []string{"area", "numbers", "lines", "points", "from", "to"}, read: readQuestions}
}

func readQuestions(w *walker, b *fieldBlock) []guide.Field {
	if b.label != "" {
		w.issue(b.offset, "field-no-text", report.Values{"kind": "questions"})
	}
	var fields []guide.Field
	for _, q := range w.chosen(b) {
		number := strconv.Itoa(q.Number)
		label := number + ". " + q.Title
		if _, ok := b.attributes["points"]; ok {
			fields = append(fields, guide.Field{Kind: "scale", Name: "question-" + number + "-scale", Label: label, Scale: readPoints(w, b)})
			label = number + ". " + q.Label()
		}
		if lines := w.number(b, "lines", 3, 0, 40); lines > 0 {
			fields = append(fields, guide.Field{Kind: "answer", Name: "question-" + number, Label: label, Lines: lines})
		}
	}
	if len(fields) == 0 && !w.hidesQuestions() {
		w.issue(b.offset, "field-questions", nil)
	}
	return fields
}

// hidesQuestions reports whether the edition leaves out questions or areas, so
// that a block can be left with none.
func (w *walker) hidesQuestions() bool {
	return slices.ContainsFunc(w.renderer.locale.Hidden, func(h guide.Hidden) bool { return h.Kind == "question" || h.Kind == "area" })
}

// chosen are the questions that a block asks for.
func (w *walker) chosen(b *fieldBlock) []*guide.Question {
	area, hasArea := b.attributes["area"]
	numbers, hasNumbers := b.attributes["numbers"]
	locale := w.renderer.locale
	if hasArea && !locale.HidesName("area", area) && !slices.ContainsFunc(locale.Areas(), func(a *guide.Area) bool { return a.Name == area }) {
		var known []string
		for _, a := range locale.Areas() {
			known = append(known, a.Name)
		}
		w.issue(b.offset, "unknown-area", report.Values{
			"name": area, "suggestion": report.Nearest(area, known), "known": strings.Join(known, ", ")})
	}
	for number := range strings.FieldsSeq(numbers) {
		wanted, _ := strconv.Atoi(number)
		if !locale.HidesNumber("question", wanted) && !slices.ContainsFunc(locale.Questions(), func(q *guide.Question) bool { return strconv.Itoa(q.Number) == number }) {
			w.issue(b.offset, "unknown-question", report.Values{"name": number})
		}
	}
	var list []*guide.Question
	for _, q := range locale.Questions() {
		inArea := !hasArea || q.Area != nil && q.Area.Name == area
		if inArea && (!hasNumbers || slices.Contains(strings.Fields(numbers), strconv.Itoa(q.Number))) {
			list = append(list, q)
		}
	}
	return list
}
