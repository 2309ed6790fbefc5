package check

import (
	"bytes"
	"regexp"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// trait is what must agree in a page and its translation, whatever the words.
type trait struct {
	name report.Word
	of   func(*guide.Page) []mark
}

// mark is one of the things that a page has of a trait: what is the same in all
// languages, what stands in the file there, whether there can be one more of it
// than in the other language or the first one in words there, and whether it
// names a page, which a language needn't have yet.
type mark struct {
	same, find             string
	again, inWords, isPage bool
}

// beyond returns the marks that another list lacks, each as often as it does.
func beyond(list, other []mark) (rest []mark) {
	counts := map[string]int{}
	for _, m := range other {
		counts[m.same]++
	}
	for _, m := range list {
		if counts[m.same]--; counts[m.same] < 0 {
			rest = append(rest, m)
		}
	}
	return rest
}

// differences are the marks that only one of two lists has. One more of a mark
// is no difference, unless it takes another's place.
func differences(here, there []mark) (extra, missing []mark) {
	extra, missing = beyond(here, there), beyond(there, here)
	if len(extra) > 0 && len(missing) > 0 {
		return extra, missing
	}
	isFine := func(m mark) bool {
		is := func(o mark) bool { return o.same == m.same }
		return m.inWords || m.again && slices.ContainsFunc(here, is) && slices.ContainsFunc(there, is)
	}
	return slices.DeleteFunc(extra, isFine), slices.DeleteFunc(missing, isFine)
}

// differs finds translations that say something else than the page in the first
// language: one problem of a page and a trait. Of a trait no more than Most are
// told, and the others counted.
func (c *checker) differs(l *guide.Locale) {
	first := c.site.Locales[0]
	if l == first {
		return
	}
	for _, t := range []trait{
		{"numbers", figuresOf}, {"headings", headingsOf}, {"links", linksOf}, {"fields", fieldsOf},
		{"minutes", minutesOf}, {"pages", namedOf}, {"keys", keysOf},
	} {
		told := 0
		for _, p := range l.Pages {
			original := first.Page(p.ID)
			if original == nil || original.File == "" || p.File == "" || p.Original.Language != "" {
				continue
			}
			extra, missing := differences(t.of(p), t.of(original))
			missing = slices.DeleteFunc(missing, func(m mark) bool { return m.isPage && !hasOwn(l, m.same) })
			if len(extra)+len(missing) == 0 {
				continue
			}
			if told++; told > report.Most {
				c.problems[len(c.problems)-1].More++
				continue
			}
			c.add(firstOf(extra, c.source(p.File), report.Values{
				"what": "differs-" + t.name, "other": original.File, "extra": shown(extra), "missing": shown(missing)}))
		}
	}
}

// hasOwn reports whether a locale has a page that isn't another language's.
func hasOwn(l *guide.Locale, id string) bool {
	p := l.Page(id)
	return p != nil && p.Original.Language == ""
}

func shown(list []mark) report.List {
	if len(list) == 0 {
		return report.List{"–"}
	}
	return report.Names(list, func(m mark) string { return m.same })
}

// firstOf makes a problem where the first of some marks stands in a file, in its
// text rather than in front of it, or else at its beginning.
func firstOf(extra []mark, source report.Source, values report.Values) report.Problem {
	place := 0
	for _, m := range extra[:min(len(extra), 1)] {
		find := regexp.MustCompile(`(?:^|\D)(` + regexp.QuoteMeta(m.find) + `)(?:\D|$)`)
		for _, from := range []int{0, max(bytes.Index(source.Text, []byte("\n+++\n")), 0)} {
			if at := find.FindSubmatchIndex(source.Text[from:]); at != nil {
				place = from + at[2]
			}
		}
	}
	return source.At(place, "translation-differs", values)
}
