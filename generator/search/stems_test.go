package search

import (
	"testing"

	"sparrausopas/generator/language"
)

func TestSwedishWordsAreFoundByStemsAndEndings(t *testing.T) {
	l := newLocale("sv",
		newPage("page", "a", "T", "<p>möte möten</p>"), newPage("page", "b", "T", "<p>mötena</p>"), newPage("page", "c", "T", "<p>mötet mötets</p>"),
		newPage("page", "d", "T", "<p>kommunernas invånare</p>"), newPage("page", "e", "T", "<p>kommun, mötesplats</p>"))
	d := indexOf(t, l)
	expectFound(t, d, map[string]string{
		"möte": "a b c", "möten": "a b c", "mötena": "a b c", "mötet": "a b c", "kommun": "d e", "kommunernas": "d e", "mötesplats": "e",
	})
}

func TestSwedishCompoundsAreFoundByTheirPartsAndThePartsByWordsAlone(t *testing.T) {
	d := indexOf(t, newLocale("sv",
		newPage("page", "a", "T", "<p>delaktighetsprogrammet</p>"), newPage("page", "b", "T", "<p>delaktighet</p>"), newPage("page", "c", "T", "<p>ett program</p>"),
		newPage("page", "d", "T", "<p>frågekorten samproduktion</p>"), newPage("page", "e", "T", "<p>frågor kort produktion</p>"),
		newPage("page", "f", "T", "<p>planering ringar plan</p>")))
	expectFound(t, d, map[string]string{
		"delaktighet": "a b", "program": "a c", "delaktighetsprogrammet": "a", "frågor": "d e", "kort": "d e", "produktion": "d e", "ringar": "f",
	})
	if parts := d.parts[d.lemmas["planering"][0]]; parts != nil {
		t.Errorf("planering has parts: %d", parts)
	}
	whole, part := d.postings[d.lemmas["delaktighetsprogrammet"][0]], d.postings[d.lemmas["program"][0]]
	if whole.impacts[0] <= part.impacts[0] || part.impacts[0] < part.impacts[2]/2 {
		t.Errorf("a compound says %v of itself and %v of its part", whole.impacts, part.impacts)
	}
}

func TestIrregularFormsThatStandNowhereAreFound(t *testing.T) {
	d := indexOf(t, newLocale("en", newPage("page", "a", "T", "<p>the children choose</p>")))
	expectFound(t, d, map[string]string{"child": "a", "chosen": "a"})
	if d.lemmas["people"] != nil {
		t.Error("people is a form, though nothing speaks of a person")
	}
}

func TestEnglishWordsAreFoundByStems(t *testing.T) {
	d := indexOf(t, newLocale("en", newPage("page", "a", "T", "<p>The meeting asked</p>"), newPage("page", "b", "T", "<p>Meetings ask</p>")))
	expectFound(t, d, map[string]string{"meeting": "a b", "meetings": "a b", "ask": "a b", "the": "a"})
}

func TestWordsOfALanguageWithoutRulesAreFoundAsTheyStand(t *testing.T) {
	d := indexOf(t, newLocale("de", newPage("page", "a", "T", "<p>Gemeinde</p>"), newPage("page", "b", "T", "<p>Gemeinden</p>")))
	expectFound(t, d, map[string]string{"gemeinde": "a", "gemeinden": "b"})
}

// expectCommon fails unless a word that stands in one section counts as if it
// stood in all.
func expectCommon(t *testing.T, tag, word string) {
	t.Helper()
	html := "<p>" + word + "</p>" + `<h2 id="x">O</h2><p>xyzzy</p><h2 id="y">O</h2><p>xyzzy</p>`
	d := indexOf(t, newLocale(tag, newPage("page", "a", "T", html)))
	for _, lemma := range d.lemmas[word] {
		if list := d.postings[lemma]; list.count != 3 || len(list.impacts) != 1 {
			t.Errorf("%s: %s counts as in %d sections, and %d are listed", tag, word, list.count, len(list.impacts))
		}
	}
	if list := d.postings[d.lemmas["xyzzy"][0]]; list.count != 2 {
		t.Errorf("%s: another word counts as in %d sections", tag, list.count)
	}
}

func TestCommonWordsCountAsEverywhere(t *testing.T) {
	for _, word := range []string{"ja", "miten", "olla"} {
		expectCommon(t, "fi", word)
	}
	l := learn(newLocale("fi", newPage("page", "a", "T", `<p>ovat</p><h2 id="x">O</h2><p>kunta</p>`)), "ovat olla")
	if d := indexOf(t, l); d.postings[d.lemmas["ovat"][0]].count != 2 {
		t.Error("ovat doesn't count as everywhere, though olla does")
	}
}

func TestCommonWordsCountAsEverywhereWhereStemsAreByRules(t *testing.T) {
	for _, tag := range []string{"sv", "en"} {
		for _, word := range language.For(tag).Common() {
			if len([]rune(word)) > 1 {
				expectCommon(t, tag, word)
			}
		}
	}
}
