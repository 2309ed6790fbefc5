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
// lines=3 lines to write and, with points=4, a scale; why="How do we know?" says
// what to write next to a scale. It makes plain fields, named by the questions'
// numbers, so that saved answers outlive a change of wording.
func questionsKind() fieldKind {
	return fieldKind{name: "questions", attributes: []string{"area", "numbers", "lines", "points", "from", "to", "why"}, example: `questions numbers="$numbers" points=4 from="$from" to="$to"`, read: readQuestions}
}

func readQuestions(w *walker, b *fieldBlock) []guide.Field {
	if b.label != "" {
		w.issue(b.offset, "field-no-text", report.Values{"kind": "questions"})
	}
	var fields []guide.Field
	before := len(w.result.Issues)
	for _, q := range w.chosen(b) {
		name := "question-" + strconv.Itoa(q.Number)
		answer := guide.Field{Kind: "answer", Name: name, Label: strconv.Itoa(q.Number) + ". " + q.Title, Lines: w.number(b, "lines", 3, 0, 40)}
		if _, ok := b.attributes["points"]; ok {
			fields = append(fields, guide.Field{Kind: "scale", Name: name + "-scale", Label: answer.Label, Scale: readRating(w, b, q)})
			answer.Label = strconv.Itoa(q.Number) + ". " + q.Label()
			if why, ok := b.attributes["why"]; ok {
				answer.Label, answer.About = w.plain(why), answer.Label
			}
		}
		if answer.Lines > 0 {
			fields = append(fields, answer)
		}
	}
	if len(fields) == 0 && !w.hidesQuestions() && len(w.result.Issues) == before {
		w.issue(b.offset, "field-questions", nil)
	}
	return fields
}

// readRating reads the scale that a question is rated on.
func readRating(w *walker, b *fieldBlock, q *guide.Question) guide.Scale {
	scale := readPoints(w, b)
	if q.Area != nil {
		scale.Area, scale.AreaTitle = q.Area.Name, q.Area.Label()
	}
	return scale
}

// hidesQuestions reports whether the edition leaves out questions or areas, so
// that a block can be left with none.
func (w *walker) hidesQuestions() bool {
	return slices.ContainsFunc(w.renderer.locale.Hidden, func(h guide.Hidden) bool { return h.Kind == "question" || h.Kind == "area" })
}

// numbersOf names the numbers of questions.
func numbersOf(questions []*guide.Question) string {
	numbers := report.Names(questions, func(q *guide.Question) string { return strconv.Itoa(q.Number) })
	return strings.Join(slices.Compact(numbers), ", ")
}

// chosen are the questions that a block asks for.
func (w *walker) chosen(b *fieldBlock) []*guide.Question {
	area, hasArea := b.attributes["area"]
	numbers, hasNumbers := b.attributes["numbers"]
	locale := w.renderer.locale
	if hasArea && !slices.ContainsFunc(locale.Areas(), func(a *guide.Area) bool { return a.Name == area }) {
		known := report.Names(locale.Areas(), func(a *guide.Area) string { return a.Name })
		w.lacks(b, "area", area, report.Unknown(area, known))
	}
	// People part numbers by commas, too.
	numbers = strings.NewReplacer(",", " ", ";", " ").Replace(numbers)
	for number := range strings.FieldsSeq(numbers) {
		if !slices.ContainsFunc(locale.Questions(), func(q *guide.Question) bool { return strconv.Itoa(q.Number) == number }) {
			w.lacks(b, "question", number, report.Values{"known": numbersOf(locale.Questions())})
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

// lacks tells of a page that a block names and that isn't there, if the guide
// doesn't leave it out on purpose.
func (w *walker) lacks(b *fieldBlock, kind, name string, values report.Values) {
	values["name"] = name
	draft := w.renderer.locale.Draft(kind, name)
	switch {
	case w.renderer.locale.Hides(kind, name):
	case draft != "":
		w.issue(b.offset, "named-draft", report.Values{"name": name, "file": draft})
	default:
		w.issue(b.offset, "unknown-"+kind, values)
	}
}
