package browser_test

import (
	"cmp"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// openSingle opens a page of the site as one file. The tab fails the test if
// anything but the file is asked for, or if the file's policy refuses anything.
func openSingle(t *testing.T, page string, before ...string) *tab {
	t.Helper()
	tab := openTab(t, single(t))
	for _, script := range before {
		tab.before(script)
	}
	tab.open(single(t) + page)
	return tab
}

func TestOneFileIsSearchedAndLeadsToItsPages(t *testing.T) {
	t.Parallel()
	tab := openSingle(t, "")
	typeIntoBox(tab, "syrjintä")
	tab.follow(`.search-results a[href*="hl="][href*="#"]`)
	tab.until(`CSS.highlights.has('search')`)
	for _, word := range marked(tab) {
		if !strings.Contains(strings.ToLower(word), "syrji") {
			t.Errorf("%q is marked", word)
		}
	}
	here := ask[string](tab, `location.href`)
	if !ask[bool](tab, `document.querySelector(':target').getBoundingClientRect().top < innerHeight / 2 || scrollY + innerHeight >= document.documentElement.scrollHeight - 1`) {
		t.Errorf("%s isn't at its section", here)
	}
	tab.follow(".sections li:nth-child(3) a")
	if got := ask[string](tab, `document.querySelector('h1').textContent + location.search`); got != "24 kysymystä?page=fi/kysymykset/index.html" {
		t.Errorf("the menu leads to %s", got)
	}
	tab.back()
	if got := ask[string](tab, `location.href`); got != here {
		t.Errorf("the way back leads to %s, want %s", got, here)
	}
	typeIntoBox(tab, "kunta")
	tab.load("press Enter", chromedp.KeyEvent(kb.Enter))
	untilFound(tab, "kunta")
	if query := ask[string](tab, `new URLSearchParams(location.search).get("page") + " " + new URLSearchParams(location.search).get("q")`); query != "fi/haku.html kunta" {
		t.Errorf("Enter leads to %s", query)
	}
	reload(tab)
	untilFound(tab, "kunta")
}

func TestOneFileAsksForNothing(t *testing.T) {
	t.Parallel()
	tab := openSingle(t, "")
	// Nor do pictures of what scripts put into the page.
	ask[bool](tab, `(document.body.append(...new DOMParser().parseFromString('<img src="kuva.png" alt="Kuva">', "text/html").body.childNodes), true)`)
	expectAlone(tab, single(t))
	if troubles := tab.takeTroubles(); len(troubles) > 0 {
		t.Errorf("it complains of %q", troubles)
	}
	ask[bool](tab, `(() => {
		addEventListener("securitypolicyviolation", () => { window.refused = true })
		const script = document.createElement("script")
		script.textContent = "document.title = 'hit'"
		document.body.append(script)
		return true
	})()`)
	tab.until(`window.refused`)
	if title := ask[string](tab, `document.title`); title == "hit" {
		t.Error("a script that isn't the guide's runs")
	}
	if troubles := tab.takeTroubles(); len(troubles) != 1 {
		t.Errorf("beside that it complains of %q", troubles)
	}
}

func TestOneFileAsksForNothingOnAHost(t *testing.T) {
	t.Parallel()
	address := serve(t, filepath.Dir(site(t)), "/").URL + "/" + url.PathEscape(singleName)
	tab := openTab(t, address)
	tab.open(address + "?page=fi/malli/index.html")
	tab.until(`document.readyState === 'complete'`)
	typeIntoBox(tab, "kunta")
	expectAlone(tab, address+"?page=fi/malli/index.html")
}

// expectAlone fails if the tab has asked for anything but one address.
func expectAlone(tab *tab, address string) {
	tab.t.Helper()
	requests := slices.DeleteFunc(tab.takeRequests(), func(address string) bool { return strings.HasPrefix(address, "data:") })
	if !slices.Equal(requests, []string{address}) {
		tab.t.Errorf("it asks for %q", requests)
	}
}

func TestAWorksheetInOneFileKeepsWhatIsFilled(t *testing.T) {
	t.Parallel()
	page := "?page=fi/tyopohjat/palvelualueen-suunnitelma.html"
	s := &sheet{openSingle(t, page, noPrinter), single(t) + page}
	s.fill("palvelualue", "Varhaiskasvatus")
	s.open(s.address)
	s.until(`document.querySelector('[name=palvelualue]').value === 'Varhaiskasvatus'`)
	if !strings.Contains(ask[string](s.tab, `document.querySelector('[data-tool=choose]').textContent`), "Kappale 1") {
		t.Error("the copy isn't listed")
	}
	name := s.download("save")
	s.tool("clear")
	s.openFiles(name)
	s.notice("avattiin")
	if got := ask[string](s.tab, `document.querySelector('[name=palvelualue]').value`); got != "Varhaiskasvatus" {
		t.Errorf("the file brings %q back", got)
	}
	empty := s.printed("blank")
	s.tool("filled")
	s.answer("yes", "Hollolan kunta")
	s.until(`window.printed === 2`)
	filled := strings.Join(pagesOfPDF(t, s.pdf()), "")
	if len(empty) != blankSheets["palvelualueen-suunnitelma"] || strings.Contains(strings.Join(empty, ""), "Varhaiskasvatus") {
		t.Errorf("the template takes %d sheets: %q", len(empty), empty)
	}
	if !strings.Contains(filled, "Varhaiskasvatus") {
		t.Errorf("what is filled isn't printed: %q", filled)
	}
	s.open(single(t) + "?page=fi/tyopohjat/koonti.html")
	s.openFiles(name, planFile(t, t.TempDir(), "2.json", plan{"Asuminen", rows{{"Retki", "lyhyt"}}}))
	s.until(`document.querySelectorAll('.files li').length === 2`)
	if got := gathered(s); !strings.Contains(got, "Asuminen | Retki | lyhyt") {
		t.Errorf("gathered is %s", got)
	}
	s.open(single(t) + "?page=fi/tyopohjat/index.html")
	if !ask[bool](s.tab, `Boolean(document.querySelector('.started'))`) {
		t.Error("the list of worksheets doesn't say which are filled")
	}
}

// The same pages take the same sheets of paper as in the folder, with the same
// words.
func TestOneFileIsPrintedAsTheFolderIs(t *testing.T) {
	t.Parallel()
	tab, own := openSingle(t, ""), openTab(t, fileURL(site(t)))
	for _, page := range []string{"fi/sparraukset/1-miksi-osallisuus-vetajalle.html", "fi/kysymykset/kortit.html", "fi/tyopohjat/tasta-sovimme.html", "fi/malli/lyhyesti.html"} {
		tab.open(single(t) + "?page=" + page)
		own.open(fileURL(site(t)) + page)
		got, want := pagesOfPDF(t, tab.pdf()), pagesOfPDF(t, own.pdf())
		if !slices.Equal(got, want) {
			t.Errorf("%s is printed as\n%q\nwant\n%q", page, got, want)
		}
	}
}

func TestAPackIsPrintedFromOneFile(t *testing.T) {
	t.Parallel()
	printed := func(address string) (*tab, []string) {
		tab := openPack(t, strings.TrimSuffix(address, "?page="))
		tab.open(address + packPage + "#pack-sessions/event-1")
		return tab, pagesOfPDF(t, printPack(tab))
	}
	tab, got := printed(single(t) + "?page=")
	if _, want := printed(fileURL(site(t))); len(got) < 5 || !slices.Equal(got, want) {
		t.Errorf("it is printed as\n%q\nwant\n%q", got, want)
	}
	// Links of its items lead on in the file.
	if wrong := astray(tab); len(wrong) > 0 {
		t.Errorf("links lead to %q", wrong)
	}
}

// astray lists the links of the page that lead neither within the file nor to
// the web.
func astray(tab *tab) []string {
	tab.t.Helper()
	return ask[[]string](tab, `(page => [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))
		.filter(href => !/^(#|https?:|mailto:|tel:)/.test(href) && !href.startsWith(page)))(location.href.split(/[?#]/)[0] + '?page=')`)
}

func TestASessionIsLedFromOneFile(t *testing.T) {
	t.Parallel()
	tab := openSingle(t, "?page="+livePage)
	for range 5 {
		tab.press(kb.ArrowRight)
	}
	toWall(tab)
	tab.press(kb.ArrowRight)
	if got := presentShown(tab); got != "2 · Oma elämä · 2 / 3" {
		t.Errorf("on the wall is %q", got)
	}
	reload(tab)
	if got := presentShown(tab); got != "2 · Oma elämä · 2 / 3" {
		t.Errorf("after a reload on the wall is %q", got)
	}
	tab.follow(".present-back")
	if got := ask[string](tab, `new URLSearchParams(location.search).get("page") + document.querySelector(".live-item:not([hidden]) .live-title").textContent.replaceAll("\u00ad", "")`); got != livePage+"Ketkä jäävät ulkopuolelle?" {
		t.Errorf("the way back leads to %s", got)
	}
}

func TestEveryPageIsInOneFile(t *testing.T) {
	t.Parallel()
	pages, _ := pagesOf(t, site(t))
	tab := openSingle(t, "")
	for _, page := range pages {
		tab.open(single(t) + "?page=" + (&url.URL{Path: page}).EscapedPath())
		if wrong := astray(tab); len(wrong) > 0 {
			t.Errorf("%s: links lead to %q", page, wrong)
		}
		if said := ask[string](tab, `document.body.innerText`); strings.Contains(said, "ei ole mukana tässä tiedostossa") || !ask[bool](tab, `document.querySelector('main h1') !== null && document.title !== ''`) {
			t.Errorf("%s is shown as %.200s", page, said)
		}
	}
}

func TestOneFileIsReadWithoutScripts(t *testing.T) {
	t.Parallel()
	name := filepath.Join(filepath.Dir(site(t)), singleName)
	if info, err := os.Stat(name); err != nil || info.Size() > 7_000_000 {
		t.Errorf("it is of %v bytes, %v", info.Size(), err)
	}
	tab := openTab(t, single(t))
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(single(t))
	text := ask[string](tab, `document.body.innerText`)
	inOrder(t, text, "Sparrausopas", "tallennatte tiedoston")
	if len(text) < 200_000 {
		t.Errorf("it shows %d letters alone", len(text))
	}
}

// buildAttached makes a small guide in two languages as one file. Its first page
// has a picture, a document and a film, which is too large.
func buildAttached(t *testing.T) (address, said string) {
	t.Helper()
	program, err := buildProgram()
	source := t.TempDir()
	if err = cmp.Or(err, copyFillGuide(source)); err != nil {
		t.Fatal(err)
	}
	static := filepath.Join(source, "content", "static")
	if err := cmp.Or(os.MkdirAll(static, 0o755), os.MkdirAll(filepath.Join(source, "content", "sv"), 0o755)); err != nil {
		t.Fatal(err)
	}
	icon, err := os.ReadFile(project + "/themes/opas/assets/icon-32.png")
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(static, "kuva.png"), string(icon))
	writeFile(t, filepath.Join(static, "muistio.pdf"), "%PDF-1.7 muistio")
	writeFile(t, filepath.Join(static, "filmi.mp4"), strings.Repeat("x", 1_000_001))
	page := "+++\ntitle = \"%s\"\nsummary = \"Liite.\"\n+++\n\n[Filmi](../static/filmi.mp4)\n\n[Muistio](../static/muistio.pdf)\n\n![Kello](../static/kuva.png)\n"
	for language, title := range map[string]string{"fi": "Opas", "sv": "Guide"} {
		writeFile(t, filepath.Join(source, "content", language, "_index.md"), fmt.Sprintf(page, title))
	}
	config, err := os.ReadFile(filepath.Join(source, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(source, "config.toml"), strings.Replace(string(config), "[publisher]", "[[languages]]\ntag = \"sv\"\nname = \"Svenska\"\n\n[publisher]", 1))
	folder := t.TempDir()
	text, err := exec.Command(program, "build", "-lang", "en", "-dir", source, "-out", filepath.Join(folder, "public"), "-single", filepath.Join(folder, "opas.html")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return fileURL(folder) + "opas.html", string(text)
}

func TestFilesBesideThePagesAreInOneFileUnlessTheyAreLarge(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	address, said := buildAttached(t)
	if !strings.Contains(said, "filmi.mp4: warning: the guide as one file has no room") {
		t.Errorf("the build says %s", said)
	}
	tab := openTab(t, address)
	for _, want := range []string{
		"Opas: Filmi (ei ole mukana tässä tiedostossa), muistio.pdf of %PDF-1.7 muistio, picture of 32",
		"Guide: Filmi (finns inte med i den här filen), muistio.pdf of %PDF-1.7 muistio, picture of 32",
	} {
		if tab.open(address); strings.HasPrefix(want, "Guide") {
			tab.follow(".languages a")
		}
		got := ask[string](tab, `(([film, note], picture) => document.querySelector('h1').textContent + ': ' + film.textContent + (film.href ? ' leads on' : '') + ', ' + note.download + ' of ' + atob(note.href.split(',')[1]) + ', picture of ' + picture.naturalWidth)(
			[...document.querySelectorAll('main a')].filter(link => /Filmi|Muistio/.test(link.textContent)), document.querySelector('main img'))`)
		if got != want {
			t.Errorf("the page shows %s, want %s", got, want)
		}
	}
}
