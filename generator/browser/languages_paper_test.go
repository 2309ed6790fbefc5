package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// keepPDF writes a print to the folder that the environment names, to look at.
func keepPDF(t *testing.T, name string, pdf []byte) {
	t.Helper()
	if folder := os.Getenv("PRINTS"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, name+".pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// chooseOption chooses an option of a select.
func chooseOption(tab *tab, selector, value string) {
	tab.t.Helper()
	ask[bool](tab, fmt.Sprintf(`(select => { select.value = %q; for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, {bubbles: true})); return true })(document.querySelector(%q))`, value, selector))
}

func TestCardsHaveTheSameQuestionInAnotherLanguageOnTheirBacks(t *testing.T) {
	t.Parallel()
	home := fileURL(translated(t))
	tab := openTab(t, home)
	tab.open(home + cardsPage + "?n=1,2,3,4,5,6,7,8,9")
	asked := ask[map[string]string](tab, `Object.fromEntries([...document.querySelectorAll('.front')].map(face => [face.dataset.number, face.querySelector('.card-question').textContent]))`)
	for _, c := range []struct{ mode, sheets string }{
		{"duplex", "1@00 2@10 3@01 4@11 5@02 6@12 7@03 8@13 9@04|1b@10 2b@00 3b@11 4b@01 5b@12 6b@02 7b@13 8b@03 9b@14"},
		{"fold", "1@00 1b@10 2@01 2b@11 3@02 3b@12 4@03 4b@13 5@04 5b@14|6@00 6b@10 7@01 7b@11 8@02 8b@12 9@03 9b@13"},
		{"none", "1@00 2@10 3@01 4@11 5@02 6@12 7@03 8@13 9@04|1b@00 2b@10 3b@01 4b@11 5b@02 6b@12 7b@03 8b@13 9b@04"},
	} {
		tab.emulate("screen", "light")
		clickOn(tab, "[name=backs][value="+c.mode+"]")
		chooseOption(tab, "[name=also]", "sv")
		tab.until(`document.querySelector('.back:lang(sv)') !== null`)
		tab.emulate("print", "light")
		sheets := cardLayout(tab)
		if got := strings.Join(sheets, "|"); got != c.sheets {
			t.Errorf("%s: the sheets are\n%s, want\n%s", c.mode, got, c.sheets)
		}
		if over := cardOverflow(tab); len(over) > 0 {
			t.Errorf("%s: %s", c.mode, strings.Join(over, "\n\t"))
		}
		pdf := tab.pdf()
		keepPDF(t, "cards-"+c.mode, pdf)
		checkCardsPrinted(t, pdf, sheets)
	}
	for number, text := range ask[map[string]string](tab, `Object.fromEntries([...document.querySelectorAll('.back')].map(face => [face.dataset.number, face.lang + face.querySelector('.card-question').textContent]))`) {
		if !strings.HasPrefix(text, "sv") || text == "sv"+asked[number] {
			t.Errorf("card %s has the back %q", number, text)
		}
	}
	chooseOption(tab, "[name=also]", "")
	if ask[bool](tab, `document.querySelector('.back .card-question, [lang=sv].back') !== null`) {
		t.Error("the other language stays")
	}
}

func TestAWorksheetIsPrintedSheetAfterSheetInTwoLanguages(t *testing.T) {
	t.Parallel()
	home := fileURL(translated(t))
	tab := openPack(t, home)
	tab.open(home + "fi/tyopohjat/tavoitteet.html")
	push(tab, ".bar .menu summary")
	tab.follow(`.bar .menu a[href$="also=sv"]`)
	expectPacked(tab, "worksheets/goals")
	if also := ask[string](tab, `document.querySelector('[name=also]').value + location.search + location.hash`); also != "sv#items=worksheets%2Fgoals" {
		t.Errorf("the pack is in %s", also)
	}
	pdf := printPack(tab)
	keepPDF(t, "worksheet", pdf)
	checkDocument(t, tab)
	pages := pagesOfPDF(t, pdf)
	if len(pages) != 4 {
		t.Fatalf("%d pages", len(pages))
	}
	inOrder(t, pages[0], "Luonnos ennen sparrausta", "Sparrausopas · Pohjan versio")
	inOrder(t, pages[2], "Preliminärt mål", "Sparringguiden · Bladets version")
	if langs := ask[string](tab, `[...document.querySelectorAll('.pack-part')].map(part => part.lang).join()`); langs != "fi,sv" {
		t.Errorf("the sheets are in %s", langs)
	}
}

func TestAPackIsPrintedInTwoLanguagesForSoManyPeople(t *testing.T) {
	t.Parallel()
	home := fileURL(translated(t))
	tab := openPack(t, home)
	tab.open(home + packPage + "#pack-sessions/event-1")
	run(tab, "type the people", chromedp.SendKeys(chromedp.CSS("[name=people]"), "15"))
	chooseOption(tab, "[name=also]", "sv")
	all := offered(tab)
	for i, name := range jobs(tab) {
		pages := printJob(tab, i)
		keepPDF(t, fmt.Sprint("pack-", i), tab.pdf())
		checkDocument(t, tab)
		if said := lastCount.FindStringSubmatch(all[i])[1]; fmt.Sprint(len(pages)) != said {
			t.Errorf("%s: %d pages, said is %q", name, len(pages), all[i])
		}
	}
	// The last job is cards to cut, whose advice is in both languages.
	if hint := ask[string](tab, `document.querySelector('.pack-document .card-hint').textContent`); !strings.Contains(hint, "Vik ") || !strings.Contains(hint, "Taittakaa") {
		t.Errorf("the cards say %q", hint)
	}
	// Cards to cut lie on sheets of both languages, slips on sheets of one.
	langs := ask[string](tab, `[...document.querySelectorAll('.pack-part')].map(part => part.className.split(' ')[1] + ' ' + part.lang).join()`)
	if langs != "pack-session fi,pack-worksheet fi,pack-worksheet sv" {
		t.Errorf("what is cut is %s", langs)
	}
	backs := ask[string](tab, `[...document.querySelectorAll('.pack-document .card-face')].map(face => face.dataset.number + (face.lang || 'fi')).slice(0, 6).join()`)
	if backs != "1fi,1sv,2fi,2sv,7fi,7sv" {
		t.Errorf("the cards are %s", backs)
	}
	printJob(tab, 0)
	if covers := ask[string](tab, `[...document.querySelectorAll('.pack-front')].map(front => front.lang + ':' + front.querySelector('h2').textContent).join()`); covers != ":Tarkistuslista,sv:Checklista" {
		t.Errorf("the covers are %q", covers)
	}
	tab.open(home + planSheet)
	tab.open(home + packPage)
	if also := ask[string](tab, `document.querySelector('[name=also]').value`); also != "sv" {
		t.Errorf("the second language isn't kept: %q", also)
	}
}
