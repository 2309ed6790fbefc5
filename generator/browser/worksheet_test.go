package browser_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// allFields is the page of testdata/worksheets that has a field of every kind.
const allFields = "fi/tyopohjat/kaikki.html"

// fillSite returns the folder of a small guide with worksheets for filling.
func fillSite(t *testing.T) string {
	t.Helper()
	needBrowser(t)
	folder, err := buildFillSite()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

var buildFillSite = sync.OnceValues(func() (string, error) {
	program, err := buildProgram()
	if err != nil {
		return "", err
	}
	source := filepath.Join(temp, "worksheets")
	if err := copyFillGuide(source); err != nil {
		return "", err
	}
	out := filepath.Join(temp, "Täyttöopas", "public")
	if err := os.Mkdir(filepath.Dir(out), 0o755); err != nil {
		return "", err
	}
	return out, output(program, "build", "-dir", source, "-out", out)
})

// copyFillGuide makes a folder with the small guide and the real theme.
func copyFillGuide(folder string) error {
	err := os.CopyFS(folder, os.DirFS(project+"/generator/testdata/worksheets"))
	return cmp.Or(err, os.CopyFS(filepath.Join(folder, "themes", "opas"), os.DirFS(project+"/themes/opas")))
}

// sheet is a worksheet open in a tab.
type sheet struct {
	*tab
	address string
}

// openSheet opens a page of a site at home and has scripts run before those of
// the page.
func openSheet(t *testing.T, home, page string, before ...string) *sheet {
	t.Helper()
	s := &sheet{openTab(t, home), home + page}
	for _, script := range before {
		s.before(script)
	}
	s.open(s.address)
	return s
}

// fill types texts and clicks boxes: a name and a value each.
func (s *sheet) fill(pairs ...string) {
	s.t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		name, value := pairs[i], pairs[i+1]
		if ask[bool](s.tab, fmt.Sprintf(`document.querySelector('textarea[name=%q]') !== null`, name)) {
			ask[int](s.tab, fmt.Sprintf(`(document.querySelector('textarea[name=%q]').select(), 1)`, name))
			s.press(value)
			continue
		}
		if s.setDay(name, value) {
			continue
		}
		s.click(fmt.Sprintf(`input[name=%q][value=%q]`, name, value))
	}
}

// setDay chooses a day as a calendar does, and reports whether the field has
// one.
func (s *sheet) setDay(name, day string) bool {
	s.t.Helper()
	return ask[bool](s.tab, fmt.Sprintf(`(() => {
		const input = document.querySelector('input[type=date][name=%q]')
		if (input) { input.value = %q; input.dispatchEvent(new Event('input', {bubbles: true})) }
		return input !== null
	})()`, name, day))
}

// fillAll fills a field of every kind, and returns what shown must give then.
func (s *sheet) fillAll() string {
	s.t.Helper()
	s.fill("teksti", "Ensin\nja \"sitten\" äö", "kokous", "2026-11-28", "valinta", "Ei vielä, mutta tekeillä", "lista", "asukkaat", "lista", "”muut”",
		"asteikko", "4", "taulukko.1.1", "Kävely", "taulukko.3.2", "Esihenkilö", "question-1", "Kutsumalla", "question-1-scale", "2")
	return `asteikko=4 kokous=2026-11-28 lista=asukkaat lista=”muut” question-1-scale=2 question-1=Kutsumalla taulukko.1.1=Kävely taulukko.3.2=Esihenkilö teksti=Ensin
ja "sitten" äö valinta=Ei vielä, mutta tekeillä`
}

// shown returns what stands in the fields, as a reader sees it.
func (s *sheet) shown() string {
	s.t.Helper()
	return ask[string](s.tab, `[...document.querySelectorAll('form.worksheet textarea, form.worksheet input[type=date], form.worksheet input:checked')]
		.filter(e => e.value !== '').map(e => e.name + '=' + e.value).sort().join(' ')`)
}

// wantShown waits for what must stand in the fields.
func (s *sheet) wantShown(want string) {
	s.t.Helper()
	got := s.shown()
	if !soon(func() bool { got = s.shown(); return got == want }) {
		s.t.Errorf("the worksheet holds\n%s\nwant\n%s", got, want)
	}
}

// tool clicks a tool, in its menu if it has one.
func (s *sheet) tool(name string) {
	s.t.Helper()
	if menu := fmt.Sprintf(`details:not([open]):has([data-tool=%q])`, name); ask[bool](s.tab, `document.querySelector('`+menu+`') !== null`) {
		s.click(menu + " > summary")
	}
	s.click(fmt.Sprintf(`[data-tool=%q]`, name))
}

// answer answers the question that is asked; with a name where one is wanted.
func (s *sheet) answer(value, name string) {
	s.t.Helper()
	s.until(`document.querySelector('dialog.ask').open`)
	if name != "" {
		s.press(name)
	}
	s.click(fmt.Sprintf(`dialog.ask [value=%q]`, value))
	s.until(`!document.querySelector('dialog.ask').open`)
}

// notice returns what the page tells, when it says this.
func (s *sheet) notice(part string) string {
	s.t.Helper()
	s.until(fmt.Sprintf(`document.querySelector('.notice').textContent.includes(%q)`, part))
	return ask[string](s.tab, `document.querySelector('.notice').innerText`)
}

// choose clicks a button of the notice.
func (s *sheet) choose(button string) {
	s.t.Helper()
	ask[int](s.tab, fmt.Sprintf(`([...document.querySelectorAll('.notice button')].find(b => b.textContent === %q).click(), 1)`, button))
}

// saved waits until the page has kept an answer, and says so. It keeps answers
// while they are typed, too.
func (s *sheet) saved(answer string) {
	s.t.Helper()
	s.until(fmt.Sprintf(`document.querySelector('.status').textContent.startsWith('Tallennettu')
		&& Object.values(localStorage).some(kept => kept.includes(%q))`, answer))
}

// copies are the copies to choose from; the one on the page has a star.
func (s *sheet) copies() string {
	s.t.Helper()
	return ask[string](s.tab, `[...document.querySelector('[data-tool=choose]').options].map(o => (o.selected ? '*' : '') + o.text).join(', ')`)
}

// chooseCopy shows another copy.
func (s *sheet) chooseCopy(name string) {
	s.t.Helper()
	ask[int](s.tab, fmt.Sprintf(`(() => {
		const select = document.querySelector('[data-tool=choose]')
		select.value = [...select.options].find(o => o.text === %q).value
		select.dispatchEvent(new Event('change', {bubbles: true}))
		return 1
	})()`, name))
}

// openFiles returns files to the page as a reader does who chooses them.
func (s *sheet) openFiles(names ...string) {
	s.t.Helper()
	run(s.tab, "choose files", chromedp.SetUploadFiles(chromedp.CSS(`[data-tool=file]`), names, chromedp.NodeReady))
}

// download clicks a tool that gives a file, and returns the file's name.
func (s *sheet) download(tool string) string {
	s.t.Helper()
	folder := s.t.TempDir()
	if _, err := chromedp.CallBrowser(s.ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
		BrowserContextID: chromedp.FromContext(s.ctx).BrowserContextID}); err != nil {
		s.t.Fatal(err)
	}
	s.tool(tool)
	var names []string
	if !soon(func() bool {
		names, _ = filepath.Glob(filepath.Join(folder, "*"))
		return len(names) == 1 && filepath.Ext(names[0]) != ".crdownload" && !strings.HasPrefix(filepath.Base(names[0]), ".")
	}) {
		s.t.Fatalf("%s gives no file", tool)
	}
	return names[0]
}

// bothHomes runs a test with the small guide opened as files and from a server.
func bothHomes(t *testing.T, test func(t *testing.T, home string)) {
	folder := fillSite(t)
	t.Run("file", func(t *testing.T) { t.Parallel(); test(t, fileURL(folder)) })
	t.Run("http", func(t *testing.T) { t.Parallel(); test(t, serve(t, folder, "/").URL+"/") })
}

func TestWhatIsFilledIsThereAfterAReload(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		s := openSheet(t, home, allFields)
		want := s.fillAll()
		// At once: the last letter is kept although nobody waits.
		s.open(s.address)
		s.wantShown(want)
		s.open(home + "fi/tyopohjat/toinen.html")
		s.wantShown("")
	})
}

func TestASavedFileBringsEverythingBack(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	want := s.fillAll()
	name := s.download("save")
	if base := filepath.Base(name); base != "kaikki-kentat-"+time.Now().Format("2006-01-02")+".json" {
		t.Errorf("the file is called %s", base)
	}
	checkFile(t, name)
	s.tool("clear")
	s.wantShown("")
	s.openFiles(name)
	s.notice("avattiin kappaleeksi")
	s.wantShown(want)
	if copies := s.copies(); copies != "*Kappale 1" {
		t.Errorf("an empty copy takes the file: %s", copies)
	}
	s.openFiles(name)
	s.notice("Kappale 1 (2)")
	s.open(s.address)
	s.wantShown(want)
	if copies := s.copies(); copies != "Kappale 1, *Kappale 1 (2)" {
		t.Errorf("a full copy stays beside the file's: %s", copies)
	}
}

// checkFile looks at a file that fillAll was saved to.
func checkFile(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	if saved, err := time.Parse(time.RFC3339, fmt.Sprint(file["saved"])); err != nil || time.Since(saved) > time.Minute {
		t.Errorf("saved at %v (%v)", file["saved"], err)
	}
	delete(file, "saved")
	row := func(action, who string) map[string]any { return map[string]any{"toimi": action, "vastuu": who} }
	want := map[string]any{
		"format": "sparrausopas-worksheet", "formatVersion": 2.0, "guide": "Täyttöopas", "language": "fi",
		"worksheet": "worksheets/all", "title": "Kaikki kentät", "version": "2026-11-21", "copy": "Kappale 1",
		"answers": map[string]any{
			"teksti": "Ensin\nja \"sitten\" äö", "kokous": "2026-11-28", "valinta": "Ei vielä, mutta tekeillä", "asteikko": "4",
			"lista": []any{"asukkaat", "”muut”"}, "question-1": "Kutsumalla", "question-1-scale": "2",
			"taulukko": []any{row("Kävely", ""), row("", ""), row("", "Esihenkilö")},
		},
	}
	if !reflect.DeepEqual(file, want) {
		t.Errorf("the file says\n%v\nwant\n%v", file, want)
	}
	if !strings.HasPrefix(string(text), "{\n  \"format\"") {
		t.Errorf("people can't read it: %.60s", text)
	}
}

func TestEachGroupHasACopyOfItsOwn(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "yksi")
	s.tool("add")
	s.answer("yes", "Ryhmä 2")
	s.wantShown("")
	s.fill("teksti", "kaksi")
	s.tool("rename")
	s.answer("yes", "Kakkoset")
	s.chooseCopy("Kappale 1")
	s.wantShown("teksti=yksi")
	s.chooseCopy("Kakkoset")
	s.open(s.address)
	s.wantShown("teksti=kaksi")
	s.tool("remove")
	s.notice("Kakkoset")
	s.wantShown("teksti=yksi")
	s.choose("Kumoa")
	s.wantShown("teksti=kaksi")
	s.open(s.address)
	s.wantShown("teksti=kaksi")
	s.tool("remove")
	s.wantShown("teksti=yksi")
	s.open(s.address)
	if copies := s.copies(); copies != "*Kappale 1" {
		t.Errorf("left are %s", copies)
	}
}

func TestClearingCanBeUndone(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	want := s.fillAll()
	s.tool("clear")
	s.wantShown("")
	s.notice("tyhjennettiin")
	s.choose("Kumoa")
	s.wantShown(want)
	s.open(s.address)
	s.wantShown(want)
	s.tool("clear")
	s.notice("tyhjennettiin")
	s.fill("teksti", "uusi")
	s.until(`document.querySelector('.notice').textContent === ''`)
	s.wantShown("teksti=uusi")
}
