package browser_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// TestListsStandHighOnAPhone looks at the first link that a section's page is
// for: what explains it comes after the list.
func TestListsStandHighOnAPhone(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(390, 844)
	for page, link := range map[string]string{"sparraukset": "main .table a", "kysymykset": ".questions a", "tyopohjat": ".pages a"} {
		tab.open(fileURL(site(t)) + "fi/" + page + "/index.html")
		if top := ask[int](tab, `Math.round(document.querySelector('`+link+`').getBoundingClientRect().top)`); top > 700 {
			t.Errorf("%s: the first link is at %d", page, top)
		}
		if rows := ask[int](tab, `new Set([...document.querySelectorAll('.filters select')].map(e => e.getBoundingClientRect().bottom)).size`); rows != 1 {
			t.Errorf("%s: the choices stand in %d rows", page, rows)
		}
	}
}

func TestEachQuestionStandsOnceAmongTheQuestions(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/kysymykset/index.html")
	if got := ask[int](tab, `document.querySelector('main').innerText.split(/^17\b/m).length - 1`); got != 1 {
		t.Errorf("question 17 stands there %d times", got)
	}
}

func TestTheListSaysWhichWorksheetsAreFilledHere(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(site(t)), planSheet)
	started := `[...document.querySelectorAll('.started')].map(sign => sign.closest('li').querySelector('h2').textContent.replaceAll('\u00ad', '') + ': ' + sign.textContent).join()`
	list := fileURL(site(t)) + "fi/tyopohjat/index.html"
	s.open(list)
	if got := ask[string](s.tab, started); got != "" {
		t.Errorf("before anything is filled the list says %q", got)
	}
	s.open(s.address)
	s.fill("palvelualue", "Liikuntapalvelut")
	s.saved("Liikuntapalvelut")
	s.open(list)
	s.until(`document.querySelector('.started') !== null`)
	if got := ask[string](s.tab, started); got != "Palvelualueen suunnitelma: Kesken tällä laitteella" {
		t.Errorf("the list says %q", got)
	}
	s.open(s.address)
	s.tool("clear")
	s.until(`Object.keys(localStorage).every(key => !(localStorage.getItem(key) || '').includes('Liikuntapalvelut'))`)
	s.open(list)
	s.until(`document.readyState === 'complete'`)
	if got := ask[string](s.tab, started); got != "" {
		t.Errorf("after all is cleared the list says %q", got)
	}
}

func TestTheFrontPageIsShortOnAPhoneAndWholeWithoutScript(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(390, 844)
	tab.open(fileURL(site(t)) + "index.html")
	if height := ask[int](tab, `document.documentElement.scrollHeight`); height > 4300 {
		t.Errorf("it is %d pixels long", height)
	}
	link := `document.querySelector('.role a[href*="palvelualueen-suunnitelma"]').checkVisibility({contentVisibilityAuto: true})`
	if ask[bool](tab, link) {
		t.Error("what there is for each reader isn't folded away")
	}
	clickOn(tab, ".role summary")
	tab.until(link)
	tab.resize(1280, 800)
	tab.open(fileURL(site(t)) + "index.html")
	if !ask[bool](tab, link) {
		t.Error("on a wide screen it is folded")
	}
	withoutScript(tab)
	tab.resize(390, 844)
	tab.open(fileURL(site(t)) + "index.html")
	if !ask[bool](tab, link) {
		t.Error("without script it is folded")
	}
}

// withoutScript turns scripts off for the pages that are opened from now on.
func withoutScript(tab *tab) {
	tab.t.Helper()
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}
