package language

import (
	"slices"
	"strings"
	"testing"
)

func TestStemIsWhatInflectedFormsHaveInCommon(t *testing.T) {
	for _, c := range []struct{ tag, stem, forms string }{
		{"sv", "kommun", "kommun kommunen kommuner kommunerna kommunens"},
		{"sv", "möt", "möte möten mötes"},
		{"sv", "delt", "delta deltar deltade"},
		{"en", "meet", "meet meets meeting meetings"},
		{"en", "municip", "municipal municipality municipalities"},
		{"en", "question", "question questions questioned"},
	} {
		for form := range strings.FieldsSeq(c.forms) {
			if got := For(c.tag).Stem(form); got != c.stem {
				t.Errorf("%s: the stem of %s is %q, want %q", c.tag, form, got, c.stem)
			}
		}
	}
}

func TestStemsOfDifferentWordsDiffer(t *testing.T) {
	for _, c := range [][3]string{{"sv", "möte", "mål"}, {"sv", "kommun", "kommunikation"}, {"en", "meeting", "metre"}} {
		if l := For(c[0]); l.Stem(c[1]) == l.Stem(c[2]) {
			t.Errorf("%s: %s and %s have the stem %q", c[0], c[1], c[2], l.Stem(c[1]))
		}
	}
}

func TestStemLeavesWordsOfOtherLanguagesAsTheyAre(t *testing.T) {
	for _, tag := range []string{"fi", "de", ""} {
		for _, word := range []string{"kuntien", "meetings", "mötena", "a", ""} {
			if got := For(tag).Stem(word); got != word {
				t.Errorf("%q: the stem of %q is %q", tag, word, got)
			}
		}
	}
}

func TestBasesAreTheVerbsThatAWordMayComeFrom(t *testing.T) {
	for lemma, want := range map[string]string{
		"osallistuva": "osallistua", "osallistuja": "osallistua", "kehittävä": "kehittää", "arviointi": "arvioida", "toiminta": "toimia",
		"vastaus": "vastata", "vastaava": "vastata vastaaa", "ohjaaja": "ohjata ohjaaa", "suunnittelu": "suunnitella", "esittely": "esitellä", "pöllöinti": "pöllöidä",
		"kunta": "", "kuva": "", "osallisuus": "", "": "",
	} {
		if got := strings.Join(For("fi").Bases(lemma), " "); got != want {
			t.Errorf("%s comes from %q, want %q", lemma, got, want)
		}
	}
	for _, tag := range []string{"sv", "en", "de"} {
		if got := For(tag).Bases("osallistuva"); got != nil {
			t.Errorf("%s has bases %q", tag, got)
		}
	}
}

func TestBareIsWhatMayBeLeftOfASwedishNoun(t *testing.T) {
	for word, want := range map[string]string{"mötena": "möte", "kommuner": "kommun", "programmet": "program", "cirklar": "cirkel", "nycklarna": "nyckel"} {
		if got := For("sv").Bare(word); !slices.Contains(got, want) {
			t.Errorf("of %s may be left %q, without %s", word, got, want)
		}
	}
	for _, tag := range []string{"fi", "en", "de"} {
		if got := For(tag).Bare("kommuner"); len(got) != 0 {
			t.Errorf("%s: of kommuner may be left %q", tag, got)
		}
	}
}

func TestIrregularFormsHaveTheStemOfTheirWord(t *testing.T) {
	for tag, words := range map[string]string{"sv": "böckerna bok, städer stad, gick gå", "en": "children's child, people person, chosen choose, met meetings"} {
		for pair := range strings.SplitSeq(words, ",") {
			form, word, _ := strings.Cut(strings.TrimSpace(pair), " ")
			if l := For(tag); l.Stem(form) != l.Stem(word) {
				t.Errorf("%s: the stem of %s is %q, that of %s %q", tag, form, l.Stem(form), word, l.Stem(word))
			}
		}
	}
	for _, tag := range []string{"fi", "de"} {
		if got := For(tag).Irregular(); got != nil {
			t.Errorf("%s has irregular words: %q", tag, got)
		}
	}
}

func TestTheFirstPartOfASwedishCompoundStandsForAWord(t *testing.T) {
	l := For("sv")
	for part, word := range map[string]string{"kommun": "kommun", "delaktighets": "delaktighet", "arbets": "arbete", "fråge": "fråga", "människo": "människa", "skol": "skola", "områdes": "område"} {
		if got := l.First(part); !slices.Contains(got, word) {
			t.Errorf("%s may stand for %q, not for %s", part, got, word)
		}
	}
	if !l.IsEnding("ing") || l.IsEnding("råd") {
		t.Error("-ing is an ending, råd a word")
	}
}

func TestCommonWordsAreWrittenAsTokensAre(t *testing.T) {
	for tag, some := range map[string]string{"fi": "ja miten olla mikä", "sv": "och hur är inte", "en": "and how the why"} {
		common := For(tag).Common()
		for word := range strings.FieldsSeq(some) {
			if !slices.Contains(common, word) {
				t.Errorf("%s: %s isn't common", tag, word)
			}
		}
		for _, word := range common {
			if got := tokensOf(word); len([]rune(word)) > 1 && !slices.Equal(got, []string{word}) {
				t.Errorf("%s: the common word %q is %q in a text", tag, word, got)
			}
		}
	}
	if got := For("de").Common(); got != nil {
		t.Errorf("an unknown language has common words %q", got)
	}
}
