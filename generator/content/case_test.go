package content_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/search"
	"sparrausopas/generator/theme"
)

// soundCases loads a guide with cases in which nothing may be wrong.
func soundCases(t *testing.T, fsys fstest.MapFS) *guide.Site {
	t.Helper()
	site, err := content.Load(fsys, content.WithCases())
	if err != nil {
		t.Fatal(err)
	}
	if problems := check.Run(site, fsys); len(problems) > 0 {
		t.Fatal(problems)
	}
	return site
}

// built makes the files of a site and of its search.
func built(t *testing.T, fsys fstest.MapFS) map[string]string {
	t.Helper()
	site := soundCases(t, fsys)
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, mutex := map[string]string{}, sync.Mutex{}
	emit := func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		all[name] = string(data)
		return nil
	}
	index, err := search.Count(site, emit)
	if err == nil {
		err = errors.Join(index.Write(), look.Render(site, search.Addresses(site), emit))
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAKindMoreIsBuiltAndFoundInSearch(t *testing.T) {
	var texts strings.Builder
	all := built(t, content.Cases())
	for name, data := range all {
		if strings.HasPrefix(name, "search/fi/texts-") {
			texts.WriteString(data)
		}
	}
	for place, want := range map[string][2]string{
		"its page":            {all["fi/c/first.html"], `Esimerkkilä 2024 <a href="../s/one.html">Alku</a>`},
		"the home page":       {all["index.html"], `<a href="fi/c/first.html">2024</a>`},
		"the search's filter": {all["fi/haku.html"], "Esimerkki"},
		"the index":           {all["search/fi/index.js"], `"case"`},
		"the words":           {all["search/fi/index.js"], "case-facts\\tPerustiedot"},
		"the searched texts":  {texts.String(), "Esimerkkilä · 2024"},
	} {
		if !strings.Contains(want[0], want[1]) {
			t.Errorf("%s has no %q:\n%s", place, want[1], want[0])
		}
	}
}

func TestAKindMoreIsBegunAndListed(t *testing.T) {
	fsys := content.Cases()
	begun, err := project.Begin(soundCases(t, fsys), project.Request{Kind: "case", Name: "Kirjasto kutsuu", Today: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"\nmunicipality = \"Esimerkkilä\"\n", "\nyear = 2026\n", "\n# steps = [1]\n"} {
		if !strings.Contains(string(begun.Text), line) {
			t.Errorf("the page begins without %q:\n%s", line, begun.Text)
		}
	}
	all := strings.ReplaceAll(string(begun.Text), "# steps", "steps")
	fsys[begun.File] = &fstest.MapFile{Data: []byte(all)}
	if p := soundCases(t, fsys).Locales[0].Page("c/kirjasto-kutsuu"); p == nil || p.Kind != "case" || len(p.Detail.(*content.Case).Steps) != 1 {
		t.Errorf("the page that was begun is %+v", p)
	}
	want := content.File{Path: "content/fi/c/kirjasto-kutsuu.md", Language: "fi", State: content.Published, Title: "Kirjasto kutsuu", Address: "fi/c/kirjasto-kutsuu.html"}
	if listed := content.List(fsys, content.WithCases()); !slices.Contains(listed, want) {
		t.Errorf("the list is %+v", listed)
	}
}

func TestAKindMoreIsChecked(t *testing.T) {
	for name, c := range map[string]struct{ front, rule string }{
		"a key is missing":            {"title = \"B\"\nyear = 2024", "key-missing"},
		"a value is no number":        {"title = \"B\"\nmunicipality = \"x\"\nyear = \"2024\"", "key-type"},
		"a number isn't written so":   {"title = \"B\"\nmunicipality = \"x\"\nyear = noin 2024", "syntax-number"},
		"a step that isn't there":     {"title = \"B\"\nmunicipality = \"x\"\nyear = 2024\nsteps = [9]", "unknown-step"},
		"another kind's key":          {"title = \"B\"\nmunicipality = \"x\"\nyear = 2024\narea = \"own-life\"", "key-unknown"},
		"a title for the second time": {"title = \"Kahvila\"\nmunicipality = \"x\"\nyear = 2024", "title-twice"},
	} {
		fsys := content.Cases()
		fsys["content/fi/c/second.md"] = &fstest.MapFile{Data: []byte("+++\n" + c.front + "\n+++\n")}
		site, err := content.Load(fsys, content.WithCases())
		problems, _ := errors.AsType[report.Problems](err)
		if site != nil {
			problems = append(problems, check.Run(site, fsys)...)
		}
		if !slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Rule == c.rule && p.Place.File == "content/fi/c/second.md" }) {
			t.Errorf("%s: the problems are\n%v", name, problems)
		}
	}
}
