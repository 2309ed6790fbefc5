package browser_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// choose takes the option of a value in whatever list has it, as a reader does
// with the keyboard.
func choose(tab *tab, value string) {
	tab.t.Helper()
	ask[bool](tab, `(option => {
		option.selected = true
		option.parentElement.dispatchEvent(new Event('change', { bubbles: true }))
		return true
	})(document.querySelector('option[value="`+value+`"]'))`)
}

// listedNow are the titles that a filtered list shows.
func listedNow(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('.facets')].filter(item => item.checkVisibility()).map(item => item.querySelector('a').textContent.replace(/\u00ad/g, ''))`)
}

func TestListsAreNarrowedByTimePeopleAndPurpose(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, c := range []struct {
		page    string
		choices []string
		want    string // of each item that stays, by its classes
	}{
		{"fi/tyopohjat/index.html", []string{"t15"}, ".t15"},
		{"fi/tyopohjat/index.html", []string{"t60", "who-group", "for-programme"}, ".t60.who-group.for-programme"},
		{"fi/sparraukset/index.html", []string{"t90"}, ".t90"},
		{"fi/sparraukset/index.html", []string{"in-1"}, ".in-1"},
		{"fi/sparraukset/index.html", []string{"p25"}, ".p25"},
		{"fi/kysymykset/index.html", []string{"in-1", "step-3"}, ".in-1.step-3"},
	} {
		tab.open(fileURL(site(t)) + c.page)
		all := listedNow(tab)
		for _, value := range c.choices {
			choose(tab, value)
		}
		shown := listedNow(tab)
		if want := ask[int](tab, `document.querySelectorAll('.facets`+c.want+`').length`); len(shown) != want || want == 0 || want == len(all) {
			t.Errorf("%s with %v shows %d of %d, want %d", c.page, c.choices, len(shown), len(all), want)
		}
		if !ask[bool](tab, `document.querySelector('.filter-count').checkVisibility()`) {
			t.Fatalf("%s doesn't say that its list is narrowed", c.page)
		}
		clickOn(tab, ".filter-count button")
		if again := listedNow(tab); len(again) != len(all) || ask[bool](tab, `document.querySelector('.filter-count').checkVisibility()`) {
			t.Errorf("%s: %d of %d come back", c.page, len(again), len(all))
		}
	}
}

func TestANarrowedListHasAWayOutThoughNothingIsLeft(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/tyopohjat/index.html")
	for _, value := range []string{"t15", "who-sparrer", "for-programme"} {
		choose(tab, value)
	}
	if shown := listedNow(tab); len(shown) > 0 {
		t.Fatalf("shown are %v", shown)
	}
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	clickOn(tab, ".filter-count button")
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
	if len(listedNow(tab)) == 0 {
		t.Error("nothing comes back")
	}
}
