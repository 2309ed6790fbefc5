package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

const livePage = "fi/sparraukset/1-miksi-osallisuus-vetajan-naytto.html"

// liveTab opens the live view of a session with a clock that stands still
// twenty seconds after a full minute, until the test sets it: ahead is how far
// it is then, in milliseconds, kept from page to page.
func liveTab(t *testing.T) *tab { return liveTabAt(t, fileURL(site(t))+livePage) }

func liveTabAt(t *testing.T, address string) *tab {
	t.Helper()
	tab := openTab(t, strings.SplitAfter(address, "/public/")[0])
	tab.before(`{
		const now = Date.now.bind(Date);
		Date.now = () => {
			if (!sessionStorage.getItem("stands")) sessionStorage.setItem("stands", Math.floor(now() / 60000) * 60000 + 20000);
			return Number(sessionStorage.getItem("stands")) + Number(sessionStorage.getItem("ahead"));
		};
		navigator.wakeLock?.constructor && (WakeLock.prototype.request = () => { window.awake = (window.awake || 0) + 1; return Promise.resolve({ release: () => Promise.resolve() }); });
	}`)
	tab.open(address)
	return tab
}

// pass lets minutes pass.
func pass(tab *tab, minutes string) {
	tab.t.Helper()
	ask[bool](tab, `(sessionStorage.setItem("ahead", Number(sessionStorage.getItem("ahead")) + `+minutes+` * 60000), true)`)
	tab.until(`(document.dispatchEvent(new Event("visibilitychange")), true)`)
}

// clockAfter is the time of the clock so many minutes from now, as fields have
// it (09:05) and as it is read (9.05).
func clockAfter(tab *tab, minutes int) (field, read string) {
	tab.t.Helper()
	field = ask[string](tab, fmt.Sprintf(`(() => { const date = new Date(Date.now() + %d * 60000); return [date.getHours(), date.getMinutes()].map(part => String(part).padStart(2, "0")).join(":") })()`, minutes))
	return field, strings.TrimPrefix(strings.Replace(field, ":", ".", 1), "0")
}

// giveStart types a start time, minutes from now, on the page that is open.
func giveStart(tab *tab, selector string, minutes int) {
	tab.t.Helper()
	field, _ := clockAfter(tab, minutes)
	ask[bool](tab, fmt.Sprintf(`(() => { const input = document.querySelector(%q); input.value = %q; return input.dispatchEvent(new Event("input", { bubbles: true })) })()`, selector, field))
}

// expectPlan compares what the live view says of the end: the forecast, what
// was agreed, and how far the two are from each other.
func expectPlan(tab *tab, what string, want ...string) {
	tab.t.Helper()
	got := ask[[]string](tab, `["whole", "agreed", "late"].map(name => document.querySelector(".live-" + name).textContent.trim())`)
	if !slices.Equal(got, want) {
		tab.t.Errorf("%s: the end is %q, want %q", what, got, want)
	}
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
	expectLive(tab, "too long", "Aloitus | 3 | yli tämän kohdan ajan | 3 min myöhässä")
	tab.press("+")
	expectLive(tab, "five more", "Aloitus | 5 | jäljellä tästä kohdasta | 8 min myöhässä")
	tab.press(kb.PageDown)
	expectLive(tab, "next", "Oma kokemus pareittain | 15 | jäljellä tästä kohdasta | 3 min myöhässä")
	tab.press(" ")
	pass(tab, "2")
	expectLive(tab, "at a pause", "Oma kokemus pareittain | 15 | jäljellä tästä kohdasta | 5 min myöhässä")
	tab.press(kb.ArrowLeft)
	expectLive(tab, "back", "Aloitus | 10 | jäljellä tästä kohdasta | 15 min myöhässä")
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
	tab.click("[data-live=next]")
	tab.press(" ")
	if !ask[bool](tab, `document.querySelector('[data-live=toggle]').textContent === "Pysäytä"`) {
		t.Error("the space bar doesn't start the time after a click")
	}
	ask[bool](tab, `(document.querySelector('[data-live=next]').focus(), true)`)
	tab.press(" ")
	expectLive(tab, "a button with the focus", "Miksi osallisuus on tärkeää meidän kunnassamme? | 20 | jäljellä tästä kohdasta | 15 min edellä")
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
	tab.resize(820, 1180)
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
	if !ask[bool](tab, `(() => { const box = document.querySelector('.live-item:not([hidden]) details').getBoundingClientRect()
		return box.top >= document.querySelector('.live-clock').getBoundingClientRect().bottom && box.bottom <= document.querySelector('.live-bar').getBoundingClientRect().top })()`) {
		t.Error("the clock or the bar covers the help, or it is elsewhere")
	}
	tab.press(kb.ArrowRight)
	if got := help(); got != " | "+all {
		t.Errorf("at the fourth item: %s", got)
	}
}

const sheetPage = "fi/sparraukset/1-miksi-osallisuus-vetajalle.html"

func TestTheLiveViewKnowsTheAgreedEnd(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	_, end := clockAfter(tab, 120)
	expectPlan(tab, "without a start", "Jos aloitatte nyt, päättyy klo "+end, "Antakaa aloitusaika", "")
	tab.open(fileURL(site(t)) + sheetPage)
	giveStart(tab, "#start-time", -7)
	_, agreed := clockAfter(tab, 113)
	tab.open(fileURL(site(t)) + livePage)
	expectPlan(tab, "seven minutes late, not begun", "Jos aloitatte nyt, päättyy klo "+end, "Sovittu loppu "+agreed, "7 min myöhässä")
	tab.press(" ")
	expectPlan(tab, "begun late", "Päättyy klo "+end+", jäljellä 120 min", "Sovittu loppu "+agreed, "7 min myöhässä")
	tab.press(kb.ArrowRight)
	tab.press(kb.ArrowRight)
	_, sooner := clockAfter(tab, 95)
	expectPlan(tab, "skipped ahead", "Päättyy klo "+sooner+", jäljellä 95 min", "Sovittu loppu "+agreed, "17 min edellä")
	tab.open(fileURL(site(t)) + livePage)
	expectPlan(tab, "after a reload", "Päättyy klo "+sooner+", jäljellä 95 min", "Sovittu loppu "+agreed, "17 min edellä")
}

func TestTheForecastStandsStillBeforeTheAgreedStart(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	giveStart(tab, "#start-time", 30)
	_, agreed := clockAfter(tab, 150)
	expectPlan(tab, "half an hour before", "Päättyy klo "+agreed, "Sovittu loppu "+agreed, "")
	pass(tab, "20")
	expectPlan(tab, "ten minutes before", "Päättyy klo "+agreed, "Sovittu loppu "+agreed, "")
	// Who begins on another day than was agreed keeps to the minutes.
	giveStart(tab, "#start-time", 500)
	_, agreed = clockAfter(tab, 620)
	_, end := clockAfter(tab, 120)
	tab.press(" ")
	expectPlan(tab, "at another time", "Päättyy klo "+end+", jäljellä 120 min", "Sovittu loppu "+agreed, "")
}

func TestAllPagesHaveOneStartTime(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	giveStart(tab, "#start-time", 5)
	want, _ := clockAfter(tab, 5)
	home := fileURL(site(t))
	value := func(selector string) string {
		return ask[string](tab, fmt.Sprintf("document.querySelector(%q).value", selector))
	}
	tab.open(home + sheetPage)
	if got := value("#start-time"); got != want {
		t.Errorf("the leader's sheet begins at %q, want %q", got, want)
	}
	tab.open(home + "fi/tyopohjat/tulostepaketti.html")
	if got := value("[name=start]"); got != want {
		t.Errorf("the pack begins at %q, want %q", got, want)
	}
	giveStart(tab, "[name=start]", 15)
	want, _ = clockAfter(tab, 15)
	tab.open(home + livePage)
	if got := value("#start-time"); got != want {
		t.Errorf("after the pack the live view begins at %q, want %q", got, want)
	}
	// Another window gives another start while the session is led.
	tab.press(" ")
	want, _ = clockAfter(tab, -20)
	ask[bool](tab, fmt.Sprintf(`(() => { const key = Object.keys(localStorage).find(key => key.startsWith("sparrausopas:start:")); localStorage.setItem(key, %q); return dispatchEvent(new StorageEvent("storage", { key })) })()`, want))
	expectLive(tab, "after another window", "Aloitus | 10 | jäljellä tästä kohdasta | 20 min myöhässä")
	// The arrows belong to the field while it is filled.
	ask[bool](tab, `(document.querySelector("details.live-start").open = true, document.querySelector("#start-time").focus(), true)`)
	tab.press(kb.ArrowRight)
	expectLive(tab, "an arrow in the field", "Aloitus | 10 | jäljellä tästä kohdasta | 20 min myöhässä")
}
