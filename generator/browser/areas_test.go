package browser_test

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// questionsPage is the page of all questions.
const questionsPage = "fi/kysymykset/index.html"

func TestQuestionsCanBeNarrowedToAnArea(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, scripts := range []bool{true, false} {
		command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !scripts})
		tab.open(fileURL(site(t)) + questionsPage)
		for _, area := range []string{"own-life", "common-good", "influence"} {
			clickOn(tab, `input[value="`+area+`"]`)
			if shown := shownAreas(tab); !slices.Equal(shown, []string{area}) {
				t.Errorf("scripts %v: with %s chosen %v are shown", scripts, area, shown)
			}
		}
		clickOn(tab, `.area-filter input[value=""]`)
		if shown := shownAreas(tab); len(shown) != 3 {
			t.Errorf("scripts %v: of all areas %v are shown", scripts, shown)
		}
	}
}

// shownAreas returns the names of the areas whose questions are in sight.
func shownAreas(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('section.area')].filter(e => e.checkVisibility()).map(e => e.className.replace('area area-', ''))`)
}

func TestAPageIsPrintedByItsButton(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	ask[bool](tab, `window.print = () => { document.title = 'printed' }, true`)
	clickOn(tab, `[data-print-page]`)
	tab.until(`document.title === 'printed'`)
}
