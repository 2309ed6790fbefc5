package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/guide"
)

// says gives a page a text in which all stands that a reader sees.
func says(p *guide.Page, text string) {
	p.HTML, p.Spans = text, guide.Spans(guide.AppendSpan(nil, 0, len(text), false))
}

func TestATranslationHasWhatItsOriginalHas(t *testing.T) {
	type change = func(sv, fi *guide.Page)
	sheet := func(p *guide.Page, fields ...guide.Field) { p.Detail = &guide.Worksheet{Page: p, Fields: fields} }
	agenda := func(p *guide.Page, items ...guide.Item) { p.Detail = &guide.Session{Page: p, Agenda: items} }
	question := func(id string) []*guide.Question { return []*guide.Question{{Page: &guide.Page{ID: id}}} }
	for _, c := range []struct {
		rule   string
		change change
		want   string
	}{
		{"the same", func(sv, fi *guide.Page) { says(sv, "år 2021"); says(fi, "vuonna 2021") }, ""},
		{"another number", func(sv, fi *guide.Page) { says(sv, "år 2021"); says(fi, "vuonna 2012") }, "5:1 numbers extra=2021 missing=2012"},
		{"a number less", func(sv, fi *guide.Page) { says(fi, "16 kuntaa") }, "1:1 numbers extra=– missing=16"},
		{"a number in another's place", func(sv, fi *guide.Page) { says(sv, "5 6 6 7 20 20"); says(fi, "5 6 7 20 7 20") }, "1:1 numbers extra=6 missing=7"},
		{"signs in numbers", func(sv, fi *guide.Page) { says(sv, "1 000, 2.5, 9:30"); says(fi, "1&#160;000, 2,5, 9.30") }, ""},
		{"a number in words, and a month", func(sv, fi *guide.Page) { says(sv, "5 den 31 augusti"); says(fi, "viisi 31") }, ""},
		{"a month", func(sv, fi *guide.Page) { says(sv, "den 31 augusti 2026"); says(fi, "31.8.2026") }, ""},
		{"a number once more", func(sv, fi *guide.Page) { says(sv, "16, 16"); says(fi, "16") }, ""},
		{"a number in an agenda", func(sv, fi *guide.Page) {
			sv.Beside.Parts = []guide.Part{{HTML: []string{`alla <a href="20.html">30</a>`}}}
			fi.Beside.Parts = []guide.Part{{HTML: []string{`kaikki <a href="40.html">60</a>`}}}
		}, "1:1 numbers extra=30 missing=60"},
		{"headings", func(sv, fi *guide.Page) {
			sv.Headings, fi.Headings = []guide.Heading{{Level: 3, Text: "Rubrik"}}, []guide.Heading{{Level: 2}}
		}, "6:5 headings extra=### missing=##"},
		{"links", func(sv, fi *guide.Page) {
			sv.Links, fi.Links = []guide.Link{{To: sv}}, []guide.Link{{To: &guide.Page{ID: "q/07"}}}
		}, "6:12 links extra=a missing=q/07"},
		{"a link to a page that isn't translated yet", func(sv, fi *guide.Page) { fi.Links = []guide.Link{{To: &guide.Page{ID: "q/09"}}} }, ""},
		{"a link once more", func(sv, fi *guide.Page) { sv.Links = []guide.Link{{To: sv}} }, "6:12 links extra=a missing=–"},
		{"a field's name", func(sv, fi *guide.Page) {
			sheet(sv, guide.Field{Kind: "answer", Name: "mål"})
			sheet(fi, guide.Field{Kind: "answer", Name: "tavoite"})
		}, "1:1 fields extra=answer mål (0 × ) missing=answer tavoite (0 × )"},
		{"a field's options", func(sv, fi *guide.Page) {
			sheet(sv, guide.Field{Kind: "choice", Name: "a", Options: []string{"ja"}})
			sheet(fi, guide.Field{Kind: "choice", Name: "a", Options: []string{"kyllä", "ei"}})
		}, "6:12 fields extra=choice a (1 × ) missing=choice a (2 × )"},
		{"a field's columns", func(sv, fi *guide.Page) {
			sheet(sv, guide.Field{Kind: "rows", Name: "a", Table: guide.Table{Rows: 3, Columns: []guide.Column{{Name: "x"}}}})
			sheet(fi, guide.Field{Kind: "rows", Name: "a", Table: guide.Table{Rows: 3, Columns: []guide.Column{{Name: "y"}}}})
		}, "6:12 fields extra=rows a (3 × x) missing=rows a (3 × y)"},
		{"minutes of an agenda", func(sv, fi *guide.Page) {
			agenda(sv, guide.Item{Duration: 5 * time.Minute}, guide.Item{Duration: 7 * time.Minute})
			agenda(fi, guide.Item{Duration: 7 * time.Minute}, guide.Item{Duration: 5 * time.Minute})
		}, "3:1 minutes extra=1: 5 min, 2: 7 min missing=1: 7 min, 2: 5 min"},
		{"minutes of a segment", func(sv, fi *guide.Page) {
			agenda(sv, guide.Item{Segments: []guide.Segment{{Duration: time.Minute}}})
			agenda(fi, guide.Item{Segments: []guide.Segment{{Duration: time.Hour}}})
		}, "1:1 minutes extra=1.1: 1 min missing=1.1: 60 min"},
		{"questions of an agenda", func(sv, fi *guide.Page) {
			agenda(sv, guide.Item{Questions: question("q/07")})
			agenda(fi, guide.Item{Questions: question("q/08")})
		}, "1:1 pages extra=q/07 missing=q/08"},
		{"sources", func(sv, fi *guide.Page) { fi.Sources = []*guide.Source{{Name: "thl"}} }, "1:1 pages extra=– missing=thl"},
		{"keys", func(sv, fi *guide.Page) { sv.Short, fi.Weight = "Kort", 3 }, "2:1 keys extra=short missing=weight = 3"},
		{"a page that the program made", func(sv, fi *guide.Page) { sv.File = ""; fi.Weight = 3 }, ""},
		{"a page without an original", func(sv, fi *guide.Page) { sv.ID, sv.Weight = "b", 3 }, ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			fi := p.page("a", "")
			p.locale.Index()
			sv := &guide.Page{ID: "a", File: "content/sv/a.md"}
			sv.Title = "Ä"
			fi.Title = "A"
			p.fsys[sv.File] = &fstest.MapFile{Data: []byte("+++\nshort = \"Kort\"\nminutes = 5\n+++\n2021\n### Rubrik a\n")}
			c.change(sv, fi)
			l := &guide.Locale{Language: "sv", Home: sv, Pages: []*guide.Page{sv, {ID: "q/07"}, {ID: "q/08"}}}
			l.Index()
			p.site.Locales = append(p.site.Locales, l)
			checker := &checker{site: p.site, fsys: p.fsys}
			checker.differs(p.locale)
			checker.differs(p.site.Locales[1])
			var want []string
			if c.want != "" {
				place, rest, _ := strings.Cut(c.want, " ")
				what, rest, _ := strings.Cut(rest, " ")
				extra, missing, _ := strings.Cut(rest, " missing=")
				want = []string{fmt.Sprintf("content/sv/a.md:%s translation-differs %s missing=%s other=content/fi/a.md what=differs-%s", place, extra, missing, what)}
			}
			expect(t, found(checker.problems), want)
		})
	}
}

func TestOfADifferenceOnlySoManyAreToldAsAnybodyReads(t *testing.T) {
	p := newProject()
	sv := &guide.Locale{Language: "sv"}
	for i := range 60 {
		page := p.page(fmt.Sprint("n", i), "")
		page.Weight = 7
		sv.Pages = append(sv.Pages, &guide.Page{ID: page.ID, File: "content/sv/" + page.ID + ".md"})
	}
	sv.Index()
	p.site.Locales = append(p.site.Locales, sv)
	c := &checker{site: p.site, fsys: p.fsys}
	c.differs(sv)
	told := 0
	for _, problem := range c.problems {
		if problem.Values["what"] != nil && problem.Rule == "translation-differs" && strings.Contains(fmt.Sprint(problem.Values["missing"]), "weight") {
			told++
		}
	}
	if told != 50 || c.problems.Count() < 60 {
		t.Errorf("%d are told of %d", told, c.problems.Count())
	}
}
