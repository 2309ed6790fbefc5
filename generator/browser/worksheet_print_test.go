package browser_test

import (
	"fmt"
	"strings"
	"testing"
)

// blankSheets is how many sheets of paper the templates take.
var blankSheets = map[string]int{
	"itsearviointi": 4, "jatkokortit": 1, "kunnan-lupaukset": 1, "kuntalaisen-reitti": 1, "lupauskortti": 1, "lyhyt-palaute": 1, "osa-aluepaperit": 3,
	"tasta-sovimme": 1, "30-paivan-kortti": 1, "kuntalaisen-tapaamisen-sopimus": 3, "lahtotilanne": 2, "ohjelma": 2, "ohjelma-asiakirja": 7, "ohjelman-tarkistuslista": 2, "osallisuusryhman-kokoonpano": 3,
	"osallisuusvastaavan-tehtavankuva": 3, "palautelomake": 2, "palvelualueen-suunnitelma": 3, "seurantatapaaminen": 3, "tarpeiden-kartoitus": 3,
	"tavoitteet": 2, "tulokset-keinot-ja-arviointi": 3, "valitehtava": 1, "viestintasuunnitelma": 3,
}

// noPrinter stands in for the dialog of the browser, which would stay open.
const noPrinter = `window.printed = 0; window.print = () => { window.printed++ }`

// printed clicks a tool that prints and returns the text of each sheet.
func (s *sheet) printed(tool string) []string {
	s.t.Helper()
	before := ask[int](s.tab, `window.printed`)
	s.tool(tool)
	s.until(fmt.Sprintf(`window.printed > %d`, before))
	return pagesOfPDF(s.t, s.pdf())
}

func TestATemplateIsPrintedEmptyThoughItIsFilled(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, noPrinter)
	empty := strings.Join(s.printed("blank"), "\f")
	shown := s.fillAll()
	s.fill("teksti", strings.Repeat("rivi\n", 40))
	if filled := strings.Join(pagesOfPDF(t, s.pdf()), "\f"); !strings.Contains(filled, "rivi rivi") || !strings.Contains(filled, "28.11.2026") {
		t.Errorf("the browser's own command doesn't print the page as it stands: %s", filled)
	}
	if got := strings.Join(s.printed("blank"), "\f"); got != empty {
		t.Errorf("the template prints as\n%s\nwant\n%s", got, empty)
	}
	s.emulate("print", "light")
	ask[bool](s.tab, `(document.documentElement.classList.add('print-blank'), true)`)
	if marked := ask[int](s.tab, `[...document.querySelectorAll('input:checked')].filter(e => getComputedStyle(e).boxShadow !== 'none').length`); marked > 0 {
		t.Errorf("%d boxes are printed as ticked", marked)
	}
	if got := s.shown(); len(got) < len(shown) {
		t.Errorf("the answers are %s", got)
	}
}

func TestAFullSheetOfEmptyCardsIsPrintedThoughOneIsFilled(t *testing.T) {
	t.Parallel()
	s := &sheet{tab: openTab(t, fileURL(site(t)))}
	s.before(noPrinter)
	for _, page := range []string{"30-paivan-kortti", "jatkokortit", "tasta-sovimme", "osa-aluepaperit"} {
		s.open(fileURL(site(t)) + "fi/tyopohjat/" + page + ".html")
		empty := strings.Join(s.printed("blank"), "\f")
		ask[int](s.tab, `(document.querySelectorAll('.worksheet textarea').forEach(area => { area.value = 'Vastaus'; area.dispatchEvent(new Event('input', {bubbles: true})) }),
			document.querySelector('.worksheet .row-add')?.click(), 1)`)
		// With answers the other print comes first in the menu.
		s.until(`document.querySelector('.bar details [data-tool]').dataset.tool === 'filled'`)
		if got := strings.Join(s.printed("blank"), "\f"); got != empty {
			t.Errorf("%s: the template prints as\n%s\nwant\n%s", page, got, empty)
		}
		if got := strings.Join(pagesOfPDF(t, s.pdf()), "\f"); !strings.Contains(got, "Vastaus") {
			t.Errorf("%s: the browser's own command prints %s", page, got)
		}
	}
}

func TestTemplatesTakeFewSheets(t *testing.T) {
	t.Parallel()
	s := &sheet{tab: openTab(t, fileURL(site(t)))}
	s.before(noPrinter)
	for _, page := range worksheets(t) {
		if languageOf(page) != "fi" {
			continue
		}
		s.open(fileURL(site(t)) + page)
		name := strings.TrimSuffix(page[strings.LastIndex(page, "/")+1:], ".html")
		cards := ask[bool](s.tab, `document.querySelector('[data-per-sheet]') !== null`)
		if pages := s.printed("blank"); len(pages) > blankSheets[name] || !cards && !strings.Contains(pages[0], "Pohjan versio") {
			t.Errorf("%s takes %d sheets, not %d: %.60s", name, len(pages), blankSheets[name], pages[0])
		}
	}
}

func TestAFilledPlanIsOneSheetToBeRead(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(site(t)), planSheet, noPrinter)
	s.fill("palvelualue", "Liikuntapalvelut", "toimet.1.1", "Aamuryhmä", "toimet.1.2", "Esihenkilö", "toimet.1.3", "syksy", "toimet.1.4", "viikko", "toimet.1.5", "-5 %")
	s.tool("filled")
	s.answer("yes", "Hollolan kunta")
	s.until(`window.printed === 1`)
	pages := pagesOfPDF(t, s.pdf())
	if len(pages) != 1 {
		t.Fatalf("the plan takes %d sheets", len(pages))
	}
	for _, want := range []string{"Palvelualueen suunnitelma – Liikuntapalvelut ·", "Hollolan kunta · Päivätty ", "Pohjan versio", "Toimi Vastuu Aikataulu Resurssit Mittari Aamuryhmä Esihenkilö syksy viikko -5 %"} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("the sheet lacks %q: %s", want, pages[0])
		}
	}
	for _, other := range []string{"Esimerkki", "Aloittakaa verbillä", "Miten asukkaat", "Seuranta", "Kesto", "Kappale 1", "Lähteet", "hakeutuvat"} {
		if strings.Contains(pages[0], other) {
			t.Errorf("the sheet says %q: %s", other, pages[0])
		}
	}
	// The name is asked for once, and can be changed.
	s.notice("nimi Hollolan kunta")
	if again := s.printed("filled"); !strings.Contains(again[0], "Hollolan kunta") {
		t.Errorf("the second print says %s", again[0])
	}
	s.choose("Vaihda nimi ja tulosta")
	s.answer("yes", "Hollola")
	s.until(`window.printed === 3`)
	if pages := pagesOfPDF(t, s.pdf()); !strings.Contains(pages[0], "Hollola · Päivätty") {
		t.Errorf("under another name the sheet says %s", pages[0])
	}
}

func TestAPlanBeginsOnItsFirstSheet(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(site(t)), planSheet, noPrinter)
	prints := `[...document.querySelectorAll('.menu button')].map(e => e.dataset.tool).slice(0, 2).join()`
	if order := ask[string](s.tab, prints); order != "blank,filled" {
		t.Errorf("the prints of an empty plan are %s", order)
	}
	// Who types and opens the menu at once finds its buttons where they were.
	ask[bool](s.tab, `{
		const area = document.querySelector('.worksheet textarea')
		area.value = 'Liikunta'
		area.dispatchEvent(new Event('input', {bubbles: true}))
		document.querySelector('.menu:has([data-tool=blank])').open = true
	}`)
	s.saved("Liikunta")
	if order := ask[string](s.tab, prints); order != "blank,filled" {
		t.Errorf("the buttons of an open menu have moved: %s", order)
	}
	ask[bool](s.tab, `document.querySelector('.menu:has([data-tool=blank])').open = false`)
	s.fill("toimet.1.1", "Aamuryhmä", "toimet.2.1", "Iltakyyti", "toimet.3.1", "Retki")
	s.saved("Retki")
	if order := ask[string](s.tab, prints); order != "filled,blank" {
		t.Errorf("the prints of a filled plan are %s", order)
	}
	for _, sheet := range [][]string{pagesOfPDF(t, s.pdf()), s.printed("blank")} {
		if !strings.Contains(sheet[0], "Mittari") || !strings.Contains(sheet[0], "Yksi ihminen tai tehtävä") || !strings.Contains(sheet[0], " 2") {
			t.Errorf("the table isn't on the first sheet: %s", sheet[0])
		}
	}
}

func TestTheSelfAssessmentIsTwoSheetsToBeRead(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(site(t)), "fi/tyopohjat/itsearviointi.html", noPrinter, `localStorage.setItem('sparrausopas:municipality:sparrausopas', 'Hollola')`)
	ask[int](s.tab, `(document.querySelectorAll('.worksheet .points').forEach((points, i) => points.querySelectorAll('input')[i % 4].click()),
		document.querySelectorAll('.worksheet textarea').forEach(area => { area.value = 'Asiakaskysely ja havainnot.'; area.dispatchEvent(new Event('input', {bubbles: true})) }), 1)`)
	pages := s.printed("filled")
	if all := strings.Join(pages, " "); len(pages) > 2 || strings.Count(all, "3/4") != 6 || strings.Count(all, "(ei vielä – hyvin)") != 1 || !strings.Contains(all, "Yhteenveto") {
		t.Errorf("%d sheets: %s", len(pages), all)
	}
	for _, part := range []string{"Arvio osa-alueittain", "Matalimmat arviot", "Mihin tartumme ensin"} {
		if at := strings.Index(pages[0], part); at < 0 || at > strings.Index(pages[0], "Osallisuus omassa elämässä") {
			t.Errorf("%q isn't told before the questions: %s", part, pages[0])
		}
	}
}

func TestOnlyWhatIsFilledIsReadUnderItsHeading(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, noPrinter, `localStorage.setItem('sparrausopas:municipality:Täyttöopas', 'Kunta')`)
	s.tool("filled")
	s.notice("ei ole vielä vastauksia")
	s.fill("valinta", "Ei vielä, mutta tekeillä", "lista", "asukkaat", "asteikko", "4", "question-1-scale", "2")
	s.printed("filled")
	want := "Alku, Ei vielä, mutta tekeillä, asukkaat, Loppu, 4/5 (ei lainkaan – täysin), 2/4"
	if got := strings.Join(ask[[]string](s.tab, `[...document.querySelectorAll('.reading > h2, .reading .label ~ *')].map(e => e.textContent)`), ", "); got != want {
		t.Errorf("to be read are %s, want %s", got, want)
	}
}

func TestPapersOfCopiesAreToldApart(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, noPrinter, `localStorage.setItem('sparrausopas:municipality:Täyttöopas', 'Kunta')
		window.titles = []; addEventListener('afterprint', () => titles.push(document.title))`)
	title := ask[string](s.tab, `document.title`)
	s.tool("add")
	s.answer("yes", "Liikuntapalvelut")
	s.fill("teksti", "yksi")
	if pages := s.printed("filled"); !strings.Contains(pages[0], "Kaikki kentät – Liikuntapalvelut ·") || !strings.Contains(pages[0], "· Liikuntapalvelut") {
		t.Errorf("the sheet says %s", pages[0])
	}
	if got := ask[[]string](s.tab, `[...titles, document.title]`); strings.Join(got, ", ") != "Kaikki kentät – Liikuntapalvelut, "+title {
		t.Errorf("a PDF is called %q, and then the page", got)
	}
	if pages := pagesOfPDF(t, s.pdf()); !strings.Contains(pages[len(pages)-1], "Kaikki kentät – Liikuntapalvelut ·") {
		t.Errorf("as it stands the page prints as %s", pages[len(pages)-1])
	}
	if pages := s.printed("blank"); strings.Contains(strings.Join(pages, " "), "Liikuntapalvelut") {
		t.Errorf("the template says whose it is: %s", pages)
	}
}
