package browser_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// hit presses a key that types text, as a real keyboard does: what the page
// refuses isn't typed. That is not so with press.
func hit(tab *tab, text string, modifiers ...kb.Modifier) {
	tab.t.Helper()
	key := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: text, Text: text}
	for _, modifier := range modifiers {
		key.Modifiers |= int64(modifier)
	}
	command(tab, input.DispatchKeyEvent, key)
	command(tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: text})
}

// typeIntoBox leads to the box by its key, puts a query in the place of what is
// there, and waits for the results.
func typeIntoBox(tab *tab, query string) {
	tab.t.Helper()
	ask[bool](tab, `document.activeElement?.blur() ?? true`)
	hit(tab, "/")
	tab.press(query)
	untilFound(tab, query)
}

func untilFound(tab *tab, query string) {
	tab.t.Helper()
	tab.until(fmt.Sprintf(`document.querySelector('form.search').dataset.query === %q`, query))
}

// focusIs tells where the focus should be: a condition on e, the element.
func focusIs(tab *tab, condition string) {
	tab.t.Helper()
	if !ask[bool](tab, `(e => `+condition+`)(document.activeElement)`) {
		tab.t.Errorf("the focus is on %s, want %s", ask[string](tab, `document.activeElement.outerHTML.slice(0, 160)`), condition)
	}
}

const (
	inBox     = `e.id === 'search-box'`
	onResult  = `e === document.querySelectorAll('.search-results a')[%d]`
	slashPage = `fi/sanasto/index.html`
)

func TestNothingOfTheSearchIsLoadedBeforeTheBoxIsUsed(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	if early := ofSearch(tab); !slices.Equal(early, []string{"search-box"}) {
		t.Errorf("before the box is used %v is loaded", early)
	}
	push(tab, "#search-box")
	tab.press("ku")
	untilFound(tab, "ku")
	// The first is the style of what is found.
	want := []string{"search-panel", "search-resolve", "search-index", "search-rank", "search-panel", "index"}
	if loaded := ofSearch(tab); !slices.Equal(loaded[:min(len(want), len(loaded))], want) {
		t.Errorf("on first use are loaded %v, want first of all %v", loaded, want)
	}
}

// ofSearch returns the names, without their hashes, of what has been loaded for
// the search since it was last asked.
func ofSearch(tab *tab) []string {
	var names []string
	for _, address := range tab.takeRequests() {
		if name := address[strings.LastIndex(address, "/")+1:]; strings.HasPrefix(name, "search") || strings.Contains(address, "/search/") {
			names = append(names, regexp.MustCompile(`(-[0-9a-f]+)?\.[a-z]+$`).ReplaceAllString(name, ""))
		}
	}
	return names
}

func TestTheBoxIsWalkedByArrows(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "osallisuus")
	for _, step := range []struct{ key, stop string }{
		{kb.ArrowUp, inBox},
		{kb.ArrowDown, fmt.Sprintf(onResult, 0)},
		{kb.ArrowDown, fmt.Sprintf(onResult, 1)},
		{kb.ArrowUp, fmt.Sprintf(onResult, 0)},
		{kb.ArrowUp, inBox},
		{kb.ArrowDown, fmt.Sprintf(onResult, 0)},
		{kb.End, `e.matches('.search-more a')`},
		{kb.ArrowDown, `e.matches('.search-more a')`},
		{kb.Home, fmt.Sprintf(onResult, 0)},
	} {
		tab.press(step.key)
		focusIs(tab, step.stop)
		if stop := focus(tab); !stop.Seen {
			t.Errorf("the focus is out of sight on %+v", stop)
		}
	}
	// A letter goes on with the query.
	hit(tab, "o")
	focusIs(tab, inBox+` && e.value === 'osallisuuso'`)
	untilFound(tab, "osallisuuso")
	tab.press(kb.Backspace)
	untilFound(tab, "osallisuus")
	tab.press(kb.ArrowDown + kb.ArrowDown)
	target := unmarked(ask[string](tab, `document.activeElement.href`))
	tab.load("Enter on a result", chromedp.KeyEvent(kb.Enter))
	tab.until(fmt.Sprintf(`location.href === %q`, target))
}

// unmarked is the address of a result as the page leaves it that it leads to.
func unmarked(address string) string {
	return regexp.MustCompile(`\?hl=[^#]*`).ReplaceAllString(address, "")
}

func TestTabGoesThroughTheResultsAndClosesThemBehind(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "osallisuus")
	var stops []string
	for range 40 {
		tab.press(kb.Tab)
		stop := ask[string](tab, `(e => e.matches('.search-results a') ? 'result' : e.closest('.search-kinds') ? 'kind' : e.closest('form.search') ? e.localName : '')(document.activeElement)`)
		if len(stops) == 0 || stops[len(stops)-1] != stop {
			stops = append(stops, stop)
		}
		if stop == "" {
			break
		}
		if f := focus(tab); stop != "result" && !f.Outlined {
			t.Errorf("nobody sees that the focus is on %+v", f)
		}
	}
	if want := []string{"button", "kind", "result", "a", "input", ""}; !slices.Equal(stops, want) {
		t.Errorf("Tab leads through %q, want %q", stops, want)
	}
	if panel(tab).Open {
		t.Error("the panel stays open behind the reader")
	}
	run(tab, "press Shift and Tab", chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift)))
	ask[bool](tab, `document.querySelector('#search-box').focus() ?? true`)
	untilFound(tab, "osallisuus")
}

func TestEscapeClosesThenClears(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "osallisuus")
	tab.press(kb.ArrowDown + kb.Escape)
	focusIs(tab, inBox+` && e.value === 'osallisuus'`)
	if panel(tab).Open {
		t.Error("Escape on a result doesn't close the panel")
	}
	tab.press(kb.ArrowDown)
	untilFound(tab, "osallisuus")
	tab.press(kb.Escape)
	if panel(tab).Open || ask[string](tab, `document.querySelector('#search-box').value`) != "osallisuus" {
		t.Error("Escape in the box doesn't close the panel alone")
	}
	tab.press(kb.Escape)
	focusIs(tab, inBox+` && e.value === ''`)
}

func TestTheBoxIsUsedByMouse(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	push(tab, "#search-box")
	tab.press("osallisuus")
	untilFound(tab, "osallisuus")
	push(tab, ".search-count")
	if !panel(tab).Open {
		t.Error("a click into the panel closes it")
	}
	run(tab, "click beside the panel", chromedp.MouseClickXY(20, 880))
	if panel(tab).Open {
		t.Error("a click beside the panel doesn't close it")
	}
	push(tab, "#search-box")
	untilFound(tab, "osallisuus")
	target := unmarked(panel(tab).Hrefs[2])
	// The whole item is the link.
	tab.follow(".search-results li:nth-child(3) p")
	tab.until(fmt.Sprintf(`location.href === %q`, target))
}

func TestSlashLeadsToTheBoxUnlessTheReaderTypes(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + planSheet)
	hit(tab, "/", kb.ModifierCtrl)
	focusIs(tab, `e === document.body`)
	ask[bool](tab, `document.querySelector('main textarea').focus() ?? true`)
	hit(tab, "/")
	focusIs(tab, `e.matches('main textarea') && e.value.endsWith('/')`)
	ask[bool](tab, `(e => { e.value = ''; e.blur() })(document.activeElement) ?? true`)
	hit(tab, "/")
	focusIs(tab, inBox+` && e.value === ''`)
	tab.press("ku")
	untilFound(tab, "ku")
	tab.press(kb.ArrowDown)
	hit(tab, "/")
	focusIs(tab, inBox+` && e.value === 'ku' && e.selectionEnd - e.selectionStart === 2`)
	push(tab, ".search-key input")
	tab.open(home + slashPage)
	hit(tab, "/")
	focusIs(tab, `e === document.body`)
}
