package language

import "testing"

func TestLinkTextsThatSayNothingAreKnownInEachLanguage(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      bool
	}{
		{"fi", "tästä", true}, {"fi", "Lue lisää »", true}, {"fi", " Klikkaa tästä! ", true}, {"fi", "täältä.", true},
		{"fi", "lue lisää osallisuudesta", false}, {"fi", "tässä oppaassa", false}, {"fi", "linkit", false},
		{"fi", "12", false}, {"fi", "lataa 3", false}, {"fi", "", true}, {"fi", "→", true},
		{"fi", "here", false}, {"fi", "A", false},
		{"sv", "Läs mer …", true}, {"sv", "här", true}, {"sv", "läs mer om delaktighet", false},
		{"en", "Click here", true}, {"en", "read more…", true}, {"en", "read more about inclusion", false},
	} {
		if got := For(c.tag).SaysNothing(c.text); got != c.want {
			t.Errorf("%s: SaysNothing(%q) = %t", c.tag, c.text, got)
		}
	}
}

func TestAPassageInAnotherLanguageIsKnownByItsCommonWords(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"fi", "Nothing about us without us", "en"},
		{"fi", "Ingenting om oss utan oss", "sv"},
		{"fi", "The Power of Inclusion and Place", "en"},
		{"en", "Ei mitään meistä ilman meitä, ja kaikki yhdessä", "fi"},
		{"sv", "nothing about us without us", "en"},
		{"en", "nothing about us without us", ""},
		{"fi", "the power of", ""},
		{"fi", "Service Design Network Global", ""},
		{"fi", "Kirja ”The Art of Change” ja sen oppaat", ""},
		{"fi", "Mitä se on ja miten se tehdään", ""},
		{"fi", "", ""},
		{"en-GB", "nothing about us without us", ""},
		{"fi-FI", "nothing about us without us", "en"},
		{"de", "was in was war in was", ""},
	} {
		if got := For(c.tag).Other(c.text); got != c.want {
			t.Errorf("%s: Other(%q) = %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}
