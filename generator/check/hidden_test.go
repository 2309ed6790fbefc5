package check

import (
	"testing"

	"sparrausopas/generator/guide"
)

func TestWhatIsLeftOutIsNotMissing(t *testing.T) {
	p := newProject().questions(1, 3).steps(2).area("x", 1).wants(
		guide.Contract{Areas: []string{"x", "y"}, QuestionsPerArea: 2, Counts: map[string]int{"question": 3, "step": 2}})
	p.locale.Hidden = []guide.Hidden{
		{ID: "q/2", Kind: "question", Name: "2", Number: 2, Area: "x"},
		{ID: "s/1", Kind: "step", Name: "1", Number: 1},
		{ID: "q/y", Kind: "area", Name: "y"},
	}
	expect(t, found(Run(p.site, p.fsys)), nil)
}

func TestALinkInALocalTextIsReportedInItsFile(t *testing.T) {
	p := newProject()
	from, to := p.page("a", ""), p.page("b", "")
	p.fsys["content/fi/local/a.md"] = p.fsys[from.File]
	from.Links = []guide.Link{{To: to, Fragment: "x", Offset: 4, File: "content/fi/local/a.md"}}
	expect(t, found(Run(p.site, p.fsys)), []string{"content/fi/local/a.md:2:1 link-heading id=x known= suggestion= target=content/fi/b.md"})
}
