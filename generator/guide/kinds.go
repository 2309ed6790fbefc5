package guide

import "time"

// Detail is what a kind of page has beside its text. Each of the kinds below
// holds its page, so that a list of them is a list of pages too.
type Detail interface{ detail() }

// Area is one of the areas of inclusion; its page's file name is its name.
type Area struct {
	*Page
	Name      string
	Questions []*Question
}

// Question is one of the guide's numbered questions.
type Question struct {
	*Page
	Number int
	Area   *Area
	// Sessions and Steps are those that use the question.
	Sessions []*Session
	Steps    []*Step
}

// Step is one of the steps to an inclusion programme.
type Step struct {
	*Page
	Number    int
	Questions []*Question
}

// Session is an event of sparring with its timetable.
type Session struct {
	*Page
	// Number is its place in a programme, 0 if it stands alone.
	Number   int
	Duration time.Duration
	Goal     string
	// Materials and Preparation are lists of inline HTML, BetweenTask too.
	Materials, Preparation []string
	BetweenTask            string
	Agenda                 []Item
}

// Item is one line of a session's timetable. Text and Notes are inline HTML;
// Notes are for the facilitator alone.
type Item struct {
	Title       string
	Start       time.Duration
	Duration    time.Duration
	Break       bool
	Text, Notes string
	Questions   []*Question
}

// Questions are the questions of the whole agenda, each once, in its order.
func (s *Session) Questions() []*Question {
	var list []*Question
	seen := map[*Question]bool{}
	for _, item := range s.Agenda {
		for _, q := range item.Questions {
			if !seen[q] {
				seen[q] = true
				list = append(list, q)
			}
		}
	}
	return list
}

// Programme is a row of sessions that belong together.
type Programme struct {
	*Page
	Sessions []*Session
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

func (*Area) detail()      {}
func (*Question) detail()  {}
func (*Step) detail()      {}
func (*Session) detail()   {}
func (*Programme) detail() {}
func (*Term) detail()      {}
func (*Topic) detail()     {}
