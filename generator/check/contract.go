package check

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// counted are the kinds whose pages are called by their numbers.
func (c *checker) counted() []guide.Kind {
	return slices.DeleteFunc(slices.Clone(c.site.Kinds), func(k guide.Kind) bool { return k.Numbering != guide.Counted })
}

// numbers finds two pages of a kind with one number.
func (c *checker) numbers(l *guide.Locale) {
	for _, kind := range c.counted() {
		first := map[int]*guide.Page{}
		for _, p := range l.Of(kind.Name) {
			if other := first[p.Number]; other != nil {
				c.atKey(p, "number", "number-twice", report.Values{"number": p.Number, "other": other.File})
				continue
			}
			first[p.Number] = p
		}
	}
}

// isTranslation reports whether a locale isn't the guide's first, so that it has
// what has been translated, and no more is asked of it.
func (c *checker) isTranslation(l *guide.Locale) bool { return l != c.site.Locales[0] }

// contract finds what config.toml asks for and the locale lacks.
func (c *checker) contract(l *guide.Locale) {
	wanted := c.site.Settings.Contract
	for _, kind := range c.counted() {
		if count := wanted.Counts[kind.Name]; count > 0 {
			c.complete(l, kind.Name, count)
		}
	}
	if len(wanted.Areas) > 0 {
		c.areas(l, wanted)
	}
}

// complete compares a collection with the numbers 1 to count. More may follow
// them, one by one: an edition can add its own.
func (c *checker) complete(l *guide.Locale, kind string, count int) {
	if c.isTranslation(l) {
		return
	}
	found := map[int]bool{}
	for _, p := range l.Of(kind) {
		found[p.Number] = true
	}
	isThere := func(number int) bool { return found[number] || l.Hides(kind, strconv.Itoa(number)) }
	next := count + 1
	for isThere(next) {
		next++
	}
	word := report.Word("kind-" + kind)
	for _, p := range l.Of(kind) {
		if (p.Number < 1 || p.Number > next) && !p.Draft {
			c.atKey(p, "number", "number-gap", report.Values{"kind": word, "number": p.Number, "next": next, "draft": l.Draft(kind, strconv.Itoa(next))})
		}
	}
	section := sectionOf(l, kind)
	for number := 1; number <= count; number++ {
		if !isThere(number) {
			c.inFile(section, "kind", "number-missing", report.Values{"kind": word, "number": number, "draft": l.Draft(kind, strconv.Itoa(number))})
		}
	}
}

// sectionOf returns the file of the section that holds pages of a kind, or of
// the home page.
func sectionOf(l *guide.Locale, kind string) string {
	for _, p := range l.Pages {
		if p.Of == kind {
			return p.File
		}
	}
	return l.Home.File
}

func (c *checker) areas(l *guide.Locale, wanted guide.Contract) {
	found := map[string]bool{}
	for _, area := range l.Areas() {
		found[area.Name] = true
		if !slices.Contains(wanted.Areas, area.Name) {
			c.inFile(area.File, "title", "area-extra", report.Values{"name": area.Name})
		}
		if count := len(area.Questions) + l.HiddenIn(area.Name); count < wanted.QuestionsPerArea && !c.isTranslation(l) {
			c.inFile(area.File, "title", "area-count", report.Values{"found": count, "wanted": wanted.QuestionsPerArea})
		}
	}
	for _, name := range wanted.Areas {
		if !found[name] && !l.Hides("area", name) && !c.isTranslation(l) {
			c.inFile(sectionOf(l, "question"), "kind", "area-missing", report.Values{"name": name, "draft": l.Draft("area", name)})
		}
	}
}

// agendas finds sessions whose agenda doesn't fit their length, and items whose
// segments don't fit theirs.
func (c *checker) agendas(l *guide.Locale) {
	for _, s := range l.Sessions() {
		c.segments(s)
		var sum time.Duration
		for _, item := range s.Agenda {
			sum += item.Duration
		}
		if len(s.Agenda) > 0 && sum != s.Duration {
			c.atKey(s.Page, "minutes", "agenda-minutes", minutes(sum, s.Duration))
		}
	}
}

// segments finds items whose parts don't take as long as they do.
func (c *checker) segments(s *guide.Session) {
	for i, item := range s.Agenda {
		var sum time.Duration
		for _, segment := range item.Segments {
			sum += segment.Duration
		}
		if len(item.Segments) > 0 && sum != item.Duration {
			c.atKey(s.Page, fmt.Sprintf("agenda.%d.segments", i), "segments-minutes", minutes(sum, item.Duration))
		}
	}
}

func minutes(found, wanted time.Duration) report.Values {
	return report.Values{"found": int(found.Minutes()), "wanted": int(wanted.Minutes())}
}

// asked finds questions that no session asks, in a guide whose sessions ask all
// that config.toml counts.
func (c *checker) asked(l *guide.Locale) {
	hidden := func(h guide.Hidden) bool { return h.Kind == "session" }
	if c.site.Settings.Contract.Counts["question"] == 0 || len(l.Sessions()) == 0 || c.isTranslation(l) || slices.ContainsFunc(l.Hidden, hidden) {
		return
	}
	for _, q := range l.Questions() {
		if len(q.Sessions) == 0 && q.Number <= c.site.Settings.Contract.Counts["question"] {
			c.atKey(q.Page, "number", "question-unused", report.Values{"number": q.Number})
		}
	}
}

// hours finds items of an agenda that a decision counts and that aren't there.
func (c *checker) hours(l *guide.Locale) {
	for _, p := range l.Pages {
		d, ok := p.Detail.(*guide.Decision)
		if !ok {
			continue
		}
		for _, e := range d.Efforts {
			known := report.Names(e.Agenda(), func(item guide.Item) string { return item.Title })
			for _, name := range e.Items {
				if !slices.Contains(known, name) {
					c.atKey(p, e.Key, "unknown-item", report.Unknown(name, known))
				}
			}
		}
	}
}
