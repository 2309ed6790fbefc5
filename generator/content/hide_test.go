package content

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// leftOut is the smallest project with pages of each kind that names others,
// less the pages of an ID.
func leftOut(t *testing.T, id string) *guide.Locale {
	t.Helper()
	return firstLocale(t, files{
		"config.toml":                 "title = \"Opas\"\nthemes = [\"theme\"]\nhide = [\"" + id + "\"]\n[[languages]]\ntag = \"fi\"\n",
		"content/fi/_index.md":        page("title = \"Koti\"\n[[course]]\ntitle = \"Kulku\"\npage = \"q/one.md\"\nprogramme = \"s/programme.md\"", "Lue [*yksi* kysymys](q/one.md#alku) ja [kerta](s/event.md).\n"),
		"content/fi/q/_index.md":      page("title = \"Q\"\nkind = \"question\"", ""),
		"content/fi/q/area.md":        page("title = \"Alue\"\nkind = \"area\"", ""),
		"content/fi/q/one.md":         page("title = \"Yksi\"\nnumber = 1\narea = \"area\"", ""),
		"content/fi/q/two.md":         page("title = \"Kaksi\"\nnumber = 2\narea = \"area\"", ""),
		"content/fi/s/_index.md":      page("title = \"S\"\nkind = \"session\"", ""),
		"content/fi/s/event.md":       page("title = \"Kerta\"\nminutes = 10\n[[agenda]]\ntitle = \"A\"\nminutes = 10\nquestions = [1, 2]", ""),
		"content/fi/s/programme.md":   page("title = \"Ohjelma\"\nkind = \"programme\"\nsessions = [\"event.md\"]", ""),
		"content/fi/w/_index.md":      page("title = \"W\"\nkind = \"worksheet\"", ""),
		"content/fi/w/plan.md":        page("title = \"Suunnitelma\"\naudience = \"group\"\nsessions = [\"../s/event.md\"]\nsteps = [1]", "```answer name=a\nA\n```\n```rows name=b\nB\nC | D\n```\n```questions numbers=\"1\"\n```\n"),
		"content/fi/w/gather.md":      page("title = \"Kokoa\"\nkind = \"gather\"\nworksheet = \"plan.md\"\nlabel = \"a\"\nrows = \"b\"", ""),
		"content/fi/steps/_index.md":  page("title = \"V\"\nkind = \"step\"", ""),
		"content/fi/steps/one.md":     page("title = \"Vaihe\"\nnumber = 1\nquestions = [1]\ntopics = [\"Nuoret\"]", ""),
		"content/fi/topics/_index.md": page("title = \"T\"\nkind = \"topic\"", ""),
		"content/fi/topics/young.md":  page("title = \"Nuoret\"", ""),
		"content/fi/topics/old.md":    page("title = \"Vanhat\"", ""),
	})
}

func TestWhatNamesAPageThatIsLeftOutDoesWithoutIt(t *testing.T) {
	for id, gone := range map[string][]string{
		"q":            {"q", "q/area", "q/one", "q/two"},
		"q/one":        {"q/one"},
		"q/area":       {"q/area", "q/one", "q/two"},
		"s":            {"s", "s/event", "s/programme"},
		"s/event":      {"s/event"},
		"s/programme":  {"s/programme"},
		"w/plan":       {"w/plan", "w/gather"},
		"steps/one":    {"steps/one"},
		"topics/young": {"topics/young"},
		"topics":       {"topics", "topics/young", "topics/old"},
	} {
		t.Run(id, func(t *testing.T) {
			l := leftOut(t, id)
			for _, id := range gone {
				if l.Page(id) != nil {
					t.Errorf("%s is still there", id)
				}
			}
			if len(l.Pages)+len(gone) != 16 || len(l.Hidden) != len(gone) {
				t.Errorf("there are %d pages, and %v are left out", len(l.Pages), l.Hidden)
			}
		})
	}
}

// blindToCase is a file system like those of Windows and macOS.
type blindToCase struct{ fs.FS }

func (f blindToCase) Open(name string) (fs.File, error) { return f.FS.Open(strings.ToLower(name)) }

func TestAPageToLeaveOutIsNamedLikeItsFile(t *testing.T) {
	for id, meant := range map[string]string{"A": "a", "content/fi/q/_index.md": "q", `content\fi\q\b.md`: "q/b", "q/": "q", "../fi/a": "", "local/a": "", "q/_index": "", "_index": ""} {
		fsys := blindToCase{project(files{
			"config.toml":            "title = \"Opas\"\nthemes = [\"theme\"]\nhide = ['" + id + "']\n[[languages]]\ntag = \"fi\"\n",
			"content/fi/a.md":        page("title = \"A\"", ""),
			"content/fi/local/a.md":  "A",
			"content/fi/q/_index.md": page("title = \"Q\"", ""),
			"content/fi/q/b.md":      page("title = \"B\"", ""),
		})}
		want := "config.toml:3:1 hide-unknown name=" + id
		if meant != "" {
			want += " suggestion=" + meant
		}
		if got := problemsIn(t, fsys); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q", id, got)
		}
	}
}

func TestALinkToAPageThatIsLeftOutIsPlainText(t *testing.T) {
	l := leftOut(t, "q/one")
	if want := `Lue <em>yksi</em> kysymys ja <a href="fi/s/event.html">kerta</a>.`; !strings.Contains(l.Home.HTML, want) {
		t.Errorf("the text is %s", l.Home.HTML)
	}
	if l.Home.Pictures.Course[0].Page != nil || l.Home.Pictures.Course[0].Programme == nil {
		t.Errorf("the course is %+v", l.Home.Pictures.Course)
	}
	if questions := l.Sessions()[0].Questions(); len(questions) != 1 || questions[0].Number != 2 {
		t.Errorf("the session has questions %v", questions)
	}
}

func TestWhatIsWrongWithAPageThatIsLeftOutStopsNothing(t *testing.T) {
	site := load(t, files{
		"config.toml":        "title = \"Opas\"\nthemes = [\"theme\"]\nhide = [\"a\"]\n[[languages]]\ntag = \"fi\"\n",
		"content/fi/a.md":    page("titel = 1", "<b>"),
		"content/fi/ab.md":   page("title = \"B\"", "[a](a.md)"),
		"content/fi/a/b.txt": "",
	})
	var ids []string
	for _, p := range site.Locales[0].Pages {
		ids = append(ids, p.ID)
	}
	if !slices.Equal(ids, []string{"", "ab"}) {
		t.Errorf("there are %q", ids)
	}
}
