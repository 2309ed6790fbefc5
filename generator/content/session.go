package content

import (
	"path"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

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

// session finds a session by its file's path from the file at hand.
func (l *linker) session(f *fields, name string) *guide.Session {
	at := path.Join(path.Dir(l.file.path), name)
	if other := l.edition.byPath[at]; other != nil && other.page != nil {
		if session, ok := other.page.Detail.(*guide.Session); ok {
			return session
		}
	}
	if !l.edition.whole || l.hides(name) {
		return nil
	}
	var known []string
	for _, s := range l.edition.Sessions {
		known = append(known, path.Base(s.ID)+".md")
	}
	f.problem("sessions", "unknown-session", report.Values{"name": name, "suggestion": report.Nearest(name, known)})
	return nil
}
