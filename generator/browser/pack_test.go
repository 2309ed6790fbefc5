package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	packPage   = "fi/tyopohjat/tulostepaketti.html"
	packEvent1 = "fi/sparraukset/1-miksi-osallisuus"
	planSheet  = "fi/tyopohjat/palvelualueen-suunnitelma.html"
)

// openPack opens a tab for packs. What is printed is counted in the page
// instead.
func openPack(t *testing.T, home string, before ...string) *tab {
	t.Helper()
	tab := openTab(t, home)
	for _, script := range append(before, `window.prints = 0; window.print = () => { window.prints++ }`) {
		tab.before(script)
	}
	return tab
}

// push clicks the first element that fits the selector.
func push(tab *tab, selector string) {
	tab.t.Helper()
	tab.click(selector)
}

// packed lists the IDs of the items in the pack, in order.
func packed(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `[...document.querySelectorAll('.pack-chosen ol > li')].map(e => e.dataset.chosen)`)
}

func expectPacked(tab *tab, want ...string) {
	tab.t.Helper()
	if got := packed(tab); !slices.Equal(got, want) {
		tab.t.Errorf("in the pack are %v, want %v", got, want)
	}
}

// packSays returns what the page says after the last change.
func packSays(tab *tab) string {
	tab.t.Helper()
	return ask[string](tab, `document.querySelector('.pack-status').innerText + ' ' + document.querySelector('.pack-notice').innerText + ' ' + document.querySelector('.pack-printed').innerText`)
}

// printPack presses the button and returns the job that is printed.
func printPack(tab *tab) []byte {
	tab.t.Helper()
	push(tab, ".pack-print")
	tab.until(`window.prints > 0`)
	return tab.pdf()
}

// inOrder tells which of the texts doesn't come behind the one before.
func inOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, part := range parts {
		_, after, found := strings.Cut(rest, part)
		if !found {
			t.Errorf("%q is missing or in the wrong place", part)
			continue
		}
		rest = after
	}
}

func TestPagesAreAddedToThePackOrderedAndPrinted(t *testing.T) {
	t.Parallel()
	t.Run("from a folder", func(t *testing.T) { t.Parallel(); checkPrintedPack(t, fillPack(t, fileURL(site(t)))) })
	t.Run("from a server", func(t *testing.T) {
		t.Parallel()
		server := serve(t, site(t), "/opas/")
		tab := fillPack(t, server.URL+"/opas/")
		push(tab, ".pack-print")
		tab.until(`window.prints > 0`)
		checkDocument(t, tab)
		server.check(t)
	})
}

// fillPack adds three pages to a pack and moves them about.
func fillPack(t *testing.T, home string) *tab {
	t.Helper()
	tab := openPack(t, home)
	for _, page := range []string{planSheet, packEvent1 + "-vetajalle.html", question} {
		tab.open(home + page)
		push(tab, ".pack-add button")
	}
	if said := ask[string](tab, `document.querySelector('.pack-add [role=status]').innerText`); !strings.Contains(said, "3 tulostetta") {
		t.Errorf("the button says %q", said)
	}
	tab.follow(".pack-link")
	expectPacked(tab, "worksheets/plan", "sessions/event-1.sheet", "questions/07")
	orderByKeyboard(tab)
	tab.open(home + packPage)
	expectPacked(tab, "sessions/event-1.sheet", "worksheets/plan", "questions/07")
	return tab
}

// orderByKeyboard moves the first of three items down, to the end, and up.
func orderByKeyboard(tab *tab) {
	tab.t.Helper()
	ask[int](tab, `(document.querySelector('.pack-chosen .pack-down').focus(), 1)`)
	tab.press(kb.Enter)
	run(tab, "press Alt and down", chromedp.KeyEvent(kb.ArrowDown, chromedp.KeyModifiers(kb.ModifierAlt)))
	expectPacked(tab, "sessions/event-1.sheet", "questions/07", "worksheets/plan")
	run(tab, "press Alt and up", chromedp.KeyEvent(kb.ArrowUp, chromedp.KeyModifiers(kb.ModifierAlt)))
	expectPacked(tab, "sessions/event-1.sheet", "worksheets/plan", "questions/07")
	if said := packSays(tab); !strings.Contains(said, "Palvelualueen suunnitelma: nyt 2 / 3.") {
		tab.t.Errorf("after a move the page says %q", said)
	}
	if label := ask[string](tab, `document.activeElement.getAttribute('aria-label')`); label != "Alemmas: Palvelualueen suunnitelma" {
		tab.t.Errorf("after a move the focus is on %q", label)
	}
}

func checkPrintedPack(t *testing.T, tab *tab) {
	t.Helper()
	run(tab, "type a title", chromedp.SendKeys(chromedp.CSS("[name=title]"), `Kouluttajan "kansio" <b>`))
	run(tab, "type a place", chromedp.SendKeys(chromedp.CSS("[name=place]"), "12.1.2027, valtuustosali"))
	pdf := printPack(tab)
	pages := pagesOfPDF(t, pdf)
	if len(pages) < 5 || len(pages) > 8 {
		t.Fatalf("the pack has %d pages", len(pages))
	}
	inOrder(t, strings.Join(pages, " "), `Kouluttajan "kansio" <b>`, "12.1.2027, valtuustosali", "Sisällys",
		"1. tapaaminen: Miksi osallisuus on tärkeää? – Vetäjän ohjelma", "Palvelualueen suunnitelma", "7. ",
		"1. tapaaminen: Miksi osallisuus on tärkeää? Vetäjän ohjelma", "Oma kokemus pareittain", "Palvelualueen toimet", "Mitä tarvitsemme johdolta?", "Kysymys 7", "Lähteet")
	for i, text := range pages {
		if number := fmt.Sprintf("%d/%d", i+1, len(pages)); !strings.Contains(strings.ReplaceAll(text, " ", ""), number) {
			t.Errorf("page %d doesn't say %s: %s", i+1, number, text)
		}
	}
	checkPaper(t, pdf, pages)
	checkDocument(t, tab)
}

var mediaBox = regexp.MustCompile(`/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]`)

// checkPaper looks for landscape under the plan alone, and its footer on it.
func checkPaper(t *testing.T, pdf []byte, pages []string) {
	t.Helper()
	boxes := mediaBox.FindAllSubmatch(pdf, -1)
	if len(boxes) != len(pages) {
		t.Fatalf("%d pages have %d sizes", len(pages), len(boxes))
	}
	for i, box := range boxes {
		isPlan := strings.Contains(pages[i], "Palvelualueen suunnitelma · Sparrausopas · Pohjan versio 21.11.2026")
		width, _ := strconv.ParseFloat(string(box[1]), 64)
		if landscape := width > 800; landscape != isPlan {
			t.Errorf("page %d is %s × %s points: %.80s", i+1, box[1], box[2], pages[i])
		}
	}
}

// checkDocument looks at the ids, names and headings of what was built.
func checkDocument(t *testing.T, tab *tab) {
	t.Helper()
	faults := ask[[]string](tab, `(() => {
		const faults = [], ids = new Set(), all = [...document.querySelectorAll('[id]')]
		for (const {id} of all) { if (ids.has(id)) faults.push('id twice: ' + id); ids.add(id) }
		const made = document.querySelector('.pack-document')
		for (const name of ['for', 'aria-labelledby', 'aria-describedby']) {
			for (const e of made.querySelectorAll('[' + name + ']')) {
				for (const id of e.getAttribute(name).split(' ')) if (!ids.has(id)) faults.push(name + ' leads nowhere: ' + id)
			}
		}
		for (const e of made.querySelectorAll('[href^="#"]')) if (!ids.has(decodeURIComponent(e.getAttribute('href').slice(1)))) faults.push('link leads nowhere: ' + e.outerHTML)
		const names = [...made.querySelectorAll('.pack-part')].map(part => [...part.querySelectorAll('[name]')].map(e => e.name))
		names.forEach((mine, i) => mine.forEach(name => { if (names.some((others, j) => j !== i && others.includes(name))) faults.push('name twice: ' + name) }))
		let before = 0
		for (const e of made.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
			const level = Number(e.localName[1])
			if (level > before + 1 || (level === 1) !== (before === 0)) faults.push(e.outerHTML + ' after a heading of level ' + before)
			before = level
		}
		return faults
	})()`)
	if len(faults) > 0 {
		t.Errorf("in the document\n\t%s", strings.Join(faults, "\n\t"))
	}
}

func TestAReadyPackHoldsAllOfItsSession(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packEvent1 + ".html")
	tab.follow(".page-tools .primary")
	items := packed(tab)
	want := []string{"sessions/event-1.sheet", "sessions/event-1.handout", "sessions/event-1.cards"}
	if len(items) < 6 || !slices.Equal(items[:3], want) || !slices.Contains(items, "worksheets/feedback-short") || slices.Contains(items, "worksheets/starting-point") {
		t.Fatalf("the pack of the first session is %v", items)
	}
	pdf := printPack(tab)
	checkDocument(t, tab)
	pages := pagesOfPDF(t, pdf)
	if len(pages) < len(items)+2 || len(pages) > 3*len(items) {
		t.Errorf("%d items are printed on %d pages", len(items), len(pages))
	}
	inOrder(t, pages[0], "1. tapaaminen: Miksi osallisuus on tärkeää?", "Sisällys")
	titles := ask[[]string](tab, `[...document.querySelectorAll('.pack-chosen .pack-name')].map(e => e.textContent)`)
	inOrder(t, pages[0], titles...)
	if folder := os.Getenv("PACK_PDF"); folder != "" {
		if err := os.WriteFile(folder, pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	push(tab, "#pack-readies + ul > li:nth-child(2) button")
	if more := packed(tab); len(more) <= len(items) || !slices.Equal(more[:len(items)], items) {
		t.Errorf("with the second session the pack is %v", more)
	}
}

func TestEveryItemLoadsAndItsLinksLeadFromThePackPage(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage)
	ask[int](tab, `(document.querySelectorAll('.pack-choices input').forEach(e => e.click()), 1)`)
	all := packed(tab)
	if len(all) < 50 {
		t.Fatalf("only %d items", len(all))
	}
	push(tab, ".pack-print")
	tab.until(`window.prints > 0`)
	checkDocument(t, tab)
	for _, target := range ask[[]string](tab, `[...new Set([...document.querySelectorAll('.pack-document a')]
		.filter(a => a.protocol === location.protocol && !a.getAttribute('href').startsWith('#')).map(a => decodeURI(a.pathname)))]`) {
		if _, err := os.Stat(filepath.FromSlash(target)); err != nil {
			t.Errorf("a link of an item leads nowhere: %v", err)
		}
	}
}

func TestNotesForTheLeaderAreNotInTheItemsOfParticipants(t *testing.T) {
	t.Parallel()
	sessions := filepath.Join(site(t), "fi", "tyopohjat", "paketti", "sessions")
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + packEvent1 + "-vetajalle.html")
	notes := ask[[]string](tab, `[...document.querySelectorAll('td.notes summary')].map(e => e.nextSibling?.textContent).filter(text => text)`)
	if len(notes) < 5 {
		t.Fatalf("the leader has %d notes", len(notes))
	}
	plain := strings.NewReplacer("\u00ad", "", `\"`, `"`)
	for name, has := range map[string]bool{
		filepath.Join(sessions, "event-1.sheet.js"):                                   true,
		filepath.Join(sessions, "event-1.handout.js"):                                 false,
		filepath.Join(sessions, "event-1.cards.js"):                                   false,
		filepath.Join(site(t), filepath.FromSlash(packEvent1+"-osallistujille.html")): false,
	} {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, note := range notes {
			note, _, _ = strings.Cut(plain.Replace(note), "”")
			if note = strings.TrimSpace(note); note != "" && strings.Contains(plain.Replace(string(script)), note) != has {
				t.Errorf("%s: it has the note %q: %v", name, note, !has)
			}
		}
	}
}

func TestSheetsOfTwoLeadersShareNoIDs(t *testing.T) {
	t.Parallel()
	tab := openPack(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + packPage + "#items=sessions%2Fevent-1.sheet,sessions%2Fevent-2.sheet,sessions%2Fevent-3.sheet,worksheets%2Fnext-cards,worksheets%2Fpromise-card")
	push(tab, ".pack-print")
	tab.until(`window.prints > 0`)
	checkDocument(t, tab)
}

func TestUnknownAndHostileItemsAreNamedAndLeftOut(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage)
	ask[int](tab, `(localStorage.setItem(opas.pack.key, '{"items":["worksheets/goals","worksheets/gone",7,null],"title":{},"place":"Sali"}'), 1)`)
	tab.open("about:blank")
	tab.open(home + packPage + `#items=worksheets%2Fplan,__proto__,..%2F..%2Fevil,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,%E0%A4%A,worksheets/plan,`)
	expectPacked(tab, "worksheets/goals", "worksheets/plan")
	said := packSays(tab)
	for _, part := range []string{"worksheets/gone", "__proto__", "../../evil", "<img src=x onerror=alert(1)>", "%E0%A4%A", "Linkistä lisättiin 1 tuloste."} {
		if !strings.Contains(said, part) {
			t.Errorf("%q isn't in %q", part, said)
		}
	}
	if place := ask[string](tab, `document.querySelector('[name=title]').value + '|' + document.querySelector('[name=place]').value`); place != "|Sali" {
		t.Errorf("title and place are %q", place)
	}
	if hash := ask[string](tab, `location.hash`); hash != "#items=worksheets%2Fgoals,worksheets%2Fplan" {
		t.Errorf("the address ends with %s", hash)
	}
	push(tab, ".pack-notice button")
	expectPacked(tab, "worksheets/plan")
	for _, broken := range []string{`[]`, `"x"`, `{"items":{}}`, `{{`, `null`} {
		ask[int](tab, fmt.Sprintf(`(localStorage.setItem(opas.pack.key, %q), 1)`, broken))
		tab.open("about:blank")
		tab.open(home + packPage)
		expectPacked(tab)
	}
}

func TestAPackWorksWithoutAStorage(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{"blocked": storageBlocked, "missing": storageMissing} {
		t.Run(name, func(t *testing.T) {
			home := fileURL(site(t))
			tab := openPack(t, home, script)
			tab.open(home + planSheet)
			push(tab, ".pack-add button")
			if said := ask[string](tab, `document.querySelector('.pack-add [role=status]').innerText`); !strings.Contains(said, "Selain ei säilytä") {
				t.Errorf("the button says %q", said)
			}
			tab.follow(".pack-link")
			expectPacked(tab, "worksheets/plan")
			push(tab, `[data-item="worksheets/goals"] input`)
			if said := packSays(tab); !strings.Contains(said, "tallentakaa osoite kirjanmerkiksi") {
				t.Errorf("the page says %q", said)
			}
			address := ask[string](tab, `location.href`)
			tab.open("about:blank")
			tab.open(address)
			expectPacked(tab, "worksheets/plan", "worksheets/goals")
			push(tab, ".pack-print")
			tab.until(`window.prints > 0`)
		})
	}
}

func TestThePackIsClearedAndBroughtBack(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage + "#items=worksheets%2Fplan,worksheets%2Fgoals,questions%2F01")
	push(tab, ".pack-chosen li:nth-child(2) .pack-out")
	expectPacked(tab, "worksheets/plan", "questions/01")
	push(tab, ".pack-clear")
	expectPacked(tab)
	if ask[bool](tab, `['.pack-cover', '.pack-prints'].some(part => document.querySelector(part).checkVisibility())`) {
		t.Error("an empty pack can be printed")
	}
	push(tab, ".pack-notice button")
	expectPacked(tab, "worksheets/plan", "questions/01")
	if ask[bool](tab, `document.querySelector('[data-item="worksheets/goals"] input').checked`) {
		t.Error("what was taken out is still ticked")
	}
	tab.resize(320, 640)
	checkWidth(tab)
}

func TestAPackFollowsAnotherWindow(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	one := openPack(t, home)
	one.open(home + packPage + "#items=worksheets%2Fplan,worksheets%2Fgoals")
	two := one.beside()
	two.open(home + packPage)
	push(two, ".pack-chosen .pack-out")
	one.until(`document.querySelectorAll('.pack-chosen ol > li').length === 1`)
	address := ask[string](one, `location.href`)
	one.open("about:blank")
	one.open(address)
	expectPacked(one, "worksheets/goals")
}

func TestThePackThatIsPrintedIsTheOneThatIsShown(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage + "#items=worksheets%2Fplan,worksheets%2Fgoals")
	ask[int](tab, `(() => {
		const come = new Promise(done => { window.come = done }), {loadItem} = opas
		opas.loadItem = async (folder, id) => { await come; return loadItem(folder, id) }
		return 1
	})()`)
	push(tab, ".pack-print")
	push(tab, ".pack-chosen .pack-out")
	push(tab, `[data-item="questions/01"] input`)
	ask[int](tab, `(window.come(), 1)`)
	tab.until(`window.prints > 0`)
	if got := ask[string](tab, `[...document.querySelectorAll('.pack-part')].map(part => part.className.split(' ')[1]).join()`); got != "pack-worksheet,pack-question" {
		t.Errorf("printed are %s", got)
	}
}

func TestABrandStandsOnTheCoverOfAPack(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage + "#items=worksheets%2Fgoals")
	printPack(tab)
	tab.emulate("print", "light")
	if ask[bool](tab, `document.querySelector('.site-header').checkVisibility()`) {
		t.Error("without a brand the guide's name is printed twice")
	}
	ask[int](tab, `(document.querySelector('.site-header').insertAdjacentHTML('afterbegin', '<p class="brand"><span>Kunta</span></p>'), 1)`)
	if !ask[bool](tab, `document.querySelector('.brand').checkVisibility() && document.querySelector('.brand').getBoundingClientRect().bottom < document.querySelector('.pack-front h1').getBoundingClientRect().top`) {
		t.Error("the brand isn't above the cover's title")
	}
}

func TestACoverNamesTheGuideByItsTitle(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage + "#items=worksheets%2Fgoals")
	printPack(tab)
	if got := ask[string](tab, `document.querySelector('.pack-front .mark').textContent`); got != "Sparrausopas" {
		t.Errorf("the cover is marked %q, want the guide's title, not its id", got)
	}
}

func TestAnItemThatDoesNotComeIsNamed(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openPack(t, home)
	tab.open(home + packPage + "#items=worksheets%2Fplan,worksheets%2Fgoals")
	ask[int](tab, `(opas.loadItem = (load => (folder, id) => load(folder, id === 'worksheets/plan' ? 'gone' : id))(opas.loadItem), 1)`)
	push(tab, ".pack-print")
	tab.until(`document.querySelector('.pack-notice li') !== null`)
	if said := packSays(tab); !strings.Contains(said, "Palvelualueen suunnitelma") || ask[int](tab, `window.prints`) != 0 {
		t.Errorf("the page prints, or says %q", said)
	}
	for _, trouble := range tab.takeTroubles() {
		if !strings.Contains(trouble, "gone.js") {
			t.Error(trouble)
		}
	}
}

func TestWithoutScriptThePackPageListsWhatCanBePrinted(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(fileURL(site(t)) + packPage)
	text, err := os.ReadFile(filepath.Join(site(t), filepath.FromSlash(packPage)))
	if err != nil {
		t.Fatal(err)
	}
	if count := strings.Count(string(text), "data-item="); count < 50 {
		t.Errorf("%d items are listed", count)
	}
	tab.follow(`[data-item="worksheets/plan"] a`)
}
