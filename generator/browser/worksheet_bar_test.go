package browser_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The bar at the foot of a worksheet, and that fields come first.

func TestTheFirstFieldOfEachWorksheetIsInSight(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	pages, _ := pagesOf(t, site(t))
	seen := 0
	for _, page := range pages {
		if !strings.HasPrefix(page, "fi/tyopohjat/") {
			continue
		}
		for _, size := range []struct{ width, height int64 }{{1280, 720}, {390, 844}} {
			tab.resize(size.width, size.height)
			tab.open(home + page)
			fault := ask[string](tab, `(() => {
				const form = document.querySelector('form.worksheet')
				if (!form) return 'no worksheet'
				const first = form.querySelector('.field :is(textarea, input)').getBoundingClientRect()
				const least = document.querySelector('.bar').getBoundingClientRect().top
				return first.top + 24 <= least ? '' : 'the first field is at ' + first.top + ', the bar at ' + least
			})()`)
			switch fault {
			case "no worksheet":
			case "":
				seen++
			default:
				t.Errorf("%s, %d × %d: %s", page, size.width, size.height, fault)
			}
		}
	}
	if seen < 30 {
		t.Errorf("only %d worksheets were seen", seen)
	}
}

func TestTheBarLeavesAPhoneItsRoom(t *testing.T) {
	t.Parallel()
	s := &sheet{openTab(t, fileURL(site(t))), fileURL(site(t)) + planSheet}
	s.resize(390, 844)
	s.open(s.address)
	ask[int](s.tab, `(document.querySelector('#field-palvelualue').value = 'a', document.querySelector('#field-palvelualue').dispatchEvent(new Event('input', {bubbles: true})), 1)`)
	s.saved("palvelualue")
	if got := ask[string](s.tab, `(() => {
		const bar = document.querySelector('.bar').getBoundingClientRect(), small = [...document.querySelectorAll('.bar > button, .bar summary')].filter(b => b.offsetHeight < 44)
		return [bar.height <= 66, bar.bottom === innerHeight, bar.width === document.documentElement.clientWidth, small.length === 0, document.documentElement.scrollWidth === innerWidth].join()
	})()`); got != "true,true,true,true,true" {
		t.Errorf("the bar is low, at the foot, as wide as the window, with large buttons, nothing sticks out: %s", got)
	}
}

// TestNoNoticeHidesWhatHasTheFocus walks through a worksheet with a notice open
// there and back.
func TestNoNoticeHidesWhatHasTheFocus(t *testing.T) {
	t.Parallel()
	for _, size := range []struct{ width, height int64 }{{1280, 720}, {375, 667}} {
		t.Run(fmt.Sprint(size.width), func(t *testing.T) {
			home := fileURL(site(t))
			tab := openTab(t, home)
			tab.resize(size.width, size.height)
			tab.open(home + planSheet)
			ask[int](tab, `(window.opas.notice('Vastaukset tyhjennettiin. Voitte kumota tyhjennyksen, kunnes muutatte vastauksia. '.repeat(3), {actions: [['undo', () => {}]]}),
				[...document.querySelectorAll('.row-add')].forEach(b => { b.click(); b.click() }), 1)`)
			fields := ask[int](tab, `document.querySelectorAll('form.worksheet textarea').length`)
			for _, way := range []struct {
				start string
				keys  []kb.Modifier
			}{{"first", nil}, {"last", []kb.Modifier{kb.ModifierShift}}} {
				ask[int](tab, `(() => {
					const boxes = [...document.querySelectorAll('form.worksheet textarea')].filter(b => b.checkVisibility())
					boxes.at('`+way.start+`' === 'first' ? 0 : -1).focus()
					return 1
				})()`)
				for step := 0; ; step++ {
					var here struct{ Name, Fault string }
					// The page gives way once it is told of the focus.
					if !soon(func() bool { here = ask[struct{ Name, Fault string }](tab, focusHidden); return here.Fault == "" }) {
						t.Errorf("%v: %s is hidden: %s", way.keys, here.Name, here.Fault)
					}
					if here.Name == "" {
						if step < 20 || step > fields*2 {
							t.Errorf("the walk took %d steps", step)
						}
						break
					}
					run(tab, "press Tab", chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(way.keys...)))
				}
			}
		})
	}
}

// focusHidden says of what has the focus in the form which it is, and what lies
// over all of it. The name is empty outside of the form.
const focusHidden = `(() => {
	const e = document.activeElement
	if (!e.closest('form.worksheet')) return {Name: '', Fault: ''}
	const box = e.getClientRects()[0], seen = []
	for (const y of [box.top + 2, box.top + box.height / 2, box.bottom - 2]) {
		const on = y >= 0 && y <= innerHeight ? document.elementFromPoint(box.left + box.width / 2, y) : null
		if (on && (on === e || e.contains(on))) return {Name: e.name || e.className, Fault: ''}
		seen.push(on ? on.className || on.localName : 'outside')
	}
	return {Name: e.name || e.className, Fault: seen.join(', ')}
})()`

func TestEscapeClosesANotice(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "oma")
	s.tool("clear")
	s.notice("tyhjennettiin")
	s.press(kb.Escape)
	s.until(`document.querySelector('.notice').textContent === ''`)
	s.wantShown("")
}

func TestTheBarSaysWhetherTheAnswersAreInAFile(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		s := openSheet(t, home, allFields)
		filed := func(want string) {
			t.Helper()
			says := `document.querySelector('.filed').textContent`
			if !soon(func() bool {
				got := ask[string](s.tab, says)
				return got == want || want != "" && strings.HasPrefix(got, want)
			}) {
				t.Errorf("the bar says %q, want %q", ask[string](s.tab, says), want)
			}
		}
		filed("")
		s.fill("teksti", "oma")
		filed("ei vielä tiedostoon")
		file := s.download("save")
		s.notice(filepath.Base(file))
		filed("tiedostoon ")
		if when := ask[string](s.tab, `document.querySelector('.filed').textContent`); !strings.Contains(when, ". klo ") {
			t.Errorf("it was saved %q", when)
		}
		s.open(s.address)
		filed("tiedostoon ")
		s.fill("valinta", "Kyllä")
		filed("muutettu tiedoston jälkeen")
		s.saved("Kyllä")
		s.open(s.address)
		filed("muutettu tiedoston jälkeen")
		s.tool("clear")
		filed("")
		s.openFiles(file)
		s.notice("avattiin")
		filed("tiedostoon ")
	})
}

func TestADroppedFileIsOpenedWhereverItFalls(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	drag := func(kind, on, name, text string) bool {
		return ask[bool](s.tab, fmt.Sprintf(`(() => {
			const data = new DataTransfer()
			data.items.add(new File([%q], %q))
			return document.querySelector(%q).dispatchEvent(new DragEvent(%q, {dataTransfer: data, bubbles: true, cancelable: true}))
		})()`, text, name, on, kind))
	}
	good := `{"format":"sparrausopas-worksheet","formatVersion":1,"language":"fi","worksheet":"worksheets/all","title":"t","version":"v","copy":"A","answers":{"teksti":"pudotettu"}}`
	if drag("dragover", "form.worksheet", "a.json", good) || !ask[bool](s.tab, `document.querySelector('.drop-here').checkVisibility()`) {
		t.Error("the page doesn't say that a file may be dropped")
	}
	if drag("drop", "form.worksheet", "a.json", good) {
		t.Error("the browser opens the file instead of the page")
	}
	s.notice("a.json avattiin")
	s.wantShown("teksti=pudotettu")
	if ask[bool](s.tab, `document.querySelector('.drop-here').checkVisibility()`) {
		t.Error("the place for a file stays")
	}
	if drag("drop", ".site-header", "kuva.png", "\x89PNG") {
		t.Error("the browser opens a file that falls beside the worksheet")
	}
	s.notice("kuva.png ei voitu avata")
	s.wantShown("teksti=pudotettu")
}

func TestToolsForCopiesWaitForASecondCopy(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	several := `[...document.querySelectorAll('.several')].filter(e => !e.hidden).length + ' ' + document.querySelector('.which').textContent`
	if got := ask[string](s.tab, several); got != "0 " {
		t.Errorf("with one copy there are %s", got)
	}
	s.fill("teksti", "yksi")
	s.tool("add")
	s.answer("yes", "Ryhmä 2")
	if got := ask[string](s.tab, several); got != "2 Ryhmä 2" {
		t.Errorf("with two copies there are %s", got)
	}
}

func TestATextInAMenuCanBePressed(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	for _, c := range []struct{ menu, text string }{{"first", "label.large"}, {"last", "p"}} {
		clickOn(s.tab, `.bar details:`+c.menu+`-of-type > summary`)
		at := ask[[]float64](s.tab, `(box => [box.right - 12, (box.top + box.bottom) / 2])(document.querySelector('.bar details[open] `+c.text+`').getBoundingClientRect())`)
		run(s.tab, "press "+c.text, chromedp.MouseClickXY(at[0], at[1]))
		if open := ask[int](s.tab, `document.querySelectorAll('.bar details[open]').length`); open != 1 {
			t.Errorf("after a press on %s %d menus are open", c.text, open)
		}
	}
	if !ask[bool](s.tab, `document.documentElement.classList.contains('large-print')`) {
		t.Error("a press on its label doesn't choose large letters")
	}
}

func TestLongInstructionsWaitBehindAButton(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	s := &sheet{openTab(t, home), home + "fi/tyopohjat/itsearviointi.html"}
	s.resize(390, 844)
	s.open(s.address)
	shown := `document.querySelector('.guidance').checkVisibility() + ' ' + document.querySelector('.unfold').getAttribute('aria-expanded')`
	if got := ask[string](s.tab, shown); got != "false false" {
		t.Errorf("instructions in sight, expanded: %s", got)
	}
	ask[int](s.tab, `(document.querySelector('.unfold').click(), 1)`)
	if got := ask[string](s.tab, shown); got != "true true" {
		t.Errorf("after the button: %s", got)
	}
	ask[int](s.tab, `(document.querySelector('.unfold').click(), 1)`)
	if !s.prints(".guidance") || s.prints(".unfold") || s.prints(".bar") {
		t.Error("on paper the instructions are gone, or tools are there")
	}
}
