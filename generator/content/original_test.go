package content

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// twoLanguages are the settings of a guide in Finnish and Swedish.
const twoLanguages = someSettings + "[[languages]]\ntag = \"sv\"\nname = \"Svenska\"\n"

// inSwedish loads a guide whose Swedish has a home page and these files.
func inSwedish(t *testing.T, changed files) *guide.Locale {
	t.Helper()
	all := files{
		"config.toml":          twoLanguages,
		"theme/words/sv.toml":  "skip = \"Till innehållet\"\n",
		"content/sv/_index.md": page(`title = "Hem"`, "[Tips](m/a.md)"),
		"content/fi/m/_index.md": page(`title = "Malli"
slug = "malli"`, ""),
		"content/fi/m/a.md": page(`title = "Vinkit"
aliases = ["vanha.html"]
topics = ["Palvelut"]`, "## Alku\n\nKatso [toista](b.md#toisin) ja [alkua](#alku).\n"),
		"content/fi/m/b.md": page(`title = "Toinen"
updated = 2026-11-20`, "## Toisin\n\nSana.\n"),
	}
	for name, text := range changed {
		all[name] = text
	}
	return load(t, all).Locales[1]
}

func TestAPageThatALanguageLacksIsShownFromTheFirstAmongTheOthers(t *testing.T) {
	l := inSwedish(t, files{
		"content/sv/m/_index.md": page("title = \"Modellen\"\nslug = \"modellen\"", ""),
		"content/sv/m/b.md":      page(`title = "Den andra"`, "## Annat\n\n[Tips](a.md#alku)\n"),
	})
	a, b := l.Page("m/a"), l.Page("m/b")
	if a == nil || a.Address != "sv/modellen/a.html" || a.Parent != l.Page("m") || a.Next != nil && a.Previous != nil || a.File != "content/fi/m/a.md" {
		t.Fatalf("the page has no place among the others: %+v", a)
	}
	if a.Original.Language != "fi" || a.Original.Page == nil || b.Original.Language != "" || b.Original.Page == nil {
		t.Errorf("of what isn't translated it is told %+v, of what is %+v", a.Original, b.Original)
	}
	if len(a.Aliases) > 0 {
		t.Errorf("old addresses of the original are %s here", a.Aliases)
	}
	for _, want := range []string{`<h2 id="alku" lang="fi">`, `<p lang="fi">Katso <a href="b.html">`, `<a href="#alku">`} {
		if !strings.Contains(a.HTML, want) {
			t.Errorf("%s isn't in %s", want, a.HTML)
		}
	}
	if !strings.Contains(b.HTML, `<p><a href="a.html">`) {
		t.Errorf("a heading that the other language hasn't is linked: %s", b.HTML)
	}
	if home := l.Home.HTML; !strings.Contains(home, `<a href="modellen/a.html">`) {
		t.Errorf("the home page leads elsewhere: %s", home)
	}
}

func TestAPageThatIsNotTranslatedTakesNoAddressOfAnother(t *testing.T) {
	l := inSwedish(t, files{
		"content/sv/m/_index.md": page("title = \"Modellen\"\nslug = \"modellen\"", ""),
		"content/sv/m/b.md":      page("title = \"Den andra\"\nslug = \"a\"", ""),
	})
	if a, b := l.Page("m/a").Address, l.Page("m/b").Address; a != "sv/modellen/a-fi.html" || b != "sv/modellen/a.html" {
		t.Errorf("the pages stand at %s and %s", a, b)
	}
}

func TestALanguageThatHasAHomePageAloneShowsTheWholeGuide(t *testing.T) {
	l := inSwedish(t, nil)
	if len(l.Pages) != 6 || l.Page("m").Address != "sv/malli/index.html" || l.Page("m/b").Address != "sv/malli/b.html" {
		t.Errorf("it has %d pages", len(l.Pages))
	}
	if topics := l.Topics(); len(topics) != 1 || len(topics[0].Pages) != 1 {
		t.Errorf("its topics are %v", topics)
	}
}

func TestADraftOfATranslationLeavesItsPlaceToTheOriginal(t *testing.T) {
	draft := files{
		"content/sv/m/_index.md": page("title = \"Modellen\"\nslug = \"modellen\"\ndraft = true", ""),
		"content/sv/m/a.md":      page(`title = "Tips"`, ""),
	}
	if l := inSwedish(t, draft); l.Page("m").Title != "Malli" || l.Page("m/a").Title != "Vinkit" {
		t.Errorf("the section is called %q, its page %q", l.Page("m").Title, l.Page("m/a").Title)
	}
	draft["content/sv/m/_index.md"] = page("title = \"Modellen\"\nslug = \"modellen\"", "")
	draft["content/sv/m/a.md"] = page("title = \"Tips\"\ndraft = true", "")
	if l := inSwedish(t, draft); l.Page("m").Title != "Modellen" || l.Page("m/a").Title != "Vinkit" {
		t.Errorf("the section is called %q, its page %q", l.Page("m").Title, l.Page("m/a").Title)
	}
}

func TestWhatIsWrongWithAPageIsToldInItsOwnLanguageAlone(t *testing.T) {
	_, err := Load(project(files{
		"config.toml":            twoLanguages,
		"theme/words/sv.toml":    "skip = \"Till innehållet\"\n",
		"content/sv/_index.md":   page(`title = "Hem"`, ""),
		"content/fi/m/_index.md": page(`title = "Malli"`, "[Pois](x.md) <b>"),
	}), Options{})
	if err == nil || strings.Count(err.Error(), "\n") != 1 || strings.Contains(err.Error(), "content/sv") {
		t.Errorf("it is told:\n%v", err)
	}
}

func TestATermInATextOfTheFirstLanguageLeadsToItsTranslation(t *testing.T) {
	l := inSwedish(t, files{
		"content/fi/g/_index.md": page("title = \"Sanasto\"\nkind = \"term\"", ""),
		"content/fi/g/sana.md":   page("title = \"sana\"\nforms = [\"sanan\"]", ""),
		"content/sv/g/_index.md": page("title = \"Ordlista\"\nkind = \"term\"\nslug = \"ordlista\"", ""),
		"content/sv/g/sana.md":   page("title = \"ord\"\nslug = \"ord\"\nforms = [\"ordet\"]", ""),
	})
	if html := l.Page("m/b").HTML; !strings.Contains(html, `<a href="../ordlista/ord.html" class="term">Sana</a>`) {
		t.Errorf("the text is %s", html)
	}
}

func TestATranslationIsOlderOnceItsOriginalSaysSomethingElse(t *testing.T) {
	text := "+++\ntitle = \"Toinen\"\nupdated = 2026-11-20\n+++\n## Toisin\n\nSana.\n"
	translated := func(front string) guide.Original {
		return inSwedish(t, files{"content/fi/m/b.md": text, "content/sv/m/_index.md": page(`title = "M"`, ""), "content/sv/m/b.md": page("title = \"Den andra\"\n"+front, "")}).Page("m/b").Original
	}
	seen := `original = "fi-` + Sum([]byte(text)) + `"`
	if o := translated(seen); o.Older || o.Seen == "" || o.Seen != o.Now {
		t.Errorf("of a new translation it is told %+v", o)
	}
	for _, same := range []string{strings.ReplaceAll(text, "\n", "\r\n"), "\uFEFF" + text, strings.Replace(text, "11-20", "11-24\nweight = 7", 1), strings.TrimSuffix(text, "\n")} {
		if text = same; translated(seen).Older {
			t.Errorf("a translation is older than %q", same)
		}
	}
	text = strings.Replace(text, "Sana", "Muu sana", 1)
	if o := translated(seen + "\nupdated = 2026-11-19"); !o.Older || o.Since.Day() != 20 {
		t.Errorf("of an old translation it is told %+v", o)
	}
	if translated(strings.Replace(seen, "fi-", "en-", 1)).Older {
		t.Error("a translation from a third language is older than a text that it isn't made from")
	}
	if translated("").Older || !translated("updated = 2026-11-19").Older {
		t.Error("a translation that names no original isn't told apart by its day")
	}
}

func TestThePartsOfAPageThatAreNoTextAreNoPartOfItsSum(t *testing.T) {
	a := Sum([]byte("+++\ntitle = \"A\"\nslug = \"a\"\n[[agenda]]\ntitle = \"K\u00e4ynti\"\n+++\nslug = x\n"))
	for _, same := range []string{"+++\ntitle = \"A\"\n[[agenda]]\ntitle = \"Ka\u0308ynti\"\n+++\nslug = x\n"} {
		if Sum([]byte(same)) != a {
			t.Errorf("%q has another sum", same)
		}
	}
	for _, other := range []string{"+++\ntitle = \"A\"\n[[agenda]]\ntitle = \"K\u00e4ynti\"\n+++\nslug = y\n", "+++\ntitle = \"B\"\n[[agenda]]\ntitle = \"K\u00e4ynti\"\n+++\nslug = x\n"} {
		if Sum([]byte(other)) == a {
			t.Errorf("%q has the same sum", other)
		}
	}
}

func TestAPageThatWasATranslationCanBeAnOriginal(t *testing.T) {
	load(t, files{"content/fi/a.md": page("title = \"A\"\noriginal = \"sv-1f\"", "")})
}
