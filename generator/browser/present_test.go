package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

const presentPage = "fi/kysymykset/nayta.html"

func presentTab(t *testing.T, end string) *tab {
	t.Helper()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + presentPage + end)
	return tab
}

// presentShown is the number of the question on the stage, its area and its
// place.
func presentShown(tab *tab) string {
	tab.t.Helper()
	return ask[string](tab, `['number', 'area', 'place'].map(name => document.querySelector('.present-' + name).innerText).join(' · ')`)
}

func expectShown(tab *tab, what, want, end string) {
	tab.t.Helper()
	if got := presentShown(tab); got != want {
		tab.t.Errorf("%s: %q is shown, want %q", what, got, want)
	}
	if got := ask[string](tab, `location.search + location.hash`); got != end {
		tab.t.Errorf("%s: the address ends with %q, want %q", what, got, end)
	}
}

func TestKeysWalkThroughTheQuestions(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	expectShown(tab, "at first", "1 · Oma elämä · 1 / 24", "")
	for _, step := range []struct{ what, keys, want string }{
		{"right", kb.ArrowRight, "2 · Oma elämä · 2 / 24"},
		{"space", " ", "3 · Oma elämä · 3 / 24"},
		{"page down", kb.PageDown, "4 · Oma elämä · 4 / 24"},
		{"left", kb.ArrowLeft, "3 · Oma elämä · 3 / 24"},
		{"page up", kb.PageUp, "2 · Oma elämä · 2 / 24"},
		{"end", kb.End, "24 · Yhteinen hyvä · 24 / 24"},
		{"right at the end", kb.ArrowRight, "1 · Oma elämä · 1 / 24"},
		{"left at the start", kb.ArrowLeft, "24 · Yhteinen hyvä · 24 / 24"},
		{"home", kb.Home, "1 · Oma elämä · 1 / 24"},
	} {
		tab.press(step.keys)
		number, _, _ := strings.Cut(step.want, " ")
		expectShown(tab, step.what, step.want, "#"+number)
	}
	// A button with the focus has the space bar for itself.
	ask[bool](tab, `(document.querySelector('[data-go=previous]').focus(), true)`)
	tab.press(" ")
	expectShown(tab, "space on a button", "24 · Yhteinen hyvä · 24 / 24", "#24")
}

func TestTheWallAsksWhatMakesOneWonderWithTheQuestionBeneath(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#1")
	both := `['question', 'beneath'].map(name => document.querySelector('.present-' + name).textContent.replace(/\u00ad/g, '')).join(' / ')`
	if got := ask[string](tab, both); !strings.HasPrefix(got, "Ketkä ovat lakanneet yrittämästä? / Miten saamme mukaan ne") {
		t.Errorf("the wall asks %q", got)
	}
	ask[bool](tab, `(document.querySelectorAll('.present-list .beneath').forEach(part => part.remove()), true)`)
	tab.press(kb.ArrowRight)
	if ask[bool](tab, `document.querySelector('.present-beneath').checkVisibility()`) {
		t.Error("a question without such a one has something beneath")
	}
}

func TestEveryControlOfTheStageIsReachedByTab(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	count := ask[int](tab, `[...document.querySelectorAll('.present-stage :is(button, a)')].filter(e => e.checkVisibility()).length`)
	tab.press(kb.Tab) // the skip link
	for i := range count {
		tab.press(kb.Tab)
		if stop := focus(tab); !stop.Seen || !stop.Outlined || !strings.Contains(stop.Inside, "present-stage") {
			t.Errorf("stop %d of %d is %+v", i+1, count, stop)
		}
	}
}

func TestRandomRepeatsNothingUntilAllWereShown(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	for round := range 2 {
		numbers := []string{}
		if round == 0 {
			numbers = append(numbers, ask[string](tab, `document.querySelector('.present-number').textContent`))
		}
		first := 24 - len(numbers) - round
		for range first {
			tab.press("r")
			numbers = append(numbers, ask[string](tab, `document.querySelector('.present-number').textContent`))
		}
		slices.Sort(numbers)
		if distinct := slices.Compact(slices.Clone(numbers)); len(distinct) != len(numbers) {
			t.Errorf("round %d shows %v", round+1, numbers)
		}
	}
	clickOn(tab, `.present-open input`)
	before := presentShown(tab)
	tab.press("s")
	if after := presentShown(tab); after != before {
		t.Errorf("letters are turned off, but %s follows %s", after, before)
	}
}

func TestAnAreaOrChosenQuestionsAreWalkedThrough(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "?n=20,3,99,7#7")
	expectShown(tab, "chosen", "7 · Oma elämä · 3 / 3", "?n=20,3,99,7#7")
	tab.press(kb.ArrowRight)
	expectShown(tab, "chosen, next", "20 · Yhteinen hyvä · 1 / 3", "?n=20,3,7#20")
	clickOn(tab, "[data-set=influence]")
	expectShown(tab, "an area", "9 · Yhteisöt ja vaikuttaminen · 1 / 8", "?n=20,3,7#9")
	tab.press(kb.End)
	tab.press(kb.ArrowRight)
	expectShown(tab, "around in the area", "9 · Yhteisöt ja vaikuttaminen · 1 / 8", "?n=20,3,7#9")
	if pressed := ask[string](tab, `[...document.querySelectorAll('[data-set][aria-pressed=true]')].map(e => e.dataset.set).join()`); pressed != "influence" {
		t.Errorf("%q is marked as chosen", pressed)
	}
	clickOn(tab, "[data-set=all]")
	expectShown(tab, "all", "9 · Yhteisöt ja vaikuttaminen · 9 / 24", "?n=20,3,7#9")
}

func TestTheAddressOpensAQuestionAndFollowsIt(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#7")
	expectShown(tab, "deep link", "7 · Oma elämä · 7 / 24", "#7")
	ask[bool](tab, `(location.hash = '#15', true)`)
	tab.until(`document.querySelector('.present-number').textContent === '15'`)
	if question := ask[string](tab, `document.querySelector('.present-question').textContent`); !strings.HasPrefix(question, "Kenen tuoli ") {
		t.Errorf("question 15 is %q", question)
	}
	if link := ask[string](tab, `document.querySelector('.present-page').href`); !strings.Contains(link, "/15-") {
		t.Errorf("the link to the question's page is %s", link)
	}
}

func TestAChangeIsAnnouncedOnce(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#8")
	ask[bool](tab, `(() => {
		window.told = []
		const watch = new MutationObserver(list => list.forEach(change => told.push(change.target.textContent)))
		for (const live of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) watch.observe(live, {childList: true, characterData: true, subtree: true})
		return true
	})()`)
	if first := ask[string](tab, `document.querySelector('.present-announce').textContent`); first != "" {
		t.Errorf("at first %q is announced", first)
	}
	tab.press(kb.ArrowRight)
	told := ask[[]string](tab, `told`)
	if len(told) != 1 || !strings.HasPrefix(told[0], "Kysymys 9, Yhteisöt ja vaikuttaminen: Keneltä emme") || strings.Contains(told[0], "\u00ad") {
		t.Errorf("announced is %q", told)
	}
}

// timerClock puts the page's clock into the hands of the test: at sets it to so
// many seconds, and lets what waits for it run.
const timerClock = `(() => { let seconds = 0, tick = () => {}; window.told = []
	Date.now = () => seconds * 1000; window.setInterval = f => { tick = f; return 1 }; window.clearInterval = () => { tick = () => {} }
	window.at = now => { seconds = now; tick(); return document.querySelector('.present-time').textContent }
	const status = document.querySelector('.present-status')
	new MutationObserver(() => told.push(status.textContent)).observe(status, {childList: true, characterData: true, subtree: true}); return true })()`

func TestTheTimerCountsDownAndSpeaksFourTimes(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	ask[bool](tab, timerClock)
	shows := func() string { return ask[string](tab, `document.querySelector('.present-time').textContent`) }
	clickOn(tab, "[data-minutes='5']")
	if shows() != "5:00" {
		t.Errorf("five minutes are %s", shows())
	}
	clickOn(tab, "[data-timer=start]")
	for _, step := range []struct {
		seconds int
		shows   string
	}{{100, "3:20"}, {151, "2:29"}, {241, "0:59"}, {270, "0:30"}, {301, "0:00"}} {
		if shows := ask[string](tab, fmt.Sprintf(`at(%d)`, step.seconds)); shows != step.shows {
			t.Errorf("after %d seconds %s are left, want %s", step.seconds, shows, step.shows)
		}
	}
	want := []string{"Ajastin käynnissä, aikaa 5:00.", "Puolet ajasta jäljellä.", "Yksi minuutti jäljellä.", "Aika päättyi."}
	if told := ask[[]string](tab, `told`); !slices.Equal(told, want) {
		t.Errorf("the timer says %q, want %q", told, want)
	}
	if !ask[bool](tab, `document.querySelector('.present-timer').classList.contains('ended')`) {
		t.Error("nobody sees that the time is over")
	}
}

func TestTheTimerPausesAndGoesBack(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	ask[bool](tab, timerClock)
	clickOn(tab, "[data-minutes='2']")
	clickOn(tab, "[data-timer=start]")
	if label := ask[string](tab, `document.querySelector('[data-timer=start]').textContent`); label != "Pysäytä" {
		t.Errorf("the running timer's button says %q", label)
	}
	if now := ask[string](tab, `at(30)`); now != "1:30" {
		t.Errorf("after half a minute the timer shows %s", now)
	}
	clickOn(tab, "[data-timer=start]")
	if label := ask[string](tab, `document.querySelector('[data-timer=start]').textContent`); label != "Jatka" {
		t.Errorf("the stopped timer's button says %q", label)
	}
	if now := ask[string](tab, `at(90)`); now != "1:30" {
		t.Errorf("the paused timer goes from 1:30 to %s", now)
	}
	// Half of two minutes is the last minute: it is told once.
	clickOn(tab, "[data-timer=start]")
	ask[string](tab, `at(125)`)
	tab.until(`document.querySelector('.present-status').textContent === 'Yksi minuutti jäljellä.'`)
	tab.press(kb.ArrowRight)
	clickOn(tab, "[data-timer=reset]")
	if now := ask[string](tab, `document.querySelector('.present-time').textContent + document.querySelector('.present-status').textContent`); now != "2:00" {
		t.Errorf("at its start the timer shows %s", now)
	}
}

func TestEveryQuestionFitsTheWindow(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	// The bar is fullest when the timer has ended.
	ask[bool](tab, timerClock)
	clickOn(tab, "[data-timer=start]")
	ask[string](tab, `at(301)`)
	tab.until(`document.querySelector('.ended') !== null`)
	for _, size := range [][2]int64{{1280, 720}, {1920, 1080}, {1024, 768}, {320, 640}} {
		tab.resize(size[0], size[1])
		tab.press(kb.Home)
		// The page learns of its size in its next frame.
		var faults []string
		if !soon(func() bool { faults = ask[[]string](tab, misfits); return len(faults) == 0 }) {
			t.Errorf("at %d × %d:\n\t%s", size[0], size[1], strings.Join(faults, "\n\t"))
		}
	}
}

// misfits goes from the first question to the last and gives those that don't
// fit the window.
const misfits = `[...Array(24).keys()].flatMap(i => {
	const card = document.querySelector('.present-card'), root = document.documentElement, faults = []
	if (root.scrollWidth > root.clientWidth) faults.push('the page is ' + root.scrollWidth + ' px wide')
	if (card.scrollWidth > card.clientWidth || card.scrollHeight > card.clientHeight) faults.push('the text is larger than the card')
	if (innerWidth >= 1000 && root.scrollHeight > innerHeight) faults.push('the page is ' + root.scrollHeight + ' px high')
	if (innerWidth < 1000 && card.getBoundingClientRect().bottom > innerHeight) faults.push('the card ends at ' + card.getBoundingClientRect().bottom)
	const number = document.querySelector('.present-number').textContent
	if (number !== String(i + 1)) faults.push(i + 1 + ' isn\'t shown')
	document.querySelector('[data-go=next]').click()
	return faults.map(fault => 'question ' + number + ': ' + fault)
})`

func TestTheStageIsClosedAndOpenedAgain(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "#7")
	clickOn(tab, "[data-close]")
	if !ask[bool](tab, `document.querySelector('.site-header').checkVisibility() && !document.querySelector('.present-stage').checkVisibility()`) {
		t.Error("the stage doesn't close")
	}
	tab.press(kb.ArrowRight)
	if end := ask[string](tab, `location.hash`); end != "#7" {
		t.Errorf("keys still work: %s", end)
	}
	ask[bool](tab, `(document.querySelector('.skip').click(), document.querySelector('.present-open button').focus(), true)`)
	tab.until(`location.hash === '#7'`)
	if ask[bool](tab, `document.querySelector('.present-stage').checkVisibility()`) {
		t.Error("the skip link opens the stage")
	}
	tab.press(kb.Enter)
	if stop := focus(tab); !strings.Contains(stop.Inside, "present-stage") {
		t.Errorf("the opened stage hasn't the focus but %+v", stop)
	}
	tab.emulate("print", "light")
	if ask[bool](tab, `document.querySelector('.present-stage').checkVisibility() || !document.querySelector('.present-list').checkVisibility()`) {
		t.Error("on paper the stage is shown, or the list isn't")
	}
}

func TestWithoutScriptAllQuestionsAreListed(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(fileURL(site(t)) + presentPage + "#7")
	if count := ask[int](tab, `[...document.querySelectorAll('.present-list > li')].filter(e => e.checkVisibility()).length`); count != 24 {
		t.Errorf("%d questions are listed", count)
	}
	if ask[bool](tab, `document.querySelector('.present-stage').checkVisibility() || document.querySelector('.present-open').checkVisibility()`) {
		t.Error("there are buttons that do nothing")
	}
	if target := ask[string](tab, `document.querySelector(':target').textContent`); !strings.Contains(target, "syrjinnän") {
		t.Errorf("#7 leads to %q", target)
	}
}

func TestTheWholeScreenIsTakenAndLeft(t *testing.T) {
	t.Parallel()
	tab := presentTab(t, "")
	if !ask[bool](tab, `document.fullscreenEnabled`) {
		t.Skip("this browser has no full screen")
	}
	ask[bool](tab, `(document.querySelector('[data-full]').focus(), true)`)
	tab.press(kb.Enter)
	tab.until(`document.fullscreenElement !== null && document.querySelector('[data-full]').textContent === 'Pois koko näytöstä'`)
	tab.press(kb.Enter)
	tab.until(`document.fullscreenElement === null && document.querySelector('[data-full]').textContent === 'Koko näyttö'`)
}
