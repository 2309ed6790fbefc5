package browser_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// pretend loads the search and puts answers in the place of what it finds, so
// that a test of the box doesn't hang on what the pages say. Answers is a
// function in JavaScript from the query to what differs from nothing.
func pretend(tab *tab, answers string) {
	tab.t.Helper()
	push(tab, "#search-box")
	tab.until(`Boolean(window.opas.searchBox.loading && window.opas.find)`)
	run(tab, "wait for the search", chromedp.Evaluate[chromedp.Void](`opas.searchBox.loading`, chromedp.EvalAwaitPromise))
	ask[bool](tab, `(() => {
		const parts = text => [{text, marked: false}], answers = `+answers+`
		opas.found = (kind, number) => Array.from({length: number}, (_, i) => ({
			href: location.href, section: '', kind, title: parts(kind + i), heading: [],
			more: Promise.resolve({href: location.href, excerpt: parts('teksti')}),
		}))
		opas.find = async (query, {kinds, limit}) => {
			const none = {query, total: 0, kinds: {}, results: [], instead: '', suggestions: []}
			const found = {...none, ...await answers(query, kinds, limit)}
			return {...found, results: found.results.slice(0, limit)}
		}
		return true
	})()`)
}

// found is what the panel shows.
type found struct {
	Open                         bool
	Count, Rest                  string
	Titles, Kinds, Marked, Hrefs []string
}

func panel(tab *tab) found {
	tab.t.Helper()
	return ask[found](tab, `(() => {
		const panel = document.querySelector('.search-panel'), texts = selector => [...panel.querySelectorAll(selector)].map(e => e.innerText)
		return {
			Open: panel.checkVisibility(), Count: panel.querySelector('.search-count').innerText, Rest: panel.querySelector('.search-more').innerText,
			Titles: texts('.search-results a'), Kinds: texts('.search-kinds button:not([hidden])'), Marked: texts('mark'),
			Hrefs: [...panel.querySelectorAll('.search-results a')].map(e => e.href),
		}
	})()`)
}

func TestResultsAreShownWhileTypingFromTheSecondLetter(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "ku")
	tab.press(kb.Backspace)
	if panel(tab).Open {
		t.Error("one letter shows results")
	}
	tab.press("unnissa")
	untilFound(tab, "kunnissa")
	// Texts, and with them the words to mark, come a moment later.
	tab.until(`[...document.querySelectorAll('.search-results p')].every(p => p.textContent !== '')`)
	shown := panel(tab)
	if !shown.Open || len(shown.Titles) != 10 || len(shown.Kinds) < 3 || !strings.HasSuffix(shown.Count, " tulosta") {
		t.Errorf("of %q the panel shows %+v", "kunnissa", shown)
	}
	if !slices.ContainsFunc(shown.Marked, func(word string) bool { return strings.HasPrefix(strings.ToLower(word), "kun") }) {
		t.Errorf("the marked words are %v", shown.Marked)
	}
	for _, href := range shown.Hrefs {
		if !strings.HasPrefix(href, home+"fi/") || !strings.Contains(href, "?hl=") {
			t.Errorf("a result leads to %s", href)
		}
	}
	if all := ask[string](tab, `document.querySelector('.search-more a').href`); all != home+"fi/haku.html?q=kunnissa" {
		t.Errorf("all results are at %s", all)
	}
}

func TestAKindLimitsTheResults(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "osallisuus")
	push(tab, ".search-kinds button:nth-child(2)")
	tab.until(`[...document.querySelectorAll('.search-kind')].every(e => e.innerText === 'Kysymys')`)
	focusIs(tab, `e.getAttribute('aria-pressed') === 'true' && e.innerText.startsWith('Kysymys (')`)
	if all := ask[string](tab, `document.querySelector('.search-more')?.innerText ?? ''`); strings.Contains(all, "Kaikki") &&
		!strings.HasSuffix(ask[string](tab, `document.querySelector('.search-more a').href`), "?q=osallisuus&kind=question") {
		t.Error("the link to all results forgets the kind")
	}
	push(tab, ".search-kinds button:nth-child(1)")
	tab.until(`new Set([...document.querySelectorAll('.search-kind')].map(e => e.innerText)).size > 1`)
	focusIs(tab, `e.innerText.startsWith('Kaikki (')`)
}

func TestKindsWithoutANameArePages(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	pretend(tab, `(query, kinds) => {
		const all = [...opas.found('term', 1), ...opas.found('home', 2), ...opas.found('bibliography', 1)].filter(r => kinds.has(r.kind))
		return {total: all.length, kinds: {term: 1, home: 2, bibliography: 1}, results: all}
	}`)
	typeIntoBox(tab, "jotakin")
	if kinds := panel(tab).Kinds; !slices.Equal(kinds, []string{"Kaikki (4)", "Käsite (1)", "Sivu (3)"}) {
		t.Errorf("the kinds are %v", kinds)
	}
	push(tab, ".search-kinds [aria-pressed]:last-child")
	tab.until(`document.querySelectorAll('.search-results li').length === 3`)
	if titles := panel(tab).Titles; !slices.Equal(titles, []string{"home0", "home1", "bibliography0"}) {
		t.Errorf("the pages are %v", titles)
	}
}

func TestNoResultIsNoDeadEnd(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	pretend(tab, `query => query === 'osallisuus' ? {total: 1, kinds: {term: 1}, results: opas.found('term', 1)}
		: query === 'osalisuus' ? {total: 2, kinds: {term: 2}, results: opas.found('term', 2), instead: 'osallisuus'}
		: {suggestions: ['osallisuus', 'kunta']}`)
	typeIntoBox(tab, "osalisuus")
	if said := panel(tab).Count; said != "Ei löytynyt tuloksia haulle ”osalisuus”. Näytetään tulokset haulle ”osallisuus”. 2 tulosta." {
		t.Errorf("of a mistyped word it says %q", said)
	}
	typeIntoBox(tab, "qwerty")
	shown := panel(tab)
	if shown.Count != "Ei tuloksia haulle ”qwerty”." || !strings.HasPrefix(shown.Rest, "Tarkoititteko:") {
		t.Errorf("of nothing it says %q, then %q", shown.Count, shown.Rest)
	}
	if index := ask[string](tab, `document.querySelector('.search-more a').href`); index != home+"fi/haku.html#az_alphabet" {
		t.Errorf("the index is at %s", index)
	}
	tab.press(kb.ArrowDown + kb.Enter)
	untilFound(tab, "osallisuus")
	focusIs(tab, inBox+` && e.value === 'osallisuus'`)
	if said := panel(tab).Count; said != "1 tulos" {
		t.Errorf("of what was suggested it says %q", said)
	}
}

func TestTheCountIsSpokenWhenTheReaderPauses(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	ask[bool](tab, `new MutationObserver(() => {
		const text = document.querySelector('[role=status].search-status').textContent
		if (text) spoken.push(text)
	}).observe(document.querySelector('.search-status'), {childList: true}) ?? (window.spoken = []).length === 0`)
	typeIntoBox(tab, "osallisuus")
	shown := panel(tab).Count
	tab.until(`spoken.length > 0`)
	if spoken := ask[[]string](tab, `spoken`); !slices.Equal(spoken, []string{shown}) {
		t.Errorf("spoken is %q, shown %q", spoken, shown)
	}
}

func TestAnswersThatComeLateAreLeftOut(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	pretend(tab, `async query => {
		await new Promise(done => setTimeout(done, query === 'hidas' ? 300 : 10))
		if (query === 'hidas') window.late = true
		return {total: 1, kinds: {term: 1}, results: opas.found(query, 1)}
	}`)
	typeIntoBox(tab, "hid")
	tab.press("as")
	if !ask[bool](tab, `document.querySelector('form.search').getAttribute('aria-busy') === 'true'`) {
		t.Error("nothing says that the search is at work")
	}
	tab.press("ta")
	untilFound(tab, "hidasta")
	tab.until(`window.late`)
	if titles := panel(tab).Titles; !slices.Equal(titles, []string{"hidasta0"}) {
		t.Errorf("shown are %v", titles)
	}
	if ask[bool](tab, `document.querySelector('form.search').hasAttribute('aria-busy')`) {
		t.Error("the search says that it is still at work")
	}
}

func TestWhatIsComposedIsSearchedWhenItIsDone(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question)
	typeIntoBox(tab, "ku")
	command(tab, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "nta", SelectionStart: 3, SelectionEnd: 3})
	if query := ask[string](tab, `document.querySelector('#search-box').value + document.querySelector('form.search').dataset.query`); query != "kuntaku" {
		t.Errorf("while composing, the box and the search hold %q", query)
	}
	command(tab, input.InsertText, input.InsertTextParams{Text: "nta"})
	untilFound(tab, "kunta")
}
