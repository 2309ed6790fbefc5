package browser_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// twoGuides returns the address of a folder with the small guide twice, a and
// b, in whose pages texts are changed for others.
func twoGuides(t *testing.T, changes ...string) string {
	t.Helper()
	folder, source := t.TempDir(), os.DirFS(fillSite(t))
	for _, name := range []string{"a", "b"} {
		if err := os.CopyFS(filepath.Join(folder, name), source); err != nil {
			t.Fatal(err)
		}
	}
	other := filepath.Join(folder, "b")
	err := fs.WalkDir(source, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(other, name))
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(other, name), []byte(strings.NewReplacer(changes...).Replace(string(text))), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return fileURL(folder)
}

// ofGuideB is the small guide with an id of its own, as it once had none.
var ofGuideB = []string{`<html lang="fi" data-guide="Täyttöopas"`, `<html lang="fi" data-guide="kunta-b"`}

func TestAnswersGivenBeforeTheGuideHadAnIDAreTakenOverAfterAsking(t *testing.T) {
	t.Parallel()
	home := twoGuides(t, ofGuideB...)
	s := openSheet(t, home, "a/"+allFields)
	s.fill("teksti", "yksi", "taulukko.1.2", "Ida")
	s.tool("add")
	s.answer("yes", "Ryhmä 2")
	s.fill("teksti", "kaksi")
	s.open(home + "b/" + allFields)
	if says := s.notice("ei ollut omaa tunnusta"); !strings.Contains(says, "Kappale 1, Ryhmä 2") || strings.Contains(says, "yksi") {
		t.Errorf("the page asks %q", says)
	}
	s.wantShown("")
	s.choose("Siirrä tähän")
	s.wantShown("teksti=kaksi")
	s.chooseCopy("Kappale 1")
	s.wantShown("taulukko.1.2=Ida teksti=yksi")
	s.open(home + "b/" + allFields)
	s.until(`document.querySelector('.status').textContent.includes('tallessa')`)
	if says := ask[string](s.tab, `document.querySelector('.notice').textContent`); says != "" {
		t.Errorf("the page asks again: %q", says)
	}
	s.open(home + "a/" + allFields)
	s.wantShown("")
}

func TestAnswersOfAnotherGuideStayThereWhenTheReaderSaysSo(t *testing.T) {
	t.Parallel()
	home := twoGuides(t, ofGuideB...)
	s := openSheet(t, home, "a/"+allFields)
	s.fill("teksti", "luottamuksellinen")
	s.open(home + "b/" + allFields)
	s.notice("ei ollut omaa tunnusta")
	s.choose("Jätä")
	s.fill("teksti", "oma")
	s.saved("oma")
	s.open(home + "b/" + allFields)
	s.wantShown("teksti=oma")
	if says := ask[string](s.tab, `document.querySelector('.notice').textContent`); says != "" {
		t.Errorf("the page asks again: %q", says)
	}
	s.open(home + "a/" + allFields)
	s.wantShown("teksti=luottamuksellinen")
}

// movedColumns change the places of the two columns of the small guide's table.
var movedColumns = []string{`data-column="toimi"`, `data-column="vastuu"`, `data-column="vastuu"`, `data-column="toimi"`}

func TestColumnsThatMoveTakeTheirAnswersAlong(t *testing.T) {
	t.Parallel()
	home := twoGuides(t, movedColumns...)
	s := openSheet(t, home, "a/"+allFields)
	s.fill("taulukko.1.1", "Retki", "taulukko.1.2", "Ida")
	file := s.download("save")
	s.open(home + "b/" + allFields)
	s.wantShown("taulukko.1.1=Ida taulukko.1.2=Retki")
	s.openFiles(file)
	s.notice("avattiin")
	s.wantShown("taulukko.1.1=Ida taulukko.1.2=Retki")
}

func TestAnswersWhoseFieldBecameATableAreKept(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "yksi")
	s.saved("yksi")
	ask[bool](s.tab, `Object.keys(localStorage).filter(key => key.includes('worksheet:')).every(key => {
		const copy = JSON.parse(localStorage[key])
		copy.answers.taulukko = 'oli ennen teksti'
		localStorage[key] = JSON.stringify(copy)
		return true
	})`)
	s.open(s.address)
	if says := s.notice("paikkaa"); !strings.Contains(says, "taulukko: oli ennen teksti") {
		t.Errorf("the page says %q", says)
	}
	s.wantShown("teksti=yksi")
}

// rowsFile writes a file of the small guide's worksheet with a table.
func rowsFile(t *testing.T, format, version, rows string) string {
	t.Helper()
	return writeFile(t, filepath.Join(t.TempDir(), "rivit.json"), `{"format":"sparrausopas-worksheet","formatVersion":`+format+`,"language":"fi",
		"worksheet":"worksheets/all","title":"t","version":"`+version+`","copy":"A","answers":{"kokous":"2026-11-28","taulukko":`+rows+`}}`)
}

func TestAnswersAreNeverPutUnderAnotherColumn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ format, version, rows, shown, says, gathered, told string }{
		"a column that is gone": {"2", "2026-11-21", `[{"toimi":"Retki","mittari":"40"}]`,
			"taulukko.1.1=Retki", "taulukko: mittari: 40", "28.11.2026 | Retki | ", "mittari: 40"},
		"cells of this version": {"1", "2026-11-21", `[["Retki","Ida"]]`,
			"taulukko.1.1=Retki taulukko.1.2=Ida", "", "28.11.2026 | Retki | Ida", ""},
		"cells of another version": {"1", "2025-01-01", `[["Retki","Ida"]]`,
			"", "taulukko: Retki | Ida", "", "vanhemmasta versiosta"},
		"a column of an evil name": {"2", "2026-11-21", `[{"__proto__":"x","constructor":"y","toimi":"Retki"}]`,
			"taulukko.1.1=Retki", "__proto__: x, constructor: y", "28.11.2026 | Retki | ", "__proto__: x; constructor: y"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := rowsFile(t, c.format, c.version, c.rows)
			s := openSheet(t, fileURL(fillSite(t)), allFields)
			s.openFiles(file)
			if says := s.notice("avattiin"); !strings.Contains(says, c.says) || c.says == "" && strings.Contains(says, "paikkaa") {
				t.Errorf("the page says %q, want %q in it", says, c.says)
			}
			s.wantShown(strings.TrimSpace("kokous=2026-11-28 " + c.shown))
			s.open(fileURL(fillSite(t)) + "fi/tyopohjat/paivat.html")
			s.openFiles(file)
			if says := listed(s, "1")[0]; !strings.Contains(says, c.told) {
				t.Errorf("the gathering says %q, want %q in it", says, c.told)
			}
			if got := strings.TrimPrefix(gathered(s), "Milloin kokoonnumme? | Toimi | Vastuu"); strings.TrimPrefix(got, "\n") != c.gathered {
				t.Errorf("the table is %q, want %q", got, c.gathered)
			}
		})
	}
}

func TestCellsThatWereKeptWithoutNamesOfColumnsArePlacedWithAWord(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	keep := func(rows string) {
		ask[string](s.tab, `localStorage['sparrausopas:worksheet:' + JSON.stringify(['Täyttöopas', 'fi', 'worksheets/all']) + ':0'] =
			'{"name":"Kappale 1","answers":{"taulukko":`+rows+`},"unplaced":{}}'`)
		s.open(s.address)
	}
	keep(`[["Retki","Ida"]]`)
	s.wantShown("taulukko.1.1=Retki taulukko.1.2=Ida")
	if says := s.notice("ilman sarakkeiden nimiä"); !strings.Contains(says, "Toimet") || strings.Contains(says, "paikkaa") {
		t.Errorf("the page says %q", says)
	}
	// What is written has names.
	s.fill("teksti", "tarkistettu")
	s.saved("tarkistettu")
	s.open(s.address)
	s.wantShown("taulukko.1.1=Retki taulukko.1.2=Ida teksti=tarkistettu")
	if says := ask[string](s.tab, `document.querySelector('.notice').textContent`); says != "" {
		t.Errorf("the page says again: %q", says)
	}
	keep(`[["Retki","Ida","syksy"]]`)
	if says := s.notice("ilman sarakkeiden nimiä"); !strings.Contains(says, "taulukko: #3: syksy") {
		t.Errorf("of a cell beyond the columns the page says %q", says)
	}
}

func TestAFileThatWasSavedAsANSIIsReadRight(t *testing.T) {
	t.Parallel()
	text := `{"format":"sparrausopas-worksheet","formatVersion":2,"language":"fi","worksheet":"worksheets/all",` +
		`"title":"t","version":"2026-11-21","copy":"Ryhmä","answers":{"teksti":"Äiti – ”työ” 5 €"}}`
	ansi := strings.NewReplacer("Ä", "\xc4", "ä", "\xe4", "ö", "\xf6", "–", "\x96", "”", "\x94", "€", "\x80").Replace(text)
	for name, bytes := range map[string]string{"UTF-8": text, "UTF-8 with a mark": "\ufeff" + text, "ANSI": ansi} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openSheet(t, fileURL(fillSite(t)), allFields)
			s.openFiles(writeFile(t, filepath.Join(t.TempDir(), "a.json"), bytes))
			s.notice("kappaleeksi ”Ryhmä”")
			s.wantShown("teksti=Äiti – ”työ” 5 €")
		})
	}
}

func TestAFileIsCalledByWhatWasFilledIn(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	s := openSheet(t, home, "fi/tyopohjat/palvelualueen-suunnitelma.html")
	s.fill("palvelualue", "Liikuntapalvelut")
	if base := filepath.Base(s.download("save")); !strings.HasPrefix(base, "palvelualueen-suunnitelma-liikuntapalvelut-20") {
		t.Errorf("the file is called %s", base)
	}
}
