package theme

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

// titled is a locale with pages of these titles under Home.
func titled(tag string, titles ...string) *View {
	home := &guide.Page{Kind: "home", Head: guide.Head{Title: "Koti"}}
	l := &guide.Locale{Language: tag, Home: home, Pages: []*guide.Page{home}}
	for i, title := range titles {
		p := &guide.Page{ID: fmt.Sprintf("%06d", i), Kind: "page", Head: guide.Head{Title: title}, Tree: guide.Tree{Parent: home}}
		l.Pages = append(l.Pages, p)
	}
	l.Pages = append(l.Pages, &guide.Page{ID: "search", Kind: "search", Head: guide.Head{Title: "Haku"}})
	l.Index()
	return &View{Locale: l}
}

// written is an alphabet as one line.
func written(letters []Letter) string {
	var out []string
	for _, letter := range letters {
		var titles []string
		for _, entry := range letter.Entries {
			titles = append(titles, entry.Title)
		}
		out = append(out, letter.Name+": "+strings.Join(titles, ", "))
	}
	return strings.Join(out, "; ")
}

func TestTheAlphabetHasAllPagesButHomeAndSearchInTheOrderOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ rule, tag, titles, want string }{
		{"å, ä and ö are letters of their own", "fi", "öljy|Äiti|åland|zeniitti|apu|Asukas", "A: apu, Asukas; Z: zeniitti; Å: åland; Ä: Äiti; Ö: öljy"},
		{"in English they aren't", "en", "zebra|Öre|Oasis|apple|Åland", "A: Åland, apple; O: Oasis, Öre; Z: zebra"},
		{"a quote in front doesn't count", "fi", "”Beta” on|gamma|(alfa)|delta", "A: (alfa); B: ”Beta” on; D: delta; G: gamma"},
		{"digits come first, signs last", "fi", "§ 1|apu|24 kysymystä|10 vinkkiä|ääni", "0–9: 10 vinkkiä, 24 kysymystä; A: apu; Ä: ääni; #: § 1"},
		{"each letter comes once", "fi", "vesi|wiki|voima|valo", "V: valo, vesi, voima; W: wiki"},
		{"no pages", "fi", "", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			view := titled(c.tag)
			if c.titles != "" {
				view = titled(c.tag, strings.Split(c.titles, "|")...)
			}
			if got := written(view.Alphabet()); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestPagesOfTheSameTitleComeInTheOrderOfTheirIDs(t *testing.T) {
	entries := titled("fi", "sama", "Sama", "sama").Alphabet()[0].Entries
	for i, entry := range entries {
		if entry.Page.ID != fmt.Sprintf("%06d", i) || entry.Kind != "page" {
			t.Errorf("the entries are %+v", entries)
		}
	}
}

func TestLettersHavePlacesThatNoHeadingHas(t *testing.T) {
	seen := map[string]bool{}
	letters := titled("fi", "a", "b", "1", "§", "å", "ä", "ö", "z").Alphabet()
	for _, letter := range letters {
		if seen[letter.ID] || !strings.HasPrefix(letter.ID, "az_") || strings.Trim(letter.ID, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			t.Errorf("%s has the place %q", letter.Name, letter.ID)
		}
		seen[letter.ID] = true
	}
	if len(letters) != 8 {
		t.Errorf("there are %d letters", len(letters))
	}
}

func TestTheAlphabetOfTenThousandPagesIsMadeAtOnce(t *testing.T) {
	titles := make([]string, 10_000)
	for i := range titles {
		titles[i] = fmt.Sprintf("%c%d. sivun melko pitkä otsikko: kuka pääsee mukaan ja miten", 'a'+i%26, i)
	}
	view := titled("fi", titles...)
	start := time.Now()
	if letters := view.Alphabet(); len(letters) != 26 {
		t.Errorf("there are %d letters", len(letters))
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("it took %s", took)
	}
}

func TestSearchPageAndIndexAreThoseOfTheLocale(t *testing.T) {
	s := site()
	template := files{"t/page.html": "{{define \"main\"}}[{{with .SearchPage}}{{$.Link .}}{{end}} {{.SearchIndex}}]{{end}}"}
	expectFile(t, made(t, template, s), "fi/g/a.html", "[ ]")
	l := s.Locales[0]
	p := &guide.Page{ID: "search", Kind: "search", Address: "fi/haku.html"}
	p.Parent = l.Home
	l.Pages = append(l.Pages, p)
	l.Index()
	template["t/search.html"] = "{{define \"main\"}}{{range .Alphabet}}{{.Name}}{{end}}{{end}}"
	look, err := Load(folder(template), []string{"t"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := renderWith(look, s, map[string]string{"fi": "search/fi/index-1.js", "sv": "search/sv/index-2.js"})
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, all, "fi/g/a.html", "[../haku.html ../../search/fi/index-1.js]")
	expectFile(t, all, "fi/haku.html", "<body>ABCG</body>")
}

func TestASearchPageWithoutATemplateIsAProblemOfTheTheme(t *testing.T) {
	s := site()
	l := s.Locales[0]
	l.Pages = append(l.Pages, &guide.Page{ID: "search", Kind: "search", Address: "fi/haku.html", Tree: guide.Tree{Parent: l.Home}})
	_, err := render(folder(nil), []string{"t"}, Options{}, s)
	if err == nil || err.Error() != "search.html: the theme lacks this template" {
		t.Errorf("the error is %v", err)
	}
}
