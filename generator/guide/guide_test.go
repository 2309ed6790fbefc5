package guide

import (
	"math/rand/v2"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
)

func TestRelativeNamesTheFileOfItsTarget(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "index.html", "index.html"},
		{"index.html", "fi/malli/index.html", "fi/malli/index.html"},
		{"fi/malli/vinkit.html", "fi/index.html", "../index.html"},
		{"fi/malli/vinkit.html", "fi/malli/index.html", "index.html"},
		{"fi/malli/vinkit.html", "fi/mallit/index.html", "../mallit/index.html"},
		{"fi/a/b/c.html", "sv/d.html", "../../../sv/d.html"},
		{"fi/a.html", "fi/a/b.html", "a/b.html"},
		{"fi/ab.html", "fi/ac.html", "ac.html"},
	} {
		if got := Relative(c.from, c.to); got != c.want {
			t.Errorf("Relative(%q, %q) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestAGroupFitsWhereItsNumberIsBetweenThoseOfTheWords(t *testing.T) {
	for _, c := range []struct {
		people People
		want   []int
	}{
		{"", []int{5, 15, 25}},
		{"koko ryhmä", []int{5, 15, 25}},
		{"4–30 osallistujaa", []int{5, 15, 25}},
		{"4–8 esihenkilöä", []int{5}},
		{"8–20", []int{15}},
		{"enintään 20 osallistujaa", []int{5, 15}},
	} {
		var fit []int
		for _, group := range []int{5, 15, 25} {
			if c.people.Fit(group) {
				fit = append(fit, group)
			}
		}
		if !slices.Equal(fit, c.want) {
			t.Errorf("%q is for %v, want %v", c.people, fit, c.want)
		}
	}
}

func TestRelativeLeadsFromEveryAddressToEveryOther(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		from, to := randomAddress(random), randomAddress(random)
		link := Relative(from, to)
		if got := path.Join(path.Dir(from), link); got != to {
			t.Fatalf("from %s, %s leads to %s, not to %s", from, link, got, to)
		}
		base, err := url.Parse("file:///site/" + from)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := base.Parse(link); err != nil || got.Path != "/site/"+to {
			t.Fatalf("from %s, a browser follows %s to %v (%v), not to %s", from, link, got, err, to)
		}
	}
}

// randomAddress is made of few letters, so that much is in common.
func randomAddress(random *rand.Rand) string {
	parts := make([]string, 1+random.IntN(5))
	for i := range parts {
		parts[i] = strings.Repeat("a", 1+random.IntN(2)) + []string{"", "b", "-c"}[random.IntN(3)]
	}
	return path.Join(parts...) + ".html"
}

func TestAWorksheetBelongsToProgrammesAndToSessionsOfNone(t *testing.T) {
	three, five := &Programme{Page: &Page{Head: Head{Title: "three"}}}, &Programme{Page: &Page{Head: Head{Title: "five"}}}
	session := func(title string, programmes ...*Programme) *Session {
		return &Session{Page: &Page{Head: Head{Title: title}}, Programmes: programmes}
	}
	w := &Worksheet{Sessions: []*Session{session("1", three), session("alone"), session("2", three, five), session("3", five)}}
	var titles []string
	for _, p := range w.Belongs() {
		titles = append(titles, p.Title)
	}
	if got := strings.Join(titles, " "); got != "three alone five" {
		t.Errorf("it belongs to %s", got)
	}
}

func site() (*Site, *Page, *Page, *Page) {
	home := &Page{Kind: "home"}
	section := &Page{ID: "questions", Kind: "section", Tree: Tree{Parent: home}}
	question := &Page{ID: "questions/07", Kind: "question", Tree: Tree{Parent: section}}
	home.Children, section.Children = []*Page{section}, []*Page{question}
	fi := &Locale{Language: "fi", Home: home, Pages: []*Page{home, section, question}}
	fi.Index()
	sv := &Locale{Language: "sv", Home: home, Pages: []*Page{home}}
	sv.Index()
	return &Site{Locales: []*Locale{fi, sv}}, home, section, question
}

func TestLocaleFindsPagesByIDAndByKind(t *testing.T) {
	s, home, section, question := site()
	l := s.Locales[0]
	if l.Page("") != home || l.Page("questions/07") != question || l.Page("questions/08") != nil {
		t.Error("pages aren't found by their IDs")
	}
	if l.Find("section") != section || l.Find("term") != nil {
		t.Error("pages aren't found by their kinds")
	}
	if got := l.Sections(); len(got) != 1 || got[0] != section {
		t.Errorf("the sections are %v", got)
	}
}

func TestTranslationsAreThePagesWithTheSameID(t *testing.T) {
	s, home, _, question := site()
	if got := s.Translations(""); len(got) != 2 || got[0].Page != home || got[1].Locale.Language != "sv" {
		t.Errorf("the home page has translations %v", got)
	}
	if got := s.Translations(question.ID); len(got) != 1 {
		t.Errorf("the question has translations %v", got)
	}
}

func TestPathLeadsFromHomeToThePage(t *testing.T) {
	_, home, section, question := site()
	if got := question.Path(); len(got) != 2 || got[0] != home || got[1] != section {
		t.Errorf("the path is %v", got)
	}
	if home.Path() != nil || home.Section() != nil {
		t.Error("Home has something above it")
	}
	if section.Section() != section || question.Section() != section {
		t.Error("the section isn't the one under Home")
	}
}

func TestLabelIsTheShortTitleIfThereIsOne(t *testing.T) {
	for want, head := range map[string]Head{"Short": {Title: "Long", Short: "Short"}, "Long": {Title: "Long"}} {
		if got := head.Label(); got != want {
			t.Errorf("the label is %q, want %q", got, want)
		}
	}
}

func TestHasHeadingKnowsIDsOfTheBody(t *testing.T) {
	p := &Page{Text: Text{Headings: []Heading{{Level: 2, ID: "alku", Text: "Alku"}}}}
	if !p.HasHeading("alku") || p.HasHeading("Alku") || p.HasHeading("") {
		t.Error("headings aren't found by their ids")
	}
}

func TestQuestionsOfASessionComeOnceInTheOrderOfTheAgenda(t *testing.T) {
	one, two, three := &Question{Page: &Page{ID: "1"}}, &Question{Page: &Page{ID: "2"}}, &Question{Page: &Page{ID: "3"}}
	s := &Session{Agenda: []Item{{Questions: []*Question{three, one}}, {}, {Questions: []*Question{one, two}}}}
	if got := s.Questions(); len(got) != 3 || got[0] != three || got[1] != one || got[2] != two {
		t.Errorf("the questions are %v", got)
	}
}

func TestEveryKindIsADetail(t *testing.T) {
	for _, d := range []Detail{&Area{}, &Question{}, &Step{}, &Session{}, &Programme{}, &Term{}, &Topic{}} {
		d.detail()
	}
}

func TestAPageThatTheProgramMadeComesFromTheOneThatNamesItsTopic(t *testing.T) {
	namer := &Page{File: "content/fi/a.md"}
	topic, section := &Page{}, &Page{}
	topic.Detail = &Topic{Page: topic, Pages: []*Page{namer}}
	section.Children = []*Page{topic}
	for rule, c := range map[string]struct {
		page, want *Page
		key        string
	}{
		"a page of content": {namer, namer, "slug"}, "a topic": {topic, namer, "topics"}, "the section of topics": {section, namer, "topics"},
	} {
		if page, key := c.page.Origin("slug"); page != c.want || key != c.key {
			t.Errorf("%s comes from %s of %v", rule, key, page)
		}
	}
}

func TestAWordOfTheLexiconIsTakenApart(t *testing.T) {
	lemmas, parts := []string{"kuntalaki", "kuntalai"}, []string{"kunta", "laki"}
	word := NewWord(lemmas, parts, "kunta|lain")
	if !slices.Equal(slices.Collect(word.Lemmas()), lemmas) || !slices.Equal(slices.Collect(word.Parts()), parts) || word.Borders() != "kunta|lain" {
		t.Errorf("%q is taken apart wrongly", word)
	}
	if bare := NewWord(nil, nil, ""); bare != "" || bare.IsKnown() || len(slices.Collect(bare.Lemmas())) > 0 || bare.Borders() != "" {
		t.Errorf("a word that isn't known is %q", bare)
	}
}
