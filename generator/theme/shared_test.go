package theme

import (
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

const nav = "{{range .Locale.Home.Children}}<a{{$.Here .}}>{{.Title}}</a>{{end}}{{range .Siblings}}<b{{$.Here .}}>{{.Title}}</b>{{end}}"

func TestHereMarksThePageAndItsSectionsInPartsThatAreShared(t *testing.T) {
	for _, page := range []string{
		"{{define \"main\"}}{{.Shared \"parts/nav.html\"}}{{end}}",
		"{{define \"main\"}}{{template \"parts/nav.html\" .}}{{end}}",
	} {
		all := made(t, files{"t/parts/nav.html": nav, "t/page.html": page, "t/section.html": page, "t/home.html": page}, site())
		for name, want := range map[string]string{
			"index.html":      `<a>G</a><a>C</a>`,
			"fi/c.html":       `<a>G</a><a aria-current="page">C</a>`,
			"fi/g/index.html": `<a aria-current="page">G</a><a>C</a><b>A</b><b>B</b>`,
			"fi/g/a.html":     `<a aria-current="true">G</a><a>C</a><b aria-current="page">A</b><b>B</b>`,
			"fi/g/b.html":     `<a aria-current="true">G</a><a>C</a><b>A</b><b aria-current="page">B</b>`,
		} {
			expectFile(t, all, name, "<body>"+want+"</body>")
		}
	}
}

func TestPartsThatAreSharedAreRenderedOnceAFolder(t *testing.T) {
	s := site()
	look, err := Load(folder(files{"t/parts/nav.html": nav, "t/page.html": "{{define \"main\"}}{{.Shared \"parts/nav.html\"}}{{end}}"}), []string{"t"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := s.Locales[0]
	set, problems := look.parse(l)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, id := range []string{"a", "b", "c", "a"} {
		v := newView(s, l, l.Page(id), set)
		if _, err := v.Shared("parts/nav.html"); err != nil {
			t.Error(err)
		}
	}
	count := 0
	set.shared.parts.Range(func(_, _ any) bool { count++; return true })
	if count != 2 {
		t.Errorf("%d parts are rendered, want one for fi/g and one for fi", count)
	}
}

func TestLinksOfSharedPartsStartFromThePage(t *testing.T) {
	all := made(t, files{"t/parts/nav.html": "<a href=\"{{.Link .Locale.Home}}\">x</a>", "t/page.html": "{{define \"main\"}}{{.Shared \"parts/nav.html\"}}{{end}}"}, site())
	expectFile(t, all, "fi/g/a.html", `href="../../index.html"`)
	expectFile(t, all, "fi/c.html", `href="../index.html"`)
}

// sharing renders the site with a part that is shared and returns the error.
func sharing(part string) error {
	_, err := render(folder(files{"t/parts/nav.html": part, "t/page.html": "{{define \"main\"}}{{.Shared \"parts/nav.html\"}}{{end}}"}), []string{"t"}, Options{}, site())
	return err
}

func TestASharedPartThatFailsIsNamed(t *testing.T) {
	for part, want := range map[string]string{
		"a\n{{.Nope}}": "executing \"parts/nav.html\" at <.Nope>",
		"\x00":         "parts/nav.html shows a control character",
	} {
		if err := sharing(part); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v", part, err)
		}
	}
}

func TestASharedPartThatFailsHasItsFileAndLine(t *testing.T) {
	if err := sharing("a\n{{.Nope}}"); err == nil || !strings.HasPrefix(err.Error(), "t/parts/nav.html:2:") {
		t.Errorf("the error is %v", err)
	}
}

func TestContentsAreHeadingsOfTheSecondLevelIfThereAreThree(t *testing.T) {
	h := func(level int, id string) guide.Heading { return guide.Heading{Level: level, ID: id} }
	for want, headings := range map[string][]guide.Heading{
		"a b c": {h(2, "a"), h(3, "x"), h(2, "b"), h(2, ""), h(2, "c")}, "": {h(2, "a"), h(2, "b"), h(3, "c")},
	} {
		var ids []string
		for _, heading := range (&View{Page: &guide.Page{Text: guide.Text{Headings: headings}}}).Contents() {
			ids = append(ids, heading.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("contents are %q, want %q", got, want)
		}
	}
}

func TestTheTextOfAPageIsPartedAtItsFirstHeadingOfTheSecondLevel(t *testing.T) {
	for _, test := range []struct {
		headings    []guide.Heading
		intro, rest string
	}{{nil, "a<h2>b</h2>", ""}, {[]guide.Heading{{Level: 3, Start: 0}, {Level: 2, Start: 1}}, "a", "<h2>b</h2>"}} {
		view := &View{Page: &guide.Page{Text: guide.Text{HTML: "a<h2>b</h2>", Headings: test.headings}}}
		if intro, rest := string(view.Intro()), string(view.Rest()); intro != test.intro || rest != test.rest {
			t.Errorf("the text is %q and %q", intro, rest)
		}
	}
}

func TestASectionListsThePagesThatItsTextDoesNotLeadTo(t *testing.T) {
	a, b, c := &guide.Page{Kind: "page"}, &guide.Page{Kind: "page"}, &guide.Page{Kind: "step"}
	view := &View{Page: &guide.Page{Tree: guide.Tree{Children: []*guide.Page{a, b, c}}, Text: guide.Text{Links: []guide.Link{{To: a}}}}}
	if all := view.Unlinked(); !slices.Equal(all, []*guide.Page{b, c}) {
		t.Errorf("%d pages are listed, not two", len(all))
	}
	if pages := view.Unlinked("page"); !slices.Equal(pages, []*guide.Page{b}) {
		t.Errorf("of one kind %d are listed, not one", len(pages))
	}
}

func TestSectionsThatAreTooLongAreNotNavigation(t *testing.T) {
	for n, want := range map[int]int{siblingsMost: siblingsMost, siblingsMost + 1: 0} {
		section := &guide.Page{Tree: guide.Tree{Parent: &guide.Page{}, Children: make([]*guide.Page, n)}}
		if got := len((&View{Page: section}).Siblings()); got != want {
			t.Errorf("of %d pages %d are siblings", n, got)
		}
	}
}

func TestViewKnowsTranslationsAndUsesOfSources(t *testing.T) {
	s, other := site(), site().Locales[0]
	other.Language = "sv"
	s.Locales = append(s.Locales, other)
	v := newView(s, s.Locales[0], s.Locales[0].Page("a"), nil)
	if got := v.Translations(); len(got) != 1 || got[0].Locale != other {
		t.Errorf("translations are %v", got)
	}
	source := &guide.Source{Pages: map[string][]*guide.Page{"fi": {v.Page}, "sv": nil}}
	if got := v.Using(source); len(got) != 1 || got[0] != v.Page {
		t.Errorf("the source is used by %v", got)
	}
	if got := v.With([]*guide.Question{{}}); got.View != v || len(got.Questions) != 1 {
		t.Errorf("the list is %v", got)
	}
}

func TestATemplateCanCallAPartInAnyQuotes(t *testing.T) {
	all, err := render(folder(files{
		"t/page.html":         "{{define \"main\"}}{{if .Page}}{{with .Page}}{{range $.Page.Path}}{{end}}{{template `parts/deep.html` $}}{{end}}{{end}}{{end}}",
		"t/parts/deep.html":   "{{if not .Page}}{{else}}{{template `parts/deeper.html` .}}{{end}}",
		"t/parts/deeper.html": "syvällä",
	}), []string{"t"}, Options{Minify: true}, site())
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, all, "fi/c.html", "syvällä")
}
