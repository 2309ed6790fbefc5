package check

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

func TestTitlesAndSummariesAreNotCut(t *testing.T) {
	for _, c := range []struct {
		rule                  string
		title, short, summary int
		want                  []string
	}{
		{"as long as may be", 60, 0, 160, nil},
		{"a long title", 61, 0, 0, []string{"content/fi/a.md:2:1 title-long key=title length=61 limit=60"}},
		{"a long title with a short one", 120, 60, 0, nil},
		{"a title that is too long for all", 121, 10, 0, []string{"content/fi/a.md:2:1 title-long key=title length=121 limit=120"}},
		{"a short title that is long", 70, 61, 0, []string{"content/fi/a.md:3:1 title-long key=short length=61 limit=60"}},
		{"a long summary", 5, 0, 161, []string{"content/fi/a.md:4:1 summary-long key=summary length=161 limit=160"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			page := p.page("a", "short = \"…\"\nsummary = \"…\"\n")
			page.Title, page.Short, page.Summary = strings.Repeat("ä", c.title), strings.Repeat("ä", c.short), strings.Repeat("ä", c.summary)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}

func TestTitlesTellPagesApart(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(a, b, section *guide.Page)
		want   []string
	}{
		{"different ones", func(_, _, _ *guide.Page) {}, nil},
		{"the same in one section", func(a, b, _ *guide.Page) { b.Title = "A"; a.Title = "a" },
			[]string{"content/fi/b.md:2:1 title-twice other=content/fi/a.md title=A"}},
		{"the same in two sections", func(a, b, section *guide.Page) { b.Title, b.Parent = a.Title, section }, nil},
		{"a page and its section", func(a, _, section *guide.Page) { a.Title, a.Parent = section.Title, section }, nil},
		{"a page that the program made", func(a, b, _ *guide.Page) { b.Title, a.File = a.Title, "" },
			[]string{"content/fi/b.md:2:1 title-twice other=fi/a.html title=a"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			a, b, section := p.page("a", ""), p.page("b", ""), p.page("s/_index", "")
			for _, page := range []*guide.Page{a, b, section} {
				page.Parent = p.edition.Home
			}
			c.change(a, b, section)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}
