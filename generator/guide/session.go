package guide

import (
	"regexp"
	"slices"
	"strconv"
	"time"
)

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
