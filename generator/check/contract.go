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

// numbered is a page with a number in its collection.
type numbered struct {
	page   *guide.Page
	number int
}

func questions(e *guide.Edition) []numbered {
	all := make([]numbered, len(e.Questions))
	for i, q := range e.Questions {
		all[i] = numbered{q.Page, q.Number}
	}
	return all
}

func steps(e *guide.Edition) []numbered {
	all := make([]numbered, len(e.Steps))
	for i, s := range e.Steps {
		all[i] = numbered{s.Page, s.Number}
	}
	return all
}

// numbers finds two questions or two steps with one number.
func (c *checker) numbers(e *guide.Edition) {
	for _, all := range [][]numbered{questions(e), steps(e)} {
		first := map[int]*guide.Page{}
		for _, n := range all {
			if other := first[n.number]; other != nil {
				c.atKey(n.page, "number", "number-twice", report.Values{"number": strconv.Itoa(n.number), "other": other.File})
				continue
			}
			first[n.number] = n.page
		}
	}
}

// contract finds what config.toml asks for and the edition lacks or has too
// much of.
func (c *checker) contract(e *guide.Edition) {
	wanted := c.site.Settings.Contract
	c.complete(e, "question", wanted.Questions, questions(e))
	c.complete(e, "step", wanted.Steps, steps(e))
	c.areas(e, wanted)
}

// complete compares a collection with the numbers 1 to count.
func (c *checker) complete(e *guide.Edition, kind string, count int, all []numbered) {
	if count == 0 {
		return
	}
	found := map[int]bool{}
	for _, n := range all {
		found[n.number] = true
		// A draft can be one too many: it isn't counted until it is published.
		if (n.number < 1 || n.number > count) && !n.page.Draft {
			c.atKey(n.page, "number", "number-extra", report.Values{
				"kind": report.Word("kind-" + kind), "number": strconv.Itoa(n.number), "count": strconv.Itoa(count)})
		}
	}
	for number := 1; number <= count; number++ {
		if !found[number] && !e.HidesNumber(kind, number) {
			c.add(c.source(sectionOf(e, kind)).AtKey("kind", "number-missing", report.Values{"kind": report.Word("kind-" + kind), "number": strconv.Itoa(number)}))
		}
	}
}

// sectionOf gives the file of the section that holds pages of a kind, or of
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
	for _, area := range e.Areas {
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
	for _, q := range e.Questions {
		if q.Draft && q.Area == area {
			count++
		}
	}
	return count
}

// agendas finds sessions whose agenda doesn't fit their length.
func (c *checker) agendas(e *guide.Edition) {
	for _, s := range e.Sessions {
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
