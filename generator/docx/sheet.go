package docx

import "sparrausopas/generator/guide"

// sheets returns the sheet of a session's leader, if the session has an agenda.
func sheets(s *guide.Session, known *words) []Document {
	if len(s.Agenda) == 0 {
		return nil
	}
	title := known.of("sheet") + ": " + s.Title
	return []Document{{
		Page: s.Page, Address: address(s.Page, known.view("sheet")), title: title,
		version: known.version("paper-version-guide", s.Page),
		write:   func(b *body) { b.sheet(s) },
	}}
}

func (b *body) sheet(s *guide.Session) {
	w := b.document.words
	b.text("Title", s.Title)
	b.text("Facts", joined(w.of("sheet"), w.minutes(s.Duration), string(s.People)))
	if s.Goal != "" {
		b.paragraph(para{}, append([]guide.Run{{Text: w.of("session-goal") + ": ", Strong: true}}, b.short(s.Goal)...)...)
	}
	b.text(heading(2), w.of("session-agenda"))
	b.agenda(s)
	for _, c := range s.Chapters("leader") {
		b.text(heading(2), c.Text)
		b.blocks(c.Blocks, para{style: said(c)})
	}
	if s.BetweenTask != "" {
		b.text(heading(2), w.of("session-between-task"))
		b.paragraph(para{}, b.short(s.BetweenTask)...)
	}
	b.shortList("session-preparation", s.Preparation)
	b.shortList("session-materials", s.Materials)
}

// said is the style of what is read aloud, "" elsewhere.
func said(c guide.Chapter) string {
	if c.Has("aloud") {
		return "Quote"
	}
	return ""
}

// short returns what a short text of the page is made of.
func (b *body) short(html string) []guide.Run { return b.document.Page.Outline.Short[html] }

// shortList writes a list of short texts under a heading, if there are any.
func (b *body) shortList(word string, texts []string) {
	if len(texts) == 0 {
		return
	}
	b.text(heading(2), b.document.words.of(word))
	list := b.newList(0)
	for _, text := range texts {
		b.paragraph(para{style: "ListParagraph", list: list}, b.short(text)...)
	}
}

// agenda writes the timetable.
func (b *body) agenda(s *guide.Session) {
	b.beginTable([]int{9, 7, 48, 36}, b.document.words.of("session-agenda"))
	b.beginRow(true, 0)
	for _, word := range []string{"agenda-start", "agenda-minutes", "agenda-item", "notes"} {
		b.textCell("CellHeader", b.document.words.of(word))
	}
	b.endRow()
	for i, item := range s.Agenda {
		b.beginRow(false, 0)
		b.textCell("Cell", b.document.words.rules.Clock(item.Start))
		b.textCell("Cell", number(int(item.Duration.Minutes())))
		b.item(i+1, item)
		b.beginCell()
		b.paragraph(para{style: "Cell"}, b.short(item.Notes)...)
		b.endCell()
		b.endRow()
	}
	b.endTable()
}

// item writes the cell of what is done.
func (b *body) item(place int, item guide.Item) {
	b.beginCell()
	b.paragraph(para{style: "Cell"}, guide.Run{Text: number(place) + ". " + item.Title, Strong: true})
	if item.Text != "" {
		b.paragraph(para{style: "Cell"}, b.short(item.Text)...)
	}
	list := b.newListOf(len(item.Segments) + len(item.Questions))
	for _, segment := range item.Segments {
		minutes := guide.Run{Text: b.document.words.minutes(segment.Duration) + " ", Strong: true}
		b.paragraph(para{style: "Cell", list: list}, append([]guide.Run{minutes}, b.short(segment.Text)...)...)
	}
	for _, q := range item.Questions {
		b.paragraph(para{style: "Cell", list: list}, plain(number(q.Number)+". "+q.Title)...)
	}
	b.endCell()
}

// newListOf begins a list with bullets, unless it would have no items.
func (b *body) newListOf(items int) int {
	if items == 0 {
		return 0
	}
	return b.newList(0)
}
