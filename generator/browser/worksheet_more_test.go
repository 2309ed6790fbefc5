package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// moreLoaded tells whether what a worksheet loads for those who fill it is there.
const moreLoaded = `window.opas.paper !== undefined && window.opas.worksheetFile.open !== undefined`

func TestAWorksheetLoadsTheRestWhenSomebodyFillsIt(t *testing.T) {
	bothHomes(t, func(t *testing.T, home string) {
		s := openSheet(t, home, allFields)
		if ask[bool](s.tab, moreLoaded) {
			t.Error("all is loaded before anybody fills the worksheet")
		}
		// The first key of the browser's own command to print is enough.
		s.press(kb.Control)
		s.until(moreLoaded)
		if pages := pagesOfPDF(t, s.pdf()); !strings.Contains(pages[0], "Kaikki kentät") {
			t.Errorf("the page prints as %s", pages[0])
		}
	})
}

func TestAFilledWorksheetIsReadyToPrint(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "kallis")
	s.saved("kallis")
	s.open(s.address)
	s.until(moreLoaded)
}

func TestWhatAWorksheetCannotLoadIsSaidAndTriedAgain(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, noPrinter)
	address := ask[string](s.tab, `(form => { const { more } = form.dataset; form.dataset.more = 'none.js'; return more })(document.querySelector('form.worksheet'))`)
	s.tool("blank")
	s.notice("eivät auenneet")
	if pages := pagesOfPDF(t, s.pdf()); !strings.Contains(pages[0], "Kaikki kentät") {
		t.Errorf("the page prints as %s", pages[0])
	}
	s.fill("teksti", "kallis")
	if name := s.download("save"); !strings.Contains(name, "kaikki-kentat") {
		t.Errorf("the file is called %s", name)
	}
	s.takeTroubles()
	ask[string](s.tab, `document.querySelector('form.worksheet').dataset.more = '`+address+`'`)
	s.printed("blank")
}
