package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const searchPage = "fi/haku.html"

// backTo goes back to an address, which the browser may have kept as it was:
// then nothing is loaded. The page answers before it goes.
func backTo(tab *tab, address string) {
	tab.t.Helper()
	ask[bool](tab, `setTimeout(() => history.back(), 20) > 0`)
	tab.until(fmt.Sprintf(`location.href === %q`, address))
}

func TestEnterLeadsToTheSearchPageAndBackToTheResults(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "kunnissa")
	tab.load("Enter in the box", chromedp.KeyEvent(kb.Enter))
	untilFound(tab, "kunnissa")
	if here := ask[string](tab, `location.href`); here != home+searchPage+"?q=kunnissa" {
		t.Errorf("Enter leads to %s", here)
	}
	if !ask[bool](tab, `Boolean(document.querySelector('main .search-panel li')) && document.querySelectorAll('.search-panel').length === 1
		&& document.querySelector('#search-box').value === 'kunnissa'`) {
		t.Error("the results aren't in main, alone, or the box is empty")
	}
	ask[bool](tab, `document.querySelector('#search-box').select() ?? true`)
	tab.press("esihenkilö")
	untilFound(tab, "esihenkilö")
	push(tab, ".search-kinds button:nth-child(2)")
	tab.until(`location.search === '?q=esihenkil%C3%B6&kind=question' && new Set([...document.querySelectorAll('.search-kind')].map(e => e.innerText)).size === 1`)
	shown, here := panel(tab), ask[string](tab, `location.href`)
	tab.follow(".search-results a")
	backTo(tab, here)
	untilFound(tab, "esihenkilö")
	if again := panel(tab); strings.Join(again.Titles, "\n") != strings.Join(shown.Titles, "\n") || !strings.HasPrefix(ask[string](tab, `document.title`), "esihenkilö – ") {
		t.Errorf("back from a result are shown %v, before %v", again.Titles, shown.Titles)
	}
}

func TestTheSearchPageShowsMore(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + searchPage + "?q=osallisuus")
	untilFound(tab, "osallisuus")
	amount := func() int { return len(panel(tab).Titles) }
	first := amount()
	push(tab, ".search-more button")
	tab.until(`document.querySelectorAll('.search-results li').length > 20`)
	if first != 20 || amount() != 40 {
		t.Errorf("there are first %d, then %d results", first, amount())
	}
	focusIs(tab, `e === document.querySelectorAll('.search-results a')[20]`)
	tab.load("Enter on a result", chromedp.KeyEvent(kb.Enter))
	backTo(tab, home+searchPage+"?q=osallisuus")
	untilFound(tab, "osallisuus")
	if again := amount(); again != 40 {
		t.Errorf("back from a result there are %d results", again)
	}
}

func TestTheSearchPageIsUsedByKeyboard(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + searchPage)
	if panel(tab).Open {
		t.Error("there are results of nothing")
	}
	typeIntoBox(tab, "asukas")
	tab.press(kb.Enter)
	tab.until(`document.activeElement.matches('ol.search-results') && location.search === '?q=asukas'`)
	tab.press(kb.ArrowDown + kb.ArrowDown)
	focusIs(tab, `e === document.querySelectorAll('.search-results a')[1]`)
	hit(tab, "t")
	untilFound(tab, "asukast")
	tab.press(kb.ArrowDown + kb.Escape)
	focusIs(tab, inBox+` && e.value === 'asukast'`)
	if !panel(tab).Open {
		t.Error("Escape closes the results of the search page")
	}
	tab.press(kb.Escape)
	focusIs(tab, inBox+` && e.value === ''`)
	if panel(tab).Open || ask[string](tab, `location.search`) != "" {
		t.Error("after Escape in the box there are results, or a query in the address")
	}
}

// hostile are queries that would do harm if they were more than text.
var hostile = []string{
	`<img src=x onerror="window.harmed=1">`,
	`"><script>window.harmed=1</script>`,
	`javascript:window.harmed=1`,
	strings.Repeat("osallisuus ", 1000),
	strings.Repeat("x", 10_000),
	"👩‍👩‍👧 🇫🇮 kunta",
	"\u202esuusillaso",
	"kunta\x00\ufffe\u2066",
	"__proto__ constructor toString",
	"{query} {count} $& %s %ED%A0%80",
	`'"` + "`" + `\`,
}

func TestHostileQueriesAreOnlyText(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	for _, query := range hostile {
		tab.open(home + searchPage + "?" + url.Values{"q": {query}}.Encode())
		tab.until(`'query' in document.querySelector('form.search').dataset`)
		checkHarm(tab, query)
	}
	tab.open(home + question)
	push(tab, "#search-box")
	for _, query := range hostile {
		ask[bool](tab, `document.querySelector('#search-box').select() ?? true`)
		command(tab, input.InsertText, input.InsertTextParams{Text: query})
		tab.until(`document.querySelector('form.search').dataset.query === document.querySelector('#search-box').value`)
		checkHarm(tab, query)
	}
}

// checkHarm tells if a query got into the page as more than text.
func checkHarm(tab *tab, query string) {
	tab.t.Helper()
	if len(query) > 60 {
		query = query[:60] + "…"
	}
	if ask[bool](tab, `'harmed' in window || document.querySelector('form.search img, form.search script, main .search-panel :is(img, script, style)') !== null
		|| ({}).query !== undefined`) {
		tab.t.Errorf("%q does harm", query)
	}
	if said := ask[string](tab, `[...document.querySelectorAll('.search-panel')].map(e => e.innerText).join()`); strings.Contains(said, "\u202e") {
		tab.t.Errorf("%q turns the direction of %q", query, said)
	}
	checkWidth(tab)
}

func TestHalvesOfLettersAreSearchedToo(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + searchPage + "?q=%ED%A0%80kunta")
	tab.until(`'query' in document.querySelector('form.search').dataset`)
	ask[bool](tab, `(box => { box.value = '\ud800kunta\udc00'; box.dispatchEvent(new InputEvent('input', {bubbles: true})) })(document.querySelector('#search-box')) ?? true`)
	tab.until(`document.querySelector('form.search').dataset.query === '\ud800kunta\udc00' && location.search.includes('%EF%BF%BDkunta%EF%BF%BD')`)
	tab.open(home + question)
	push(tab, "#search-box")
	ask[bool](tab, `(box => { box.value = '\ud800kunta'; box.dispatchEvent(new InputEvent('input', {bubbles: true})) })(document.querySelector('#search-box')) ?? true`)
	tab.until(`document.querySelector('form.search').dataset.query === '\ud800kunta'`)
	tab.load("Enter in the box", chromedp.KeyEvent(kb.Enter))
	tab.until(`'query' in document.querySelector('form.search').dataset`)
}

// strict is a policy that lets in nothing but the site itself.
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"

func TestTheSearchWorksUnderAStrictPolicy(t *testing.T) {
	t.Parallel()
	files := http.FileServer(http.Dir(site(t)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", strict)
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	home := server.URL + "/"
	tab := openTab(t, home)
	// What the policy refuses is an error of the browser, which fails the test.
	tab.open(home + question)
	typeIntoBox(tab, "osallisuus")
	push(tab, ".search-kinds button:nth-child(2)")
	tab.until(`new Set([...document.querySelectorAll('.search-kind')].map(e => e.innerText)).size === 1`)
	tab.follow(".search-results a")
	tab.until(`CSS.highlights.has('search')`)
	typeIntoBox(tab, "asukas")
	tab.load("Enter in the box", chromedp.KeyEvent(kb.Enter))
	untilFound(tab, "asukas")
	typeIntoBox(tab, "xyzzy")
}

func TestWhatIsFoundStandsHighOnAPhone(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.resize(390, 844)
	tab.open(home + searchPage)
	if !ask[bool](tab, `document.querySelector('.summary').checkVisibility()`) {
		t.Error("before anything is looked for the page doesn't say what it is for")
	}
	tab.open(home + searchPage + "?q=osallisuus")
	untilFound(tab, "osallisuus")
	if top := ask[int](tab, `Math.round(document.querySelector('.search-results a').getBoundingClientRect().top)`); top > 360 {
		t.Errorf("the first result is at %d", top)
	}
	if got := ask[bool](tab, `document.querySelector('.search-results li').getBoundingClientRect().left === document.querySelector('.search-count').getBoundingClientRect().left`); !got {
		t.Error("the lines between results begin beside the text")
	}
	command(tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	if !ask[bool](tab, `matchMedia("(any-pointer: coarse)").matches && !document.querySelector(".search-key").checkVisibility()`) {
		t.Error("a touch screen without keys isn't known or offered a key")
	}
}
