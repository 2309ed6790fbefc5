package browser_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// What a browser may do to a page that wants to keep something.
const (
	storageBlocked = `for (const name of ['localStorage', 'sessionStorage'])
		Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException('blocked', 'SecurityError') }})`
	storageMissing = `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {value: null})`
	storageFull    = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`
)

func TestFillingGoesOnWithoutAStorage(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{"blocked": storageBlocked, "missing": storageMissing, "full": storageFull} {
		t.Run(name, func(t *testing.T) {
			s := openSheet(t, fileURL(fillSite(t)), allFields, script)
			if says := s.notice("ei säilytä"); !strings.Contains(says, "Tallenna tiedostoon") {
				t.Errorf("the page doesn't say what to do: %q", says)
			}
			s.fill("teksti", "yksi")
			s.tool("add")
			s.answer("yes", "Toinen")
			s.fill("teksti", "kaksi")
			s.chooseCopy("Kappale 1")
			s.wantShown("teksti=yksi")
			if !leavingAsks(s) {
				t.Error("the page lets answers go that are nowhere else")
			}
			for _, copy := range []string{"Kappale 1", "Toinen"} {
				s.chooseCopy(copy)
				if text, err := os.ReadFile(s.download("save")); err != nil || !strings.Contains(string(text), `"copy": "`+copy+`"`) {
					t.Errorf("saved %s (%v)", text, err)
				}
			}
			if leavingAsks(s) {
				t.Error("the page asks although all is in files")
			}
		})
	}
}

// leavingAsks reports whether the page wants the reader to think before
// leaving.
func leavingAsks(s *sheet) bool {
	s.t.Helper()
	return ask[bool](s.tab, `!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))`)
}

func TestAStorageThatGetsFullIsTriedAgain(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "yksi")
	s.saved("yksi")
	ask[int](s.tab, `(window.setItem = Storage.prototype.setItem, (() => {`+storageFull+`})(), 1)`)
	s.fill("teksti", "kaksi")
	s.notice("täynnä")
	ask[int](s.tab, `(Storage.prototype.setItem = window.setItem, 1)`)
	s.fill("valinta", "Kyllä")
	s.saved("Kyllä")
	s.open(s.address)
	s.wantShown("teksti=kaksi valinta=Kyllä")
}

func TestAFullStorageDoesntWriteOverAnotherWindow(t *testing.T) {
	t.Parallel()
	for _, takes := range []bool{true, false} {
		t.Run(fmt.Sprintf("the newer answers are taken %t", takes), func(t *testing.T) {
			home := fileURL(fillSite(t))
			one := openSheet(t, home, allFields)
			two := &sheet{one.beside(), one.address}
			two.open(two.address)
			ask[int](one.tab, `(window.setItem = Storage.prototype.setItem, (() => {`+storageFull+`})(), 1)`)
			one.fill("teksti", "vanha")
			one.notice("täynnä")
			two.fill("teksti", "uusi")
			two.saved("uusi")
			one.notice("toisessa ikkunassa")
			ask[int](one.tab, `(Storage.prototype.setItem = window.setItem, 1)`)
			want, copies := "teksti=uusi valinta=Kyllä", "*Kappale 1"
			if takes {
				one.choose("Ota uudemmat")
				one.wantShown("teksti=uusi")
				one.fill("valinta", "Kyllä")
				one.saved("Kyllä")
			} else {
				want, copies = "teksti=uusi", "Kappale 1, *Kappale 1 (2)"
				one.fill("valinta", "Kyllä")
				one.notice("ovat nyt kappaleessa")
				one.wantShown("teksti=vanha valinta=Kyllä")
			}
			if got := one.copies(); got != copies {
				t.Errorf("copies are %s, want %s", got, copies)
			}
			if leavingAsks(one) {
				t.Error("the page asks although all is kept")
			}
			one.chooseCopy("Kappale 1")
			one.wantShown(want)
		})
	}
}

func TestACopyOfALaterGuideIsLeftAlone(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	kept := func() string {
		return ask[string](s.tab, `localStorage.getItem('sparrausopas:worksheet:["Täyttöopas","fi","worksheets/all"]:0')`)
	}
	s.fill("teksti", "oma")
	s.saved("oma")
	if !strings.Contains(kept(), "oma") {
		t.Fatalf("kept is %q", kept())
	}
	ask[int](s.tab, `(Object.keys(localStorage).forEach(key => localStorage.setItem(key, '{"pages":[]}')), 1)`)
	s.open(s.address)
	s.fill("teksti", "uusi")
	s.saved("uusi")
	s.open(s.address)
	s.wantShown("teksti=uusi")
	if kept() != `{"pages":[]}` {
		t.Errorf("it became %s", kept())
	}
}

func TestOpeningAFileTakesTheUndoAway(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, storageFull)
	s.fill("teksti", "oma")
	file := s.download("save")
	s.tool("clear")
	s.notice("Kumoa")
	s.openFiles(file)
	if says := s.notice("avattiin kappaleeksi"); !strings.Contains(says, "ei säilytä") || strings.Contains(says, "Kumoa") {
		t.Errorf("the page says %q", says)
	}
	s.wantShown("teksti=oma")
}

func TestTwoWindowsDontOverwriteEachOther(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		one := openSheet(t, home, allFields)
		two := &sheet{one.beside(), one.address}
		two.open(two.address)
		one.fill("teksti", "uudempi")
		one.saved("uudempi")
		two.notice("toisessa ikkunassa")
		two.wantShown("")
		two.choose("Ota uudemmat")
		two.wantShown("teksti=uudempi")

		two.fill("teksti", "toinen")
		two.saved("toinen")
		one.notice("toisessa ikkunassa")
		// Whoever doesn't choose but writes gets a copy of its own.
		one.fill("valinta", "Kyllä")
		one.notice("ovat nyt kappaleessa")
		one.wantShown("teksti=uudempi valinta=Kyllä")
		if copies := one.copies(); copies != "Kappale 1, *Kappale 1 (2)" {
			t.Errorf("copies are %s", copies)
		}
		one.chooseCopy("Kappale 1")
		one.wantShown("teksti=toinen")
	})
}

func TestAllAnswersAreCopiedAsText(t *testing.T) {
	t.Parallel()
	want := strings.Join([]string{
		"Kaikki kentät – Kappale 1", "", "Alku", "", "Mitä yhdenvertaisuussuunnittelussa tehdään?", "Ensin", `ja "sitten" äö`, "",
		"Milloin kokoonnumme?", "28.11.2026", "", "Onko osallisuusohjelmaa?", "Ei vielä, mutta tekeillä", "", "Ketkä ovat ryhmässä?", "- asukkaat", "- ”muut”", "", "Loppu", "",
		"Tunnemme asukkaiden tarpeet.", "4/5 (ei lainkaan – täysin)", "", "Toimet", "Toimi\tVastuu", "Kävely\t", "\tEsihenkilö", "",
		"1. Miten kaikki pääsevät mukaan?", "2/4", "", "1. Miten kaikki pääsevät mukaan?", "Kutsumalla", ""}, "\n")
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.tool("copy")
	s.notice("ei ole vielä vastauksia")
	s.fillAll()
	for _, c := range []struct{ name, script, says string }{
		{"the clipboard", `navigator.clipboard.writeText = async text => { window.copied = text }`, "on kopioitu"},
		{"no clipboard", `Object.defineProperty(navigator, 'clipboard', {value: undefined});
			document.execCommand = () => { window.copied = document.activeElement.value; return true }`, "on kopioitu"},
		{"nothing", `document.execCommand = () => false; window.copied = ''`, "Ctrl + C"},
	} {
		ask[int](s.tab, `(() => {`+c.script+`; return 1 })()`)
		s.tool("copy")
		s.notice(c.says)
		got := ask[string](s.tab, `window.copied || document.querySelector('.notice textarea').value`)
		if got != want {
			t.Errorf("%s: copied\n%q\nwant\n%q", c.name, got, want)
		}
	}
}

func TestHostileAnswersStayText(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	answers := []string{`<img src=x onerror="document.title='broken'">`, strings.Repeat("osallisuus", 1000), "👩‍👩‍👧 \u202e \\u0000 ${x} {copy}", "__proto__"}
	for _, answer := range answers {
		ask[int](s.tab, fmt.Sprintf(`(() => { const area = document.querySelector('textarea[name=teksti]'); area.value = %q; area.dispatchEvent(new Event('input', {bubbles: true})); return 1 })()`, answer))
		s.open(s.address)
		s.wantShown("teksti=" + answer)
		if mirror := ask[string](s.tab, `document.querySelector('textarea[name=teksti] + .mirror').textContent`); mirror != answer {
			t.Errorf("on paper it is %.60q", mirror)
		}
		checkWidth(s.tab)
	}
	name := `<img src=x onerror=1> "{copy}"`
	s.tool("add")
	s.answer("yes", name)
	if copies := s.copies(); copies != "Kappale 1, *"+name {
		t.Errorf("the copies are called %s", copies)
	}
	s.tool("remove")
	s.notice(name)
	if images := ask[int](s.tab, `document.images.length`); images > 0 {
		t.Errorf("an answer became %d pictures", images)
	}
}

func TestPaperGetsAllThatWasTyped(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, noPrinter)
	s.fill("teksti", strings.Repeat("rivi\n", 40)+"viimeinen", "taulukko.2.1", "solu")
	got := ask[string](s.tab, `[...document.querySelectorAll('.field')].map(f => f.classList.contains('filled') ? '1' : '0').join('')
		+ ' ' + document.querySelectorAll('.mirror').length + ' ' + document.documentElement.classList.contains('scripted')`)
	if got != "10000100 2 true" {
		t.Errorf("fields filled, mirrors, scripted: %s", got)
	}
	if text := textOf(t, s.pdf()); strings.Count(text, "rivi") != 40 || !strings.Contains(text, "viimeinen") || !strings.Contains(text, "solu") || strings.Contains(text, "Avaa tiedosto") {
		t.Errorf("the paper says %s", text)
	}
	s.printed("blank")
	s.tool("large")
	s.open(s.address)
	if !ask[bool](s.tab, `document.documentElement.classList.contains('large-print') && document.querySelector('[data-tool=large]').checked`) {
		t.Error("large print isn't remembered")
	}
	s.fill("taulukko.2.1", " \b\b")
	s.until(`document.querySelectorAll('.mirror').length === 1`)
}

func TestTheToolsWorkByKeyboardAlone(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "oma")
	s.saved("oma")
	ask[int](s.tab, `([...document.querySelectorAll('.row-add')].at(-1).focus(), 1)`)
	for _, c := range []struct{ menu, want string }{
		{"Tulosta", "filled blank large"},
		{"Lisää…", "open copy add clear remove"},
	} {
		s.tabTo(`document.activeElement.textContent === '` + c.menu + `'`)
		s.press(kb.Enter)
		var met []string
		for range strings.Fields(c.want) {
			s.press(kb.Tab)
			if stop := focus(s.tab); !stop.Seen || !stop.Outlined {
				t.Errorf("nobody sees where the focus is: %+v", stop)
			}
			met = append(met, ask[string](s.tab, `document.activeElement.dataset.tool ?? ''`))
		}
		if got := strings.Join(met, " "); got != c.want {
			t.Errorf("%s holds %s, want %s", c.menu, got, c.want)
		}
		s.press(kb.Escape)
		if here := ask[string](s.tab, `document.activeElement.textContent + document.querySelectorAll('details[open]').length`); here != c.menu+"0" {
			t.Errorf("Escape leads to %q and leaves menus open", here)
		}
	}
	s.press(kb.Enter)
	s.tabTo(`document.activeElement.dataset.tool === 'clear'`)
	s.press(kb.Enter)
	s.notice("tyhjennettiin")
	ask[int](s.tab, `(document.querySelector('.notice button').focus(), 1)`)
	s.press(kb.Enter)
	s.wantShown("teksti=oma")
	s.press(kb.Escape)
}

// tabTo presses Tab until a condition holds.
func (s *sheet) tabTo(condition string) {
	s.t.Helper()
	for range 60 {
		if ask[bool](s.tab, condition) {
			return
		}
		s.press(kb.Tab)
	}
	s.t.Fatalf("sixty Tabs don't lead to %s", condition)
}

func TestWithoutScriptTheWorksheetIsWholeAndHasNoTools(t *testing.T) {
	t.Parallel()
	home := fileURL(fillSite(t))
	tab := openTab(t, home)
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(home + allFields)
	if got := ask[string](tab, `[...document.querySelectorAll('.field, .tools, .state, dialog')].filter(e => e.checkVisibility()).map(e => e.className).join(', ')`); got !=
		"field answer, field date, field choice, field checklist, field scale, field rows, field scale, field answer" {
		t.Errorf("in sight are %s", got)
	}
}
