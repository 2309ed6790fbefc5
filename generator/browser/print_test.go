package browser_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// worksheets are the pages of the guide that hold a worksheet.
func worksheets(t *testing.T) []string {
	t.Helper()
	all, _ := pagesOf(t, site(t))
	var sheets []string
	for _, page := range all {
		text, err := os.ReadFile(filepath.Join(site(t), filepath.FromSlash(page)))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), `<form class="worksheet"`) {
			sheets = append(sheets, page)
		}
	}
	if len(sheets) < 15 {
		t.Fatalf("only %d worksheets: %v", len(sheets), sheets)
	}
	return sheets
}

// overflowing names the cells, labels and options whose text is wider than
// they are.
const overflowing = `[...document.querySelectorAll('th, td, legend, label, .option, caption, dd')]
	.filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
	.map(e => e.tagName + ' ' + e.innerText.slice(0, 60))`

func TestEveryWorksheetIsPrintedWithItsFooterAndNothingRunsOver(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for i, sheet := range worksheets(t) {
		tab.open(fileURL(site(t)) + sheet)
		for _, width := range []int64{320, 650} {
			tab.resize(width, 900)
			tab.emulate("print", "light")
			if wide := ask[[]string](tab, overflowing); len(wide) > 0 {
				t.Errorf("%s, %d px on paper: %s", sheet, width, strings.Join(wide, "; "))
			}
		}
		// All have their footer from the same style, but cards to cut, which have
		// none: some show it.
		if i%5 > 0 && sheet != planSheet || ask[bool](tab, `document.querySelector('[data-per-sheet]') !== null`) {
			continue
		}
		title := ask[string](tab, `document.querySelector('.worksheet').dataset.title`)
		checkSheets(t, sheet, title, pagesOfPDF(t, tab.pdf()))
	}
}

// checkSheets looks at the footer of each sheet of paper.
func checkSheets(t *testing.T, sheet, title string, pages []string) {
	t.Helper()
	if len(pages) > 8 {
		t.Errorf("%s takes %d sheets", sheet, len(pages))
	}
	guide := map[string]string{"fi": "Sparrausopas", "sv": "Sparringguiden", "en": "Sparring guide"}[languageOf(sheet)]
	for i, text := range pages {
		for _, part := range []string{title, guide, "2026", fmt.Sprintf("%d / %d", i+1, len(pages))} {
			if !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(part, " ", "")) {
				t.Errorf("%s: sheet %d doesn't say %q", sheet, i+1, part)
			}
		}
	}
}

// pagesOfPDF returns the text of each page of a PDF on one line.
func pagesOfPDF(t *testing.T, pdf []byte) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("the text of the PDF is not looked at: no pdftotext (apt install poppler-utils)")
	}
	name := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(name, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-enc", "UTF-8", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i, page := range pages {
		pages[i] = strings.ReplaceAll(strings.Join(strings.Fields(page), " "), "\u00ad", "")
	}
	return pages
}

// sheetsOfSessions are the addresses of a second view of the sessions.
func sheetsOfSessions(t *testing.T, ending string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(site(t), "fi", "sparraukset", "*-"+ending+".html"))
	if err != nil || len(names) < 6 {
		t.Fatalf("sheets of sessions: %v %v", names, err)
	}
	for i, name := range names {
		names[i] = "fi/sparraukset/" + filepath.Base(name)
	}
	return names
}

// A leader stands and reads, everything in 11 points: one side is the timetable,
// with the day's times, the other what stands beside it.
func TestASessionFitsOnTwoSidesForItsLeaderAndOneForOthers(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for ending, sides := range map[string]int{"vetajalle": 2, "osallistujille": 1} {
		for _, sheet := range sheetsOfSessions(t, ending) {
			tab.open(fileURL(site(t)) + sheet)
			ask[int](tab, `(document.getElementById('start-time').value = '09:00', document.getElementById('start-time').dispatchEvent(new Event('input')), 1)`)
			// A brand beside the title leaves it less room.
			ask[int](tab, `(document.querySelector('.site-header').insertAdjacentHTML('afterbegin', '<p class="brand"><span>Esimerkkilän kunta</span></p>'), 1)`)
			pages := pagesOfPDF(t, tab.pdf())
			if len(pages) != sides {
				t.Errorf("%s takes %d sides, not %d", sheet, len(pages), sides)
			}
			if last := ask[string](tab, `[...document.querySelectorAll('.timetable strong')].at(-1).textContent.replaceAll('\u00ad', '')`); !strings.Contains(pages[0], last) {
				t.Errorf("the first side of %s doesn't say %q", sheet, last)
			}
		}
	}
}

func TestTheLeadersSheetHasWhatItsTextSpeaksOf(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, sheet := range sheetsOfSessions(t, "vetajalle") {
		tab.open(fileURL(site(t)) + sheet)
		if lost := ask[[]string](tab, `[...document.querySelectorAll('main a[href^="#"]')].map(a => a.hash).filter(hash => !document.querySelector(hash))`); len(lost) > 0 {
			t.Errorf("%s has links to what isn't there: %q", sheet, lost)
		}
		if parts := ask[int](tab, `document.querySelectorAll('.leader-part h2[id]').length`); parts < 2 {
			t.Errorf("%s has %d sections for the leader", sheet, parts)
		}
		tab.emulate("print", "light")
		if small := ask[[]string](tab, `[...document.querySelectorAll('main :is(p, li, td, th, h2)')].filter(e => e.checkVisibility() && !e.matches('.mark') && parseFloat(getComputedStyle(e).fontSize) < 14.6).map(e => e.textContent.slice(0, 40))`); len(small) > 0 {
			t.Errorf("%s has text under 11 points: %q", sheet, small)
		}
	}
}

func TestASheetIsPrintedByAButtonInLargeLettersToo(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/sparraukset/1-miksi-osallisuus-osallistujille.html")
	if shown := ask[bool](tab, `document.querySelector('.sheet-tools button').checkVisibility() && (window.print = () => { window.printed = true }, document.querySelector('.sheet-tools button').click(), window.printed)`); !shown {
		t.Error("the button doesn't print")
	}
	ask[int](tab, `(document.querySelector('[data-large-print]').click(), 1)`)
	tab.emulate("print", "light")
	if size := ask[string](tab, `getComputedStyle(document.querySelector('.timetable td')).fontSize`); size != "24px" {
		t.Errorf("large letters are %s", size)
	}
}

// In large letters each item is one block: its name on the line of its time,
// its notes as wide as the paper, and what has a mark shows it.
func TestALargeSheetHasEachItemInOneBlock(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for ending, sides := range map[string]int{"vetajalle": 6, "osallistujille": 4} {
		for _, sheet := range sheetsOfSessions(t, ending) {
			tab.open(fileURL(site(t)) + sheet)
			ask[int](tab, `(document.getElementById('start-time').value = '09:00', document.getElementById('start-time').dispatchEvent(new Event('input')), document.querySelector('[data-large-print]').click(), 1)`)
			if pages := pagesOfPDF(t, tab.pdf()); len(pages) > sides {
				t.Errorf("%s takes %d sides", sheet, len(pages))
			}
			tab.emulate("print", "light")
			if faults := ask[[]string](tab, largeFaults); len(faults) > 0 {
				t.Errorf("%s:\n\t%s", sheet, strings.Join(faults, "\n\t"))
			}
			tab.emulate("", "light")
		}
	}
}

const largeFaults = `(() => {
	const faults = [], box = e => e.getBoundingClientRect()
	for (const row of document.querySelectorAll('.timetable tbody tr')) {
		const time = row.querySelector('.time'), title = row.querySelector('strong'), notes = row.querySelector('td.notes')
		if (Math.abs(box(time).top - title.getClientRects()[0].top) > 2) faults.push('not on the line of its time: ' + title.textContent)
		if (notes && notes.textContent && box(notes).width < box(row).width - 2) faults.push('narrow notes: ' + title.textContent)
	}
	const end = document.querySelector('.end-time'), first = document.querySelector('.timetable .time')
	if (box(end).bottom > box(first).top + 1) faults.push('the end stands on the first item')
	for (const list of document.querySelectorAll('.leader-part :is(ul, ol)')) if (parseFloat(getComputedStyle(list).paddingInlineStart) < 24) faults.push('marks are cut: ' + list.textContent.slice(0, 40))
	return faults
})()`

// What is framed for a leader's sheet is framed there alone: on the session's
// page a frame would hold the heading without its text.
func TestNoHeadingOfASessionIsFramedWithoutItsText(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, sheet := range sheetsOfSessions(t, "vetajalle") {
		tab.open(fileURL(site(t)) + strings.Replace(sheet, "-vetajalle", "", 1))
		for _, media := range []string{"screen", "print"} {
			tab.emulate(media, "light")
			if framed := ask[[]string](tab, `[...document.querySelectorAll('main :is(h2, h3)')].filter(e => ['Top', 'Right', 'Bottom', 'Left'].some(side => getComputedStyle(e)['border' + side + 'Width'] !== '0px')).map(e => e.textContent)`); len(framed) > 0 {
				t.Errorf("%s, %s: framed are %q", sheet, media, framed)
			}
		}
	}
}

func TestNotesStandUnderTheirItemOnAPhone(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(390, 844)
	tab.open(fileURL(site(t)) + "fi/sparraukset/1-miksi-osallisuus-vetajalle.html")
	if cut := ask[[]string](tab, `[...document.querySelectorAll('.timetable td')].filter(e => e.getBoundingClientRect().right > innerWidth || e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.slice(0, 40))`); len(cut) > 0 {
		t.Errorf("cut off: %q", cut)
	}
	if beside := ask[int](tab, `[...document.querySelectorAll('td.notes')].filter(e => e.textContent && e.getBoundingClientRect().top < e.previousElementSibling.getBoundingClientRect().bottom - 1).length`); beside > 0 {
		t.Errorf("%d notes stand beside what they are about", beside)
	}
}

func TestAPhoneShowsTheCourseFirstAndPaperAllOfTheLeadersSheet(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(390, 844)
	sheet := fileURL(site(t)) + "fi/sparraukset/1-miksi-osallisuus-vetajalle.html"
	tab.open(sheet)
	const open = `document.querySelectorAll('.fold[open]').length`
	const height = `document.querySelector('.leader-parts').getBoundingClientRect().bottom - document.querySelector('.session-sheet').getBoundingClientRect().top`
	if screens := ask[float64](tab, height) / 844; screens > 4 || ask[int](tab, open) > 0 {
		t.Errorf("folded, the sheet is %.1f screens high", screens)
	}
	if pages := pagesOfPDF(t, tab.pdf()); len(pages) != 2 || !strings.Contains(pages[0], "Ottakaa seinästä kuva.") || !strings.Contains(pages[1], "ihminen voi paremmin") {
		t.Errorf("folded on screen, the paper says %q", pages)
	}
	if left := ask[int](tab, open); left > 0 {
		t.Errorf("after printing %d parts are open", left)
	}
	tab.open(sheet + "#alustuksen-viisi-kohtaa")
	if !ask[bool](tab, `document.getElementById('alustuksen-viisi-kohtaa').closest('.fold').open`) {
		t.Error("what a link leads to stays folded")
	}
	ask[int](tab, `(document.querySelector('[data-unfold]').click(), 1)`)
	if folded := ask[int](tab, `document.querySelectorAll('.fold:not([open])').length`); folded > 0 {
		t.Errorf("%d parts stay folded", folded)
	}
	html, err := os.ReadFile(filepath.Join(site(t), "fi", "sparraukset", "1-miksi-osallisuus-vetajalle.html"))
	if err != nil {
		t.Fatal(err)
	}
	if all, open := strings.Count(string(html), "<details class="), strings.Count(string(html), `<details class="fold" open>`); all != open || open < 10 {
		t.Errorf("without script %d of %d parts are open", open, all)
	}
}

func TestNotesForTheLeaderAreNotInTheParticipantsPage(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, sheet := range sheetsOfSessions(t, "vetajalle") {
		tab.open(fileURL(site(t)) + sheet)
		notes := ask[[]string](tab, `[...document.querySelectorAll('td.notes .fold')].map(e => e.innerHTML.replace(/^.*<\/summary>/s, ''))`)
		if len(notes) == 0 {
			t.Errorf("%s has no notes", sheet)
		}
		handout, err := os.ReadFile(filepath.Join(site(t), filepath.FromSlash(strings.Replace(sheet, "vetajalle", "osallistujille", 1))))
		if err != nil {
			t.Fatal(err)
		}
		for _, note := range notes {
			if strings.Contains(string(handout), note) {
				t.Errorf("the participants' page of %s says %q", sheet, note)
			}
		}
	}
}

func TestAStartTimeTurnsTheTimetableIntoTimesOfTheClock(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	sheet := fileURL(site(t)) + "fi/sparraukset/1-miksi-osallisuus-vetajalle.html"
	tab.open(sheet)
	const times = `[...document.querySelectorAll('[data-start]')].map(e => e.textContent).join(' ') + ' ' + document.querySelector('output').textContent`
	before := ask[string](tab, times)
	ask[int](tab, `(document.getElementById('start-time').value = '23:05',
		document.getElementById('start-time').dispatchEvent(new Event('input')), 1)`)
	after := ask[string](tab, times)
	if !strings.HasPrefix(before, "0.00 0.10 ") || !strings.HasPrefix(after, "23.05 23.15 ") || !strings.HasSuffix(after, " 1.05") {
		t.Errorf("before: %s\nafter:  %s", before, after)
	}
	tab.open(sheet)
	if kept := ask[string](tab, times); kept != after {
		t.Errorf("after a reload: %s", kept)
	}
}
