package content

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// edited loads an edition of the smallest project: its own files over those of
// the project.
func edited(own, base files) (*guide.Site, error) {
	above := fstest.MapFS{}
	for name, text := range own {
		above[name] = &fstest.MapFile{Data: []byte(text)}
	}
	below := project(base)
	layers := []Layer{{FS: above}, {Name: "../base", FS: below}}
	return Load(Join(layers...), Options{Layers: layers})
}

// soundLocale loads an edition in which nothing may be wrong, and gives its
// first language.
func soundLocale(t *testing.T, own, base files) (*guide.Site, *guide.Locale) {
	t.Helper()
	site, err := edited(own, base)
	if err != nil {
		t.Fatalf("the edition isn't sound:\n%v", err)
	}
	return site, site.Locales[0]
}

// wrongIn returns place and rule of what is wrong with an edition, and what is
// suggested.
func wrongIn(own, base files) []string {
	_, err := edited(own, base)
	var problems report.Problems
	errors.As(err, &problems)
	var lines []string
	for _, p := range problems {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Place, p.Rule, p.Values["suggestion"])))
	}
	return lines
}

func TestSettingsOfAnEditionGoBeforeThoseOfItsBase(t *testing.T) {
	site, _ := soundLocale(t, files{"config.toml": `base = "../base"
title = "Oma opas"
[publisher]
name = "Esimerkkilä"
[contract]
steps = 0
`}, files{"config.toml": `title = "Opas"
base-url = "https://example.org/"
themes = ["theme"]
hide = ["a"]
[[languages]]
tag = "fi"
[publisher]
name = "Yhteinen"
email = "a@example.org"
[contract]
steps = 5
`, "content/fi/a.md": page(`title = "A"`, "")})
	s := site.Settings
	if s.Title != "Oma opas" || s.Publisher != (guide.Publisher{Name: "Esimerkkilä", Email: "a@example.org"}) || s.Contract.Counts["step"] != 0 {
		t.Errorf("the settings are %+v", s)
	}
	if len(s.Languages) != 1 || !slices.Equal(s.Themes, []string{"theme"}) || !slices.Equal(s.Hide, []string{"a"}) {
		t.Errorf("of the base there are %+v", s)
	}
	if s.Web.Base != "" {
		t.Errorf("an edition has the address of its base: %s", s.Web.Base)
	}
}

func TestListsOfAnEditionTakeThePlaceOfThoseOfItsBase(t *testing.T) {
	site, _ := soundLocale(t, files{"config.toml": "base = \"../base\"\nthemes = [\"theme\", \"oma\"]\nhide = [\"b\"]\n[[languages]]\ntag = \"fi\"\nname = \"Suomeksi\"\n",
		"oma/words/fi.toml": "skip = \"Ohita\"\n"}, files{
		"config.toml":          "title = \"Opas\"\nthemes = [\"theme\"]\nhide = [\"a\"]\n[[languages]]\ntag = \"fi\"\n[[languages]]\ntag = \"sv\"\n",
		"content/fi/a.md":      page(`title = "A"`, ""),
		"content/fi/b.md":      page(`title = "B"`, ""),
		"content/sv/_index.md": page(`title = "Hem"`, "")})
	if len(site.Locales) != 1 || site.Locales[0].Name != "Suomeksi" || site.Locales[0].Words["skip"] != "Ohita" {
		t.Errorf("the languages are %+v", site.Settings.Languages)
	}
	if !slices.Equal(site.Settings.Hide, []string{"b", "a"}) || len(site.Locales[0].Pages) != 1 {
		t.Errorf("left out are %v", site.Settings.Hide)
	}
}

func TestWhatIsWrongWithSettingsIsReportedInTheFileThatHasThem(t *testing.T) {
	for rule, c := range map[string]struct {
		own, base string
		want      []string
	}{
		"its own":            {"base = 1\ntitel = \"A\"\n", someSettings, []string{"config.toml:1:1 key-type", "config.toml:2:1 key-unknown title"}},
		"the base's":         {"base = \"x\"\n", someSettings + "[publisher]\nnam = \"A\"\nemail = 1\n", []string{"../base/config.toml:6:1 key-unknown name", "../base/config.toml:7:1 key-type"}},
		"no TOML":            {"base = \"x\"\n", "title = \n", []string{"../base/config.toml:1:"}},
		"nobody has the key": {"base = \"x\"\n", "themes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\n", []string{"config.toml:1:1 key-missing"}},
		"a page left out":    {"hide = [\"content/fi/a.md\", \"questions/1\"]\n", someSettings, []string{"config.toml:1:1 hide-unknown", "config.toml:1:1 hide-unknown a"}},
	} {
		got := wrongIn(files{"config.toml": c.own}, files{"config.toml": c.base, "content/fi/a.md": page(`title = "A"`, "")})
		slices.Sort(got)
		if !slices.EqualFunc(got, c.want, strings.HasPrefix) {
			t.Errorf("%s: %q", rule, got)
		}
	}
}

func TestFilesThatAreListsAreJoined(t *testing.T) {
	site, l := soundLocale(t, files{
		"config.toml":             "base = \"../base\"\n",
		"content/sources.toml":    "[own]\ntitle = \"Oma\"\npublisher = \"E\"\n[b]\ntitle = \"Oma B\"\npublisher = \"E\"\n",
		"content/fi/synonyms.txt": "kylä = taajama\nkunta = kaupunki\n",
		"content/fi/lexicon.tsv":  "kunta\toma\nkylä\tkylä\n",
		"content/fi/words.toml":   "skip = \"Ohita\"\n",
	}, files{
		"content/sources.toml":    "[a]\ntitle = \"A\"\npublisher = \"E\"\n[b]\ntitle = \"B\"\npublisher = \"E\"\n",
		"content/fi/synonyms.txt": "kunta = kuntaorganisaatio\nvalmennus = sparraus\n",
		"content/fi/lexicon.tsv":  "kunta\tkunta\nopas\topas\n",
	})
	var sources []string
	for _, source := range site.Sources {
		sources = append(sources, source.Name+" "+source.Title)
	}
	if want := []string{"a A", "b Oma B", "own Oma"}; !slices.Equal(sources, want) {
		t.Errorf("the sources are %q", sources)
	}
	if got := fmt.Sprint(l.Synonyms); got != "[[kylä taajama] [kunta kaupunki kuntaorganisaatio] [valmennus sparraus]]" {
		t.Errorf("the synonyms are %s", got)
	}
	if words := slices.Sorted(maps.Keys(l.Lexicon)); !slices.Equal(words, []string{"kunta", "kylä", "opas"}) || l.Lexicon["kunta"] != "oma" {
		t.Errorf("the lexicon is %v", l.Lexicon)
	}
	if l.Words["skip"] != "Ohita" {
		t.Errorf("the words are %v", l.Words)
	}
}

func TestGroupsOfSynonymsThatAWordJoinsAreOne(t *testing.T) {
	joined := &senses{at: map[string]int{}}
	for _, group := range [][]string{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"b", "x", "e"}} {
		joined.add(group)
	}
	if got := fmt.Sprint(joined.all()); got != "[[a b e f x] [c d]]" {
		t.Errorf("the groups are %s", got)
	}
}

func TestAWordThatNoThemeHasIsReported(t *testing.T) {
	got := wrongIn(files{"config.toml": "base = \"x\"\n", "content/fi/words.toml": "skp = \"Ohita\"\n"}, nil)
	if want := []string{"content/fi/words.toml:1:1 own-word skip"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestWithoutItsOwnLexiconAnEditionHasThatOfItsBase(t *testing.T) {
	layer := func(text string) Layer {
		return Layer{FS: fstest.MapFS{"content/fi/lexicon.tsv": {Data: []byte(text)}}}
	}
	words, problems := loadLexicons([]Layer{layer("oma\toma\n"), layer("opas\topas\n")}, "fi", true, nil)
	if _, own := words["oma"]; own || len(words) != 1 || len(problems) > 0 {
		t.Errorf("the words are %v, the problems %v", words, problems)
	}
}

func TestTheSettingsThatAnEditionMakesAreNamed(t *testing.T) {
	fsys := fstest.MapFS{"config.toml": {Data: []byte("base = \"x\"\nhide = [\"a\"]\ntitle = \"B\"\n[brand]\nname = \"C\"\ncolour = \"#000\"\n[[languages]]\ntag = \"fi\"\n[[languages]]\ntag = \"sv\"\n[accessibility]\n[[accessibility.faults]]\nwhat = \"A\"\n")}}
	if got := SettingsIn(fsys); !slices.Equal(got, []string{"title", "brand.name", "brand.colour", "languages", "accessibility.faults"}) {
		t.Errorf("the settings are %q", got)
	}
}

func TestTheFirstLanguageIsOneThatIsShown(t *testing.T) {
	for config, want := range map[string]string{
		"[[languages]]\ntag = \"sv\"\ndraft = true\n[[languages]]\ntag = \"fi\"\n": "fi",
		"[[languages]]\ntag = \"sv\"\n[[languages]]\ntag = \"fi\"\n":               "sv",
		"[[languages]]\ntag = \"sv\"\ndraft = true\n":                              "",
		"languages = 3": "",
	} {
		if got := FirstLanguage(project(files{"config.toml": config})); got != want {
			t.Errorf("of %q it is %q, not %q", config, got, want)
		}
	}
}
