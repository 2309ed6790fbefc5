package content

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func sessionKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "session", New: true, Numbering: guide.Placed, Keys: []guide.Key{
			{Name: "number", Type: guide.NumberKey},
			{Name: "minutes", Type: guide.NumberKey, Required: true, Example: "120"},
			{Name: "people"},
			{Name: "goal", Type: guide.ProseKey},
			{Name: "materials", Type: guide.TextsKey},
			{Name: "preparation", Type: guide.TextsKey},
			{Name: "between-task", Type: guide.ProseKey},
			{Name: "agenda", Type: guide.TablesKey, Keys: []guide.Key{
				{Name: "minutes", Type: guide.NumberKey, Required: true},
				{Name: "title", Required: true},
				{Name: "text", Type: guide.ProseKey},
				{Name: "segments", Type: guide.TextsKey},
				{Name: "questions", Type: guide.NumbersKey, Of: "question"},
				{Name: "notes", Type: guide.ProseKey},
				{Name: "break", Type: guide.FlagKey},
			}},
		}},
		read:     readSession,
		searched: searchedSession,
	}
}

func readSession(f *fields, p *guide.Page) (guide.Detail, finish) {
	s := &guide.Session{Page: p, Duration: minutes(f)}
	return s, func(l *linker) {
		s.People = guide.People(l.text(f, "people"))
		s.Goal = l.inline(f, "goal")
		// In the order of use, which is that of the session's pack.
		s.Agenda = l.agenda(f)
		s.BetweenTask = l.onSheet(f, "between-task")
		s.Materials = l.onSheets(f, "materials", f.texts("materials"))
		s.Preparation = l.onSheets(f, "preparation", f.texts("preparation"))
		for _, q := range s.Questions() {
			q.Sessions = append(q.Sessions, s)
		}
	}
}

func minutes(f *fields) time.Duration { return time.Duration(f.number("minutes")) * time.Minute }

func (l *linker) agenda(f *fields) []guide.Item {
	var start time.Duration
	return tablesOf(f, "agenda", func(line *fields) guide.Item {
		line.require("title", `"…"`)
		line.require("minutes", "20")
		item := guide.Item{
			Title:     l.text(line, "title"),
			Start:     start,
			Duration:  minutes(line),
			Break:     line.flag("break"),
			Text:      l.onSheet(line, "text"),
			Notes:     l.onSheet(line, "notes"),
			Segments:  l.segments(line),
			Questions: l.questions(line),
		}
		start += item.Duration
		return item
	})
}

// segment is a part of an agenda's item: "6 min the tables talk".
var segment = regexp.MustCompile(`^(\d{1,3})\s+(?:min\.?\s+)?(\S.*)$`)

// segments reads what an item is made of, each part with its minutes first.
func (l *linker) segments(f *fields) (list []guide.Segment) {
	for _, text := range f.texts("segments") {
		parts := segment.FindStringSubmatch(text)
		if parts == nil {
			f.problem("segments", "segment-minutes", report.Values{"text": text})
			continue
		}
		number, _ := strconv.Atoi(parts[1])
		list = append(list, guide.Segment{Duration: time.Duration(number) * time.Minute, Text: l.onSheets(f, "segments", parts[2:])[0]})
	}
	return list
}

// onSheet reads a short text that is shown on sheets, too, which have nothing
// else of the page: it mustn't point to another place of it.
func (l *linker) onSheet(f *fields, key string) string {
	return strings.Join(l.onSheets(f, key, []string{f.text(key)}), "")
}

func (l *linker) onSheets(f *fields, key string, texts []string) []string {
	var list []string
	for _, text := range texts {
		if words := l.file.from.rules.PointsToPage(text); words != "" {
			f.problem(key, "session-here", report.Values{"text": words, "mark": "{.leader}"})
		}
		list = append(list, l.noting(f, key).render(f, key, text))
	}
	return list
}

// searchedSession returns the parts of a session's page under the ids and the
// words that the theme's template gives them.
func searchedSession(p *guide.Page, words map[string]string) guide.Beside {
	s := p.Detail.(*guide.Session)
	var agenda []string
	for _, item := range s.Agenda {
		agenda = append(agenda, item.Title, item.Text, item.Notes)
		for _, segment := range item.Segments {
			agenda = append(agenda, segment.Text)
		}
	}
	var beside guide.Beside
	for _, part := range []guide.Part{
		{ID: "session-goal", HTML: []string{s.Goal}},
		{ID: "session-agenda", HTML: agenda},
		{ID: "session-preparation", HTML: s.Preparation},
		{ID: "session-materials", HTML: s.Materials},
		{ID: "session-between-task", HTML: []string{s.BetweenTask}},
	} {
		part.Title = words[part.ID]
		if strings.Join(part.HTML, "") != "" {
			beside.Parts = append(beside.Parts, part)
		}
	}
	return beside
}

// sessions reads a list of sessions' files.
func (l *linker) sessions(f *fields) []*guide.Session {
	var list []*guide.Session
	for _, name := range f.texts("sessions") {
		session, missing := named[*guide.Session](l, name)
		if missing {
			l.unknown(f, "sessions", "session", name)
		}
		if session != nil {
			list = append(list, session)
		}
	}
	return list
}
