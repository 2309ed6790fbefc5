package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// askShown is what the card of the front page shows.
const askShown = `[...document.querySelectorAll('.ask-cards > p')].filter(card => card.checkVisibility({visibilityProperty: true})).map(card => card.innerText.replaceAll('\u00ad', '').replaceAll('\n', ' ').trim()).join(' | ')`

func TestTheFrontPageShowsOneQuestionAfterAnother(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	ask[bool](tab, `(document.querySelector('.ask button').focus(), true)`)
	seen := map[string]bool{ask[string](tab, askShown): true}
	for n := range 23 {
		tab.press([]string{kb.Enter, " "}[n%2])
		seen[ask[string](tab, askShown)] = true
	}
	for text := range seen {
		if !strings.HasPrefix(text, "Kysymys ") || strings.Contains(text, "|") {
			t.Errorf("the card shows %q", text)
		}
	}
	if len(seen) != 24 {
		t.Errorf("24 times %d questions were shown", len(seen))
	}
	last := ask[string](tab, askShown)
	tab.press(" ")
	if ask[string](tab, askShown) == last {
		t.Error("after all of them the same one came again")
	}
	said := ask[string](tab, `document.querySelector('.ask [role=status]').textContent.replaceAll('\u00ad', '')`)
	if number, _, _ := strings.Cut(ask[string](tab, askShown), " O"); !strings.Contains(said, strings.Fields(number)[1]) || !strings.HasSuffix(said, "?") {
		t.Errorf("of %q is said %q", number, said)
	}
	if !ask[bool](tab, `document.activeElement.matches('.ask button')`) {
		t.Error("the button lost the focus")
	}
}

func TestAnotherQuestionMovesNothing(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	for _, width := range []int64{320, 390, 768, 1280} {
		tab.resize(width, 800)
		moved := ask[[]string](tab, `(() => {
			const button = document.querySelector('.ask button'), place = () => [...document.querySelectorAll('.ask-cards, .ask button, .noticed, .course')].map(e => e.getBoundingClientRect()).map(r => [r.x, r.y, r.width, r.height].map(Math.round)).join(' ')
			const first = place(), moved = []
			for (let n = 0; n < 24; n++) { button.click(); if (place() !== first) moved.push(place()) }
			return moved
		})()`)
		if len(moved) > 0 {
			t.Errorf("%d px: %d of 24 questions move the page, such as to %s", width, len(moved), moved[0])
		}
	}
}

func TestWithoutScriptOneQuestionStandsThereWithTheWayToAll(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(fileURL(site(t)) + "index.html")
	got := fmt.Sprintf("%d %t %s", strings.Count(ask[string](tab, askShown), "Kysymys "),
		ask[bool](tab, `document.querySelector('.ask button').checkVisibility()`), ask[string](tab, `document.querySelector('.ask-tools a').innerText`))
	if got != "1 false 24 kysymystä" {
		t.Errorf("questions, a button, a link: %s", got)
	}
}

// TestTheFrontPageSaysWhatItIsAboveTheFold looks at what is seen without
// scrolling: on a desktop all ways and the question, on a phone the promise and
// the first way.
func TestTheFrontPageSaysWhatItIsAboveTheFold(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	for _, c := range []struct {
		width, height int64
		last          string
	}{{1280, 720, ".ask-cards a"}, {390, 844, ".ways a"}} {
		tab.resize(c.width, c.height)
		if bottom := ask[float64](tab, `document.querySelector('`+c.last+`').getBoundingClientRect().bottom`); bottom > float64(c.height) {
			t.Errorf("at %d px %s ends at %.0f, below %d", c.width, c.last, bottom, c.height)
		}
	}
}
