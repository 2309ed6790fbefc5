package browser_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// wallTimer is the time on the wall and the minutes that can be chosen.
func wallTimer(tab *tab) string {
	tab.t.Helper()
	return ask[string](tab, `document.querySelector('.present-time').textContent + ' of ' + [...document.querySelectorAll('.present-minutes button')].map(e => e.textContent)`)
}

// toWall follows the item's way to the wall.
func toWall(tab *tab) {
	tab.t.Helper()
	tab.follow(".live-item:not([hidden]) .live-wall")
}

func TestTheWallShowsTheItemThatIsLed(t *testing.T) {
	t.Parallel()
	tab := liveTab(t)
	tab.resize(820, 1180)
	for range 5 {
		tab.press(kb.ArrowRight)
	}
	tab.press(" ")
	pass(tab, "3")
	toWall(tab)
	for _, want := range []string{"1 · Oma elämä · 1 / 3", "2 · Oma elämä · 2 / 3", "7 · Oma elämä · 3 / 3"} {
		if got := presentShown(tab); got != want {
			t.Errorf("on the wall is %q, want %q", got, want)
		}
		tab.press(kb.ArrowRight)
	}
	if got := wallTimer(tab); got != "25:00 of 10,15,25" {
		t.Errorf("the timer is %s", got)
	}
	clickOn(tab, "[data-minutes='15']")
	reload(tab)
	if got := presentShown(tab) + ", " + wallTimer(tab); got != "1 · Oma elämä · 1 / 3, 15:00 of 10,15,25" {
		t.Errorf("after a reload: %s", got)
	}
	tab.follow(".present-back")
	expectLive(tab, "back", "Ketkä jäävät ulkopuolelle? | 22 | jäljellä tästä kohdasta | ")
	// Another item has a time of its own.
	tab.press(kb.ArrowLeft)
	tab.press(kb.ArrowLeft)
	toWall(tab)
	if got := presentShown(tab) + ", " + wallTimer(tab); got != "17 · Yhteinen hyvä · 1 / 2, 20:00 of 5,6,9,20" {
		t.Errorf("of the fourth item: %s", got)
	}
}

func TestTheWallLeadsBackToALiveViewAlone(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for end, want := range map[string]bool{
		"#7":                             false,
		"?live=javascript:alert(1)#7":    false,
		"?live=https://example.org/#7":   false,
		"?live=/etc/passwd#7":            false,
		"?live=../../../../other.html#7": false,
		"?live=" + url.QueryEscape("../sparraukset/1-miksi-osallisuus-vetajan-naytto.html") + "#7": true,
	} {
		tab.open(fileURL(site(t)) + presentPage + end)
		if got := ask[bool](tab, `document.querySelector('.present-back').checkVisibility()`); got != want {
			t.Errorf("%s: there is a way back: %v", end, got)
		}
		if got := wallTimer(tab); got != "5:00 of 1,2,5,10" {
			t.Errorf("%s: the timer is %s", end, got)
		}
	}
}

// wallControls reports whether the controls of the wall are seen.
func wallControls(tab *tab) bool {
	tab.t.Helper()
	return ask[bool](tab, `document.querySelector('[data-go=next]').checkVisibility()`)
}

func expectControls(tab *tab, what string, want bool) {
	tab.t.Helper()
	if got := wallControls(tab); got != want {
		tab.t.Errorf("%s: controls are seen: %v", what, got)
	}
}

func TestAKeyHidesTheControlsOfTheWall(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#7")
	before := ask[float64](tab, `document.querySelector('.present-card').offsetHeight`)
	tab.press("p")
	expectControls(tab, "after P", false)
	if after := ask[float64](tab, `document.querySelector('.present-card').offsetHeight`); after <= before {
		t.Errorf("without controls the card is %v high, with them %v", after, before)
	}
	tab.press(kb.ArrowRight)
	expectControls(tab, "at the next question", false)
	if shown := ask[string](tab, `document.querySelector('.present-number').textContent`); shown != "8" {
		t.Errorf("question %s is shown", shown)
	}
	tab.press("p")
	expectControls(tab, "after P again", true)
	tab.press("p")
	pressTab(tab)
	expectControls(tab, "after Tab", true)
	pressTab(tab)
	if stop := focus(tab); !strings.Contains(stop.Inside, "present-stage") {
		t.Errorf("Tab leads to %+v", stop)
	}
	tab.press("p")
	expectControls(tab, "after P with the focus on a control", true)
	ask[bool](tab, `(document.activeElement.blur(), true)`)
	tab.press("p")
	ask[bool](tab, `document.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, screenX: 40, screenY: 40}))`)
	expectControls(tab, "after the pointer moved", true)
	// The time that runs is for the hall.
	clickOn(tab, "[data-timer=start]")
	tab.press("p")
	if !ask[bool](tab, `document.querySelector('.present-time').checkVisibility() && !document.querySelector('[data-timer=start]').checkVisibility()`) {
		t.Error("without controls the running time isn't seen, or its buttons are")
	}
	// Letters can be turned off.
	pressTab(tab)
	ask[bool](tab, `(document.activeElement.blur(), document.querySelector('[data-letters]').click(), true)`)
	tab.press("p")
	expectControls(tab, "after P without letters", true)
}

func TestOnTheWholeScreenControlsHideWhenNothingIsTouched(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	// What waits for a while waits for the test.
	tab.before(`window.setTimeout = f => { window.idle = f; return 1 }; window.clearTimeout = () => { window.idle = () => {} }; window.idle = () => {}`)
	tab.open(fileURL(site(t)) + presentPage + "#7")
	if !ask[bool](tab, `document.fullscreenEnabled`) {
		t.Skip("this browser has no full screen")
	}
	move := func(x int) {
		ask[bool](tab, fmt.Sprintf(`document.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, screenX: %d, screenY: 40}))`, x))
	}
	idle := func() { ask[bool](tab, `(window.idle(), true)`) }
	move(10)
	idle()
	expectControls(tab, "in a window", true)
	ask[bool](tab, `(document.querySelector('[data-full]').focus(), true)`)
	tab.press(kb.Enter)
	tab.until(`document.fullscreenElement !== null && document.querySelector('[data-full]').textContent === 'Pois koko näytöstä'`)
	idle()
	expectControls(tab, "with the focus on a control", true)
	ask[bool](tab, `(document.activeElement.blur(), true)`)
	move(20)
	idle()
	expectControls(tab, "when nothing is touched", false)
	move(20)
	expectControls(tab, "when the page moves under the pointer", false)
	move(30)
	expectControls(tab, "when the pointer moves", true)
}

// drawn waits until the page has been drawn anew: a window that has another
// size tells the page so then.
func drawn(tab *tab) {
	tab.t.Helper()
	tab.until(`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`, chromedp.EvalAwaitPromise)
}

func TestTheWallAsksAsLargeAsTheWindowAllows(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#1")
	for _, size := range []struct {
		width, height int64
		pixels        float64
	}{{1920, 1080, 130}, {1280, 800, 84}, {820, 1180, 80}, {390, 844, 36}} {
		tab.resize(size.width, size.height)
		drawn(tab)
		if got := ask[float64](tab, `parseFloat(getComputedStyle(document.querySelector('.present-question')).fontSize)`); got < size.pixels {
			t.Errorf("at %d × %d the question's letters are %v px, want %v", size.width, size.height, got, size.pixels)
		}
	}
	tab.resize(1920, 1080)
	drawn(tab)
	shares := ask[[]float64](tab, `[...Array(24).keys()].map(() => {
		const box = name => document.querySelector('.present-' + name).getBoundingClientRect()
		const share = (box('beneath').bottom - box('question').top) / innerHeight
		document.querySelector('[data-go=next]').click()
		return share
	})`)
	if least := slices.Min(shares); least < .33 {
		t.Errorf("a question and what is beneath take %v of the height, of all: %v", least, shares)
	}
}
