package content

import (
	"path"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// finish completes a page's detail when all other pages are known.
type finish func(*linker)

// readDetails reads the keys of the pages' own kinds.
func (e *edition) readDetails() {
	for _, f := range e.files {
		if f.page != nil {
			f.page.Detail, f.finish = readDetail(f.front, f.page)
		}
	}
}

// readDetail is the table of the kinds that have data.
func readDetail(f *fields, p *guide.Page) (guide.Detail, finish) {
	switch p.Kind {
	case "area":
		return &guide.Area{Page: p, Name: path.Base(p.ID)}, nil
	case "question":
		return readQuestion(f, p)
	case "step":
		return readStep(f, p)
	case "session":
		return readSession(f, p)
	case "programme":
		return readProgramme(f, p)
	case "term":
		return &guide.Term{Page: p, Forms: f.texts("forms")}, nil
	case "topic":
		return &guide.Topic{Page: p}, nil
	}
	return nil, nil
}

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

func readProgramme(f *fields, p *guide.Page) (guide.Detail, finish) {
	programme := &guide.Programme{Page: p}
	f.require("sessions", `["event-1.md", "event-2.md"]`)
	return programme, func(l *linker) {
		for _, name := range f.texts("sessions") {
			if session := l.session(f, name); session != nil {
				programme.Sessions = append(programme.Sessions, session)
			}
		}
	}
}

func readSession(f *fields, p *guide.Page) (guide.Detail, finish) {
	s := &guide.Session{
		Page:     p,
		Number:   f.number("number"),
		Duration: minutes(f),
	}
	f.require("minutes", "120")
	return s, func(l *linker) {
		s.Goal = l.inline(f, "goal")
		s.Materials = l.inlines(f, "materials")
		s.Preparation = l.inlines(f, "preparation")
		s.BetweenTask = l.inline(f, "between-task")
		s.Agenda = readAgenda(f, l)
		for _, q := range s.Questions() {
			q.Sessions = append(q.Sessions, s)
		}
	}
}

func minutes(f *fields) time.Duration { return time.Duration(f.number("minutes")) * time.Minute }

func readAgenda(f *fields, l *linker) []guide.Item {
	var agenda []guide.Item
	var start time.Duration
	for _, line := range f.tables("agenda") {
		item := guide.Item{
			Title:     l.edition.rules.Typography(line.text("title")),
			Start:     start,
			Duration:  minutes(line),
			Break:     line.flag("break"),
			Text:      l.inline(line, "text"),
			Notes:     l.inline(line, "notes"),
			Questions: l.questions(line),
		}
		line.require("title", `"…"`)
		line.require("minutes", "20")
		line.finish()
		start += item.Duration
		agenda = append(agenda, item)
	}
	return agenda
}

// questions reads a list of numbers of questions.
func (l *linker) questions(f *fields) []*guide.Question {
	var list []*guide.Question
	for _, number := range f.numbers("questions") {
		found := l.question(number)
		if found == nil && !l.edition.whole {
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

// numbers names the first and the last question that there are.
func (l *linker) numbers() string {
	all := l.edition.Questions
	if len(all) == 0 {
		return ""
	}
	return strconv.Itoa(all[0].Number) + "–" + strconv.Itoa(all[len(all)-1].Number)
}

// session finds a session by its file's path from the file at hand.
func (l *linker) session(f *fields, name string) *guide.Session {
	at := path.Join(path.Dir(l.file.path), name)
	if other := l.edition.byPath[at]; other != nil && other.page != nil {
		if session, ok := other.page.Detail.(*guide.Session); ok {
			return session
		}
	}
	if !l.edition.whole {
		return nil
	}
	var known []string
	for _, s := range l.edition.Sessions {
		known = append(known, path.Base(s.ID)+".md")
	}
	f.problem("sessions", "unknown-session", report.Values{"name": name, "suggestion": report.Nearest(name, known)})
	return nil
}
