package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// kindsOfPage gives the first page of each kind and view, in order.
func kindsOfPage(t *testing.T) []string {
	t.Helper()
	all, _ := pagesOf(t, site(t))
	seen := map[string]bool{}
	var pages []string
	for _, page := range all {
		text, err := os.ReadFile(filepath.Join(site(t), filepath.FromSlash(page)))
		if err != nil {
			t.Fatal(err)
		}
		kind := string(bodyClass.Find(text))
		if !seen[kind] {
			pages = append(pages, page)
		}
		seen[kind] = true
	}
	if len(pages) < 8 {
		t.Fatalf("there are only %d kinds of page: %v", len(pages), pages)
	}
	return pages
}

var bodyClass = regexp.MustCompile(`<body class="?[^">]*`)

func TestTabWalksThroughAllThatCanBeUsedThereAndBack(t *testing.T) {
	for _, width := range []int64{1280, 320} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			tab := openTab(t, fileURL(site(t)))
			tab.resize(width, 720)
			for _, page := range kindsOfPage(t) {
				tab.open(fileURL(site(t)) + page)
				walkThereAndBack(tab, page)
			}
		})
	}
}

func walkThereAndBack(tab *tab, page string) {
	tab.t.Helper()
	want := ask[[]string](tab, `(window.stops = `+tabStops+`).map(`+stopName+`)`)
	if len(want) < 5 {
		tab.t.Fatalf("%s: Tab finds only %d stops", page, len(want))
	}
	compareWalk(tab.t, page, walk(tab, len(want)), want)
	// The last stop is where the walk stands now: it isn't met again.
	back := slices.Clone(want[:len(want)-1])
	slices.Reverse(back)
	compareWalk(tab.t, page+", backwards", walk(tab, len(back), kb.ModifierShift), back)
}

// stopName calls an element by its place among the stops. Radio buttons that
// go together are called alike: which of them is met depends on the direction.
const stopName = `(e => (e.type === 'radio' ? e.name : window.stops.indexOf(e)) + ' ' + e.outerHTML.slice(0, 80).replace(/ value=.*/, ''))`

// parts is how many stops of its own the largest control has: a time of day,
// with hours and minutes and in some languages the half of the day.
const parts = 3

// walk presses Tab and gives the stops that it leads to, so many of them.
func walk(tab *tab, stops int, modifiers ...kb.Modifier) []string {
	tab.t.Helper()
	var met []string
	here := ask[string](tab, stopName+`(document.activeElement)`)
	for range stops {
		last := here
		for press := 0; here == last && press <= parts; press++ {
			run(tab, "press Tab", chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(modifiers...)))
			here = ask[string](tab, stopName+`(document.activeElement)`)
		}
		met = append(met, here)
	}
	return met
}

// compareWalk tells where a walk first leaves its way.
func compareWalk(t *testing.T, page string, got, want []string) {
	t.Helper()
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s: stop %d of %d is\n\t%s\nwant\n\t%s", page, i+1, len(want), got[i], want[i])
			return
		}
	}
}
