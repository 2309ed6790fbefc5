package content

import (
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// searchWords are the words of a theme that has a search page.
const searchWords = "address-search = \"haku\"\nsearch-title = \"Haku \\\"A\\\"\"\nsearch-summary = \"Hakekaa.\"\n"

// ids are the pages' IDs in their order.
func ids(pages []*guide.Page) string {
	var list []string
	for _, p := range pages {
		list = append(list, p.ID)
	}
	return strings.Join(list, " ")
}

func TestASearchPageIsMadeWhereTheThemeHasWordsForIt(t *testing.T) {
	l := firstLocale(t, files{"theme/words/fi.toml": searchWords, "content/fi/a.md": page(`title = "A"`, "")})
	p := l.Find("search")
	if p == nil || p.ID != "search" || p.Address != "fi/haku.html" || p.Title != "Haku ”A”" || p.Summary != "Hakekaa." || p.File != "" {
		t.Fatalf("the page is %+v", p)
	}
	if p.Parent != l.Home || slices.Contains(l.Home.Children, p) || p.Previous != nil || p.Next != nil {
		t.Errorf("it hangs among the sections")
	}
	if l.Page("search") != p || ids(l.Pages) != " a search" {
		t.Errorf("the edition's pages are %q", ids(l.Pages))
	}
}

func TestThereIsNoSearchPageWithoutAWordForItsAddress(t *testing.T) {
	for _, words := range []string{"search-title = \"Haku\"\n", "address-search = \"\"\n"} {
		if p := firstLocale(t, files{"theme/words/fi.toml": words}).Find("search"); p != nil {
			t.Errorf("%q makes %+v", words, p)
		}
	}
}

func TestASearchPageOfContentTakesThePlaceOfTheOneThatIsMade(t *testing.T) {
	l := firstLocale(t, files{"theme/words/fi.toml": searchWords, "content/fi/etsi.md": page("title = \"Etsi\"\nkind = \"search\"", "Teksti.")})
	if p := l.Find("search"); p.Address != "fi/etsi.html" || len(l.Pages) != 2 {
		t.Errorf("the page is at %s, of %v", p.Address, ids(l.Pages))
	}
}

func TestTheSearchPageGivesWayToTheIDOfAPageOfContent(t *testing.T) {
	l := firstLocale(t, files{"theme/words/fi.toml": searchWords, "content/fi/search.md": page(`title = "A"`, "")})
	if p := l.Find("search"); p.ID != "search-page" || l.Page("search").File != "content/fi/search.md" {
		t.Errorf("the pages are %v", ids(l.Pages))
	}
}

func TestAWordThatIsNoAddressMakesOneAllTheSame(t *testing.T) {
	for word, want := range map[string]string{"Etsi täältä": "fi/etsi-taalta.html", "../x": "fi/x.html", "???": "fi/search.html"} {
		l := firstLocale(t, files{"theme/words/fi.toml": "address-search = \"" + word + "\"\n"})
		if p := l.Find("search"); p.Address != want || p.Title != word {
			t.Errorf("%q: the page %q is at %s", word, p.Title, p.Address)
		}
	}
}
