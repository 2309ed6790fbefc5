package content

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

func TestSettingsAreRead(t *testing.T) {
	site := load(t, files{
		"config.toml": `title = " Opas "
themes = ["theme", "own"]
[[languages]]
tag = "fi"
name = "Suomi"
title = "Sparrausopas"
topics = "Aiheet"
[publisher]
name = "THL"
email = "a@thl.fi"
address = "Helsinki"
[accessibility]
reviewed = 2026-11-21
status = "partial"
[contract]
areas = ["own-life"]
questions = 24
questions-per-area = 8
steps = 5
`, "own/words/fi.toml": "other = \"Muu\""})
	got := site.Settings
	if day := got.Statement.Reviewed; day.Format(time.DateOnly) != "2026-11-21" {
		t.Errorf("the statement was reviewed %s", day)
	}
	got.Statement.Reviewed = time.Time{}
	want := guide.Settings{
		Title: "Opas", Themes: []string{"theme", "own"}, File: "config.toml",
		Languages: []guide.Language{{Tag: "fi", Name: "Suomi", Title: "Sparrausopas", Topics: "Aiheet"}},
		Publisher: guide.Publisher{Name: "THL", Email: "a@thl.fi", Address: "Helsinki"},
		Statement: guide.Statement{Status: "partial"},
		Contract:  guide.Contract{Areas: []string{"own-life"}, QuestionsPerArea: 8, Counts: map[string]int{"question": 24, "step": 5}},
		Web:       guide.Web{Keep: 720 * time.Hour, Offline: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestSettingsThatAreLeftOutHaveDefaults(t *testing.T) {
	site := load(t, files{"config.toml": "title = \"Opas\"\n[[languages]]\ntag = \"fi\"\n", "themes/opas/words/fi.toml": "a = \"b\""})
	want := guide.Settings{
		Title: "Opas", Themes: []string{"themes/opas"}, File: "config.toml",
		Languages: []guide.Language{{Tag: "fi", Name: "fi", Title: "Opas", Topics: "Topics"}},
		Contract:  guide.Contract{Areas: []string{}, Counts: map[string]int{}},
		Web:       guide.Web{Keep: 720 * time.Hour, Offline: true},
	}
	if !reflect.DeepEqual(site.Settings, want) {
		t.Errorf("got  %+v\nwant %+v", site.Settings, want)
	}
}

func TestSettingsThatAreWrongAreReportedAtTheirKeys(t *testing.T) {
	for _, c := range []wrong{
		{"the file is missing", files{"config.toml": "-"}, []string{"config.toml file-missing error=reason-missing"}},
		{"the file is empty", files{"config.toml": "\n"}, []string{"config.toml settings-empty"}},
		{"the file isn't TOML", files{"config.toml": "title = \"Opas\"\nx y\n"}, []string{"config.toml:2:3 syntax-equals"}},
		{"nothing stands in it", files{"config.toml": "# nothing\n"},
			[]string{"config.toml:1:1 key-missing key=languages", "config.toml:1:1 key-missing key=title"}},
		{"a key is misspelt", files{"config.toml": "theme = [\"theme\"]\n" + someSettings}, []string{"config.toml:1:1 key-unknown key=theme suggestion=themes"}},
		{"a key of a table is misspelt", files{"config.toml": someSettings + "[contract]\nstep = 5\n"}, []string{"config.toml:6:1 key-unknown key=step suggestion=steps"}},
		{"a key of a language is misspelt", files{"config.toml": someSettings + "nam = \"Suomi\"\n"}, []string{"config.toml:5:1 key-unknown key=nam suggestion=name"}},
		{"a theme isn't there", files{"config.toml": "title = \"Opas\"\nthemes = [\"theme\", \"nowhere\", \"../out\"]\n[[languages]]\ntag = \"fi\"\n"},
			[]string{"config.toml:2:1 unknown-theme name=../out", "config.toml:2:1 unknown-theme name=nowhere"}},
		{"a language isn't one", files{"config.toml": "title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"../fi\"\n"},
			[]string{"config.toml:4:1 key-value key=tag value=../fi wanted=wanted-language"}},
		{"a language has no tag", files{"config.toml": "title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\nname = \"Suomi\""},
			[]string{"config.toml:3:1 key-missing key=tag"}},
		{"a status isn't one", files{"config.toml": someSettings + "[accessibility]\nstatus = \"good\"\n"},
			[]string{"config.toml:6:1 key-value key=status value=good wanted=wanted-one"}},
		{"a number is below zero", files{"config.toml": someSettings + "[contract]\nsteps = -1\n"},
			[]string{"config.toml:6:1 key-type found=type-number key=steps wanted=wanted-count"}},
		{"a table is a text", files{"config.toml": "publisher = \"THL\"\n" + someSettings}, []string{"config.toml:1:1 key-type found=type-text key=publisher wanted=wanted-table"}},
		{"languages are a text", files{"config.toml": "title = \"Opas\"\nlanguages = \"fi\"\n"},
			[]string{"config.toml:2:1 key-type found=type-text key=languages wanted=wanted-tables", "config.toml:2:1 key-missing key=languages"}},
	} {
		c.test(t)
	}
}

func TestALanguageHasATagOfItsOwn(t *testing.T) {
	for _, c := range []wrong{
		{"empty", files{"config.toml": "title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"\"\n"}, []string{"config.toml:4:1 key-missing key=tag"}},
		{"twice", files{"config.toml": someSettings + "[[languages]]\ntag = \"fi\"\n"},
			[]string{"config.toml:6:1 key-value key=tag value=fi wanted=wanted-other-language"}},
	} {
		c.test(t)
	}
}

func TestWordsOfALaterThemeGoBeforeThoseOfAnEarlierOne(t *testing.T) {
	words := firstLocale(t, files{
		"config.toml":         "title = \"Opas\"\nthemes = [\"theme\", \"own\"]\n[[languages]]\ntag = \"fi\"\n",
		"theme/words/fi.toml": "a = \"one\"\nb = \"one\"\n", "own/words/fi.toml": "\uFEFFb = \"two\"\r\nc = \"two\"\r\n",
	}).Words
	if want := map[string]string{"a": "one", "b": "two", "c": "two"}; !reflect.DeepEqual(words, want) {
		t.Errorf("the words are %v", words)
	}
}

func TestWordsThatATranslationLacksAreThoseOfTheFirstLanguage(t *testing.T) {
	two := someSettings + "[[languages]]\ntag = \"sv\"\n"
	fsys := project(files{
		"config.toml": two, "content/sv/_index.md": page(`title = "Hem"`, ""), "content/sv/words.toml": "c = \"tre\"\n",
		"theme/words/fi.toml": "a = \"yksi\"\nb = \"kaksi\"\nc = \"kolme\"\n", "theme/words/sv.toml": "a = \"ett\"\n",
	})
	want := []string{"theme/words/sv.toml words-partial count=1 first=fi language=sv name=b text=kaksi"}
	if got := problemsIn(t, fsys); !slices.Equal(got, want) {
		t.Errorf("the problems are %q", got)
	}
	site, _ := Load(fsys, Options{})
	if words, want := site.Locales[1].Words, map[string]string{"a": "ett", "b": "kaksi", "c": "tre"}; !reflect.DeepEqual(words, want) {
		t.Errorf("the words are %v", words)
	}
	delete(fsys, "theme/words/sv.toml")
	if site, _ := Load(fsys, Options{}); site == nil || site.Locales[1].Words["a"] != "yksi" {
		t.Error("a language without a file of words has none")
	}
}

func TestALanguageThatIsNotBegunLacksAHomePageAndNothingElse(t *testing.T) {
	want := []string{"content/sv home-missing file=content/sv/_index.md language=sv"}
	wrong{"no folder", files{"config.toml": someSettings + "[[languages]]\ntag = \"sv\"\ntitle = \"Guide\"\n", "theme/words/sv.toml": "skip = \"Hoppa\"\n"}, want}.test(t)
}

func TestWordsThatAreWrongAreReported(t *testing.T) {
	for _, c := range []wrong{
		{"none", files{"theme/words/fi.toml": "-", "theme/base.html": ""}, []string{"theme words-missing file=theme/words/fi.toml language=fi"}},
		{"a number", files{"theme/words/fi.toml": "a = \"b\"\nskip = 1\n"}, []string{"theme/words/fi.toml:2:1 key-type found=type-number key=skip wanted=type-text"}},
		{"curly quotes", files{"theme/words/fi.toml": "skip = ”Siirry”\n"}, []string{"theme/words/fi.toml:1:8 front-quotes"}},
		{"twice", files{"theme/words/fi.toml": "skip = \"a\"\nskip = \"b\"\n"}, []string{"theme/words/fi.toml:2:1 key-twice key=skip"}},
		{"not UTF-8", files{"theme/words/fi.toml": "skip = \"a\xff\"\n"}, []string{"theme/words/fi.toml:1:10 file-encoding-old encoding=IBM 850 (MS-DOS)"}},
	} {
		c.test(t)
	}
}
