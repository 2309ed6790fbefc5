package browser_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

const cardsPage = "fi/kysymykset/kortit.html"

// cardsTab opens the page of cards; end is what the address ends with.
func cardsTab(t *testing.T, end string) *tab {
	t.Helper()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + cardsPage + end)
	return tab
}

// clickOn clicks an element by script.
func clickOn(tab *tab, selector string) {
	tab.t.Helper()
	ask[bool](tab, `(document.querySelector(`+strconv.Quote(selector)+`).click(), true)`)
}

// cardLayout tells which card lies where: a text a sheet, in it a word a card
// with b for a back and the column and row of its cell.
func cardLayout(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('.card-sheet')].map(sheet => {
		const page = sheet.getBoundingClientRect(), mm = 96 / 25.4, high = sheet.matches('.rows-five') ? 51.2 : 64
		return [...sheet.querySelectorAll('.card-face')].map(face => {
			const box = face.getBoundingClientRect()
			const column = Math.floor(((box.left - page.left) / mm - 15) / 90), row = Math.floor(((box.top - page.top) / mm - 20.5) / high)
			return face.dataset.number + (face.classList.contains('back') ? 'b' : '') + '@' + column + row
		}).join(' ')
	})`)
}

// cardOverflow returns the cards whose text doesn't fit into them.
func cardOverflow(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('.card-face')]
		.filter(face => face.scrollHeight > face.clientHeight || face.scrollWidth > face.clientWidth)
		.map(face => face.className + ' ' + face.dataset.number + ': ' + face.scrollHeight + ' of ' + face.clientHeight + ' px high, ' + face.scrollWidth + ' of ' + face.clientWidth + ' px wide')`)
}

func TestChosenCardsLieOnTheirSheets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		end, mode string
		sheets    int
		first     string
		last      string
	}{
		{"", "fold", 6, "1@00 1b@10 2@01 2b@11 3@02 3b@12 4@03 4b@13", "21@00 21b@10 22@01 22b@11 23@02 23b@12 24@03 24b@13"},
		{"", "duplex", 6, "1@00 2@10 3@01 4@11 5@02 6@12 7@03 8@13", "17b@10 18b@00 19b@11 20b@01 21b@12 22b@02 23b@13 24b@03"},
		{"", "none", 3, "1@00 2@10 3@01 4@11 5@02 6@12 7@03 8@13", "17@00 18@10 19@01 20@11 21@02 22@12 23@03 24@13"},
		{"?n=2,5,11,19", "fold", 1, "2@00 2b@10 5@01 5b@11 11@02 11b@12 19@03 19b@13", "2@00 2b@10 5@01 5b@11 11@02 11b@12 19@03 19b@13"},
		{"?n=2,5,11,19,24", "fold", 1, "2@00 2b@10 5@01 5b@11 11@02 11b@12 19@03 19b@13 24@04 24b@14", "2@00 2b@10 5@01 5b@11 11@02 11b@12 19@03 19b@13 24@04 24b@14"},
		{"?n=2,5,11,19,20,24", "fold", 2, "2@00 2b@10 5@01 5b@11 11@02 11b@12 19@03 19b@13", "20@00 20b@10 24@01 24b@11"},
		{"?n=1,2,3,4,5,6,7,8,9", "none", 1, "1@00 2@10 3@01 4@11 5@02 6@12 7@03 8@13 9@04", "1@00 2@10 3@01 4@11 5@02 6@12 7@03 8@13 9@04"},
		{"?n=2,5,11,19,24", "duplex", 2, "2@00 5@10 11@01 19@11 24@02", "2b@10 5b@00 11b@11 19b@01 24b@12"},
		{"#n=2,5,11,19,24", "none", 1, "2@00 5@10 11@01 19@11 24@02", "2@00 5@10 11@01 19@11 24@02"},
	} {
		t.Run(c.mode+c.end, func(t *testing.T) {
			tab := cardsTab(t, c.end)
			clickOn(tab, "[name=backs][value="+c.mode+"]")
			tab.emulate("print", "light")
			sheets := cardLayout(tab)
			if len(sheets) != c.sheets || sheets[0] != c.first || sheets[len(sheets)-1] != c.last {
				t.Errorf("the sheets are\n%s\nwant %d from\n%s\nto\n%s", strings.Join(sheets, "\n"), c.sheets, c.first, c.last)
			}
			if text := ask[string](tab, `document.querySelector('.card-count').textContent`); !strings.HasSuffix(text, fmt.Sprintf(" %d.", c.sheets)) {
				t.Errorf("the page counts %q", text)
			}
			if c.end != "" {
				checkCardsPrinted(t, tab.pdf(), sheets)
			}
		})
	}
}

// checkCardsPrinted compares a PDF with the layout: as many pages, and on each
// the numbers of the cards in their cells, at the same place of each cell.
func checkCardsPrinted(t *testing.T, pdf []byte, sheets []string) {
	t.Helper()
	high := 64.0
	if strings.Contains(strings.Join(sheets, ""), "@04") {
		high = 51.2
	}
	pages := cardNumbers(t, pdf, high)
	if len(pages) != len(sheets) {
		t.Fatalf("there are %d pages, want %d", len(pages), len(sheets))
	}
	for i, page := range pages {
		var want []string
		for card := range strings.FieldsSeq(strings.ReplaceAll(sheets[i], "b", "")) {
			want = append(want, card)
		}
		slices.Sort(page)
		slices.Sort(want)
		if !slices.Equal(page, want) {
			t.Errorf("page %d shows %q, want %q", i+1, page, want)
		}
	}
}

// cardNumbers finds on each page the numbers that stand where the number of a
// card does, 7 mm from the left of a cell and in its first 20 mm.
func cardNumbers(t *testing.T, pdf []byte, high float64) [][]string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("the PDF is not looked at: no pdftotext (apt install poppler-utils)")
	}
	name := filepath.Join(t.TempDir(), "cards.pdf")
	if err := os.WriteFile(name, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-bbox", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages [][]string
	for _, page := range strings.Split(string(text), "<page ")[1:] {
		var found []string
		for _, word := range regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(\d+)<`).FindAllStringSubmatch(page, -1) {
			x, y := millimetres(word[1])-15, millimetres(word[2])-20.5
			column, row := int(x/90), int(y/high)
			if x -= 90 * float64(column); x > 7 && x < 9.5 && y-high*float64(row) < 20 {
				found = append(found, fmt.Sprintf("%s@%d%d", word[3], column, row))
			}
		}
		pages = append(pages, found)
	}
	return pages
}

func millimetres(points string) float64 {
	value, _ := strconv.ParseFloat(points, 64)
	return value * 25.4 / 72
}

func TestMarksStandOnTheSamePlacesOfEachSheetOfPaper(t *testing.T) {
	t.Parallel()
	tab := cardsTab(t, "")
	for _, mode := range []string{"fold", "duplex", "none"} {
		tab.emulate("", "light")
		clickOn(tab, "[name=backs][value="+mode+"]")
		tab.emulate("print", "light")
		places := ask[[]string](tab, `[...document.querySelectorAll('.card-sheet')].map(sheet => {
			const page = sheet.getBoundingClientRect()
			return [...sheet.querySelectorAll('.card-marks path:not(.fold-line, .cut-between), .card-grid')].map(mark => {
				const box = mark.getBoundingClientRect()
				return [box.left - page.left, box.top - page.top, box.right - page.left, box.bottom - page.top].map(v => (v * 25.4 / 96).toFixed(1)).join(' ')
			}).join(', ')
		})`)
		for i, place := range places {
			if place != "8.0 13.5 202.0 283.5, 13.5 20.5 196.5 276.5, 15.0 20.5 195.0 276.5" {
				t.Errorf("%s: on sheet %d the marks and the grid stand at %s", mode, i+1, place)
			}
		}
		if folded := ask[int](tab, `[...document.querySelectorAll('.fold-line')].filter(line => line.checkVisibility()).length`); folded != 6 && mode == "fold" || folded != 0 && mode != "fold" {
			t.Errorf("%s: there are %d lines to fold", mode, folded)
		}
		shown := ask[[]string](tab, `[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.card-sheets') && !e.querySelector('.card-sheets') && e.localName !== 'script').map(e => e.outerHTML.slice(0, 80))`)
		if len(shown) > 0 {
			t.Errorf("%s: beside the sheets there is\n\t%s", mode, strings.Join(shown, "\n\t"))
		}
	}
}

func TestMarksOfFiveRowsStandBetweenThem(t *testing.T) {
	t.Parallel()
	tab := cardsTab(t, "?n=1,2,3,4,5")
	tab.emulate("print", "light")
	if marks := ask[[]string](tab, `[...document.querySelectorAll('.card-marks path:not(.fold-line, .cut-between)')].map(mark => mark.getAttribute('d'))`); len(marks) != 2 || !strings.Contains(marks[0], "M8 71.7h5") || !strings.Contains(marks[1], "M15 70.2v3") {
		t.Errorf("the marks are %q", marks)
	}
	lines := ask[[]float64](tab, `(sheet => [...sheet.querySelectorAll('.front')].map(face => Math.round((face.getBoundingClientRect().top - sheet.getBoundingClientRect().top) * 254 / 96) / 10))(document.querySelector('.card-sheet'))`)
	if want := []float64{23.5, 74.7, 125.9, 177.1, 228.3}; !slices.Equal(lines, want) {
		t.Errorf("cards begin at %v, want %v", lines, want)
	}
}

func TestCardsHoldTheirTexts(t *testing.T) {
	t.Parallel()
	tab := cardsTab(t, "")
	for _, mode := range []string{"fold", "duplex", "none"} {
		for _, width := range []int64{320, 700, 1280} {
			tab.emulate("screen", "light")
			tab.resize(width, 900)
			clickOn(tab, "[name=backs][value="+mode+"]")
			checkWidth(tab)
			if over := cardOverflow(tab); len(over) > 0 {
				t.Errorf("%s, %d px: %s", mode, width, strings.Join(over, "\n\t"))
			}
		}
		tab.emulate("print", "light")
		if over := cardOverflow(tab); len(over) > 0 {
			t.Errorf("%s on paper: %s", mode, strings.Join(over, "\n\t"))
		}
		ask[bool](tab, `(document.querySelectorAll('.card-sheet').forEach(sheet => sheet.classList.add('rows-five')), true)`)
		if over := cardOverflow(tab); len(over) > 0 {
			t.Errorf("%s in five rows: %s", mode, strings.Join(over, "\n\t"))
		}
	}
}

func TestCardsAreChosenByHandAreaSessionAndAddress(t *testing.T) {
	t.Parallel()
	tab := cardsTab(t, "?n=1,7,99,x")
	state := func() string {
		return ask[string](tab, `(() => {
			const numbers = [...document.querySelectorAll('[name=n]:checked')].map(box => box.value).join(',')
			const shown = [...document.querySelectorAll('.card-sheet .front')].map(face => face.dataset.number).join(',')
			return (numbers === shown ? '' : 'shown ' + shown + ', ') + numbers
		})()`)
	}
	expect := func(what, want, end string) {
		t.Helper()
		if got := state(); got != want {
			t.Errorf("%s: %q are chosen, want %q", what, got, want)
		}
		if got := ask[string](tab, `location.search + location.hash`); got != end {
			t.Errorf("%s: the address ends with %q, want %q", what, got, end)
		}
	}
	all := ask[string](tab, `document.querySelector('[data-choose]').dataset.choose`)
	expect("the address", "1,7", "?n=1,7,99,x")
	clickOn(tab, "[name=n][value='24']")
	expect("a box", "1,7,24", "#n=1,7,24")
	clickOn(tab, ".card-areas .area-influence [data-whole]")
	expect("an area", "1,7,9,10,11,12,13,14,15,16,24", "#n=1,7,9,10,11,12,13,14,15,16,24")
	clickOn(tab, "[data-choose='']")
	expect("none", "", "")
	if !ask[bool](tab, `document.querySelector('[data-print]').disabled`) {
		t.Error("no cards can be printed")
	}
	clickOn(tab, "[data-choose='1,10,20']")
	expect("a session", "1,10,20", "#n=1,10,20")
	if half := ask[int](tab, `[...document.querySelectorAll('[data-whole]')].filter(box => box.indeterminate).length`); half != 3 {
		t.Errorf("%d areas are partly chosen, want 3", half)
	}
	ask[bool](tab, `(location.hash = '#n=3', true)`)
	tab.until(`document.querySelectorAll('.front').length === 1`)
	expect("another address", "3", "#n=3")
	clickOn(tab, ".skip")
	tab.until(`location.hash !== '#main'`)
	expect("the skip link", "3", "#n=3")
	clickOn(tab, "[data-choose]")
	expect("all", all, "")
}

func TestWithoutScriptAllCardsAreFolded(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(fileURL(site(t)) + cardsPage)
	if ask[bool](tab, `document.querySelector('.card-tools').checkVisibility()`) {
		t.Error("there is a choice that does nothing")
	}
	tab.emulate("print", "light")
	sheets := cardLayout(tab)
	if len(sheets) != 6 || sheets[5] != "21@00 21b@10 22@01 22b@11 23@02 23b@12 24@03 24b@13" {
		t.Errorf("the sheets are %q", sheets)
	}
	checkCardsPrinted(t, tab.pdf(), sheets)
}
