package content

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// someSettings are those of the smallest project.
const someSettings = "title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\n"

// files are a project's files that differ from the smallest one; one that is
// "-" is taken away.
type files map[string]string

// project is the smallest project, with these files in it.
func project(changed files) fstest.MapFS {
	all := files{
		"config.toml":          someSettings,
		"theme/words/fi.toml":  "skip = \"Siirry sisältöön\"\n",
		"content/fi/_index.md": page(`title = "Etusivu"`, ""),
	}
	maps.Copy(all, changed)
	fsys := fstest.MapFS{}
	for name, text := range all {
		if text != "-" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

func page(front, text string) string { return "+++\n" + front + "\n+++\n" + text }

// load loads a project in which nothing may be wrong.
func load(t *testing.T, changed files) *guide.Site {
	t.Helper()
	site, err := Load(project(changed), Options{})
	if err != nil {
		t.Fatalf("the project isn't sound:\n%v", err)
	}
	return site
}

// locale loads a project and gives its first locale.
func firstLocale(t *testing.T, changed files) *guide.Locale {
	t.Helper()
	return load(t, changed).Locales[0]
}

// problems loads a project and returns what is wrong with it: place, rule and
// values, one a line.
func problemsIn(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	_, err := Load(fsys, Options{})
	var problems report.Problems
	if err != nil && !errors.As(err, &problems) {
		t.Fatalf("the error isn't a list of problems: %v", err)
	}
	var lines []string
	for _, p := range problems {
		var line strings.Builder
		line.WriteString(p.Place.String() + " " + p.Rule)
		for _, name := range slices.Sorted(maps.Keys(p.Values)) {
			if value := p.Values[name]; value != "" && name != "known" && name != "example" {
				line.WriteString(fmt.Sprintf(" %s=%v", name, value))
			}
		}
		lines = append(lines, line.String())
	}
	return lines
}

// wrong is a project and what must be found wrong with it.
type wrong struct {
	rule  string
	files files
	want  []string
}

func (c wrong) test(t *testing.T) {
	t.Run(c.rule, func(t *testing.T) {
		if got := problemsIn(t, project(c.files)); !slices.Equal(got, c.want) {
			t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
		}
	})
}

func TestSmallestProjectIsSound(t *testing.T) {
	site := load(t, nil)
	l := site.Locales[0]
	if l.Home.Kind != "home" || l.Home.Address != "index.html" || l.Home.Title != "Etusivu" || l.Words["skip"] != "Siirry sisältöön" {
		t.Errorf("the edition is %+v", l)
	}
	if len(l.Pages) != 1 || len(site.Sources) > 0 || len(site.Files) > 0 {
		t.Errorf("the site is %+v", site)
	}
}

func TestEverythingThatIsWrongIsReportedAtOnceAndInOrder(t *testing.T) {
	wrong{"", files{
		"content/sources.toml": "[a]\npublisher = \"THL\"\ntitle = 1\n",
		"content/fi/a.md":      page("titel = 1", ""),
		"content/fi/b.md":      "text",
		"content/fi/c.md":      page("title = \"C\"", "<b>"),
		"content/fi/d.md":      page("title = \"D\"\nweight = \"1\"", ""),
		"content/fi/ö.md":      page("title = \"Ö\"", ""),
		"theme/words/fi.toml":  "a = 1\n",
	}, []string{
		"content/fi/a.md:2:1 key-unknown key=titel suggestion=title",
		"content/fi/b.md:1:1 front-missing",
		"content/fi/c.md:4:1 html-in-text html=<b>",
		"content/fi/d.md:3:1 key-type found=type-text key=weight wanted=wanted-whole",
		"content/fi/ö.md file-name name=ö.md suggestion=o.md",
		"content/sources.toml:3:1 key-type found=type-number key=title wanted=type-text",
		"theme/words/fi.toml:1:1 key-type found=type-number key=a wanted=type-text",
	}}.test(t)
}

func TestLoadGivesNoSiteIfPagesCouldNotBeRead(t *testing.T) {
	if site, err := Load(project(files{"content/fi/a.md": "text"}), Options{}); site != nil || err == nil {
		t.Errorf("the site is %v, the error %v", site, err)
	}
	if site, err := Load(project(files{"content/fi/a.md": page(`title = "A"`, "[b](b.md)")}), Options{}); site == nil || err == nil {
		t.Errorf("with a broken link alone, the site is %v, the error %v", site, err)
	}
}

func TestTwoLoadsOfAProjectFindTheSameProblems(t *testing.T) {
	fsys := project(files{"content/fi/a.md": page("a = 1\nb = 2\nc = 3\nd = 4\ne = 5", "[x](y.md) [z](w.md) <b>")})
	first := problemsIn(t, fsys)
	for range 20 {
		if again := problemsIn(t, fsys); !slices.Equal(again, first) {
			t.Fatalf("first %q, then %q", first, again)
		}
	}
}

func TestEveryLanguageIsALocale(t *testing.T) {
	site := load(t, files{
		"config.toml":          someSettings + "[[languages]]\ntag = \"sv\"\nname = \"Svenska\"\n",
		"theme/words/sv.toml":  "skip = \"Till innehållet\"\n",
		"content/sv/_index.md": page(`title = "Hem"`, ""),
		"content/sv/a.md":      page(`title = "A"`, ""),
		"content/fi/a.md":      page(`title = "A"`, ""),
	})
	sv := site.Locales[1]
	if sv.Language != "sv" || sv.Name != "Svenska" || sv.Words["skip"] != "Till innehållet" || sv.Page("a").Address != "sv/a.html" {
		t.Errorf("the Swedish edition is %+v", sv)
	}
	if sv.Home.Address != "sv/index.html" || site.Locales[0].Home.Address != "index.html" {
		t.Errorf("the home pages are %s and %s", site.Locales[0].Home.Address, sv.Home.Address)
	}
	if got := site.Translations("a"); len(got) != 2 {
		t.Errorf("the page has translations %v", got)
	}
}

func TestFirstLanguagesOwnAddressLeadsToTheHomePageOfTheSite(t *testing.T) {
	if got := firstLocale(t, nil).Home.Aliases; !slices.Equal(got, []string{"fi/index.html"}) {
		t.Errorf("the aliases are %q", got)
	}
}
