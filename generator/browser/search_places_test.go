package browser_test

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestPagesThatScoreAlikeAreShownHoweverMany(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	program, err := buildProgram()
	if err != nil {
		t.Fatal(err)
	}
	alike := slices.Repeat([]string{"kunta"}, 100)
	home := fileURL(buildForms(t, program, alike, nil))
	tab := openTab(t, home)
	tab.open(home + "index.html")
	typeIntoBox(tab, "kunta")
	if shown := panel(tab); shown.Count != "100 tulosta" || len(shown.Titles) != 10 {
		t.Errorf("it says %q and shows %d results, want 10 of 100", shown.Count, len(shown.Titles))
	}
}

// TestResultsLeadToPlacesThatAreThere asks for words of the headings that
// templates write, whose ids the index has from elsewhere than the page.
func TestResultsLeadToPlacesThatAreThere(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + "index.html")
	typeIntoBox(tab, "kunta")
	places := map[string]bool{}
	for _, query := range []string{"tavoite", "ohjelma", "valmistelut", "tarvikkeet", "välitehtävä", "osallisuus", "kysymys", "lähteet"} {
		for _, href := range run(tab, "find "+query, chromedp.Evaluate[[]string](
			`opas.find('`+query+`', {limit: 1000}).then(({results}) => results.map(({href}) => href))`, chromedp.EvalAwaitPromise)) {
			places[href] = true
		}
	}
	sessions := 0
	for href := range places {
		address, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.FromSlash(address.Path))
		if err != nil {
			t.Fatal(err)
		}
		if address.Fragment != "" && !strings.Contains(string(text), `id="`+address.Fragment+`"`) {
			t.Errorf("a result leads to %s, which is no place on the page", href)
		}
		if strings.HasPrefix(address.Fragment, "session-") {
			sessions++
		}
	}
	if sessions == 0 {
		t.Error("no result leads into a session")
	}
}
