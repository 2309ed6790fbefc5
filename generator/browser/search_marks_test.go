package browser_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// marked returns the words that the page shows as found, in order, without
// their soft hyphens.
func marked(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...(CSS.highlights.get('search') ?? [])].map(r => r.startContainer.data.slice(r.startOffset, r.endOffset).replaceAll('\u00ad', ''))`)
}

// openMarked opens a page whose text is that given, with words to mark.
func openMarked(tab *tab, address, text, words string) {
	tab.t.Helper()
	script := command(tab, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{
		Source: `document.addEventListener('readystatechange', () => { document.querySelector('main').innerHTML = ` + "`" + text + "`" + ` }, {once: true})`})
	tab.open(address + "?" + url.Values{"hl": {words}}.Encode())
	command(tab, cdppage.RemoveScriptToEvaluateOnNewDocument, cdppage.RemoveScriptToEvaluateOnNewDocumentParams(script))
}

func TestAResultOpensAtItsSectionWithTheWordsMarked(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + "index.html")
	typeIntoBox(tab, "syrjintä")
	tab.follow(`.search-results a[href*="hl="][href*="#"]`)
	tab.until(`CSS.highlights.has('search')`)
	for _, word := range marked(tab) {
		if !strings.Contains(strings.ToLower(word), "syrji") {
			t.Errorf("%q is marked", word)
		}
	}
	if !ask[bool](tab, `(top => top >= 0 && top < innerHeight / 2 || scrollY + innerHeight >= document.documentElement.scrollHeight - 1)(
			document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top)`) {
		t.Errorf("%s isn't at its section", ask[string](tab, `location.href`))
	}
	tab.press(kb.Escape)
	if left := marked(tab); len(left) > 0 {
		t.Errorf("Escape leaves the marks %v", left)
	}
	tab.press(kb.Escape)
}

func TestMarkedAreWholeWordsHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	openMarked(tab, home+question, `<h1>Kunnan asukas</h1>
			<p>Osal\u00adli\u00adsuus, OSALLISUUS ja osallisuuden; kun\u00adnassa, kunta-alan, kunta‑alan, THL:n, ÅÄÖ, a\u030aa\u0308o\u0308.</p>
			<p>osal<em>lis<b>uu</b></em>s osallisuus<sup>1</sup><br>osalli<br>suus Osal<a href="#">lisuus</a></p>
			<textarea>osallisuus</textarea><input value="osallisuus"><select><option>osallisuus</select><script type="x">osallisuus</script>`,
		"osallisuus,kunta,kunnan,thl,åäö,kunnassa")
	tab.until(`CSS.highlights.has('search')`)
	want := []string{"Kunnan", "Osallisuus", "OSALLISUUS", "kunnassa", "kunta", "kunta", "THL", "ÅÄÖ", "a\u030aa\u0308o\u0308",
		"osal", "lis", "uu", "s", "osallisuus", "Osal", "lisuus"}
	if got := marked(tab); !slices.Equal(got, want) {
		t.Errorf("marked are %q, want %q", got, want)
	}
	tab.press(kb.Escape)
	if left := marked(tab); len(left) > 0 {
		t.Errorf("Escape leaves the marks %q", left)
	}
}

func TestTheFirstEscapeClosesThePanelNotTheMarks(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question + "?hl=esteet")
	tab.until(`CSS.highlights.has('search')`)
	typeIntoBox(tab, "kunta")
	tab.press(kb.Escape + kb.Escape)
	if len(marked(tab)) == 0 {
		t.Error("closing and clearing the box takes the marks away")
	}
	tab.press(kb.Escape)
	if left := marked(tab); len(left) > 0 {
		t.Errorf("the third Escape leaves the marks %q", left)
	}
}

func TestWordsInTheAddressAreOnlyCompared(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	for _, words := range hostile {
		tab.open(home + question + "?" + url.Values{"hl": {words}}.Encode())
		checkHarm(tab, words)
	}
	for _, raw := range []string{"%ED%A0%80", "%", "", ",,,", "(.*)+,[^", "a&hl=b"} {
		tab.open(home + question + "?hl=" + raw)
		checkHarm(tab, raw)
	}
	// The fifty-first word isn't looked for.
	openMarked(tab, home+question, `<p>ensimmäinen viimeinen</p>`, "ensimmäinen"+strings.Repeat(",x", 49)+",viimeinen")
	tab.until(`CSS.highlights.has('search')`)
	if got := marked(tab); !slices.Equal(got, []string{"ensimmäinen"}) {
		t.Errorf("marked are %q", got)
	}
}

func TestAWorksheetIsFilledWhileItsWordsAreMarked(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + planSheet)
	words := ask[string](tab, `document.querySelector('main').innerText.toLowerCase().match(/\p{L}{5,}/gu).slice(0, 40).join()`)
	fields := ask[int](tab, `document.querySelectorAll('main :is(input, textarea, select)').length`)
	tab.open(home + planSheet + "?" + url.Values{"hl": {words}}.Encode())
	tab.until(`CSS.highlights.has('search')`)
	if now := ask[int](tab, `document.querySelectorAll('main :is(input, textarea, select)').length`); now != fields {
		t.Errorf("of %d fields there are %d", fields, now)
	}
	ask[bool](tab, `document.querySelector('main textarea').focus() ?? true`)
	tab.press("Osallisuus / asukas")
	if value := ask[string](tab, `document.querySelector('main textarea').value`); value != "Osallisuus / asukas" {
		t.Errorf("the field holds %q", value)
	}
}

func TestMarksAreNotPrinted(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question + "?hl=esteet")
	tab.until(`CSS.highlights.has('search')`)
	tab.emulate("print", "light")
	if colour := ask[string](tab, `getComputedStyle(document.querySelector('main p'), '::highlight(search)').backgroundColor`); colour != "rgba(0, 0, 0, 0)" {
		t.Errorf("on paper marks have the colour %s", colour)
	}
	if ask[bool](tab, `document.querySelector('.search-unmark').checkVisibility()`) {
		t.Error("on paper there is a button")
	}
}

func TestAButtonTakesTheMarksAway(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question + "?hl=esteet#mika-estaa")
	tab.until(`CSS.highlights.has('search')`)
	if address := ask[string](tab, `location.search + location.hash`); address != "#mika-estaa" {
		t.Errorf("the address still ends in %q", address)
	}
	const button = `document.querySelector('.search-unmark')`
	if name := ask[string](tab, button+`.textContent`); name != "Poista korostukset" {
		t.Errorf("the button is called %q", name)
	}
	ask[int](tab, `(scrollTo(0, 600), 1)`)
	if top := ask[float64](tab, button+`.getBoundingClientRect().top`); top < 0 || top > 100 {
		t.Errorf("further down the button is at %.0f px", top)
	}
	focusOn(tab, ".search-unmark")
	tab.press(kb.Enter)
	if left := marked(tab); len(left) > 0 || ask[bool](tab, button+` !== null`) {
		t.Errorf("after the button there are the marks %v", left)
	}
	if !ask[bool](tab, `document.activeElement.matches('main')`) {
		t.Error("the focus is lost")
	}
}

func TestAReloadTakesTheMarksAway(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question + "?hl=esteet")
	tab.until(`CSS.highlights.has('search')`)
	tab.load("reload", chromedp.Reload())
	if ask[bool](tab, `new URLSearchParams(location.search).has('hl')`) || len(marked(tab)) > 0 {
		t.Error("a reload leaves the marks")
	}
}

func TestTheWayBackFindsTheMarksAgain(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question + "?hl=esteet")
	tab.until(`CSS.highlights.has('search')`)
	before := marked(tab)
	tab.open(home + planSheet)
	tab.load("back", chromedp.NavigateBack())
	tab.until(`CSS.highlights.has('search')`)
	if after := marked(tab); !slices.Equal(after, before) {
		t.Errorf("after the way back there are the marks %q, before %q", after, before)
	}
	tab.press(kb.Escape)
	tab.open(home + planSheet)
	tab.load("back", chromedp.NavigateBack())
	if left := marked(tab); len(left) > 0 {
		t.Errorf("those that were taken away come back: %q", left)
	}
}

func TestOnAPhoneTheButtonCutsNoLineInTwo(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.resize(390, 844)
	tab.open(home + question + "?hl=esteet")
	tab.until(`document.querySelector('.search-unmark') !== null`)
	ask[int](tab, `(scrollTo(0, 600), 1)`)
	if free := ask[float64](tab, `document.querySelector('main').clientWidth - document.querySelector('.search-unmark').offsetWidth + document.querySelector('.search-unmark').getBoundingClientRect().top`); free != 0 {
		t.Errorf("%.0f px beside and above the button show parts of lines", free)
	}
}

func TestWithoutMarksThereIsNoButton(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + question + "?hl=hevosenkenkä")
	tab.until(`document.readyState === 'complete' && opas.searchBox !== undefined && [...document.scripts].some(s => s.src.includes('search-marks'))`)
	if ask[bool](tab, `document.querySelector('.search-unmark') !== null`) {
		t.Error("there is a button for no marks")
	}
}
