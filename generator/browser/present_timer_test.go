package browser_test

import (
	"fmt"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp/kb"
)

// laterClock lets a test say how many milliseconds the clock is ahead: the name
// of a window outlives its pages.
const laterClock = `{ const real = Date.now; Date.now = () => real() + Number(window.name) }`

// reload does what F5 does, which remote controls of presenters send.
func reload(tab *tab) {
	tab.t.Helper()
	ask[bool](tab, `(window.left = true)`)
	command(tab, cdppage.Reload, cdppage.ReloadParams{})
	tab.until(`window.left === undefined && document.readyState === 'complete'`)
}

func timerShows(tab *tab) string {
	tab.t.Helper()
	return ask[string](tab, `document.querySelector('.present-time').textContent + ' ' + document.querySelector('[data-timer=start]').textContent`)
}

// TestTheTimerAndTheQuestionOutliveThePage leaves the view and comes back, from
// a folder and a server, with a storage and without.
func TestTheTimerAndTheQuestionOutliveThePage(t *testing.T) {
	t.Parallel()
	homes := map[string]string{"folder": fileURL(site(t)), "server": serve(t, site(t), "/opas/").URL + "/opas/"}
	leave := map[string]func(*tab){
		"reload": reload,
		"back": func(tab *tab) {
			tab.follow(".present-page")
			tab.back()
		},
	}
	for where, home := range homes {
		for storage, script := range map[string]string{"storage": "", "no storage": storageBlocked} {
			for how, away := range leave {
				// The way back from a server brings the page back whole, and the
				// devtools protocol loses it then.
				if how == "back" && (where == "server" || storage != "storage") {
					continue
				}
				t.Run(where+", "+storage+", "+how, func(t *testing.T) {
					tab := openTab(t, home)
					tab.before(laterClock)
					tab.before(script)
					tab.open(home + presentPage)
					clickOn(tab, "[data-set=influence]")
					tab.press(kb.ArrowRight)
					clickOn(tab, "[data-timer=start]")
					ask[string](tab, `(window.name = '100000')`)
					away(tab)
					expectShown(tab, "after it", "10 · Yhteisöt ja vaikuttaminen · 2 / 8", "#10")
					if shows := timerShows(tab); !strings.HasPrefix(shows, "3:") || !strings.HasSuffix(shows, "Pysäytä") {
						t.Errorf("a hundred seconds later the timer of five minutes shows %q", shows)
					}
					ask[string](tab, `(window.name = '400000')`)
					away(tab)
					if said := ask[string](tab, `document.querySelector('.present-status').innerText`); said != "Aika päättyi." {
						t.Errorf("the time ended meanwhile, but the view says %q", said)
					}
					ask[string](tab, `(window.name = '')`)
				})
			}
		}
	}
}

func TestSpaceShowsTheNextQuestionAfterAClick(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#7")
	tab.click("[data-timer=start]")
	tab.press(" ")
	expectShown(tab, "space after a click", "8 · Oma elämä · 8 / 24", "#8")
	if shows := timerShows(tab); !strings.HasSuffix(shows, "Pysäytä") {
		t.Errorf("space stops the timer: %q", shows)
	}
	// Who goes by Tab presses with it what has the focus.
	pressTab(tab)
	pressTab(tab, kb.ModifierShift)
	tab.press(" ")
	expectShown(tab, "space after Tab", "8 · Oma elämä · 8 / 24", "#8")
	if shows := timerShows(tab); strings.HasSuffix(shows, "Pysäytä") {
		t.Errorf("space doesn't press the button that Tab leads to: %q", shows)
	}
}

func TestAnotherLengthCountsTheTimeThatHasPassed(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	ask[bool](tab, timerClock)
	clickOn(tab, "[data-timer=start]")
	ask[string](tab, `at(120)`)
	said := func() string {
		return timerShows(tab) + " " + ask[string](tab, `document.querySelector('.present-status').innerText`)
	}
	clickOn(tab, "[data-minutes='10']")
	if want := "8:00 Pysäytä Aika on nyt 10 min, jäljellä 8:00."; said() != want {
		t.Errorf("ten minutes after two: %q, want %q", said(), want)
	}
	clickOn(tab, "[data-minutes='1']")
	if want := "0:00 Käynnistä Aika päättyi."; said() != want {
		t.Errorf("one minute after two: %q, want %q", said(), want)
	}
}

func TestTheSignOfTheEndGoesWithItsQuestion(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#7")
	ask[bool](tab, timerClock)
	clickOn(tab, "[data-timer=start]")
	ask[string](tab, `at(301)`)
	said := func() string {
		return timerShows(tab) + " " + ask[string](tab, `document.querySelector('.present-status').innerText`)
	}
	if want := "0:00 Käynnistä Aika päättyi."; said() != want {
		t.Fatalf("at its end the timer says %q, want %q", said(), want)
	}
	tab.press(kb.ArrowRight)
	if want := "5:00 Käynnistä "; said() != want {
		t.Errorf("at the next question the timer says %q, want %q", said(), want)
	}
	// One that runs goes on.
	clickOn(tab, "[data-timer=start]")
	tab.press(kb.ArrowRight)
	if !strings.HasSuffix(timerShows(tab), "Pysäytä") {
		t.Errorf("the next question stops the timer: %q", timerShows(tab))
	}
}

// stillPlaces is where the question and all controls are.
const stillPlaces = `JSON.stringify([...document.querySelectorAll('.present-question, .present-time, .present-bar :is(button, a)')].filter(e => e.checkVisibility())
	.map(e => e.getBoundingClientRect()).map(box => [box.x, box.y, box.width, box.height].map(Math.round)))`

// badSigns goes through the questions, lets the time of each run out and gives
// what is wrong with the sign.
const badSigns = `[...Array(24).keys()].flatMap(turn => {
	if (turn > 0) {
		document.querySelector('[data-timer=start]').click()
		at((turn + 1) * 301)
	}
	const box = name => document.querySelector('.present-' + name).getBoundingClientRect(), sign = box('status'), faults = []
	const number = document.querySelector('.present-number').textContent
	if (sign.width < box('stage').width - 1 || sign.height < 48) faults.push('it is ' + sign.width + ' × ' + sign.height)
	if (sign.top < box('question').bottom) faults.push('it covers the question')
	if (sign.bottom > box('bar').top + 1) faults.push('it covers the bar')
	document.querySelector('[data-go=next]').click()
	return faults.map(fault => 'question ' + number + ': ' + fault)
})`

func TestTheSignOfTheEndMovesNothing(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int64{{1024, 768}, {1280, 720}, {1920, 1080}, {390, 844}, {320, 640}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			tab := presentTab(t, "#8")
			tab.resize(size[0], size[1])
			drawn(tab)
			ask[bool](tab, timerClock)
			before := ask[string](tab, stillPlaces)
			clickOn(tab, "[data-timer=start]")
			for _, seconds := range []int{0, 151, 241, 301} {
				ask[string](tab, fmt.Sprintf(`at(%d)`, seconds))
				if now := ask[string](tab, stillPlaces); now != before {
					t.Errorf("after %d seconds things stand at\n%s\nbefore at\n%s", seconds, now, before)
				}
			}
			if faults := ask[[]string](tab, badSigns); len(faults) > 0 {
				t.Errorf("the sign:\n\t%s", strings.Join(faults, "\n\t"))
			}
		})
	}
}

func TestTheScreenStaysLitWhileTheTimerRuns(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.before(`window.locks = []; Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => {
		const lock = {released: false, release() { this.released = true }}
		locks.push(lock)
		return lock } }})`)
	tab.open(fileURL(site(t)) + presentPage)
	clickOn(tab, "[data-timer=start]")
	// The browser takes the lock away while the page isn't seen.
	locks := ask[int](tab, `(locks.forEach(lock => lock.release()), document.dispatchEvent(new Event('visibilitychange')), locks.length)`)
	if locks != 2 {
		t.Errorf("the screen is kept lit %d times, want once at the start and once when the page is seen again", locks)
	}
	clickOn(tab, "[data-timer=start]")
	if ask[bool](tab, `locks.some(lock => !lock.released)`) {
		t.Error("the screen stays lit in a pause")
	}
}

// countedTones stands for the sound of a browser and counts its tones.
const countedTones = `window.tones = 0; window.AudioContext = class {
	currentTime = 0; state = 'running'
	createGain() { return {gain: {setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {}}, connect: to => to} }
	createOscillator() { return {frequency: {}, connect: to => to, start() { tones++ }, stop() {}} } }`

func TestASoftSoundIsHeardWhereItWasChosen(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.before(countedTones)
	tab.open(fileURL(site(t)) + presentPage)
	tonesAtTheEnd := func() int {
		tab.t.Helper()
		ask[bool](tab, timerClock)
		clickOn(tab, "[data-timer=reset]")
		clickOn(tab, "[data-timer=start]")
		ask[string](tab, `at(301)`)
		return ask[int](tab, `tones`)
	}
	if tones := tonesAtTheEnd(); tones != 0 {
		t.Errorf("%d tones are heard, although nobody asked for them", tones)
	}
	clickOn(tab, "[data-close]")
	clickOn(tab, "[data-sound]")
	if tones := ask[int](tab, `tones`); tones == 0 {
		t.Error("who chooses the sound doesn't hear what it is like")
	}
	reload(tab)
	if tones := tonesAtTheEnd(); tones != 2 {
		t.Errorf("%d tones are heard at the end, want 2", tones)
	}
}
