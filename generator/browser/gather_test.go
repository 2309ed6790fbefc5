package browser_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const gatherPage = "fi/tyopohjat/koonti.html"

// plan is what a file of a service area's plan says.
type plan struct {
	area    any
	actions any
}

// planFile writes the file of a plan, and gives its name.
func planFile(t *testing.T, folder, name string, p plan) string {
	t.Helper()
	answers := map[string]any{"toimet": p.actions}
	if p.area != nil {
		answers["palvelualue"] = p.area
	}
	text, err := json.Marshal(map[string]any{
		"format": "sparrausopas-worksheet", "formatVersion": 1, "guide": "Sparrausopas", "language": "fi", "worksheet": "worksheets/plan",
		"title": "Palvelualueen suunnitelma", "version": "2026-11-21", "copy": name, "saved": "2026-11-21T10:00:00Z", "answers": answers})
	if err != nil {
		t.Fatal(err)
	}
	return writeFile(t, filepath.Join(folder, name), string(text))
}

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

type rows = [][]string

// fivePlans are five files that can be gathered.
func fivePlans(t *testing.T, folder string) []string {
	return []string{
		planFile(t, folder, "1.json", plan{"Varhaiskasvatus", rows{{"Retki", "Päiväkodin johtaja", "kevät"}, {"", "", ""}, {"=1+1", "+358", "-5"}}}),
		planFile(t, folder, "2.json", plan{"Äitiysneuvola; \"keskus\"", rows{{"@SUM(A1)", "rivi 1\nrivi 2", "\tsarkain"}}}),
		planFile(t, folder, "3.json", plan{"Asuminen", rows{{"<img src=x onerror=1>", "lyhyt"}}}),
		planFile(t, folder, "4.json", plan{"", rows{{"Nimetön", "", ""}}}),
		planFile(t, folder, "5.json", plan{"Zumba", rows{{"a", "b", "c", "ylimääräinen"}}}),
	}
}

// gathered returns the table, a line a row.
func gathered(s *sheet) string {
	s.t.Helper()
	return ask[string](s.tab, `[...document.querySelectorAll('.gathered tr')].map(r => [...r.cells].map(c => c.textContent).join(' | ')).join('\n')`)
}

// listed returns what the page says of each file.
func listed(s *sheet, count string) []string {
	s.t.Helper()
	s.until(`document.querySelectorAll('.files li').length === ` + count)
	return ask[[]string](s.tab, `[...document.querySelectorAll('.files li')].map(li => li.className + ' ' + li.textContent)`)
}

func TestFivePlansBecomeOneTable(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		s := openSheet(t, home, gatherPage)
		s.openFiles(fivePlans(t, t.TempDir())...)
		says := strings.Join(listed(s, "5"), "\n")
		for _, want := range []string{"1.json Varhaiskasvatus: toimia 2.", "4.json 4.json: toimia 1. Palvelualueen nimi puuttuu", "jäivät pois: #4: ylimääräinen."} {
			if !strings.Contains(says, want) {
				t.Errorf("the page says %q, want %q in it", says, want)
			}
		}
		want := strings.Join([]string{
			"Palvelualue | Toimi | Vastuu | Aikataulu",
			"Varhaiskasvatus | Retki | Päiväkodin johtaja | kevät",
			"Varhaiskasvatus | =1+1 | +358 | -5",
			"Äitiysneuvola; \"keskus\" | @SUM(A1) | rivi 1\nrivi 2 | sarkain",
			"Asuminen | <img src=x onerror=1> | lyhyt | ",
			"4.json | Nimetön |  | ",
			"Zumba | a | b | c"}, "\n")
		if got := gathered(s); got != want {
			t.Errorf("the table is\n%s\nwant\n%s", got, want)
		}
		checkCSV(t, s.download("save"))
	})
}

// checkCSV looks at the bytes that Excel gets of fivePlans.
func checkCSV(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := "\xef\xbb\xbf" + strings.Join([]string{
		`"Palvelualue";"Toimi";"Vastuu";"Aikataulu"`,
		`"Varhaiskasvatus";"Retki";"Päiväkodin johtaja";"kevät"`,
		`"Varhaiskasvatus";"'=1+1";"+358";"-5"`,
		"\"Äitiysneuvola; \"\"keskus\"\"\";\"'@SUM(A1)\";\"rivi 1\nrivi 2\";\"sarkain\"",
		`"Asuminen";"<img src=x onerror=1>";"lyhyt";""`,
		`"4.json";"Nimetön";"";""`,
		`"Zumba";"a";"b";"c"`, ""}, "\r\n")
	if string(text) != want {
		t.Errorf("the file is\n%q\nwant\n%q", text, want)
	}
	if base := filepath.Base(name); !strings.HasPrefix(base, "koonti-20") || !strings.HasSuffix(base, ".csv") {
		t.Errorf("the file is called %s", base)
	}
}

func TestThePlansCanBeSortedCopiedAndTakenOut(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), gatherPage, `navigator.clipboard.writeText = async text => { window.copied = text }`)
	s.openFiles(fivePlans(t, t.TempDir())...)
	listed(s, "5")
	ask[int](s.tab, `(() => { const order = document.querySelector('[data-tool=order]'); order.value = 'area'; order.dispatchEvent(new Event('change')); return 1 })()`)
	ask[int](s.tab, `(document.querySelector('[aria-label="Poista koonnista: 4.json"]').click(), 1)`)
	listed(s, "4")
	s.tool("copy")
	s.notice("on kopioitu")
	want := strings.Join([]string{
		"Palvelualue\tToimi\tVastuu\tAikataulu", "Asuminen\t<img src=x onerror=1>\tlyhyt\t",
		"Varhaiskasvatus\tRetki\tPäiväkodin johtaja\tkevät", "Varhaiskasvatus\t=1+1\t+358\t-5",
		"Zumba\ta\tb\tc", "Äitiysneuvola; \"keskus\"\t@SUM(A1)\trivi 1 rivi 2\tsarkain", ""}, "\n")
	if got := ask[string](s.tab, `window.copied`); got != want {
		t.Errorf("copied\n%s\nwant\n%s", got, want)
	}
	if text := textOf(t, s.pdf()); !strings.Contains(text, "Päiväkodin johtaja") || strings.Contains(text, "Avaa tiedostoja") {
		t.Errorf("the paper says %s", text)
	}
	checkWidth(s.tab)
}

func TestBadPlansAreListedWithTheirFault(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), gatherPage)
	folder := t.TempDir()
	good := planFile(t, folder, "hyva.json", plan{"Asuminen", rows{{"Toimi"}}})
	text, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	s.openFiles(good,
		writeFile(t, filepath.Join(folder, "sama.json"), string(text)),
		writeFile(t, filepath.Join(folder, "rikki.json"), string(text[:40])),
		writeFile(t, filepath.Join(folder, "toinen.json"), strings.Replace(string(text), "worksheets/plan", "worksheets/other", 1)),
		planFile(t, folder, "luku.json", plan{7, rows{}}),
		planFile(t, folder, "rivit.json", plan{"A", "teksti"}),
		planFile(t, folder, "tyhja.json", plan{"A", rows{{"", " "}}}))
	says := listed(s, "7")
	for i, want := range []string{" hyva.json Asuminen: toimia 1.", "bad sama.json Sama suunnitelma", "bad rikki.json Tiedosto on rikki", "bad toinen.json Tiedosto on toisesta",
		"bad luku.json Kohdan ”Palvelualue”", " rivit.json Suunnitelmassa ei ole", " tyhja.json Suunnitelmassa ei ole"} {
		if !strings.HasPrefix(says[i], want) {
			t.Errorf("the page says %q, want %q first", says[i], want)
		}
	}
	if got := gathered(s); !strings.HasSuffix(got, "\nAsuminen | Toimi |  | ") || strings.Count(got, "\n") != 1 {
		t.Errorf("the table is\n%s", got)
	}
	status := ask[string](s.tab, `document.querySelector('.status').textContent`)
	if !strings.Contains(status, "koonnissa 3, toimia 1") || !strings.HasSuffix(status, ": 4.") {
		t.Errorf("the page says %q", status)
	}
}

// What people write isn't changed by what keeps formulas away: a space before
// it isn't seen. The rest is what a table program might work out, or run.
func TestOnlyWhatMayBeAFormulaGetsAnApostrophe(t *testing.T) {
	t.Parallel()
	plain := []string{"-5 %", "- 5 %", "-5,5", "+3", "-1 000 €", "+358 40 123 4567", "1.5.2027", "3/4", "2+2", "– ajatusviiva", "−5", "a=b"}
	spaced := []string{"- nuorisovaltuusto", "- retki (kevät)\n- toinen, ja 65+ ikäiset!", "+358-40-123 4567", "+358 (0)40 123", "+10 % kävijöitä", "- a@b.fi"}
	guarded := []string{"=1", "=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "-cmd", "-SUM(A1)", "- =1+1", "- cmd|' /C calc'!A0", "- SUM(A1)", "- HYPERLINK (\"x\")",
		"- Taul1!A1", "+A1", "＝1+1", "＋1", "－1+cmd", "＠SUM(A1)"}
	var actions rows
	var want strings.Builder
	for _, group := range []struct {
		before string
		texts  []string
	}{{"", plain}, {" ", spaced}, {"'", guarded}} {
		for _, text := range group.texts {
			actions = append(actions, []string{text})
			want.WriteString(`"A";"` + group.before + strings.ReplaceAll(text, `"`, `""`) + "\";\"\";\"\"\r\n")
		}
	}
	s := openSheet(t, fileURL(fillSite(t)), gatherPage)
	s.openFiles(planFile(t, t.TempDir(), "a.json", plan{"A", actions}))
	listed(s, "1")
	text, err := os.ReadFile(s.download("save"))
	if err != nil {
		t.Fatal(err)
	}
	if _, got, _ := strings.Cut(string(text), "\r\n"); got != want.String() {
		t.Errorf("the file is\n%s\nwant\n%s", got, want.String())
	}
}

// wholePlan is a plan of the real guide with words as long as people's are.
func wholePlan(t *testing.T, folder, area string) string {
	row := []string{"Kutsutaan uimahallin aamuryhmään niitä, jotka eivät vielä käy missään.", "Liikuntapalvelujen esihenkilö", "Tulos katsotaan joulukuussa",
		"Kaksi työtuntia viikossa", "-5 %", "- nuorisovaltuusto\n- vanhusneuvosto"}
	return planFile(t, folder, area+".json", plan{area, rows{row, row, row, row}})
}

func TestTheGatheringHasTheWidthOfTheWindow(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(site(t)), gatherPage, noPrinter)
	folder := t.TempDir()
	s.openFiles(wholePlan(t, folder, "Kaupunkikehityspalvelut"), wholePlan(t, folder, "Liikuntapalvelut"), wholePlan(t, folder, "Varhaiskasvatus"))
	listed(s, "3")
	for _, width := range []int64{390, 1280, 1920} {
		s.resize(width, 800)
		if cut := ask[[]string](s.tab, `[...document.querySelectorAll('.gathered :is(th, td)')].filter(e => e.checkVisibility() && (e.getBoundingClientRect().right > innerWidth || e.getBoundingClientRect().left < 0 || e.scrollWidth > e.clientWidth + 1)).map(e => e.textContent)`); len(cut) > 0 {
			t.Errorf("at %d px a reader doesn't see %q", width, cut)
		}
		checkWidth(s.tab)
	}
	s.tool("print")
	s.answer("yes", "Hollolan kunta")
	s.until(`window.printed === 1`)
	pages := pagesOfPDF(t, s.pdf())
	if len(pages) != 2 || !strings.Contains(pages[0], "Hollolan kunta · Päivätty ") || !strings.Contains(pages[0], " · Suunnitelmia 3 ") || strings.Contains(pages[0], "Liikuntapalvelut.json") {
		t.Errorf("%d sheets: %s", len(pages), pages)
	}
	for _, page := range pages {
		if !strings.Contains(page, "Seuranta") || !strings.Contains(page, "vanhusneuvosto") {
			t.Errorf("a sheet lacks columns: %s", page)
		}
	}
}

func TestPlansThatAreDroppedOnThePageAreGathered(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), gatherPage)
	text, err := os.ReadFile(planFile(t, t.TempDir(), "a.json", plan{"Asuminen", rows{{"Toimi"}}}))
	if err != nil {
		t.Fatal(err)
	}
	ask[int](s.tab, `(() => {
		const dataTransfer = new DataTransfer()
		dataTransfer.items.add(new File([`+"`"+string(text)+"`"+`], 'a.json'))
		return document.querySelector('h1').dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer})) ? 1 : 0
	})()`)
	if says := listed(s, "1"); !strings.Contains(says[0], "Asuminen: toimia 1.") {
		t.Errorf("the page says %q", says)
	}
}

func TestTheGuidesOwnPlanCanBeGathered(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + gatherPage)
	want := "Palvelualue, Toimi, Vastuu, Aikataulu, Resurssit, Mittari, Seuranta"
	if got := ask[string](tab, `[...document.querySelectorAll('.gathered th')].map(h => h.textContent.replaceAll('\u00ad', '')).join(', ')`); got != want {
		t.Errorf("the table has the columns %s, want %s", got, want)
	}
}
