package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// plain takes the marks off the letters that these tests have.
var plain = strings.NewReplacer("ä", "a", "å", "a", "ö", "o", "é", "e")

func TestFormsAreInTheOrderOfTheirFoldedLettersEachOnce(t *testing.T) {
	text := "Ääni aani äänet åland ö öljy olki sää såå soo söö sä café cafe kunta kunnan Kunta sote-palvelut 2030 24 kunta\u00adliitto"
	d := indexOf(t, newLocale("fi", newPage("page", "a", "Äly", "<p>"+text+"</p>")))
	wanted := strings.FieldsSeq("ääni aani äänet åland öljy olki sää såå soo söö sä café cafe kunta kunnan sote palvelut sotepalvelut 2030 24 kuntaliitto äly")
	for form := range wanted {
		if d.lemmas[form] == nil {
			t.Errorf("%s isn't a form", form)
		}
	}
	order := func(a, b string) int {
		return cmp.Or(cmp.Compare(plain.Replace(a), plain.Replace(b)), cmp.Compare(a, b))
	}
	if !slices.IsSortedFunc(d.forms, order) {
		t.Errorf("the order is %q", d.forms)
	}
	if len(slices.Compact(slices.Clone(d.forms))) != len(d.forms) {
		t.Errorf("a form stands there twice: %q", d.forms)
	}
}

func TestInflectedFormsLeadToTheSectionsOfTheirLemma(t *testing.T) {
	l := newLocale("fi",
		newPage("page", "a", "Yksi", `<p>Kunnan päätös.</p><h2 id="x">Kolme</h2><p>Asukkaat.</p>`),
		newPage("page", "b", "Kaksi", `<p>Kuntien asukas.</p>`))
	d := indexOf(t, learn(l, "kunnan kunta", "kuntien kunta", "asukkaat asukas", "asukas asukas"))
	expectFound(t, d, map[string]string{
		"kunnan": "a b", "kuntien": "a b", "asukas": "a#x b", "asukkaat": "a#x b", "päätös": "a", "kolme": "a#x", "kaksi": "b", "kuntalainen": "",
	})
}

func TestALemmaIsAFormThoughOnlyItsFormsAreOnThePages(t *testing.T) {
	l := newLocale("fi", newPage("page", "a", "T", "<p>Kunnissa osallisuusohjelmaa</p>"))
	d := indexOf(t, learn(l, "kunnissa kunta", "osallisuusohjelmaa osallisuusohjelma osallisuus+ohjelma", "tyhjän tyhjä"))
	expectFound(t, d, map[string]string{"kunta": "a", "osallisuusohjelma": "a", "ohjelma": "a", "osallisuus": "a"})
	if d.lemmas["tyhjä"] != nil || d.lemmas["tyhjän"] != nil {
		t.Error("a word is there that neither pages nor synonyms have")
	}
}

func TestAFormOfManyLemmasLeadsToTheSectionsOfAll(t *testing.T) {
	l := newLocale("fi",
		newPage("page", "a", "T", "<p>alusta</p>"), newPage("page", "b", "T", "<p>alun</p>"), newPage("page", "c", "T", "<p>aluksen</p>"))
	d := indexOf(t, learn(l, "alusta alku,alus,alusta", "alun alku", "aluksen alus"))
	expectFound(t, d, map[string]string{"alusta": "a b c", "alun": "a b", "aluksen": "a c", "alku": "a b"})
	if got := d.lemmas["alusta"]; len(got) != 3 {
		t.Errorf("alusta has the lemmas %d", got)
	}
}

func TestLemmasAreSureThatTheLexiconOrARuleKnows(t *testing.T) {
	fi := indexOf(t, learn(newLocale("fi", newPage("page", "a", "T", "<p>kunnan xyzzy tunnettu</p>")), "kunnan kunta", "tunnettu"))
	en := indexOf(t, newLocale("en", newPage("page", "a", "T", "<p>meetings xyzzy</p>")))
	for _, c := range []struct {
		index *decoded
		form  string
		sure  bool
	}{{fi, "kunnan", true}, {fi, "kunta", true}, {fi, "xyzzy", false}, {fi, "tunnettu", false}, {en, "meetings", true}} {
		if got := c.index.sure[c.index.lemmas[c.form][0]]; got != c.sure {
			t.Errorf("that the lemma of %s is sure is %t", c.form, got)
		}
	}
}

func TestTheSizeOfALemmaIsTheLogarithmOfItsSections(t *testing.T) {
	html := `<p>kerran</p>` + strings.Repeat(`<h2 id="x">O</h2><p>viidesti</p>`, 5)
	d := indexOf(t, newLocale("fi", newPage("page", "a", "Otsikko", html)))
	for form, want := range map[string]int{"kerran": 1, "viidesti": 3} {
		if got := d.sizes[d.lemmas[form][0]]; got != want {
			t.Errorf("%s has the size %d, want %d", form, got, want)
		}
	}
}

func TestAWordWithHyphensIsFoundJoinedAndByItsParts(t *testing.T) {
	l := newLocale("fi", newPage("page", "a", "T", "<p>Sote-palveluja</p>"), newPage("page", "b", "T", "<p>palvelun</p>"))
	d := indexOf(t, learn(l, "palveluja palvelu", "palvelun palvelu", "sote-palveluja sote-palvelu sote+palvelu"))
	expectFound(t, d, map[string]string{"sotepalveluja": "a", "sotepalvelu": "a", "sote": "a", "palvelu": "a b", "palvelun": "a b"})
	for _, form := range d.forms {
		if strings.Contains(form, "-") {
			t.Errorf("%s has a hyphen", form)
		}
	}
}

// withAndWithoutHyphen has a word in both ways; the lexicon knows one of them.
func withAndWithoutHyphen() *guide.Locale {
	l := newLocale("fi", newPage("page", "a", "T", "<p>aakkonen web-sivuilla</p>"), newPage("page", "b", "T", "<p>websivuilla</p>"))
	return learn(l, "web-sivuilla web-sivu web+sivu", "aakkonen aakkonen")
}

func TestAWordWithItsHyphenAndWithoutIsOneForm(t *testing.T) {
	d := indexOf(t, withAndWithoutHyphen())
	expectFound(t, d, map[string]string{"websivuilla": "a b", "aakkonen": "a"})
	if d.found("websivu")["fi/a.html"] == 0 {
		t.Errorf("websivu is found in %v", d.found("websivu"))
	}
}

func TestAWordWithItsHyphenAndWithoutGivesTheSameBytesEachTime(t *testing.T) {
	first := write(t, withAndWithoutHyphen())
	for range 60 {
		if !maps.Equal(first, write(t, withAndWithoutHyphen())) {
			t.Fatal("the files differ")
		}
	}
}

func TestAPartOfACompoundMayBeAFormOfAnotherWord(t *testing.T) {
	l := newLocale("fi", newPage("page", "a", "T", "<p>aakkonen</p>"), newPage("page", "b", "T", "<p>yhdenvertaisuus</p>"), newPage("page", "c", "T", "<p>yhden</p>"))
	d := indexOf(t, learn(l, "aakkonen aakkonen", "yhdenvertaisuus yhdenvertaisuus yhden+vertaisuus", "yhden yksi"))
	expectFound(t, d, map[string]string{"aakkonen": "a", "yhdenvertaisuus": "b", "vertaisuus": "b", "yksi": "c"})
	for _, part := range d.parts[d.lemmas["yhdenvertaisuus"][0]] {
		if part == d.lemmas["aakkonen"][0] {
			t.Error("yhdenvertaisuus counts for aakkonen")
		}
	}
}

func TestALemmaThatIsDerivedFromOneWithAHyphenLeavesFormsWhole(t *testing.T) {
	l := newLocale("fi", newPage("page", "a", "T", "<p>verkko-osallistuva verkko-osallistua</p>"))
	learn(l, "verkko-osallistuva verkko-osallistuva", "verkko-osallistua verkko-osallistua")
	l.Synonyms = [][]string{{"verkko", "netti"}}
	d := indexOf(t, l)
	expectFound(t, d, map[string]string{"verkkoosallistua": "a", "verkkoosallistuva": "a", "osallistua": "a", "verkko": "a", "netti": ""})
}

func TestSynonymsPassThroughAndTheirWordsAreForms(t *testing.T) {
	l := learn(newLocale("fi", newPage("page", "a", "T", "<p>esihenkilö</p>")), "esimiehen esimies")
	l.Synonyms = [][]string{{"esimiehen", "esihenkilö"}, {"sosiaali- ja terveyspalvelut", "sote-palvelut", "\"<\\"}}
	d := indexOf(t, l)
	if !slices.EqualFunc(d.Synonyms, l.Synonyms, slices.Equal) {
		t.Errorf("synonyms are %q", d.Synonyms)
	}
	expectFound(t, d, map[string]string{"esihenkilö": "a", "esimies": "", "terveyspalvelut": ""})
	for _, form := range []string{"esimiehen", "esimies", "terveyspalvelut", "palvelut", "sote"} {
		if d.lemmas[form] == nil {
			t.Errorf("%s isn't a form", form)
		}
	}
	// Written together it is parted as any compound of the site's words.
	if d.lemmas["sotepalvelut"] != nil {
		t.Error("a compound with a hyphen is one form, though the script takes its parts for a phrase")
	}
}
