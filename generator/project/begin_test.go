package project

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

var today = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// threeLanguages is a guide in three languages with a page of each kind.
func threeLanguages() fstest.MapFS {
	fsys := fstest.MapFS{
		"config.toml": {Data: []byte("title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\n[[languages]]\ntag = \"sv\"\n[[languages]]\ntag = \"en\"\n" +
			"[contract]\nareas = [\"own-life\"]\nquestions = 2\nquestions-per-area = 2\nsteps = 1\n")},
		"content/sources.toml": {Data: []byte("[arvio]\ntitle = \"Arvio\"\npublisher = \"Sokra\"\n")},
	}
	for _, language := range []string{"fi", "sv", "en"} {
		add := func(name, front string) {
			fsys["content/"+language+"/"+name+".md"] = &fstest.MapFile{Data: []byte("+++\n" + front + "\n+++\n")}
		}
		fsys["theme/words/"+language+".toml"] = &fstest.MapFile{Data: []byte("skip = \"x\"\n")}
		add("_index", `title = "Etusivu"`)
		for _, kind := range []string{"question", "session", "worksheet", "page", "step"} {
			add(kind+"s/_index", `title = "`+kind+`"`+"\nkind = \""+kind+`"`)
		}
		add("questions/own-life", "title = \"Oma elämä\"\nkind = \"area\"")
		add("questions/01", "title = \"Ensin?\"\nslug = \"01-ensin\"\nnumber = 1\narea = \"own-life\"\nweight = 10\ntopics = [\"Palvelut\"]")
		add("questions/02", "title = \"Sitten?\"\nslug = \"02-sitten\"\nnumber = 2\narea = \"own-life\"\nweight = 20")
		add("sessions/event-1", "title = \"Kerta\"\nslug = \"1-kerta\"\nnumber = 1\nminutes = 10")
		add("steps/01", "title = \"Vaihe\"\nslug = \"1\"\nnumber = 1")
		add("pages/tips", "title = \"Vinkit\"\nslug = \"vinkit\"\nweight = 70")
	}
	return fsys
}

// load reads a guide with its drafts, in which no fault may be.
func load(t *testing.T, fsys fs.FS) *guide.Site {
	t.Helper()
	site, err := content.Load(fsys, content.Options{Drafts: true})
	var problems report.Problems
	if err != nil && !errors.As(err, &problems) {
		t.Fatal(err)
	}
	if site != nil {
		problems = append(problems, check.Run(site, fsys)...)
	}
	if faults, _ := problems.Part(); len(faults) > 0 {
		t.Fatalf("the guide has faults:\n%v", faults)
	}
	return site
}

// offered are keys in comments that need only their # taken away.
var offered = regexp.MustCompile(`(?m)^# (\[\[[a-z]+\]\]$|[a-z-]+ = )`)

func TestEveryPageThatIsBegunIsSoundAndSoIsEachKeyThatItOffers(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		for _, kind := range content.NewKinds() {
			t.Run(language+" "+kind, func(t *testing.T) {
				fsys := threeLanguages()
				name := `Kuka "päättää" C:\kansio {number} ja miten?`
				asked := Request{Kind: kind, Name: name, Section: kind + "s", Language: language, Today: today}
				page, err := Begin(load(t, fsys), asked)
				if err != nil {
					t.Fatal(err)
				}
				fsys[page.File] = &fstest.MapFile{Data: page.Text}
				site := load(t, fsys)
				made := madePage(site, page.File)
				if made == nil {
					t.Fatal("the page isn't part of the guide")
				}
				if made.Kind != kind || !strings.Contains(made.Title, `C:\kansio {number} ja miten?`) || !made.Draft {
					t.Errorf("the page is %+v", made.Head)
				}
				if left := regexp.MustCompile(`\{[a-z]+\}`).FindAll(page.Text, -1); len(left) != 1 {
					t.Errorf("places are left open: %s", left)
				}
				all := offered.ReplaceAll(page.Text, []byte("$1"))
				if string(all) == string(page.Text) {
					t.Error("it offers no keys")
				}
				fsys[page.File] = &fstest.MapFile{Data: all}
				load(t, fsys)
			})
		}
	}
}

func TestALanguageIsBegunFromItsHomePageSectionByPage(t *testing.T) {
	fsys := threeLanguages()
	for name := range fsys {
		if strings.HasPrefix(name, "content/sv/") && name != "content/sv/_index.md" {
			delete(fsys, name)
		}
	}
	for _, asked := range []Request{{Kind: "page", Name: "questions"}, {Kind: "page", Name: "questions/own-life"}, {Kind: "question", Name: "questions/02"}, {Kind: "page", Name: "sessions"}} {
		asked.Language, asked.Today = "sv", today
		page, err := Begin(load(t, fsys), asked)
		if err != nil {
			t.Fatalf("%s: %v", asked.Name, err)
		}
		fsys[page.File] = &fstest.MapFile{Data: page.Text}
	}
	if q, ok := load(t, fsys).Locales[1].Page("questions/02").Detail.(*guide.Question); !ok || q.Area == nil || q.Area.Name != "own-life" {
		t.Errorf("the question is %+v", q)
	}
}

func madePage(site *guide.Site, file string) *guide.Page {
	for _, l := range site.Locales {
		for _, p := range l.Pages {
			if p.File == file {
				return p
			}
		}
	}
	return nil
}

func TestAPageGetsItsFileItsNumberAndItsAddressFromTheOthers(t *testing.T) {
	for _, c := range []struct {
		asked Request
		file  string
		has   []string
	}{
		{Request{Kind: "question", Name: "Miten nuoret kuullaan?"}, "content/fi/questions/03.md",
			[]string{"number = 3", `slug = "03-miten-nuoret-kuullaan"`, "weight = 30", `area = "own-life"`, "updated = 2026-11-22"}},
		{Request{Kind: "step", Name: "Vakiinnuttakaa"}, "content/fi/steps/02.md", []string{"number = 2", `slug = "2-vakiinnuttakaa"`}},
		{Request{Kind: "session", Name: "Toinen kerta"}, "content/fi/sessions/event-2.md", []string{"number = 2", `slug = "2-toinen-kerta"`}},
		{Request{Kind: "worksheet", Name: "Yhteinen työ"}, "content/fi/worksheets/yhteinen-tyo.md", []string{`slug = "yhteinen-tyo"`, `# sessions = ["../sessions/event-1.md"]`}},
		{Request{Kind: "page", Name: "pages/Omat vinkit"}, "content/fi/pages/omat-vinkit.md", []string{`title = "Omat vinkit"`, "weight = 80"}},
		{Request{Kind: "page", Name: `content\fi\pages\omat.md`}, "content/fi/pages/omat.md", []string{`title = "omat"`}},
		{Request{Kind: "page", Name: "pages/2027"}, "content/fi/pages/2027.md", []string{`title = "2027"`}},
		{Request{Kind: "page", Name: "questions/Lisää kysymyksiä"}, "content/fi/questions/lisaa-kysymyksia.md", []string{`kind = "page"`}},
		{Request{Kind: "question", Name: "Kuka päättää ja/tai vastaa?"}, "content/fi/questions/03.md", []string{"ja/tai"}},
		{Request{Kind: "page", Name: "pages/Vinkit"}, "content/fi/pages/vinkit.md", []string{`slug = "vinkit-2"`}},
		{Request{Kind: "page", Name: "pages/Index"}, "content/fi/pages/index.md", []string{`slug = "index-2"`}},
		{Request{Kind: "worksheet", Name: strings.Repeat("pitkä sana ", 12)}, "content/fi/worksheets/pitka-sana-pitka-sana-pitka-sana-pitka-sana-pitka.md", nil},
		{Request{Kind: "question", Name: "Hur hörs unga?", Language: "sv"}, "content/sv/questions/03.md", []string{"Varför det är viktigt"}},
	} {
		c.asked.Today = today
		page, err := Begin(load(t, threeLanguages()), c.asked)
		if err != nil {
			t.Errorf("%+v: %v", c.asked, err)
			continue
		}
		if page.File != c.file {
			t.Errorf("%s: the file is %s, want %s", c.asked.Name, page.File, c.file)
		}
		for _, text := range c.has {
			if !strings.Contains(string(page.Text), text) {
				t.Errorf("%s: the page lacks %s:\n%s", c.asked.Name, text, page.Text)
			}
		}
	}
}

func TestAWishThatCannotBeIsRefused(t *testing.T) {
	for _, c := range []struct {
		asked Request
		want  string
	}{
		{Request{Kind: "question", Name: "  "}, "new-name-missing"},
		{Request{Kind: "page", Name: "pages/"}, "new-name-missing"},
		{Request{Kind: "question", Name: "???"}, "new-name-letters"},
		{Request{Kind: "question", Name: "07"}, "new-name-number"},
		{Request{Kind: "session", Name: "sessions/2.md"}, "new-name-number"},
		{Request{Kind: "step", Name: "#2.", Language: "sv"}, "new-name-number"},
		{Request{Kind: "page", Name: "../../secret"}, "new-outside"},
		{Request{Kind: "page", Name: "/etc/page"}, "new-outside"},
		{Request{Kind: "page", Name: `C:\page`}, "new-outside"},
		{Request{Kind: "page", Name: "Sivu", Section: "../sv"}, "new-outside"},
		{Request{Kind: "page", Name: "Sivu"}, "new-section-missing"},
		{Request{Kind: "page", Name: "pagse/Sivu"}, "new-section-unknown"},
		{Request{Kind: "page", Name: "Sivu", Section: "pages/tips"}, "new-section-unknown"},
		{Request{Kind: "page", Name: "pages/tips"}, "new-exists"},
		{Request{Kind: "page", Name: "pages/Sivu", Language: "se"}, "new-language-unknown"},
		{Request{Kind: "question", Name: "questions/02", Language: "sv"}, "new-exists"},
	} {
		page, err := Begin(load(t, threeLanguages()), c.asked)
		var refusal *report.Refusal
		if !errors.As(err, &refusal) || refusal.Rule != c.want {
			t.Errorf("%+v: got %v and %s, want %s", c.asked, err, page.File, c.want)
		}
	}
}

func TestAGuideWithoutASectionOrAnAreaSaysWhatIsMissing(t *testing.T) {
	fsys := threeLanguages()
	delete(fsys, "config.toml")
	fsys["config.toml"] = &fstest.MapFile{Data: []byte("title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\n")}
	for name := range fsys {
		if strings.HasPrefix(name, "content/fi/questions/0") || strings.HasPrefix(name, "content/fi/steps/") || name == "content/fi/questions/own-life.md" {
			delete(fsys, name)
		}
	}
	for kind, want := range map[string]string{"question": "new-area-missing", "step": "new-section-none"} {
		_, err := Begin(load(t, fsys), Request{Kind: kind, Name: "Uusi", Today: today})
		var refusal *report.Refusal
		if !errors.As(err, &refusal) || refusal.Rule != want {
			t.Errorf("%s: got %v, want %s", kind, err, want)
		}
	}
}

func TestATranslationHasThePathTheNumberAndTheAreaOfItsOriginal(t *testing.T) {
	fsys := threeLanguages()
	delete(fsys, "content/sv/questions/02.md")
	asked := Request{Kind: "question", Name: "content/fi/questions/02.md", Language: "sv", Today: today}
	// Until it is there, the contract isn't met.
	site, _ := content.Load(fsys, content.Options{Drafts: true})
	page, err := Begin(site, asked)
	if err != nil {
		t.Fatal(err)
	}
	fsys[page.File] = &fstest.MapFile{Data: page.Text}
	load(t, fsys)
	for _, text := range []string{"number = 2\n", "weight = 20\n", `area = "own-life"`, `title = "Sitten?"`, "# Översättning av content/fi/questions/02.md\n"} {
		if page.File != "content/sv/questions/02.md" || !strings.Contains(string(page.Text), text) {
			t.Errorf("%s lacks %s:\n%s", page.File, text, page.Text)
		}
	}
}

func TestAPageCanBeTranslatedBeforeItsSection(t *testing.T) {
	fsys := threeLanguages()
	delete(fsys, "content/sv/questions/01.md")
	for name := range fsys {
		if strings.HasPrefix(name, "content/sv/sessions/") {
			delete(fsys, name)
		}
	}
	site, _ := content.Load(fsys, content.Options{Drafts: true})
	for _, c := range []struct{ kind, name, want string }{
		{"session", "sessions/event-1", ""},
		{"page", "questions/01", "new-translation-kind"},
		{"page", "sessions", ""},
	} {
		page, err := Begin(site, Request{Kind: c.kind, Name: c.name, Language: "sv", Today: today})
		var refusal *report.Refusal
		got := ""
		if errors.As(err, &refusal) {
			got = refusal.Rule
		}
		if got != c.want {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
		if c.name == "sessions" && (page.File != "content/sv/sessions/_index.md" || !strings.Contains(string(page.Text), `kind = "session"`)) {
			t.Errorf("the section is %s:\n%s", page.File, page.Text)
		}
	}
}

func TestTheFirstFreeNumberIsTaken(t *testing.T) {
	fsys := threeLanguages()
	fsys["content/fi/questions/04.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Luonnos?\"\nnumber = 4\narea = \"own-life\"\ndraft = true\n+++\n")}
	for _, want := range []int{3, 5} {
		page, err := Begin(load(t, fsys), Request{Kind: "question", Name: fmt.Sprint("Uusi ", want), Today: today})
		if err != nil || page.Number != want {
			t.Errorf("got %d and %v, want %d", page.Number, err, want)
		}
		fsys[page.File] = &fstest.MapFile{Data: page.Text}
	}
}
