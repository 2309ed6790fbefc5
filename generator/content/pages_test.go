package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

func TestKeysThatAllPagesHaveAreRead(t *testing.T) {
	l := firstLocale(t, files{"content/fi/a.md": page(`title = " \"Sivu\" 3-5 "
short = "Lyhyt"
summary = "Kuntalain 22 §..."
weight = -3
updated = 2026-11-21
reviewed = 2026-11-22
as-of = 2021
slug = "osoite"
kind = "own"`, "")})
	p := l.Page("a")
	if p.Title != "”Sivu” 3–5" || p.Short != "Lyhyt" || p.Summary != "Kuntalain 22\u00a0§…" || p.Weight != -3 {
		t.Errorf("the page says %+v", p.Head)
	}
	if p.AsOf != 2021 || p.Updated.Format(time.DateOnly) != "2026-11-21" || p.Reviewed.Format(time.DateOnly) != "2026-11-22" {
		t.Errorf("its days are %s and %s", p.Updated, p.Reviewed)
	}
	if p.Kind != "own" || p.Address != "fi/osoite.html" || p.File != "content/fi/a.md" || p.ID != "a" {
		t.Errorf("the page is %+v", p)
	}
}

func TestABackslashMakesASignPlainInAllTexts(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/s/_index.md": page("title = \"7\\\\. luokka &amp; muut\"\nkind = \"session\"", "## 7\\. luokka\n\n7\\. luokka"),
		"content/fi/s/1.md":      page("title = \"A\"\nminutes = 5\nnumber = 1\nsummary = '\\*x\\*'\ngoal = \"7\\\\. luokka\"\n[[agenda]]\ntitle = \"7\\\\. osa\"\nminutes = 5\ntext = \"7\\\\. luokka\"", ""),
	})
	section, s := l.Page("s"), l.Page("s/1").Detail.(*guide.Session)
	got := []string{section.Title, section.Headings[0].Text, section.Headings[0].ID, s.Summary, s.Goal, s.Agenda[0].Title, s.Agenda[0].Text}
	want := []string{"7. luokka & muut", "7. luokka", "7-luokka", "*x*", "7. luokka", "7. osa", "7. luokka"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestKeysThatAllPagesHaveAreReadStrictly(t *testing.T) {
	at := func(line string) files { return files{"content/fi/a.md": page("title = \"A\"\n"+line, "")} }
	for _, c := range []wrong{
		{"no title", files{"content/fi/a.md": page("", "")}, []string{"content/fi/a.md:1:1 key-missing key=title"}},
		{"an unknown key", at("nothing = 1"), []string{"content/fi/a.md:3:1 key-unknown key=nothing"}},
		{"a misspelt key", at("sumary = \"x\""), []string{"content/fi/a.md:3:1 key-unknown key=sumary suggestion=summary"}},
		{"another case", at("Draft = true"), []string{"content/fi/a.md:3:1 key-unknown key=Draft suggestion=draft"}},
		{"a table", at("[extra]\na = 1"), []string{"content/fi/a.md:3:1 key-unknown key=extra"}},
		{"a text for a list", at("topics = \"x\""), []string{"content/fi/a.md:3:1 key-type found=type-text key=topics wanted=wanted-texts"}},
		{"a list with a number", at("aliases = [\"x.html\", 1]"), []string{"content/fi/a.md:3:1 key-type found=type-list key=aliases wanted=wanted-texts"}},
		{"a text for a day", at("updated = \"marraskuussa\""), []string{"content/fi/a.md:3:1 key-type found=type-text key=updated wanted=type-day"}},
		{"a text for true", at("draft = \"true\""), []string{"content/fi/a.md:3:1 key-type found=type-text key=draft wanted=type-truth"}},
		{"a day for a text", at("summary = 2026-11-21"), []string{"content/fi/a.md:3:1 key-type found=type-day key=summary wanted=type-text"}},
		{"a table for a text", at("summary = { a = 1 }"), []string{"content/fi/a.md:3:1 key-type found=type-table key=summary wanted=type-text"}},
		{"a year of another time", at("as-of = 21"), []string{"content/fi/a.md:3:1 key-value key=as-of value=21 wanted=wanted-year"}},
		{"a note in a title", files{"content/fi/a.md": page("title = \"A <!-- kysy -->\"", "")}, []string{"content/fi/a.md:2:1 note-open"}},
		{"a note in a summary", at("summary = \"x <!– kysy\""), []string{"content/fi/a.md:3:1 note-open"}},
		{"a mark in a title", files{"content/fi/a.md": page("title = \"**A** b\"", "")}, []string{"content/fi/a.md:2:1 mark-left text=**A**"}},
		{"a tag in a title", files{"content/fi/a.md": page("title = \"A<br>b <kunta>\"", "")}, []string{"content/fi/a.md:2:1 mark-left text=<br>"}},
		{"a link in a summary", at("summary = \"Ks. [b](b.md)\""), []string{"content/fi/a.md:3:1 mark-left text=]("}},
		{"a flag for a number", at("weight = true"), []string{"content/fi/a.md:3:1 key-type found=type-truth key=weight wanted=wanted-whole"}},
		{"a slug that is no address", at("slug = \"Äiti ja isä\""),
			[]string{"content/fi/a.md:3:1 key-value key=slug slug=aiti-ja-isa value=Äiti ja isä wanted=wanted-slug"}},
		{"a slug that leads out", at("slug = \"../x\""),
			[]string{"content/fi/a.md:3:1 key-value key=slug slug=x value=../x wanted=wanted-slug"}},
		{"an alias that leads out", at("aliases = [\"../x.html\"]"),
			[]string{"content/fi/a.md:3:1 key-value key=aliases value=../x.html wanted=wanted-alias"}},
		{"an alias without an ending", at("aliases = [\"x\"]"),
			[]string{"content/fi/a.md:3:1 key-value key=aliases value=x wanted=wanted-alias"}},
		{"a source twice", files{"content/sources.toml": "[thl]\ntitle = \"A\"\npublisher = \"B\"", "content/fi/a.md": page("title = \"A\"\nsources = [\"thl\", \"thl\"]", "")},
			[]string{"content/fi/a.md:3:1 value-twice key=sources value=thl"}},
		{"an unknown source", files{"content/sources.toml": "[thl]\ntitle = \"A\"\npublisher = \"B\"", "content/fi/a.md": page("title = \"A\"\nsources = [\"tlh\"]", "")},
			[]string{"content/fi/a.md:3:1 unknown-source name=tlh suggestion=thl"}},
	} {
		c.test(t)
	}
}

func TestADayIsNoTimeOfDay(t *testing.T) {
	for value, found := range map[string]string{
		"07:32:00": "type-time", "2026-11-21T07:32:00": "type-moment", "2026-11-21 07:32:00Z": "type-moment", "2026-11-21T07:32:00+02:00": "type-moment",
	} {
		wrong{value, files{"content/fi/a.md": page("title = \"A\"\nupdated = "+value, "")},
			[]string{"content/fi/a.md:3:1 key-type found=" + found + " key=updated wanted=type-day"}}.test(t)
	}
}

func TestHomeHasAliasesToo(t *testing.T) {
	home := firstLocale(t, files{"content/fi/_index.md": page("title = \"A\"\naliases = [\"vanha.html\"]", "")}).Home
	if !slices.Equal(home.Aliases, []string{"fi/index.html", "fi/vanha.html"}) {
		t.Errorf("aliases are %q", home.Aliases)
	}
	wrong{"but no slug", files{"content/fi/_index.md": page("title = \"A\"\nslug = \"x\"", "")}, []string{"content/fi/_index.md:3:1 key-unknown key=slug"}}.test(t)
}

func TestAddressesComeFromFoldersFilesAndSlugs(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/malli.md":        page(`title = "A"`, ""),
		"content/fi/Iso_Nimi.v2.md":  page(`title = "A"`, ""),
		"content/fi/_.md":            page(`title = "A"`, ""),
		"content/fi/q/_index.md":     page("title = \"A\"\nslug = \"kysymykset\"", ""),
		"content/fi/q/07.md":         page("title = \"A\"\nslug = \"07-esteet\"\naliases = [\"vanha/07.html\", \"vanha/\", \"/juuri.html\"]", ""),
		"content/fi/q/sub/_index.md": page(`title = "A"`, ""),
		"content/fi/q/sub/deep.md":   page(`title = "A"`, ""),
	})
	for id, want := range map[string]string{
		"malli": "fi/malli.html", "Iso_Nimi.v2": "fi/iso-nimi-v2.html", "_": "fi/page.html", "q": "fi/kysymykset/index.html", "q/07": "fi/kysymykset/07-esteet.html",
		"q/sub": "fi/kysymykset/sub/index.html", "q/sub/deep": "fi/kysymykset/sub/deep.html",
	} {
		if got := l.Page(id).Address; got != want {
			t.Errorf("%s is at %s, want %s", id, got, want)
		}
	}
	if got := l.Page("q/07").Aliases; !slices.Equal(got, []string{"fi/vanha/07.html", "fi/vanha/index.html", "fi/juuri.html"}) {
		t.Errorf("aliases are %q", got)
	}
}

func TestSectionsSayWhatTheirPagesAre(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/g/_index.md":   page("title = \"Sanasto\"\nkind = \"term\"", ""),
		"content/fi/g/a.md":        page(`title = "A"`, ""),
		"content/fi/g/b.md":        page("title = \"B\"\nkind = \"page\"", ""),
		"content/fi/g/s/_index.md": page(`title = "S"`, ""),
		"content/fi/g/s/c.md":      page(`title = "C"`, ""),
	})
	for id, want := range map[string]string{"": "home", "g": "section term", "g/a": "term", "g/b": "page", "g/s": "section page", "g/s/c": "page"} {
		p := l.Page(id)
		if got := strings.TrimSpace(p.Kind + " " + p.Of); got != want {
			t.Errorf("%q is %s, want %s", id, got, want)
		}
	}
	if p := l.Page("g/s/c"); p.Parent != l.Page("g/s") || p.Section() != l.Page("g") {
		t.Errorf("the page stands under %v", p.Parent)
	}
}

func TestPagesOfASectionGoByWeightAndThenByTitle(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/1.md": page(`title = "Öljy"`, ""), "content/fi/2.md": page(`title = "apu"`, ""), "content/fi/3.md": page(`title = "Ässä"`, ""),
		"content/fi/4.md": page(`title = "Zen"`, ""), "content/fi/5.md": page("title = \"Viimeinen\"\nweight = 1", ""),
		"content/fi/6.md": page("title = \"Ensimmäinen\"\nweight = -1", ""), "content/fi/8.md": page(`title = "Zen"`, ""),
	})
	var order []string
	for p := l.Home.Children[0]; p != nil; p = p.Next {
		order = append(order, p.ID)
		if p.Next != nil && p.Next.Previous != p {
			t.Errorf("%s isn't before %s", p.ID, p.Next.ID)
		}
	}
	if got := strings.Join(order, " "); got != "6 2 4 8 3 1 5" {
		t.Errorf("the order is %s", got)
	}
}

func TestDraftsAreBuiltOnlyIfTheyAreWanted(t *testing.T) {
	changed := files{"content/fi/a.md": page("title = \"A\"\ndraft = true", ""), "content/fi/b.md": page(`title = "B"`, "")}
	for wanted, want := range map[bool]int{false: 2, true: 3} {
		site, err := Load(project(changed), Options{Drafts: wanted})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(site.Locales[0].Pages); got != want {
			t.Errorf("with drafts %t there are %d pages", wanted, got)
		}
	}
	changed["content/fi/b.md"] = page(`title = "B"`, "[a](a.md)")
	wrong{"a link to a draft", changed, []string{"content/fi/b.md:4:1 link-draft target=a.md"}}.test(t)
}

func TestPagesOfADraftSectionAreDrafts(t *testing.T) {
	changed := files{
		"content/fi/q/_index.md": page("title = \"Q\"\ndraft = true", ""), "content/fi/q/a.md": page("title = \"A\"\nslug = \"b\"", ""),
		"content/fi/q/r/_index.md": page(`title = "R"`, ""), "content/fi/q/r/a.md": page(`title = "A"`, ""),
	}
	wrong{"", changed, nil}.test(t)
	site, err := Load(project(changed), Options{Drafts: true})
	if err != nil || len(site.Locales[0].Pages) != 5 {
		t.Errorf("with drafts there are problems or pages are missing: %v", err)
	}
	changed["content/fi/b.md"] = page(`title = "B"`, "[a](q/r/a.md)")
	wrong{"a link to one", changed, []string{"content/fi/b.md:4:1 link-draft target=q/r/a.md"}}.test(t)
}

func TestTheHomePageIsNoDraft(t *testing.T) {
	changed := files{"content/fi/_index.md": page("title = \"A\"\ndraft = true", ""), "content/fi/a.md": page(`title = "A"`, "")}
	wrong{"", changed, []string{"content/fi/_index.md:3:1 home-draft"}}.test(t)
	if _, err := Load(project(changed), Options{Drafts: true}); err != nil {
		t.Errorf("with drafts the problem is %v", err)
	}
}

func TestSourcesAreReadInTheOrderOfTheirFileAndKnowTheirPages(t *testing.T) {
	site := load(t, files{
		"content/sources.toml": "[thl]\ntitle = \"\\\"Opas\\\"\"\npublisher = \"THL\"\nyear = 2024\nurl = \"https://thl.fi/a\"\nnote = \"s. 3-5\"\n[arene]\ntitle = \"B\"\npublisher = \"C\"\n",
		"content/fi/a.md":      page("title = \"A\"\nsources = [\"arene\", \"thl\"]", ""),
	})
	var got []string
	for _, s := range site.Sources {
		got = append(got, fmt.Sprint(s.Name, s.Title, s.Publisher, s.Year, s.URL, s.Note, len(s.Pages["fi"])))
	}
	if want := []string{"thl”Opas”THL2024https://thl.fi/as.\u00a03–51", "areneBC001"}; fmt.Sprint(got[0]) != want[0] || !strings.HasPrefix(got[1], "areneBC0") {
		t.Errorf("sources are %q", got)
	}
	p := site.Locales[0].Page("a")
	if len(p.Sources) != 2 || p.Sources[0].Name != "arene" || site.Sources[1].Pages["fi"][0] != p {
		t.Errorf("the page names %v", p.Sources)
	}
}

func TestEachLanguageHasItsOwnNamesOfSourcesOrElseThoseOfTheBibliographyMarkedAsSuch(t *testing.T) {
	const swedish = "[[languages]]\ntag = \"sv\"\nname = \"Svenska\"\n"
	finnish := []string{"LakiTHL0https://a.fi1", "OpasTHL20241"}
	inSwedish := []string{"LagInstitutet0https://a.fi/sv1", "OpasfiInstitutet20241"}
	for _, c := range []struct {
		config, language string
		want             []string
	}{
		{someSettings + swedish, "", slices.Concat(finnish, inSwedish)},
		{strings.Replace(someSettings, "[[languages]]", swedish+"[[languages]]", 1), "language = \"fi\"\n", slices.Concat(inSwedish, finnish)},
	} {
		site := load(t, files{
			"config.toml":          c.config,
			"theme/words/sv.toml":  "skip = \"Hoppa\"\n",
			"content/sources.toml": c.language + "[laki]\ntitle = \"Laki\"\npublisher = \"THL\"\nurl = \"https://a.fi\"\nsv = {title = \"Lag\", publisher = \"Institutet\", url = \"https://a.fi/sv\"}\n[opas]\ntitle = \"Opas\"\npublisher = \"THL\"\nyear = 2024\nde = {title = \"Buch\"}\n",
			"content/fi/_index.md": page("title = \"A\"\nsources = [\"laki\", \"opas\"]", ""),
			"content/sv/_index.md": page("title = \"A\"\nsources = [\"laki\", \"opas\"]", ""),
		})
		var got []string
		for _, l := range site.Locales {
			for _, s := range l.Home.Sources {
				got = append(got, fmt.Sprint(s.Title, s.Foreign, s.Publisher, s.Year, s.URL, len(s.Pages[l.Language])))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q\nwant %q", got, c.want)
		}
	}
}

func TestSourcesAreReadStrictly(t *testing.T) {
	const good = "[a]\ntitle = \"A\"\npublisher = \"B\"\n"
	for _, c := range []wrong{
		{"a misspelt key", files{"content/sources.toml": good + "yaer = 2024\n"}, []string{"content/sources.toml:4:1 key-unknown key=yaer suggestion=year"}},
		{"a text for a year", files{"content/sources.toml": good + "year = \"2024\"\n"}, []string{"content/sources.toml:4:1 key-type found=type-text key=year wanted=wanted-count"}},
		{"no address", files{"content/sources.toml": good + "url = \"thl.fi\"\n"}, []string{"content/sources.toml:4:1 key-value key=url value=thl.fi wanted=wanted-https"}},
		{"a script for an address", files{"content/sources.toml": good + "url = \"javascript:alert(1)\"\n"}, []string{"content/sources.toml:4:1 key-value key=url value=javascript:alert(1) wanted=wanted-https"}},
		{"a misspelt key of another language", files{"config.toml": someSettings + "[[languages]]\ntag = \"sv\"\nname = \"Svenska\"\ndraft = true\n", "content/sources.toml": good + "sv = {titel = \"A\"}\n"}, []string{"content/sources.toml:4:1 key-unknown key=titel suggestion=title"}},
		{"no table", files{"content/sources.toml": "a = 1\n" + strings.Replace(good, "[a]", "[b]", 1)},
			[]string{"content/sources.toml:1:1 key-type found=type-number key=a wanted=wanted-table", "content/sources.toml:1:1 key-missing key=publisher", "content/sources.toml:1:1 key-missing key=title"}},
		{"broken", files{"content/sources.toml": "[a b]\n"}, []string{"content/sources.toml:1:4 syntax-heading"}},
	} {
		c.test(t)
	}
}

func TestRelatedPagesShareTheMostTopics(t *testing.T) {
	about := func(topics string) string { return page("title = \"A\"\ntopics = ["+topics+"]", "") }
	l := firstLocale(t, files{
		"content/fi/a.md": about(`"x", "y"`), "content/fi/b.md": about(`"x"`), "content/fi/c.md": about(`"y", "x"`), "content/fi/d.md": about(`"z"`),
		"content/fi/e.md": about(`"x"`), "content/fi/f.md": about(`"x"`), "content/fi/g.md": about(`"x"`),
	})
	ids := func(pages []*guide.Page) (list []string) {
		for _, p := range pages {
			list = append(list, p.ID)
		}
		return list
	}
	if got := strings.Join(ids(l.Page("a").Related), " "); got != "c b e f" {
		t.Errorf("related are %s", got)
	}
	if got := l.Page("d").Related; len(got) != 0 {
		t.Errorf("the only one on its topic has related %v", ids(got))
	}
}
