// Package check finds what is wrong with a guide before a reader does.
//
// Run looks at the guide as a whole: whether the collections that config.toml
// asks for are complete in its first language, whether agendas fit their
// sessions, ask each of the guide's questions somewhere, link to what is on the
// leader's sheet and have what a decision counts, whether the texts of a
// session agree on what is printed for it, whether links to headings arrive,
// whether each page has an address, an identity and a title of its own, whether
// translations are as new as their originals and have the same numbers,
// headings, links, fields, minutes and keys, whether pictures are light enough
// and other files what their names say, and whether all names are such that
// other systems can have them. Statement looks at whether the accessibility
// statement has a contact and is of this year, Stale at whether pages are,
// Future at whether the days on which something was done are past. Output looks at the finished
// files of the site: whether every link and every id in them works from a
// folder. Lexicon looks at whether a locale's lexicon has all words of the
// finished site. Orphans looks at whether what readers filled in on the
// published site still finds its worksheet, field and column; AnswerPlaces
// writes down where they are now. Gone looks at whether addresses that were
// published are still there.
//
// What is wrong with a single file is found by package content when it reads
// it. A new check of the guide is a function and a line in the table of Run.
package check

import (
	"bytes"
	"cmp"
	"io/fs"
	"iter"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Run looks at the guide. The files in fsys are read again only to show the
// lines that problems stand in.
func Run(site *guide.Site, fsys fs.FS) report.Problems {
	c := &checker{site: site, fsys: fsys}
	for _, check := range []func(*guide.Locale){
		c.numbers,
		c.contract,
		c.agendas,
		c.hours,
		c.asked,
		c.sheets,
		c.packs,
		c.headings,
		c.gatherings,
		c.titles,
		c.identities,
		c.translations,
		c.differs,
	} {
		for _, l := range site.Locales {
			check(l)
		}
	}
	c.addresses()
	c.guideID()
	c.images()
	c.portable()
	return c.problems
}

// pages goes through the pages of all locales.
func pages(site *guide.Site) iter.Seq[*guide.Page] {
	return func(yield func(*guide.Page) bool) {
		for _, l := range site.Locales {
			for _, p := range l.Pages {
				if !yield(p) {
					return
				}
			}
		}
	}
}

type checker struct {
	site     *guide.Site
	fsys     fs.FS
	problems report.Problems
}

func (c *checker) add(p report.Problem) { c.problems = append(c.problems, p) }

// source reads a page's file for its lines. A file that can't be read any
// more has none.
func (c *checker) source(file string) report.Source {
	text, _ := fs.ReadFile(c.fsys, file)
	return report.Source{Name: file, Text: report.Clean(text)}
}

// atKey reports a problem at a key of a page's front matter. Of one that isn't
// translated all is told where its text is from.
func (c *checker) atKey(p *guide.Page, key, rule string, values report.Values, fixes ...fix) {
	p, key = p.Origin(key)
	if p.Original.Language != "" {
		return
	}
	c.inFile(p.File, key, rule, values, fixes...)
}

// inFile reports a problem at a key of a file.
func (c *checker) inFile(file, key, rule string, values report.Values, fixes ...fix) {
	c.problems.Add(file, rule, func() report.Problem {
		source := c.source(file)
		problem := source.AtKey(key, rule, values)
		for _, make := range fixes {
			if entry, ok := source.Entry(key); ok {
				problem.Fix = make(source, entry)
			}
		}
		return problem
	})
}

// fix mends what is wrong with a key, where that stands in a file.
type fix func(report.Source, report.Entry) *report.Fix

// withoutKey takes a key away.
func withoutKey(s report.Source, e report.Entry) *report.Fix {
	return s.Fix(e.Start, min(e.End, len(s.Text)), "")
}

// withValue writes another value.
func withValue(value string) fix {
	return func(s report.Source, e report.Entry) *report.Fix { return s.Fix(e.Value, e.ValueEnd, value) }
}

// headings finds links to headings that aren't there.
func (c *checker) headings(l *guide.Locale) {
	for _, p := range l.Pages {
		for _, link := range p.Links {
			if link.Fragment == "" || link.To.HasHeading(link.Fragment) {
				continue
			}
			file := cmp.Or(link.File, p.File)
			c.problems.Add(file, "link-heading", func() report.Problem {
				ids := report.Names(link.To.Headings, func(h guide.Heading) string { return h.ID })
				source, near := c.source(file), report.Nearest(link.Fragment, ids)
				problem := source.At(link.Offset, "link-heading", report.Values{
					"target": link.To.File, "id": link.Fragment, "suggestion": near, "known": report.List(ids)})
				if length := bytes.Index(source.Text[min(link.Offset, len(source.Text)):], []byte("#"+link.Fragment+")")); length >= 0 && near != "" {
					at := link.Offset + length + len("#")
					problem.Fix = source.Fix(at, at+len(link.Fragment), near)
				}
				return problem
			})
		}
	}
}
