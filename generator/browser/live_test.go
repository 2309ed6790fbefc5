package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const livePage = "fi/sparraukset/1-miksi-osallisuus-vetajan-naytto.html"

// liveTab opens the live view of a session with a clock that the test sets:
// ahead is how far it is, in milliseconds, kept from page to page.
func liveTab(t *testing.T) *tab {
	t.Helper()
	tab := openTab(t, fileURL(site(t)))
	tab.before(`{
		const now = Date.now.bind(Date);
		Date.now = () => now() + Number(sessionStorage.getItem("ahead"));
		navigator.wakeLock?.constructor && (WakeLock.prototype.request = () => { window.awake = (window.awake || 0) + 1; return Promise.resolve({ release: () => Promise.resolve() }); });
	}`)
	tab.open(fileURL(site(t)) + livePage)
	return tab
}

// pass lets minutes pass.
func pass(tab *tab, minutes string) {
	tab.t.Helper()
	ask[bool](tab, `(sessionStorage.setItem("ahead", Number(sessionStorage.getItem("ahead")) + `+minutes+` * 60000), true)`)
	tab.until(`(document.dispatchEvent(new Event("visibilitychange")), true)`)
}

// liveShown is what the leader sees: the item, the time of it in whole minutes,
// and how late it is.
func liveShown(tab *tab) string {
	tab.t.Helper()
	return ask[string](tab, `[document.querySelector('.live-item:not([hidden]) .live-title').textContent.replace(/\u00ad/g, ""),
		Math.ceil(Number(document.querySelector('.live-time').textContent.split(":")[0]) + Number(document.querySelector('.live-time').textContent.split(":")[1]) / 60 - .05),
		document.querySelector('.live-label').textContent, document.querySelector('.live-late').textContent].join(" | ")`)
}

func expectLive(tab *tab, what, want string) {
	tab.t.Helper()
	if got := liveShown(tab); got != want {
		tab.t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestALeaderSeesTheItemAtHandAndItsTime(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	expectLive(tab, "at first", "Aloitus | 10 | jäljellä tästä kohdasta | ")
	tab.press(" ")
	pass(tab, "4")
	expectLive(tab, "after four minutes", "Aloitus | 6 | jäljellä tästä kohdasta | ")
	pass(tab, "9")
	expectLive(tab, "too long", "Aloitus | 3 | yli tämän kohdan ajan | 3 min jäljessä aikataulusta")
	tab.press("+")
	expectLive(tab, "five more", "Aloitus | 5 | jäljellä tästä kohdasta | 8 min jäljessä aikataulusta")
	tab.press(kb.PageDown)
	expectLive(tab, "next", "Oma kokemus pareittain | 15 | jäljellä tästä kohdasta | 3 min jäljessä aikataulusta")
	tab.press(" ")
	pass(tab, "2")
	expectLive(tab, "at a pause", "Oma kokemus pareittain | 15 | jäljellä tästä kohdasta | 5 min jäljessä aikataulusta")
	tab.press(kb.ArrowLeft)
	expectLive(tab, "back", "Aloitus | 10 | jäljellä tästä kohdasta | 15 min jäljessä aikataulusta")
}

func TestTheLiveViewSurvivesWhatLeadersDo(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	for range 3 {
		tab.press(kb.ArrowRight)
	}
	tab.press(" ")
	pass(tab, "5")
	want := "Mitä hyvää jo tehdään? | 15 | jäljellä tästä kohdasta | "
	expectLive(tab, "while it runs", want)
	tab.open(fileURL(site(t)) + livePage)
	expectLive(tab, "after a reload", want)
	if ask[int](tab, `window.awake || 0`) == 0 {
		t.Error("the screen may go dark after a reload")
	}
	tab.follow(".live-item:not([hidden]) .live-wall")
	if got := presentShown(tab); !strings.HasPrefix(got, "17 ") {
		t.Errorf("on the wall: %s", got)
	}
	tab.back()
	tab.until(`document.querySelector('.live-time').textContent !== ""`)
	expectLive(tab, "after the question on the wall", want)
	ask[bool](tab, `(sessionStorage.setItem("sparrausopas:live:sessions/event-1:" + document.documentElement.dataset.guide, '{"index":99}'), true)`)
	tab.open(fileURL(site(t)) + livePage)
	expectLive(tab, "with a broken memory", "Aloitus | 10 | jäljellä tästä kohdasta | ")
}

func TestAClickInTheLiveViewLeavesTheSpaceBarToTheClock(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	run(tab, "click", chromedp.Click(chromedp.CSS("[data-live=next]")))
	tab.press(" ")
	if !ask[bool](tab, `document.querySelector('[data-live=toggle]').textContent === "Pysäytä"`) {
		t.Error("the space bar doesn't start the time after a click")
	}
	ask[bool](tab, `(document.querySelector('[data-live=next]').focus(), true)`)
	tab.press(" ")
	expectLive(tab, "a button with the focus", "Miksi osallisuus on tärkeää meidän kunnassamme? | 20 | jäljellä tästä kohdasta | ")
}

func TestTheLiveViewIsAListWithoutScript(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(fileURL(site(t)) + livePage)
	if seen := ask[string](tab, `[...document.querySelectorAll('.live-item')].filter(e => e.checkVisibility()).length + " " + document.querySelector('.live-bar').checkVisibility()`); seen != "8 false" {
		t.Errorf("items and bar: %s", seen)
	}
}

func TestTheBarOfTheLiveViewIsInReachOnAPhone(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	tab.resize(390, 844)
	for range 3 {
		tab.press(kb.ArrowRight)
	}
	if bad := ask[[]string](tab, `[...document.querySelectorAll('.live-bar button')].filter(e => { const r = e.getBoundingClientRect(); return r.height < 44 || r.bottom > innerHeight || r.right > innerWidth; }).map(e => e.textContent)`); len(bad) > 0 {
		t.Errorf("out of reach: %q", bad)
	}
	if wide := ask[bool](tab, `document.documentElement.scrollWidth > innerWidth`); wide {
		t.Error("the page is wider than the phone")
	}
}

// crowded gives what of the clock sticks out of its row, or lies on something
// else that is read there.
const crowded = `(() => {
	const row = document.querySelector('.live-clock').getBoundingClientRect()
	const parts = [...document.querySelectorAll('.live-clock :is(span, p, summary):not(:has(*)), h1')].filter(e => e.checkVisibility() && e.textContent && !e.matches('.live-announce'))
	// The ground of an inline element is higher than its line.
	const boxes = parts.map(e => ({ name: e.className || e.localName, own: e.matches('h1') ? false : true, box: e.getBoundingClientRect() }))
	return boxes.flatMap(({ name, own, box }, i) => [
		...own && (box.top < row.top || box.bottom > row.bottom || box.right > row.right + 1) ? [name + ' sticks out of its row'] : [],
		...boxes.slice(i + 1).filter(other => box.left < other.box.right - 1 && other.box.left < box.right - 1 && box.top < other.box.bottom - 1 && other.box.top < box.bottom - 1).map(other => name + ' lies on ' + other.name),
	])
})()`

func TestTheTimeThatIsOverStaysInItsRow(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	tab.press(" ")
	pass(tab, "112")
	tab.until(`document.querySelector('.live-over') !== null`)
	for _, size := range [][2]int64{{390, 844}, {820, 1180}, {1280, 800}, {1920, 1080}} {
		tab.resize(size[0], size[1])
		if faults := ask[[]string](tab, crowded); len(faults) > 0 {
			t.Errorf("at %d × %d: %s", size[0], size[1], strings.Join(faults, ", "))
		}
	}
}

func TestTheWayToTheWallStandsInAColumnOfItsOwn(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	for range 5 {
		tab.press(kb.ArrowRight)
	}
	for _, size := range [][2]int64{{390, 844}, {820, 1180}, {1280, 800}, {1920, 1080}} {
		tab.resize(size[0], size[1])
		places := ask[[]string](tab, `[...new Set([...document.querySelectorAll('.live-item:not([hidden]) .live-wall')].map(e => [e.getBoundingClientRect().left, e.getClientRects().length, e.getBoundingClientRect().height >= 44, e.scrollWidth <= e.clientWidth].join()))]`)
		if len(places) != 1 || !strings.HasSuffix(places[0], ",1,true,true") {
			t.Errorf("at %d × %d the links stand at (from the left, lines, high, whole) %q", size[0], size[1], places)
		}
	}
}

func TestTheControlsOfTheLiveViewKeepTheirPlaces(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	for _, size := range [][2]int64{{390, 844}, {820, 1180}, {1280, 800}} {
		tab.resize(size[0], size[1])
		places := map[string]bool{}
		see := func() {
			places[ask[string](tab, `JSON.stringify([...document.querySelectorAll('.live-bar button')].map(e => e.getBoundingClientRect()).map(box => [box.x, box.y, box.width].map(Math.round)))`)] = true
		}
		see()
		for _, key := range []string{" ", kb.ArrowRight, " ", kb.ArrowRight, kb.ArrowRight, "+"} {
			tab.press(key)
			see()
		}
		ask[bool](tab, `(scrollTo(0, document.body.scrollHeight), true)`)
		see()
		if len(places) != 1 {
			t.Errorf("at %d × %d the controls stand at\n%v", size[0], size[1], places)
		}
		ask[bool](tab, `(document.querySelector('[data-live=restart]').click(), true)`)
	}
}

func TestTheClockIsSeenWhereverTheLeaderReads(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	tab.press(" ")
	for _, size := range [][2]int64{{390, 844}, {820, 1180}, {1280, 800}, {1920, 1080}} {
		tab.resize(size[0], size[1])
		ask[bool](tab, `(document.querySelectorAll('.live details').forEach(part => { part.open = true }), scrollTo(0, document.body.scrollHeight), true)`)
		clock := ask[bool](tab, `(() => { const box = document.querySelector('.live-time').getBoundingClientRect(); return box.top >= 0 && box.bottom < innerHeight / 3 && document.elementFromPoint(box.left + 9, box.top + 9).closest('.live-clock') !== null })()`)
		bar := ask[bool](tab, `Math.abs(document.querySelector('.live-bar').getBoundingClientRect().bottom - innerHeight) < 20`)
		if !clock || !bar {
			t.Errorf("at %d × %d, at the end of the page: clock in sight %v, controls in sight %v", size[0], size[1], clock, bar)
		}
	}
}

// helpShown are the sections for the leader that stand in the item at hand, and
// those that stand below it.
const helpShown = `[['.live-item:not([hidden])', '.leader-parts'].map(place => [...document.querySelectorAll(place + ' .leader-part h2')].map(h => h.textContent.replace(/\u00ad/g, '')).join(', ')).join(' | ')]`

func TestHelpStandsInTheItemThatLeadsToIt(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	const all = "Pitäkää tämä mielessä, Alustuksen viisi kohtaa, Jos keskustelu tyrehtyy, Jos keskustelu jumittuu rahaan tai kiireeseen, Tapaamisen jälkeen, Välitehtävä, Valmistelut, Tarvikkeet"
	help := func() string { return ask[[]string](tab, helpShown)[0] }
	if got := help(); got != " | "+all {
		t.Errorf("at the first item: %s", got)
	}
	tab.press(kb.ArrowRight)
	tab.press(kb.ArrowRight)
	if got := help(); got != "Alustuksen viisi kohtaa | "+strings.Replace(all, "Alustuksen viisi kohtaa, ", "", 1) {
		t.Errorf("at the third item: %s", got)
	}
	ask[bool](tab, `(document.querySelector('.live-item:not([hidden]) details').open = false, document.querySelector('.notes [href="#alustuksen-viisi-kohtaa"]').click(), true)`)
	tab.until(`document.querySelector('.live-item:not([hidden]) details').open`)
	tab.resize(820, 1180)
	if !ask[bool](tab, `(() => { const box = document.querySelector('.live-item:not([hidden]) details').getBoundingClientRect()
		return box.top >= document.querySelector('.live-clock').getBoundingClientRect().bottom && box.bottom <= document.querySelector('.live-bar').getBoundingClientRect().top })()`) {
		t.Error("the clock or the bar covers the help, or it is elsewhere")
	}
	tab.press(kb.ArrowRight)
	if got := help(); got != " | "+all {
		t.Errorf("at the fourth item: %s", got)
	}
}
