package browser_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// offered lists what a pack says of each of its prints.
func offered(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('.pack-prints li')].map(e => (e.querySelector('span') || e).textContent.replaceAll('\u00a0', ' '))`)
}

func TestEachPrintOfAPackSaysWhatItHoldsAndTakes(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-1", "15", "4")
	want := []string{
		"Kansi, Vetäjän ohjelma, Sparrauksen tavoitteet: 5 sivua",
		"Osallistujan ohjelma, Välitehtävä: 2 sivua × 15 = 30 sivua",
		"Kysymyskortit, Lyhyt palaute: 11 sivua",
		"Yhteensä 46 sivua.",
		"Malliksi tai kopioitavaksi: kansi, kutakin tulostetta yksi, leikattavat kortit kaikille: 18 sivua",
	}
	if got := offered(tab); !slices.Equal(got, want) {
		t.Errorf("the prints are %q", got)
	}
	if ask[bool](tab, `document.querySelector('#pack-numbers').checkVisibility()`) {
		t.Error("what the number is for is still told when it is given")
	}
	ask[int](tab, `(document.querySelector('.pack [data-large-print]').click(), 1)`)
	large := offered(tab)
	if large[1] != "Osallistujan ohjelma, Välitehtävä: vähintään 2 sivua × 15 = 30 sivua" || large[2] != want[2] || large[3] != "Yhteensä vähintään 46 sivua." {
		t.Errorf("in large letters the prints are %q", large)
	}
}

// lastCount finds the pages of one copy in what a print says.
var lastCount = regexp.MustCompile(`(\d+) sivua?(?: ×.*)?$`)

func TestAPackTakesAsManyPagesAsItSays(t *testing.T) {
	t.Parallel()
	for _, session := range []string{"event-1", "event-3", "five-3", "taster"} {
		tab := readyPack(t, session, "", "4")
		all := offered(tab)
		if pages := pagesOfPDF(t, printPack(tab)); strconv.Itoa(len(pages)) != lastCount.FindStringSubmatch(all[0])[1] {
			t.Errorf("%s: %d pages, said is %q", session, len(pages), all[0])
		}
		run(tab, "type the people", chromedp.SendKeys(chromedp.CSS("[name=people]"), "17"))
		all = offered(tab)
		for i := range jobs(tab) {
			if pages := printJob(tab, i); strconv.Itoa(len(pages)) != lastCount.FindStringSubmatch(all[i])[1] {
				t.Errorf("%s: %d pages, said is %q", session, len(pages), all[i])
			}
		}
	}
}

// Each item whose pages are known is as long as the build says. The foot of each
// page names it.
func TestWhatTheBuildSaysOfItemsIsWhatTheyTake(t *testing.T) {
	t.Parallel()
	inLanguages(t, packPage, checkPagesOfItems)
}

func checkPagesOfItems(t *testing.T, address string) {
	tab := openPack(t, fileURL(translated(t)))
	tab.open(address)
	said := ask[map[string]int](tab, `(() => {
		const rows = [...document.querySelectorAll('[data-pages]')]
		rows.forEach(row => row.querySelector('input').click())
		return Object.fromEntries(rows.map(row => [row.querySelector('label span').textContent.replaceAll('\u00ad', ''), Number(row.dataset.pages)]))
	})()`)
	if len(said) < 45 {
		t.Fatalf("the pages of only %d items are known", len(said))
	}
	pages := pagesOfPDF(t, printPack(tab))
	taken := map[string]int{}
	for _, page := range pages {
		taken[itemOf(page, ask[string](tab, `document.querySelector('.pack').dataset.guideTitle`), said)]++
	}
	for title, want := range said {
		if taken[title] != want {
			t.Errorf("%s takes %d pages, the build says %d", title, taken[title], want)
		}
	}
}

// itemOf returns the item whose name a page says at its foot: the longest, as
// the names of some end with those of others.
func itemOf(page, guide string, items map[string]int) (title string) {
	for item := range items {
		if strings.Contains(page, strings.Replace(item, " – ", " · ", 1)+" · "+guide+" · ") && len(item) > len(title) {
			title = item
		}
	}
	return title
}

func TestAllWorksheetsOfTheGuideSayHowLongTheyAre(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + packPage)
	if unknown := ask[[]string](tab, `[...document.querySelectorAll('[data-item^="worksheets/"]:not([data-pages], [data-cards])')].map(e => e.dataset.item)`); len(unknown) > 0 {
		t.Errorf("unknown is how many pages these take: %q", unknown)
	}
}

func TestAPackIsChosenThenToldOfAndThenPrinted(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-1", "15", "4")
	order := ask[[]string](tab, `[...document.querySelectorAll('.pack-chosen :is(ol > li:first-child, input, .pack-prints)')].map(e => e.name || e.className || e.localName)`)
	if want := []string{"li", "people", "tables", "start", "title", "place", "input", "pack-prints counted"}; !slices.Equal(order, want) {
		t.Errorf("the order is %q", order)
	}
}

func TestTheFieldsOfAPackAreNotHiddenByItsPrint(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-3", "", "")
	for _, size := range [][2]int64{{1280, 720}, {390, 844}} {
		tab.resize(size[0], size[1])
		if hidden := ask[[]string](tab, `[...document.querySelectorAll('.pack-steps :is(button, input)')].filter(e => {
			e.focus()
			const box = e.getBoundingClientRect(), at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
			return at !== e
		}).map(e => e.name || e.getAttribute('aria-label') || e.textContent)`); len(hidden) > 0 {
			t.Errorf("%d × %d: %q can't be seen", size[0], size[1], hidden)
		}
	}
}

func TestSlipsOfAPackSayWhatSessionTheyAreFrom(t *testing.T) {
	t.Parallel()
	tab := readyPack(t, "event-1", "15", "4")
	run(tab, "type the place", chromedp.SendKeys(chromedp.CSS("[name=place]"), "12.1.2027, valtuustosali"))
	run(tab, "type a title", chromedp.SetValue(chromedp.CSS("[name=title]"), "Hollolan sparraus"))
	cut := printJob(tab, len(jobs(tab))-1)
	if slips := cut[len(cut)-1]; strings.Count(slips, "1. tapaaminen: Miksi osallisuus on tärkeää? · 12.1.2027, valtuustosali") != 2 {
		t.Errorf("the slips say %q", slips)
	}
	tab.emulate("print", "light")
	if over := ask[[]string](tab, `[...document.querySelectorAll('.pack-document .cut-card')].filter(card => {
		const own = card.querySelector('.cut-from').getBoundingClientRect(), box = card.getBoundingClientRect()
		return own.bottom > box.bottom - 15 || [...card.children].some(e => !e.matches('.cut-from') && e.getBoundingClientRect().bottom > own.top)
	}).map(card => card.textContent.slice(0, 60))`); len(over) > 0 {
		t.Errorf("on %d slips it stands in the way: %q", len(over), over[0])
	}
	two := openPack(t, fileURL(site(t)))
	two.open(fileURL(site(t)) + packPage + "#items=sessions%2Fevent-1.sheet,sessions%2Fevent-2.sheet,worksheets%2Ffeedback-short")
	if pages := strings.Join(pagesOfPDF(t, printPack(two)), " "); strings.Count(pages, "tapaaminen: Miksi osallisuus") > 4 {
		t.Errorf("slips of two sessions say one: %s", pages)
	}
}

func TestAPackIsPrintedInLargeLetters(t *testing.T) {
	t.Parallel()
	tab := openPack(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + packPage + "#items=sessions%2Fevent-1.handout,worksheets%2Fgoals,worksheets%2Ffeedback-short,questions%2F07")
	ask[int](tab, `(document.querySelector('.pack [data-large-print]').click(), 1)`)
	printPack(tab)
	tab.emulate("print", "light")
	for part, texts := range map[string]string{".pack-handout": "td, p:not(.mark)", ".pack-worksheet:not(.pack-cut)": "label, legend, p:not(.mark, .hint)", ".pack-question": "p:not(.mark)"} {
		if small := ask[[]string](tab, fmt.Sprintf(`[...document.querySelectorAll('%s :is(%s)')].filter(e => !e.closest('.sources') && e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 23.9).map(e => e.textContent.slice(0, 40))`, part, texts)); len(small) > 0 {
			t.Errorf("%s has small letters: %q", part, small)
		}
	}
	if size := ask[string](tab, `getComputedStyle(document.querySelector('.pack-cut .cut-card label')).fontSize`); size != "13.3333px" {
		t.Errorf("what is cut has letters of %s", size)
	}
}

func TestCardsOfAPackHoldTheirTextsInLettersOfCards(t *testing.T) {
	t.Parallel()
	for session, size := range map[string]string{"event-1": "26.6667px", "event-2": "21.3333px"} {
		tab := openPack(t, fileURL(site(t)))
		tab.open(fileURL(site(t)) + packPage + "#pack-sessions/" + session)
		printPack(tab)
		tab.emulate("print", "light")
		for _, large := range []bool{false, true} {
			ask[bool](tab, fmt.Sprintf(`document.documentElement.classList.toggle('large-print', %t)`, large))
			if over := cardOverflow(tab); len(over) > 0 {
				t.Errorf("%s, large %t: %s", session, large, strings.Join(over, "\n\t"))
			}
		}
		if got := ask[string](tab, `getComputedStyle(document.querySelector('.pack-cards .length-short .card-question')).fontSize`); got != size {
			t.Errorf("%s: a short question is set in %s, want %s", session, got, size)
		}
	}
}
