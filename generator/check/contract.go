package check

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func list(names []string) string { return strings.Join(names, ", ") }

// counted are the kinds whose pages are called by their numbers.
func (c *checker) counted() []string {
	var names []string
	for _, k := range c.site.Kinds {
		if k.Numbering == guide.Counted {
			names = append(names, k.Name)
		}
	}
	return names
}

// numbers finds two pages of a kind with one number.
func (c *checker) numbers(e *guide.Edition) {
	for _, kind := range c.counted() {
		first := map[int]*guide.Page{}
		for _, p := range e.Of(kind) {
			if other := first[p.Number]; other != nil {
				c.atKey(p, "number", "number-twice", report.Values{"number": strconv.Itoa(p.Number), "other": other.File})
				continue
			}
			first[p.Number] = p
		}
	}
}

// contract finds what config.toml asks for and the edition lacks or has too
// much of.
func (c *checker) contract(e *guide.Edition) {
	wanted := c.site.Settings.Contract
	for _, kind := range c.counted() {
		c.complete(e, kind, wanted.Counts[kind])
	}
	c.areas(e, wanted)
}

// complete compares a collection with the numbers 1 to count.
func (c *checker) complete(e *guide.Edition, kind string, count int) {
	if count == 0 {
		return
	}
	found := map[int]bool{}
	for _, p := range e.Of(kind) {
		found[p.Number] = true
		// A draft can be one too many: it isn't counted until it is published.
		if (p.Number < 1 || p.Number > count) && !p.Draft {
			c.atKey(p, "number", "number-extra", report.Values{
				"kind": report.Word("kind-" + kind), "number": strconv.Itoa(p.Number), "count": strconv.Itoa(count)})
		}
	}
	for number := 1; number <= count; number++ {
		if !found[number] && !e.HidesNumber(kind, number) {
			c.add(c.source(sectionOf(e, kind)).AtKey("kind", "number-missing", report.Values{"kind": report.Word("kind-" + kind), "number": strconv.Itoa(number)}))
		}
	}
}

// sectionOf returns the file of the section that holds pages of a kind, or of
// the home page.
func sectionOf(e *guide.Edition, kind string) string {
	for _, p := range e.Pages {
		if p.Of == kind {
			return p.File
		}
	}
	return e.Home.File
}

func (c *checker) areas(e *guide.Edition, wanted guide.Contract) {
	if len(wanted.Areas) == 0 {
		return
	}
	found := map[string]bool{}
	for _, area := range e.Areas() {
		found[area.Name] = true
		if !slices.Contains(wanted.Areas, area.Name) {
			c.add(c.source(area.File).AtKey("title", "area-extra", report.Values{"name": area.Name}))
		}
		count, drafts := len(area.Questions)+e.HiddenIn(area.Name), draftsIn(e, area)
		if least, most := count-drafts, count; wanted.QuestionsPerArea > 0 && (wanted.QuestionsPerArea < least || wanted.QuestionsPerArea > most) {
			c.add(c.source(area.File).AtKey("title", "area-count", report.Values{
				"found": strconv.Itoa(count), "wanted": strconv.Itoa(wanted.QuestionsPerArea)}))
		}
	}
	for _, name := range wanted.Areas {
		if !found[name] && !e.HidesName("area", name) {
			c.add(c.source(sectionOf(e, "question")).AtKey("kind", "area-missing", report.Values{"name": name}))
		}
	}
}

// draftsIn counts the questions of an area that are there only with drafts.
func draftsIn(e *guide.Edition, area *guide.Area) int {
	count := 0
	for _, q := range e.Questions() {
		if q.Draft && q.Area == area {
			count++
		}
	}
	return count
}

// agendas finds sessions whose agenda doesn't fit their length.
func (c *checker) agendas(e *guide.Edition) {
	for _, s := range e.Sessions() {
		var sum time.Duration
		for _, item := range s.Agenda {
			sum += item.Duration
		}
		if len(s.Agenda) > 0 && sum != s.Duration {
			c.atKey(s.Page, "minutes", "agenda-minutes", report.Values{"found": minutes(sum), "wanted": minutes(s.Duration)})
		}
	}
}

func minutes(d time.Duration) string { return strconv.Itoa(int(d.Minutes())) }
