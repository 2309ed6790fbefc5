package language

import "testing"

func TestInitialIsTheLetterThatAnIndexOfTheLanguageHas(t *testing.T) {
	for _, c := range []struct{ tag, want, text string }{
		{"fi", "A", "asukas"}, {"fi", "Å", "ålandsk"}, {"fi", "Ä", "ääni"}, {"fi", "Ö", "öljy"}, {"fi", "Ä", "a\u0308a\u0308ni"},
		{"fi", "O", "Óscar"}, {"fi", "U", "Übersicht"}, {"fi", "S", "šekki"}, {"fi", "S", "ß"}, {"fi", "Ä", "Ærø"}, {"fi", "Ö", "ør"}, {"fi", "D", "đ"},
		{"sv", "Å", "år"}, {"sv", "Ä", "ärende"}, {"sv", "Ö", "öppen"},
		{"en", "A", "Åland"}, {"en", "A", "Äiti"}, {"en", "O", "öre"}, {"de", "A", "Ærø"},
		{"fi", "0–9", "24 kysymystä"}, {"fi", "0–9", "٣"}, {"fi", "#", "§ 22"}, {"fi", "#", "Жизнь"}, {"fi", "#", ""}, {"fi", "#", "😀"}, {"fi", "#", "\xff"},
		{"fi", "O", "”Osallisuus” lyhyesti"}, {"fi", "K", "(“Kunta”)"}, {"fi", "O", "« 'oma'"}, {"fi", "#", "”"}, {"fi", "#", "–a"},
	} {
		if got := For(c.tag).Initial(c.text); got != c.want {
			t.Errorf("%s: %q stands under %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}

func TestHeadwordBeginsWithTheFirstSignThatCounts(t *testing.T) {
	for text, want := range map[string]string{"”Osa” b": "Osa” b", " [(a": "a", "osa (b)": "osa (b)", "”": "”", "": "", "§ 1": "§ 1"} {
		if got := Headword(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestPlainTextHasSmallLettersEachAsOneSignAndSingleSpaces(t *testing.T) {
	for text, want := range map[string]string{" Osallistuva\u00a0\t BUDJETOINTI ": "osallistuva budjetointi", "A\u0308": "ä", "": ""} {
		if got := Plain(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}
