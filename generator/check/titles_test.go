package check

import (
	"testing"

	"sparrausopas/generator/guide"
)

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
				page.Parent = p.locale.Home
			}
			c.change(a, b, section)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}
