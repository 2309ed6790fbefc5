package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// packs compares what the texts of a session say of its prints: its pack holds
// what the agenda, the task until the next time and the materials link to. Who
// carries the materials into the room reads those alone.
func (c *checker) packs(l *guide.Locale) {
	for _, s := range l.Sessions() {
		for _, use := range s.Uses {
			c.packUse(s, use)
		}
		c.packCards(s)
	}
	for _, sheet := range guide.Details[*guide.Worksheet](l, "worksheet") {
		for _, s := range sheet.Sessions {
			c.packUnused(sheet, s)
		}
	}
}

// A session's texts, by their keys.
const (
	inAgenda      = "agenda"
	inTask        = "between-task"
	inMaterials   = "materials"
	inPreparation = "preparation"
)

// packUse looks at a worksheet that a text of a session names.
func (c *checker) packUse(s *guide.Session, use guide.Use) {
	sheet := use.Worksheet
	if sheet == nil {
		return
	}
	place, _, _ := strings.Cut(use.Key, ".")
	values := report.Values{"title": sheet.Title, "file": sheet.File, "session": s.File}
	switch {
	case !slices.Contains(sheet.Sessions, s):
		c.atKey(s.Page, use.Key, "pack-stranger", values)
	case place == inMaterials && !used(s, sheet, inAgenda, inTask):
		c.atKey(s.Page, use.Key, "pack-not-in-agenda", values)
	case (place == inAgenda || place == inTask) && !used(s, sheet, inMaterials):
		c.atKey(s.Page, use.Key, "pack-not-in-materials", values)
	}
	c.packMinutes(s, use, place)
}

// packMinutes finds a worksheet that is filled in a part of the agenda and
// takes longer than that. One that is filled before or after the session may.
func (c *checker) packMinutes(s *guide.Session, use guide.Use, place string) {
	if place == inPreparation || place == inTask || used(s, use.Worksheet, inPreparation, inTask) {
		return
	}
	room := longestPart(s)
	if place == inAgenda {
		number, _ := strconv.Atoi(strings.Split(use.Key, ".")[1])
		room = s.Agenda[number].Duration
	}
	if need := use.Worksheet.Duration; need > room {
		c.atKey(s.Page, use.Key, "pack-minutes", report.Values{
			"title": use.Worksheet.Title, "file": use.Worksheet.File, "found": int(need.Minutes()), "wanted": int(room.Minutes())})
	}
}

// longestPart is how long the longest part of an agenda is that isn't a break.
func longestPart(s *guide.Session) (room time.Duration) {
	for _, item := range s.Agenda {
		if !item.Break {
			room = max(room, item.Duration)
		}
	}
	return room
}

// used reports whether one of these texts of a session names a worksheet.
func used(s *guide.Session, sheet *guide.Worksheet, places ...string) bool {
	return slices.ContainsFunc(s.Uses, func(use guide.Use) bool {
		place, _, _ := strings.Cut(use.Key, ".")
		return use.Worksheet == sheet && slices.Contains(places, place)
	})
}

// packUnused finds a worksheet that says that it belongs to a session, no text
// of which names it.
func (c *checker) packUnused(sheet *guide.Worksheet, s *guide.Session) {
	linked := func(link guide.Link) bool { return link.To == sheet.Page }
	if !used(s, sheet, inAgenda, inTask, inMaterials, inPreparation) && !slices.ContainsFunc(s.Links, linked) {
		c.atKey(sheet.Page, "sessions", "pack-unused", report.Values{"title": s.Title, "file": s.File})
	}
}

// packCards compares the cards on the tables with the questions of the agenda.
// Where a part of it uses none of the cards, its questions are only spoken of.
func (c *checker) packCards(s *guide.Session) {
	use := s.Cards()
	if use.Key == "" {
		return
	}
	if extra := without(use.Cards, s.Questions()); len(extra) > 0 {
		c.atKey(s.Page, use.Key, "pack-cards-extra", report.Values{"numbers": numbersOf(extra)})
	}
	for i, item := range s.Agenda {
		if missing := without(item.Questions, use.Cards); len(missing) > 0 && len(missing) < len(item.Questions) {
			c.atKey(s.Page, "agenda."+strconv.Itoa(i)+".questions", "pack-cards-missing", report.Values{"numbers": numbersOf(missing)})
		}
	}
}

// without returns those of the questions that aren't among the others.
func without(list, others []*guide.Question) (rest []*guide.Question) {
	for _, q := range list {
		if !slices.Contains(others, q) {
			rest = append(rest, q)
		}
	}
	return rest
}

func numbersOf(questions []*guide.Question) report.List {
	sorted := slices.SortedFunc(slices.Values(questions), func(a, b *guide.Question) int { return cmp.Compare(a.Number, b.Number) })
	return report.Names(sorted, func(q *guide.Question) string { return strconv.Itoa(q.Number) })
}
