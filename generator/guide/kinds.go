package guide

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"time"
)

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

// Session is an event of sparring with its timetable.
type Session struct {
	*Page
	Duration time.Duration
	// People is for how many the session is made.
	People People
	Goal   string
	// Materials and Preparation are lists of inline HTML, BetweenTask too.
	Materials, Preparation []string
	BetweenTask            string
	Agenda                 []Item
	// Worksheets are those that say that they belong to the session, Uses what
	// its own texts link to.
	Worksheets []*Worksheet
	Uses       []Use
	// Programmes are those that the session belongs to.
	Programmes []*Programme
}

// People is how many a session is for, or how many fill a worksheet together,
// in words: "4–8 managers", "at most 20", "a manager and a team".
type People string

// count is a number in words.
var count = regexp.MustCompile(`\d+`)

// Fit reports whether a group of so many is among them: the words' two numbers
// are the least and the most, a single one is the most. Without a number any
// group is.
func (p People) Fit(group int) bool {
	numbers := count.FindAllString(string(p), 2)
	if len(numbers) == 0 {
		return true
	}
	first, _ := strconv.Atoi(numbers[0])
	last, _ := strconv.Atoi(numbers[len(numbers)-1])
	return group <= last && (len(numbers) == 1 || group >= first)
}

// Item is one line of a session's timetable. Text and Notes are inline HTML;
// Notes are for the facilitator alone.
type Item struct {
	Title       string
	Start       time.Duration
	Duration    time.Duration
	Break       bool
	Text, Notes string
	// Segments are what the item is made of, if that is told; they take as long
	// as the item does.
	Segments  []Segment
	Questions []*Question
}

// Segment is a part of an item. Text is inline HTML.
type Segment struct {
	Duration time.Duration
	Text     string
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

// Use is a link to something printable in one of a session's texts: to a
// worksheet, or to a set of question cards.
type Use struct {
	// Key is where the text stands: "agenda.2.notes", "materials".
	Key       string
	Worksheet *Worksheet
	Cards     []*Question
	// Once reports whether a single set of the cards is enough for all tables.
	Once bool
}

// preparation is the key of what is done before the session.
const preparation = "preparation"

// Prints are the worksheets that are printed for the session, in the order in
// which its texts use them. What only the preparation uses was filled before.
func (s *Session) Prints() []*Worksheet {
	var list []*Worksheet
	for _, use := range s.Uses {
		if use.Key != preparation && use.Worksheet != nil && !slices.Contains(list, use.Worksheet) {
			list = append(list, use.Worksheet)
		}
	}
	return list
}

// Cards are the questions that are printed as cards: those that a link to the
// cards names, or all of the agenda where none does. Each table has a set of
// them, or the leader the only one.
func (s *Session) Cards() Use {
	at := slices.IndexFunc(s.Uses, func(use Use) bool { return use.Cards != nil })
	if at < 0 {
		return Use{Cards: s.Questions()}
	}
	return s.Uses[at]
}

// Belongs are what the worksheet's sessions are part of, each once, in their
// order: their programmes, or the session itself where there is none.
func (w *Worksheet) Belongs() []*Page {
	var list []*Page
	add := func(p *Page) {
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	for _, s := range w.Sessions {
		for _, programme := range s.Programmes {
			add(programme.Page)
		}
		if len(s.Programmes) == 0 {
			add(s.Page)
		}
	}
	return list
}

// Programme is a row of sessions that belong together.
type Programme struct {
	*Page
	Sessions []*Session
}

// Duration is how long the sessions take together.
func (p *Programme) Duration() (all time.Duration) {
	for _, session := range p.Sessions {
		all += session.Duration
	}
	return all
}

// Asks reports whether one of the programme's sessions asks a question.
func (p *Programme) Asks(q *Question) bool {
	return slices.ContainsFunc(q.Sessions, func(s *Session) bool { return slices.Contains(s.Programmes, p) })
}

// Timed is what takes its time: a session, a worksheet.
type Timed interface{ Time() time.Duration }

// Time is how long the session lasts.
func (s *Session) Time() time.Duration { return s.Duration }

// Time is how long filling the worksheet takes, 0 if that isn't said.
func (w *Worksheet) Time() time.Duration { return w.Duration }

// Decision is a page that a sparring is decided from: what takes how much of
// whose time.
type Decision struct {
	*Page
	Roles   []string
	Efforts []Effort
}

// Effort takes time of some of a decision's roles. To is the page that tells
// what is done then, or nil. Items are the titles of the lines of its agenda
// that alone are meant, if not all are: they last as long as the agenda says.
// Key is where they stand in the decision's front matter.
type Effort struct {
	Key      string
	Title    string
	To       *Page
	Items    []string
	Duration time.Duration
	Roles    []string
}

// Of is the time that the effort takes of a role.
func (e Effort) Of(role string) time.Duration {
	if !slices.Contains(e.Roles, role) {
		return 0
	}
	all := e.Duration
	for _, item := range e.Agenda() {
		if slices.Contains(e.Items, item.Title) {
			all += item.Duration
		}
	}
	return all
}

// Agenda is that of the session that the effort is for, nil if it is for none.
func (e Effort) Agenda() []Item {
	if e.To == nil {
		return nil
	}
	if s, ok := e.To.Detail.(*Session); ok {
		return s.Agenda
	}
	return nil
}

// Total is the time that all takes of a role.
func (d *Decision) Total(role string) (all time.Duration) {
	for _, e := range d.Efforts {
		all += e.Of(role)
	}
	return all
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

// Worksheet is a page to fill in, on screen or on paper.
type Worksheet struct {
	*Page
	// Audience is who fills it: "sparrer", "room" (all together, once), "group"
	// or "participant".
	Audience string
	// Duration is how long filling takes, 0 if that isn't said.
	Duration time.Duration
	People   People
	// Paper is "A4", "A4 landscape" or "A3 landscape", Pages how many pages of
	// it an empty worksheet takes, 0 if that isn't said.
	Paper string
	Pages int
	// PerSheet is how many of its parts, each under a heading of the second
	// level, are printed on a sheet; 0 for a worksheet that isn't parted.
	PerSheet int
	Sessions []*Session
	Steps    []*Step
	Fields   []Field
}

// Field is a place to write in a worksheet.
type Field struct {
	// Kind is one of those that content/markdown lists, such as "answer"; Form
	// is how the theme's script reads and fills a field of that kind.
	Kind, Form string
	// Name is what saved answers call the field by, unique in its worksheet.
	Name string
	// Label says what to write, Hint more on it, and About what the label alone
	// leaves open: the question that a rating's reason is about.
	Label, Hint, About string
	// Lines is the room to write, in ruled lines; in rows that of each row.
	Lines int
	// Options are what a choice or a checklist offers.
	Options []string
	Table   Table
	Scale   Scale
}

// Table is what a table to fill has: its header and the number of its rows.
type Table struct {
	Columns []Column
	Rows    int
}

// Column is a column of a table to fill. Name is what saved answers call its
// cells by, unique in its table, Label what its header says, and Hint what to
// write in it, if the header doesn't say enough.
type Column struct{ Name, Label, Hint string }

// Scale is a row of points between two ends in words, which may be empty. Area
// and AreaTitle are of the guide's question that it rates, if it does.
type Scale struct {
	Points          int
	From, To        string
	Area, AreaTitle string
}

// Field finds a field of the worksheet by its name, or gives nil.
func (w *Worksheet) Field(name string) *Field {
	for i := range w.Fields {
		if w.Fields[i].Name == name {
			return &w.Fields[i]
		}
	}
	return nil
}

// RatesAreas reports whether the worksheet rates questions of the guide's areas.
func (w *Worksheet) RatesAreas() bool {
	return slices.ContainsFunc(w.Fields, func(f Field) bool { return f.Scale.Area != "" })
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
