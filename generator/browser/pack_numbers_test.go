package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// readyPack opens the ready pack of a session, by its ID, for so many people at
// so many tables.
func readyPack(t *testing.T, session, people, tables string) *tab {
	t.Helper()
	tab := openPack(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + packPage + "#pack-sessions/" + session)
	run(tab, "type the people", chromedp.SendKeys(chromedp.CSS("[name=people]"), people))
	run(tab, "type the tables", chromedp.SendKeys(chromedp.CSS("[name=tables]"), tables))
	return tab
}

// jobs lists the prints that a pack offers.
func jobs(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('.pack-job')].map(e => e.textContent)`)
}

// printJob prints one of them and returns the texts of its pages.
func printJob(tab *tab, index int) []string {
	tab.t.Helper()
	before := ask[int](tab, `window.prints`)
	push(tab, fmt.Sprintf(".pack-prints li:nth-child(%d) button", index+1))
	tab.until(fmt.Sprintf(`window.prints > %d`, before))
	return pagesOfPDF(tab.t, tab.pdf())
}

func TestAPackIsPrintedForTheLeaderTheTablesAndThePeople(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-2", "15", "4")
	want := []string{"Tulosta vetäjälle (kopioita: 1)", "Tulosta pöytiin (kopioita: 4)", "Tulosta osallistujille (kopioita: 15)", "Tulosta leikattavat (kopioita: 1)"}
	if got := jobs(tab); !slices.Equal(got, want) {
		t.Fatalf("the prints are %q", got)
	}
	leader := printJob(tab, 0)
	checkDocument(t, tab)
	inOrder(t, leader[0], "2. tapaaminen: Miten ymmärrämme", "Tarkistuslista", "Vetäjälle, 1 kpl: 6 sivua kannen kanssa", "Vetäjän ohjelma", "Kysymyskortit (leikataan, kaikille yhteensä 2 sivua)", "Osa-aluepaperit",
		"Joka pöytään, 4 kpl: 3 sivua × 4 = 12 sivua", "Palvelualueen suunnitelma", "Jokaiselle, 15 kpl: 1 sivu × 15 = 15 sivua", "Osallistujan ohjelma", "Lyhyt palaute (leikataan, kaikille yhteensä 8 sivua)",
		"Yhteensä 43 sivua.", "Näin tulostatte", "paksulle paperille")
	inOrder(t, strings.Join(leader[1:], " "), "Vetäjän ohjelma", "Oma elämä", "Yhteisöt ja vaikuttaminen", "Yhteinen hyvä")
	table := printJob(tab, 1)
	if all := strings.Join(table, " "); strings.Contains(all, "Tarkistuslista") || !strings.Contains(all, "Palvelualueen suunnitelma") || strings.Contains(all, "Osallistujan ohjelma") {
		t.Errorf("the print for tables is %.300s", all)
	}
	if said := packSays(tab); !strings.Contains(said, "kopioiden määräksi 4.") {
		t.Errorf("the page says %q", said)
	}
	if person := printJob(tab, 2); len(person) != 1 || !strings.Contains(person[0], "Osallistujan ohjelma") {
		t.Errorf("the print for people is %q", person)
	}
	if cut := printJob(tab, 3); len(cut) != 2+8 {
		t.Errorf("what is cut is on %d sheets, want 2 of cards and 8 of slips", len(cut))
	}
}

func TestSetsOfCardsShareTheirSheets(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-1", "15", "4")
	printJob(tab, len(jobs(tab))-1)
	checkDocument(t, tab)
	sheets := ask[[]string](tab, `[...document.querySelectorAll('.pack-document .card-sheet')].map(sheet =>
		[...sheet.querySelectorAll('.front')].map(face => face.dataset.number + ' ' + face.querySelector('.card-set').textContent).join(', '))`)
	want := []string{"1 pöytä 1, 2 pöytä 1, 7 pöytä 1, 1 pöytä 2", "2 pöytä 2, 7 pöytä 2, 1 pöytä 3, 2 pöytä 3", "7 pöytä 3, 1 pöytä 4, 2 pöytä 4, 7 pöytä 4"}
	if !slices.Equal(sheets, want) {
		t.Errorf("the sheets are %q", sheets)
	}
	if hint := ask[string](tab, `document.querySelector('.pack-document .card-hint').textContent`); !strings.Contains(hint, "seuraavan pöydän kortit alkavat samalta arkilta") {
		t.Errorf("a sheet says %q", hint)
	}
	tab.emulate("print", "light")
	if broken := ask[int](tab, `[...document.querySelectorAll('.pack-document .card-place')].filter(e => { const text = document.createRange(); text.selectNodeContents(e); return new Set([...text.getClientRects()].map(rect => Math.round(rect.top))).size > 1 }).length`); broken > 0 {
		t.Errorf("on %d sheets their number is on a line of its own", broken)
	}
	slips := ask[[]int](tab, `[...document.querySelectorAll('.pack-document .cut-sheet')].map(sheet => sheet.children.length)`)
	if !slices.Equal(slips, []int{2, 2, 2, 2, 2, 2, 2, 2}) {
		t.Errorf("on the sheets are %v slips", slips)
	}
}

func TestWithoutNumbersAPackIsOnePrint(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "taster", "", "3")
	if got := jobs(tab); len(got) > 0 {
		t.Errorf("the prints are %q", got)
	}
	pages := pagesOfPDF(t, printPack(tab))
	inOrder(t, pages[0], "Sisällys", "Vetäjän ohjelma", "Osallistujan ohjelma", "Kysymyskortit", "30 päivän kortti", "Lyhyt palaute")
	if full := ask[int](tab, `document.querySelectorAll('.per-4 > .cut-card').length`); full != 4 {
		t.Errorf("on a sheet of cards for one are %d", full)
	}
}

func TestANumberOfPeopleIsKeptAndSuggestsTheTables(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-1", "16", "")
	if got := jobs(tab); len(got) != 3 {
		t.Errorf("the prints are %q", got)
	}
	if got := ask[string](tab, `document.querySelector('[name=tables]').placeholder`); got != "4" {
		t.Errorf("the tables are %q", got)
	}
	tab.open(fileURL(site(t)) + planSheet)
	tab.open(fileURL(site(t)) + packPage)
	if got := jobs(tab); len(got) != 3 || !strings.Contains(got[1], "16") {
		t.Errorf("later the prints are %q", got)
	}
}

func TestAllPrintsOfASessionAreItsPagesFirstTool(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, width := range []int64{1280, 390} {
		tab.resize(width, 844)
		tab.open(fileURL(site(t)) + packEvent1 + ".html")
		const tools = `[...document.querySelectorAll('.page-tools :is(a, button), .pack-add :is(a, button)')].filter(e => e.checkVisibility())`
		names := ask[[]string](tab, tools+`.map(e => e.textContent)`)
		want := []string{"1. tapaamisen kaikki tulosteet", "Vetäjän ohjelma", "Vetäjän näyttö", "Osallistujan ohjelma", "Tulosta sivu"}
		if !slices.Equal(names, want) {
			t.Errorf("%d px: the tools are %q", width, names)
		}
		filled := ask[[]string](tab, tools+`.filter(e => getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)').map(e => e.textContent)`)
		if !slices.Equal(filled, want[:1]) {
			t.Errorf("%d px: %q stand out", width, filled)
		}
		if low := ask[int](tab, tools+`.filter(e => e.getBoundingClientRect().height < 44).length`); low > 0 {
			t.Errorf("%d px: %d tools are low", width, low)
		}
		checkWidth(tab)
	}
}

func TestWhoArrivesAtAPackSeesItAndHowToPrintIt(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int64{{1280, 720}, {390, 844}} {
		tab := openPack(t, fileURL(site(t)))
		tab.resize(size[0], size[1])
		tab.open(fileURL(site(t)) + packEvent1 + ".html")
		tab.follow(".page-tools .primary")
		tab.until(`document.querySelector('.pack-status').textContent !== ''`)
		shown := ask[[]string](tab, `['#pack-chosen', '.pack-status', '[name=people]', '.pack-print', '.pack-chosen ol > li'].filter(part => {
			const box = document.querySelector(part).getBoundingClientRect()
			return box.top >= 0 && box.bottom <= innerHeight
		})`)
		if len(shown) != 5 || ask[string](tab, `document.activeElement.id`) != "pack-chosen" {
			t.Errorf("%d × %d: only %q are seen", size[0], size[1], shown)
		}
	}
}

func TestAWorksheetOfCardsFillsASheetUntilItIsFilledIn(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/tyopohjat/30-paivan-kortti.html")
	pages := pagesOfPDF(t, tab.pdf())
	if len(pages) != 1 || strings.Count(pages[0], "Kenen kanssa?") != 4 || strings.Contains(pages[0], "Keksitty esimerkki") {
		t.Errorf("empty it prints %q", pages)
	}
	run(tab, "fill it", chromedp.SendKeys(chromedp.CSS("textarea"), "Kysyn"))
	pages = pagesOfPDF(t, tab.pdf())
	if len(pages) != 1 || strings.Count(pages[0], "Kenen kanssa?") != 1 || !strings.Contains(pages[0], "Kysyn") {
		t.Errorf("filled it prints %q", pages)
	}
}

func TestPapersForTheWallAreASheetEach(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{"osa-aluepaperit": 3, "tasta-sovimme": 1, "kuntalaisen-reitti": 1, "kunnan-lupaukset": 1} {
		tab := openTab(t, fileURL(site(t)))
		tab.open(fileURL(site(t)) + "fi/tyopohjat/" + name + ".html")
		pdf := tab.pdf()
		boxes := mediaBox.FindAllSubmatch(pdf, -1)
		if len(boxes) != want || !strings.HasPrefix(string(boxes[0][1]), "119") && want == 3 {
			t.Errorf("%s is on %d sheets, the first %s wide", name, len(boxes), boxes[0][1])
		}
	}
}
