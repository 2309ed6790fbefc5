package browser_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// languageLink finds the same page in another language.
var languageLink = regexp.MustCompile(`<a href="([^"]*)" lang="([a-z]+)" hreflang`)

// inLanguages runs a test for a page in each of the guide's languages, which is
// given by its address in the first.
func inLanguages(t *testing.T, page string, test func(t *testing.T, address string)) {
	t.Helper()
	for language, page := range pagesIn(t, page) {
		t.Run(language, func(t *testing.T) { test(t, fileURL(translated(t))+page) })
	}
}

// pagesIn returns the addresses of a page of the first language, by language.
func pagesIn(t *testing.T, page string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(translated(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{"fi": page}
	for _, found := range languageLink.FindAllStringSubmatch(string(text), -1) {
		pages[found[2]] = path.Join(path.Dir(page), found[1])
	}
	if len(pages) != 3 {
		t.Fatalf("%s is in the languages %v", page, pages)
	}
	return pages
}

func TestAnswersOfOneLanguageOpenInTheSheetOfAnother(t *testing.T) {
	t.Parallel()
	home := fileURL(translated(t))
	pages := pagesIn(t, "fi/tyopohjat/tarpeiden-kartoitus.html")
	s := openSheet(t, home, pages["fi"])
	s.fill("tiedetaan", "Kysely 2025", "keinot", "haastattelut", "keinot", "havainnointi", "kuuleminen.1.1", "Nuoret")
	finnish := "keinot=haastattelut keinot=havainnointi kuuleminen.1.1=Nuoret tiedetaan=Kysely 2025"
	file := s.download("save")
	for _, step := range []struct{ language, want string }{
		{"sv", "keinot=intervjuer keinot=observation kuuleminen.1.1=Nuoret tiedetaan=Kysely 2025"},
		{"en", "keinot=interviews keinot=observation kuuleminen.1.1=Nuoret tiedetaan=Kysely 2025"},
		{"fi", finnish},
	} {
		s = openSheet(t, home, pages[step.language])
		s.openFiles(file)
		s.notice(filepath.Base(file))
		s.wantShown(step.want)
		file = s.download("save")
	}
}

func TestAFileOfALanguageThatTheGuideLacksIsNotOpened(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(translated(t)), "fi/tyopohjat/tarpeiden-kartoitus.html")
	for _, language := range []string{"de", "", "__proto__", "../../sv/arbetsblad/paket"} {
		text, _ := json.Marshal(map[string]any{"format": "sparrausopas-worksheet", "formatVersion": 2, "language": language, "worksheet": "worksheets/needs-mapping",
			"title": "", "version": "", "copy": "", "answers": map[string]any{"keinot": []string{"x"}}})
		ask[int](s.tab, `(document.querySelector('.notice').replaceChildren(), 1)`)
		s.openFiles(writeFile(t, filepath.Join(t.TempDir(), "a.json"), string(text)))
		s.notice("erikielisessä")
		s.wantShown("")
	}
}

// plansOf writes a file of a plan in each language.
func plansOf(t *testing.T) []string {
	var files []string
	for _, language := range []string{"fi", "sv", "en"} {
		text, _ := json.Marshal(map[string]any{"format": "sparrausopas-worksheet", "formatVersion": 2, "language": language, "worksheet": "worksheets/plan",
			"title": "", "version": language, "copy": language, "answers": map[string]any{"palvelualue": "Alue " + language, "toimet": []any{map[string]any{"mittari": "m", "toimi": "Toimi " + language}}}})
		files = append(files, writeFile(t, filepath.Join(t.TempDir(), language+".json"), string(text)))
	}
	return files
}

func TestPlansInSeveralLanguagesBecomeOneTable(t *testing.T) {
	t.Parallel()
	files := plansOf(t)
	heads := map[string]string{
		"fi": "Palvelualue | Toimi | Vastuu | Aikataulu | Resurssit | Mittari | Seuranta",
		"sv": "Serviceområde | Åtgärd | Ansvar | Tidsplan | Resurser | Mått | Uppföljning",
		"en": "Service area | Action | Responsibility | Timetable | Resources | Indicator | Follow-up",
	}
	for language, page := range pagesIn(t, gatherPage) {
		s := openSheet(t, fileURL(translated(t)), page)
		s.openFiles(files...)
		listed(s, "3")
		want := heads[language]
		for _, one := range []string{"fi", "sv", "en"} {
			want += "\nAlue " + one + " | Toimi " + one + " |  |  |  | m | "
		}
		if got := strings.ReplaceAll(gathered(s), "\u00ad", ""); got != want {
			t.Errorf("%s: the table is\n%s\nwant\n%s", language, got, want)
		}
	}
}

// The main tools do their work in each language, in its words.
func TestEveryToolWorksInEachLanguage(t *testing.T) {
	t.Parallel()
	home := fileURL(translated(t))
	for language, say := range map[string]struct{ restored, version, contents, row, shown, live string }{
		"fi": {"Vastauksenne ovat tallessa", "Pohjan versio", "Sisällys", "toimia 1.", "2 · Oma elämä · 2 / 24", "Aloitus | 6 | jäljellä tästä kohdasta | "},
		"sv": {"Era svar finns kvar", "Bladets version", "Innehåll", "åtgärder 1.", "2 · Det egna livet · 2 / 24", "Inledning | 6 | kvar av den här punkten | "},
		"en": {"Your answers are kept", "Version of the sheet", "Contents", "actions: 1.", "2 · One’s own life · 2 / 24", "Opening | 6 | left for this item | "},
	} {
		t.Run(language, func(t *testing.T) {
			page := func(first string) string { return pagesIn(t, first)[language] }
			s := openSheet(t, home, page("fi/tyopohjat/tavoitteet.html"))
			s.fill("tavoite", "Tavoite")
			s.until(`Object.values(localStorage).some(kept => kept.includes('Tavoite'))`)
			s.open(s.address)
			s.until(`document.querySelector('.bar .status').textContent !== ''`)
			if says := ask[string](s.tab, `document.querySelector('.bar .status').textContent`); !strings.Contains(says, say.restored) {
				t.Errorf("a worksheet says %q", says)
			}
			if pages := pagesOfPDF(t, s.pdf()); !strings.Contains(pages[0], say.version) {
				t.Errorf("its foot is in %.300q", pages[0])
			}
			pack := openPack(t, home)
			pack.open(home + page(packPage) + "#pack-sessions/event-1")
			inOrder(t, pagesOfPDF(t, printPack(pack))[0], say.contents)
			checkDocument(t, pack)
			gather := openSheet(t, home, page(gatherPage))
			gather.openFiles(plansOf(t)[0])
			if says := listed(gather, "1"); !strings.Contains(says[0], say.row) {
				t.Errorf("the gathering says %q", says)
			}
			questions := openTab(t, home)
			questions.open(home + page(presentPage))
			questions.press(" ")
			expectShown(questions, "space", say.shown, "#2")
			live := liveTabAt(t, home+page(livePage))
			live.press(" ")
			pass(live, "4")
			expectLive(live, "after four minutes", say.live)
		})
	}
}
