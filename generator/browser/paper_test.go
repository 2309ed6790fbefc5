package browser_test

import (
	"strings"
	"testing"
)

func TestOrdinaryPagesAreNamedAtTheFootOfEachSheet(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for page, title := range map[string]string{
		"index.html": "Sparrausopas", "fi/malli/lyhyesti.html": "Malli lyhyesti", "fi/sanasto/osallisuus.html": "Osallisuus",
		"fi/kysymykset/07-syrjinta-ja-esteet.html": "Miten tunnistamme",
	} {
		tab.open(fileURL(site(t)) + page)
		checkSheets(t, page, title, pagesOfPDF(t, tab.pdf()))
	}
}

func TestTheGuideIsNamedAtTheTopOfWorksheetsAndSheets(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, sheet := range []string{planSheet, "fi/sparraukset/1-miksi-osallisuus-vetajalle.html", "fi/sparraukset/1-miksi-osallisuus-osallistujille.html"} {
		tab.open(fileURL(site(t)) + sheet)
		tab.emulate("print", "light")
		if !ask[bool](tab, `document.querySelector('.site-title').checkVisibility() && document.querySelector('.site-title').getBoundingClientRect().top <= document.querySelector('h1').getBoundingClientRect().top`) {
			t.Errorf("%s doesn't say whose it is", sheet)
		}
	}
}

// lonelyHeadings are the headings that are printed though what they head
// isn't: nothing comes behind them, or the next heading of their level.
const lonelyHeadings = `(() => {
	const shown = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, p, li, dt, dd, td, svg, textarea, label, .lines, .card-face, details:not([open]) > summary)')].filter(e => e.checkVisibility() && !(e.localName === 'summary' && getComputedStyle(e.parentElement, '::details-content').contentVisibility === 'visible'))
	const level = e => e?.localName.match(/^h(\d)$/)?.[1] ?? 9
	return shown.filter((e, i) => e.localName === 'summary' || e.localName !== 'h1' && level(e) < 9 && level(shown[i + 1] ?? e) <= level(e)).map(e => e.textContent.slice(0, 60))
})()`

// checkHeadingsOnPaper looks for them on the page of a tab.
func checkHeadingsOnPaper(tab *tab, page string) {
	tab.t.Helper()
	tab.emulate("print", "light")
	if lonely := ask[[]string](tab, lonelyHeadings); len(lonely) > 0 {
		tab.t.Errorf("%s prints headings without what they head: %q", page, lonely)
	}
	tab.emulate("", "light")
}

func TestPicturesAndTextHaveOneTypefaceOnPaper(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, page := range pictured {
		tab.open(fileURL(site(t)) + page)
		tab.emulate("print", "light")
		if fonts := ask[[]string](tab, `[...new Set([document.body, ...document.querySelectorAll('main p, .picture text')].map(e => getComputedStyle(e).fontFamily))]`); len(fonts) != 1 {
			t.Errorf("%s: %q", page, fonts)
		}
		// The paper's typeface is another one than the screen's.
		if faults := ask[[]string](tab, pictureFaults); len(faults) > 0 {
			t.Errorf("%s:\n\t%s", page, strings.Join(faults, "\n\t"))
		}
	}
}
