package search

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

func TestAPageIsCutAtItsHeadingsOfTheSecondAndThirdLevel(t *testing.T) {
	p := newPage("page", "a", "Nimi", `<p>Alku.</p><h2 id="yksi">Yksi</h2><p>Eka.</p><h4 id="ei">Ei raja</h4><p>Jatko.</p>`+
		`<h3 id="kaksi">Kaksi <em>a</em></h3><ul><li>Toka</li></ul><h2>Ilman</h2><p>Loppu.</p><h2 id="tyhja">Tyhjä</h2>`)
	p.Summary = "Lyhyesti näin"
	d := indexOf(t, newLocale("fi", p, newPage("term", "b", "Sana", "<p>Selitys.</p>")))
	expectSections(t, d, map[string]string{
		"fi/a.html":       "Lyhyesti näin · Alku.",
		"fi/a.html#yksi":  "Eka. Ei raja · Jatko.",
		"fi/a.html#kaksi": "Toka · Ilman · Loppu.",
		"fi/a.html#tyhja": "",
		"fi/b.html":       "Selitys.",
	})
	first := d.pages[0]
	if first.title != "Nimi" || !slices.Equal(first.headings, []string{"Yksi", "Kaksi <em>a</em>", "Tyhjä"}) {
		t.Errorf("the page is %+v", first)
	}
}

func TestPagesThatAreNotTranslatedAreListedWithTheirLanguage(t *testing.T) {
	own, borrowed := newPage("page", "a", "Nimi", "<p>Teksti.</p>"), newPage("page", "b", "Namn", "<p>Text.</p>")
	borrowed.Original.Language = "sv"
	if d := indexOf(t, newLocale("fi", own, borrowed)); !maps.Equal(d.Foreign, map[int]string{1: "sv"}) {
		t.Errorf("in other languages are %v", d.Foreign)
	}
}

// expectSections compares all sections of an index and their texts.
func expectSections(t *testing.T, d *decoded, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	for i, place := range d.sectionPlaces {
		got[place] = d.texts[i]
	}
	if !maps.Equal(got, want) {
		t.Errorf("sections are\n%q, want\n%q", got, want)
	}
}

func TestPagesComeInTheirOrderWithTheirKindsButNotTheSearchPage(t *testing.T) {
	d := indexOf(t, newLocale("fi", newPage("home", "a", "Etusivu", ""), newPage("question", "b", "Kysymys", `<h2 id="x">O</h2>`), newPage("term", "c", "Termi", ""), newPage("question", "d", "Toinen", "")))
	var got []string
	for _, p := range d.pages {
		got = append(got, p.kind+" "+p.address+" "+p.title)
	}
	want := []string{"home fi/a.html Etusivu", "question fi/b.html Kysymys", "term fi/c.html Termi", "question fi/d.html Toinen"}
	if !slices.Equal(got, want) || !slices.Equal(d.Kinds, []string{"home", "question", "term"}) {
		t.Errorf("kinds are %q, pages %q", d.Kinds, got)
	}
	if d.pages[2].first != 3 {
		t.Errorf("the third page begins with section %d", d.pages[2].first)
	}
	if d.lemmas["etsitä"] != nil {
		t.Error("the search page is searched")
	}
}

func TestAPageHasTheSectionsThatItsKindShowsBesideTheText(t *testing.T) {
	session := newPage("session", "a", "Työpaja", `<p>Kuvaus.</p><h2 id="lisaa">Lisää</h2><p>Tekstiä.</p>`)
	session.Beside.Parts = []guide.Part{
		{ID: "session-goal", Title: "Tavoite", HTML: []string{"Ryhmä <em>oppii</em>."}},
		{ID: "session-agenda", Title: "Kulku", HTML: []string{"Avaus", "Kierros", "Muista <b>kello</b>.", "Tauko", "", ""}},
		{ID: "session-materials", Title: "Tarvikkeet", HTML: []string{"tusseja", "fläppi"}},
		{ID: "session-between-task", Title: "Välitehtävä", HTML: []string{"Haastattele."}},
	}
	d := indexOf(t, newLocale("fi", session))
	expectSections(t, d, map[string]string{
		"fi/a.html":                      "Kuvaus.",
		"fi/a.html#lisaa":                "Tekstiä.",
		"fi/a.html#session-goal":         "Ryhmä oppii.",
		"fi/a.html#session-agenda":       "Avaus · Kierros · Muista kello. Tauko",
		"fi/a.html#session-materials":    "tusseja · fläppi",
		"fi/a.html#session-between-task": "Haastattele.",
	})
	if want := []string{"Lisää", "Tavoite", "Kulku", "Tarvikkeet", "Välitehtävä"}; !slices.Equal(d.pages[0].headings, want) {
		t.Errorf("headings are %q, want %q", d.pages[0].headings, want)
	}
	expectFound(t, d, map[string]string{"kello": "a#session-agenda", "tavoite": "a#session-goal", "kulku": "a#session-agenda", "valmistelu": ""})
}

func TestQuestionsAndStepsAreFoundByTheirNumbers(t *testing.T) {
	question, step := newPage("question", "q", "Miksi?", ""), newPage("step", "s", "Aloita", "")
	question.Short, question.Beside.Names, step.Beside.Names = "Syyt", "Kysymys 17", "Vaihe 3"
	l := newLocale("fi", question, step)
	expectFound(t, indexOf(t, l), map[string]string{"kysymys": "q", "17": "q", "syyt": "q", "vaihe": "s", "3": "s"})
}

func TestTextHasASignWhereAPieceEndsWithoutOne(t *testing.T) {
	expectText(t, map[string]string{
		"<p>Yksi.</p><p>Kaksi</p><p>kolme!</p><p>Neljä:</p><p>viisi</p>":           "Yksi. Kaksi · kolme! Neljä: viisi",
		"<ul><li>a</li><li>b;</li><li>c,</li><li>d?</li></ul><p>e</p>":             "a · b; c, d? e",
		"<table><tr><td>1</td><td></td><td>2</td></tr><tr><td>3</td></tr></table>": "1 · 2 · 3",
		"rivi<br>toinen":                                "rivi · toinen",
		"<p>”Näin.”</p><p>b</p>":                        "”Näin.” · b",
		"<div><div><p></p></div></div>":                 "",
		"<p> paljon \n\t tyhjää </p>\n\n<p>\u00a0x</p>": "paljon tyhjää · \u00a0x",
	})
}

// expectText compares the texts of pages that have the HTML.
func expectText(t *testing.T, want map[string]string) {
	t.Helper()
	for html, text := range want {
		d := indexOf(t, newLocale("fi", newPage("page", "a", "T", html)))
		if got := d.text("fi/a.html"); got != text {
			t.Errorf("%q has the text %q, want %q", html, got, text)
		}
	}
}

func TestTextIsWholeWhereWordsHaveMarkupInThem(t *testing.T) {
	expectText(t, map[string]string{
		`<p>osal<em>lisuus</em>ohjel<a href="x.html">ma</a> ja <strong>muu</strong>, <code>koodi</code></p>`: "osallisuusohjelma ja muu, koodi",
		"<p>osalli\u00adsuus 3–\u20605</p>": "osallisuus 3–5",
	})
}

func TestAltTextOfPicturesIsInTheText(t *testing.T) {
	expectText(t, map[string]string{
		`<p><img src="a.png" alt="Kuva &amp; &quot;teksti&quot;"></p>`:      `Kuva & "teksti"`,
		`<p><img alt="" src="a.png">vain</p><p><img src="b.png">toinen</p>`: "vain · toinen",
	})
}

func TestTextHasEntitiesAsTheSignsTheyStandFor(t *testing.T) {
	expectText(t, map[string]string{
		"<p>a &amp; b &lt;b&gt; &quot;c&quot; &#228; &auml; &#x20AC; &nbsp;d &amp;lt; AT&T</p>": "a & b <b> \"c\" ä ä € \u00a0d &lt; AT&T",
	})
}

func TestASectionWithoutAHeadingInTheTextLosesNothing(t *testing.T) {
	p := newPage("page", "a", "T", `<p>Alku.</p><h2 id="x">X</h2><p>Loppu.</p>`)
	p.Headings = append([]guide.Heading{{Level: 2, ID: "y", Text: "Y"}}, p.Headings...)
	d := indexOf(t, newLocale("fi", p))
	if got := strings.Join(d.texts, "|"); !strings.Contains(got, "Alku.") || !strings.Contains(got, "Loppu.") {
		t.Errorf("texts are %q", got)
	}
}

func FuzzATextIsOneLineWhateverTheWords(f *testing.F) {
	for _, source := range []string{
		`<p>a</p><h2 id="x">b</h2>c`, "<", "<>", "</", "&", "&#0;", "a<h2", "\xff<p>\xc3", `<h2 id="x"`, " · ", "\u00ad", "a\u2060\xe2\x81", "\xc2",
	} {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		p := page{Page: &guide.Page{Text: textOf(source)}, sections: []section{{}, {id: "x", start: len(source) / 2, body: len(source)/2 + 1}, {html: []string{source}}}}
		var c cutter
		var texts []string
		c.eachText(&p, func(n int, text []byte) {
			if n != len(texts) {
				t.Errorf("section %d comes behind %d others", n, len(texts))
			}
			texts = append(texts, string(text))
		})
		if len(texts) != len(p.sections) {
			t.Fatalf("%d texts of %d sections", len(texts), len(p.sections))
		}
		for _, text := range texts {
			if strings.ContainsAny(text, "\n\t\r\x00") || strings.Contains(text, "  ") || strings.HasPrefix(text, " ") {
				t.Errorf("%q has the text %q", source, text)
			}
		}
	})
}
