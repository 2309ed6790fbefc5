package guide

import "cmp"

// Detail is what a kind of page has beside its text. It is a struct that embeds
// its page, so that a list of details is a list of pages, too.
type Detail interface{ detail() }

func (*Page) detail() {}

// Details returns what the pages of a kind have beside their texts, in the
// order of the guide.
func Details[T Detail](l *Locale, kind string) []T {
	list := make([]T, 0, len(l.Kinds[kind]))
	for _, p := range l.Kinds[kind] {
		if detail, ok := p.Detail.(T); ok {
			list = append(list, detail)
		}
	}
	return list
}

// The kinds that templates and other packages ask for by name.

func (l *Locale) Areas() []*Area           { return Details[*Area](l, "area") }
func (l *Locale) Questions() []*Question   { return Details[*Question](l, "question") }
func (l *Locale) Steps() []*Step           { return Details[*Step](l, "step") }
func (l *Locale) Sessions() []*Session     { return Details[*Session](l, "session") }
func (l *Locale) Programmes() []*Programme { return Details[*Programme](l, "programme") }
func (l *Locale) Terms() []*Term           { return Details[*Term](l, "term") }
func (l *Locale) Topics() []*Topic         { return Details[*Topic](l, "topic") }

// Area is one of the areas of inclusion; its page's file name is its name.
type Area struct {
	*Page
	Name      string
	Questions []*Question
}

// Question is one of the guide's numbered questions.
type Question struct {
	*Page
	Area *Area
	// Wonder is a short question that makes one think of the same; it is shown
	// first on cards and on the wall. "" for none.
	Wonder string
	// Sessions and Steps are those that use the question.
	Sessions []*Session
	Steps    []*Step
}

// Asked is what is shown large of a question: what makes one wonder, or its
// title.
func (q *Question) Asked() string { return cmp.Or(q.Wonder, q.Title) }

// Step is one of the steps to an inclusion programme.
type Step struct {
	*Page
	// Takes is how long the step takes, in words: "4–6 weeks".
	Takes      string
	Questions  []*Question
	Worksheets []*Worksheet
}

// Term is an entry of the glossary. Forms are its inflected forms in running
// text.
type Term struct {
	*Page
	Forms []string
}

// Topic is a subject that pages have in common.
type Topic struct {
	*Page
	Pages []*Page
}

// Gathering puts the saved answers of many copies of a worksheet into one
// table.
type Gathering struct {
	*Page
	Worksheet *Worksheet
	// Label names the field that tells copies apart, Rows the field whose rows
	// are gathered.
	Label, Rows string
}
