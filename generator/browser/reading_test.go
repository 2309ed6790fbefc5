package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// copyScript copies what is selected and returns what a program would get.
const copyScript = `((from, select) => {
	getSelection().selectAllChildren(document.querySelector(select))
	const event = new ClipboardEvent('copy', {clipboardData: new DataTransfer(), bubbles: true, cancelable: true})
	document.querySelector(from).dispatchEvent(event)
	return [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')]
})`

func TestWhatIsCopiedHasNoMarksOfThePage(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/malli/lyhyesti.html")
	copied := ask[[]string](tab, copyScript+`('main', 'main')`)
	for _, text := range copied {
		if len(text) < 1000 || strings.ContainsAny(text, "\u00ad\u2060") {
			t.Errorf("%d bytes are copied, with soft hyphens: %v", len(text), strings.ContainsAny(text, "\u00ad\u2060"))
		}
	}
	if !strings.Contains(copied[0], "\n") {
		t.Error("the text has lost its lines")
	}
	if !strings.Contains(copied[1], `href="file:///`) || strings.Contains(copied[1], `href="../`) {
		t.Error("links have lost the way")
	}
	if row := ask[[]string](tab, copyScript+`('main', 'main tbody')`); !strings.HasPrefix(row[1], "<table>") {
		t.Errorf("a piece of a table is copied as %.60q", row[1])
	}
	tab.open(fileURL(site(t)) + planSheet)
	if own := ask[[]string](tab, copyScript+`('main textarea', 'main')`); own[0] != "" {
		t.Errorf("a field isn't left to the browser: %.60q", own[0])
	}
}

// softNames returns what is read out, or goes on to other programs, and has
// marks that only the look of a page needs.
const softNames = `[...document.querySelectorAll('*')].flatMap(e => [
		...[...e.attributes].map(a => a.name + '=' + a.value),
		...(e.matches('title, option, svg text, svg desc') ? [e.textContent] : []),
	]).filter(text => /[\u00ad\u2060]/.test(text)).slice(0, 5)`

func TestNamesHaveNoMarksOfThePage(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	pages, _ := pagesOf(t, site(t))
	for _, page := range pages {
		tab.open(fileURL(site(t)) + page)
		checkNone(tab, page+" names with soft hyphens", softNames)
		// Below it, phones enlarge the page when a field has the focus.
		checkNone(tab, page+" has letters too small to write", `[...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), select, textarea')]
			.filter(e => parseFloat(getComputedStyle(e).fontSize) < 16).map(e => getComputedStyle(e).fontSize + ': ' + e.outerHTML.slice(0, 120))`)
	}
}

func TestForcedColoursMarkWhereTheReaderIs(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}},
	})
	for _, width := range []int64{390, 1280} {
		tab.resize(width, 800)
		for _, page := range kindsOfPage(t) {
			tab.open(fileURL(site(t)) + page)
			// What has no colour of its own gets one.
			checkNone(tab, fmt.Sprintf("%s at %d px has borders that nobody should see", page, width), `[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()).filter(e => {
				const s = getComputedStyle(e), of = part => parseFloat(s['border' + part + 'Width']) > 0
				return e.matches('nav a:not([aria-current])') && (e.closest('.section-nav') ? of('Left') : e.closest('.sections') && of('Bottom') && `+fmt.Sprint(width > 800)+`)
			}).slice(0, 5).map(e => e.outerHTML.slice(0, 120))`)
		}
	}
}

func TestTheBoxNamesItsKeyOnlyWhileThereIsOne(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	const key = `document.querySelector('#search-box').getAttribute('aria-keyshortcuts')`
	typeIntoBox(tab, "kunta")
	if named := ask[string](tab, key); named != "/" {
		t.Errorf("the box names the key %q", named)
	}
	ask[bool](tab, `document.querySelector('.search-key input').click() ?? true`)
	if named := ask[*string](tab, key); named != nil {
		t.Errorf("with the key off the box names %q", *named)
	}
}

func TestAMissingPageFindsTheGuide(t *testing.T) {
	t.Parallel()
	host := newHost(t, site(t))
	tab := openTab(t, host.home)
	for _, address := range []string{"fi/kysymykset/99/a/missing.html", "missing"} {
		tab.open(host.home + address)
		tab.until(`!document.querySelector('.ways').hidden`)
		if home := ask[string](tab, `document.querySelector('.ways a').href`); home != host.home+"fi/index.html" && home != host.home+"index.html" {
			t.Errorf("%s leads home to %s", address, home)
		}
		if search := ask[string](tab, `document.querySelector('.ways form').action`); search != host.home+"fi/haku.html" {
			t.Errorf("%s searches in %s", address, search)
		}
		tab.takeTroubles()
	}
	tab.follow(".ways li:last-child a")
	checkPage(tab)
}

func TestTheSearchKnowsPhrasesAndSectionsOfLaws(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	typeIntoBox(tab, "22 §")
	if first := ask[string](tab, `document.querySelector('.search-results a').pathname`); strings.Contains(first, "/kysymykset/22-") {
		t.Errorf("22 § finds first %s", first)
	}
	excerpt := `document.querySelector('.search-results p').textContent`
	tab.until(excerpt + ` !== ''`)
	if text := ask[string](tab, excerpt); !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), "22 §") {
		t.Errorf("22 § finds first a text without it: %s", text)
	}
	ask[int](tab, `(document.querySelector('#search-box').value = '', 1)`)
	typeIntoBox(tab, "”matala kynnys yhteiseen”")
	if found := ask[[]string](tab, `[...document.querySelectorAll('.search-results a')].map(a => a.textContent)`); len(found) == 0 || len(found) > 9 {
		t.Errorf("a phrase finds %d pages: %q", len(found), found)
	}
	ask[int](tab, `(document.querySelector('#search-box').value = '', 1)`)
	typeIntoBox(tab, "”kynnys matala yhteiseen”")
	if found := ask[int](tab, `document.querySelectorAll('.search-results a').length`); found > 0 {
		t.Errorf("a phrase that nobody wrote finds %d pages", found)
	}
}

func TestASignIsToldWhatTheSearchNeeds(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/haku.html?q=§")
	tab.until(`document.querySelector('.search-count').textContent.startsWith('Kirjoittakaa ainakin kaksi')`)
	if !ask[bool](tab, `document.querySelector('main .search-panel').checkVisibility()`) {
		t.Error("nobody sees it")
	}
}
