package main

import (
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/build"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/report"
)

// loadGuide returns the real guide, which must have no problems. It is read for
// the first test that asks for it, and nobody changes it.
func loadGuide(t *testing.T) *guide.Site {
	t.Helper()
	site, err := readGuide()
	if err != nil {
		t.Fatal(err)
	}
	return site
}

var readGuide = sync.OnceValues(func() (*guide.Site, error) {
	site, _, err := build.Load(os.DirFS(".."), build.Settings{})
	return site, err
})

func TestTheGuideHasNoProblemsInContentOrOutput(t *testing.T) {
	problems, err := build.Check(build.Settings{Dir: ".."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		// Who answers for the guide is known when someone publishes it, and
		// when they look the statement and the pages over is up to them.
		if problem.Rule != "statement-contact" && problem.Rule != "statement-old" && problem.Rule != "page-old" {
			t.Error(problem)
		}
	}
}

func TestTheTranslationsOfTheGuideSayWhatItSays(t *testing.T) {
	for _, problem := range loadTranslations(t).warnings {
		if problem.Rule == "translation-differs" {
			t.Error(problem)
		}
	}
}

// translated is the guide with the languages in the making.
type translated struct {
	site     *guide.Site
	warnings report.Problems
	err      error
}

// loadTranslations returns the real guide in all languages, which is read for
// the first test that asks for it.
func loadTranslations(t *testing.T) translated {
	t.Helper()
	all := readTranslations()
	if all.err != nil || len(all.site.Locales) != 3 {
		t.Fatal("the guide isn't there in three languages", all.err)
	}
	return all
}

var readTranslations = sync.OnceValue(func() (all translated) {
	all.site, all.warnings, all.err = build.Load(os.DirFS(".."), build.Settings{Drafts: true})
	return all
})

func TestTheGuideIsCompleteInEachLanguage(t *testing.T) {
	for _, l := range loadGuide(t).Locales {
		if len(l.Questions()) != 24 || len(l.Areas()) != 3 || len(l.Steps()) != 5 {
			t.Errorf("%s has %d questions in %d areas and %d steps", l.Language, len(l.Questions()), len(l.Areas()), len(l.Steps()))
		}
		for _, area := range l.Areas() {
			if len(area.Questions) != 8 {
				t.Errorf("%s: area %s has %d questions", l.Language, area.Name, len(area.Questions))
			}
		}
		for _, q := range l.Questions() {
			if len(q.Sessions)+len(q.Steps) == 0 {
				t.Errorf("%s isn't used by any session or step", q.File)
			}
		}
	}
}

// seedPages are the parts of the source texts and the pages that hold them.
var seedPages = map[string]string{
	"what sparring is in short":                  "model/in-short",
	"description of the model":                   "model/how-it-works",
	"operating environment":                      "model/environment",
	"target group and customer understanding":    "model/target-group",
	"conditions for working and taking into use": "model/conditions",
	"who sparrs":                                          "model/who-sparrs",
	"example of a programme of three events":              "sessions/three-events",
	"tips for those who apply the model":                  "model/tips",
	"16 municipalities in the programme Kestävä kaupunki": "model/experiences",
	"how inclusion comes true in the model":               "model/evaluation-inclusion",
	"the model as a promising practice":                   "model/evaluation-practice",
	"summary and funding":                                 "model/funding",
	"why an inclusion programme":                          "programme/why",
	"examples of mapping questions":                       "questions/mapping",
	"1 form an inclusion group":                           "programme/01",
	"2 choose an inclusion officer":                       "programme/02",
	"3 map the needs":                                     "programme/03",
	"structures that promote inclusion":                   "programme/structures",
	"questions on structures":                             "questions/structures",
	"4 agree on results, means and evaluation":            "programme/04",
	"what is recorded of the results, means, evaluation":  "programme/eight-things",
	"5 record the actions":                                "programme/05",
	"examples of programmes":                              "programme/examples",
	"the three areas and the principles":                  "programme/principles",
}

func TestEveryPartOfTheSourcesHasItsPage(t *testing.T) {
	for _, l := range loadGuide(t).Locales {
		for part, id := range seedPages {
			if l.Page(id) == nil {
				t.Errorf("%s: %q should be on the page %s", l.Language, part, id)
			}
		}
	}
}

func TestEveryPageOfTheGuideHasASummaryAndSources(t *testing.T) {
	// Sections and pages on the site itself rest on no source.
	ownText := func(p *guide.Page) bool {
		return p.Kind == "section" || strings.HasPrefix(p.ID, "info/") || p.Kind == "home" || p.Kind == "search"
	}
	for _, l := range loadGuide(t).Locales {
		for _, p := range l.Pages {
			if p.Summary == "" || len([]rune(p.Summary)) > 180 {
				t.Errorf("%s: the summary has %d characters", p.File, len([]rune(p.Summary)))
			}
			if len(p.Sources) == 0 && !ownText(p) && p.ID != "glossary/tyopohja" {
				t.Errorf("%s names no source", p.File)
			}
			if p.Updated.IsZero() && p.Kind != "search" {
				t.Errorf("%s doesn't say when it was updated", p.File)
			}
		}
	}
}

func TestEverySourceIsUsedAndNamed(t *testing.T) {
	site := loadGuide(t)
	for _, source := range site.Sources {
		if len(source.Pages[site.Locales[0].Language]) == 0 {
			t.Errorf("no page names the source %s", source.Name)
		}
	}
}

func TestEveryGroupOfSynonymsHasAWordOfTheGuide(t *testing.T) {
	for _, l := range loadGuide(t).Locales {
		used, rules := usedWords(t, l), language.For(l.Language)
		for _, group := range l.Synonyms {
			found := 0
			for _, phrase := range group {
				if !slices.ContainsFunc(slices.Collect(language.Words(phrase)), func(word string) bool { return len([]rune(word)) > 2 && !used[word] && !used[rules.Stem(word)] }) {
					found++
				}
			}
			if found == 0 {
				t.Errorf("%s: the guide uses none of %q", l.Language, group)
			}
		}
	}
}

// usedWords are the words on the guide's pages: forms, their stems, and the lemmas
// and parts of compounds that the lexicon tells. Words of two letters aren't
// collected.
func usedWords(t *testing.T, l *guide.Locale) map[string]bool {
	t.Helper()
	var words lexicon.Words
	files, err := builtGuide()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if err := words.Add(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	used, rules := map[string]bool{}, language.For(l.Language)
	for _, form := range words.In(l.Language) {
		used[form], used[rules.Stem(form)] = true, true
		word := l.Lexicon[form]
		for _, lemma := range slices.AppendSeq(slices.Collect(word.Lemmas()), word.Parts()) {
			used[lemma] = true
		}
	}
	return used
}

func TestTwoBuildsOfTheGuideAreTheSameBytes(t *testing.T) {
	first, err := builtGuide()
	second, again := buildInMemory()
	if err := errors.Join(err, again); err != nil {
		t.Fatal(err)
	}
	if len(first) != len(second) {
		t.Fatalf("%d files, then %d", len(first), len(second))
	}
	for name, data := range first {
		if second[name] != data {
			t.Errorf("%s differs between two builds", name)
		}
	}
}

// builtGuide returns the files of the finished guide, which is built for the
// first test that asks for it.
var builtGuide = sync.OnceValues(buildInMemory)

func buildInMemory() (map[string]string, error) {
	var mutex sync.Mutex
	files := map[string]string{}
	_, _, err := build.Make(build.Settings{Dir: ".."}, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		files[name] = string(data)
		return nil
	})
	return files, err
}
