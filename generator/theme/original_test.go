package theme

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

func TestAPageThatIsNotTranslatedIsMarkedWhereverItIsNamedAndIsNoTranslationForSearchEngines(t *testing.T) {
	s := onWeb("https://x.fi/opas/")
	sv := s.Locales[1]
	home, c := sv.Page(""), sv.Page("c")
	c.Title, c.Summary = "Sivun nimi", "Lyhyesti"
	c.Original = guide.Original{Page: s.Locales[0].Page("c"), Language: "fi"}
	home.Children = []*guide.Page{c}
	all := made(t, files{
		"t/page.html": `{{define "main"}}{{heading .Page.Title}} {{soft .Page.Summary}} {{soft "Kort"}}[{{.Canonical}}]{{.Alternates}}{{end}}`,
		"t/home.html": `{{define "main"}}{{range .Page.Children}}{{$.Anchor .}}<i title="{{soft .Title}}">{{end}}{{end}}`,
	}, s)
	expectFile(t, all, "sv/ö&.html", `<span lang="fi">Sivun nimi</span> <span lang="fi">Lyhyesti</span> Kort[https://x.fi/opas/fi/c.html][]`)
	expectFile(t, all, "sv/index.html", `<a href="ö&amp;.html"><span lang="fi">Sivun nimi</span></a><i title="Sivun nimi">`)
	if strings.Contains(all["sitemap.xml"], "sv/%C3%B6") {
		t.Errorf("the sitemap has a page that is another's text:\n%s", all["sitemap.xml"])
	}
}

func TestWhatAPageInTheReadersLanguageIsCalledIsNotMarked(t *testing.T) {
	s := onWeb("")
	sv := s.Locales[1]
	c := sv.Page("c")
	sv.Home.Title, c.Title = "Material", "Material"
	c.Original = guide.Original{Page: s.Locales[0].Page("c"), Language: "fi"}
	all := made(t, files{"t/home.html": `{{define "main"}}[{{soft .Page.Title}}]{{end}}`}, s)
	expectFile(t, all, "sv/index.html", "[Material]")
}
