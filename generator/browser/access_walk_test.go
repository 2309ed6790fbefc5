package browser_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// kindsOfPage returns the first page of each kind and view, in order.
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
	t.Parallel()
	for _, way := range []struct {
		name      string
		width     int64
		modifiers []kb.Modifier
	}{{"there on a screen", 1280, nil}, {"back on a phone", 320, []kb.Modifier{kb.ModifierShift}}} {
		t.Run(way.name, func(t *testing.T) {
			t.Parallel()
			tab := openTab(t, fileURL(site(t)))
			tab.resize(way.width, 720)
			for _, page := range kindsOfPage(t) {
				tab.open(fileURL(site(t)) + page)
				want := ask[[]string](tab, `(window.stops = `+tabStops+`).map(`+stopName+`)`)
				if len(want) < 5 {
					t.Fatalf("%s: Tab finds only %d stops", page, len(want))
				}
				if way.modifiers != nil {
					// Back begins at the last stop, which isn't met again.
					ask[bool](tab, `window.stops.at(-1).focus() ?? true`)
					slices.Reverse(want)
					want = want[1:]
				}
				compareWalk(t, page, walk(tab, slices.Compact(want), way.modifiers...), slices.Compact(want))
			}
		})
	}
}

// stopName calls an element by its place among the stops. Radio buttons that
// go together are called alike: which of them is met depends on the direction.
const stopName = `(e => (e.type === 'radio' ? e.name : window.stops.indexOf(e)) + ' ' + e.outerHTML.slice(0, 80).replace(/ value=.*/, ''))`

// parts is how many stops of its own the largest control has: a time of day,
// with hours and minutes and in some languages the half of the day.
const parts = 3

// walk presses Tab and returns the stops that it leads to, as many as are
// wanted.
func walk(tab *tab, want []string, modifiers ...kb.Modifier) []string {
	tab.t.Helper()
	ask[bool](tab, `(window.met = [], document.addEventListener('focusin', e => {
		const name = `+stopName+`(e.target)
		if (name !== met.at(-1)) met.push(name)
	}, true), true)`)
	var met []string
	for still := 0; len(met) < len(want) && still <= parts; {
		before := len(met)
		for range max(1, len(want)-before) {
			pressTab(tab, modifiers...)
		}
		if met = ask[[]string](tab, `window.met`); len(met) == before {
			still++
		}
	}
	return met
}

// pressTab presses Tab without letting it go.
func pressTab(tab *tab, modifiers ...kb.Modifier) {
	tab.t.Helper()
	key := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9}
	for _, modifier := range modifiers {
		key.Modifiers |= int64(modifier)
	}
	command(tab, input.DispatchKeyEvent, key)
}

// compareWalk tells where a walk first leaves its way.
func compareWalk(t *testing.T, page string, got, want []string) {
	t.Helper()
	for i := range want {
		if i == len(got) {
			t.Errorf("%s: after %d of %d stops Tab leads no further, to\n\t%s", page, i, len(want), want[i])
			return
		}
		if got[i] != want[i] {
			t.Errorf("%s: stop %d of %d is\n\t%s\nwant\n\t%s", page, i+1, len(want), got[i], want[i])
			return
		}
	}
}
