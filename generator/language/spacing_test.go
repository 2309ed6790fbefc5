package language

import (
	"strings"
	"testing"
)

// spaced shows a space that no line ends at as an underscore.
func spaced(tag, text string) string {
	return strings.ReplaceAll(For(tag).Spacing(text), "\u00a0", "_")
}

func TestSpacingKeepsNumbersWithWhatBelongsToThem(t *testing.T) {
	for _, c := range []struct{ rule, tag, text, want string }{
		{"a unit", "fi", "30 min, 2 h ja 14 km.", "30_min, 2_h ja 14_km."},
		{"a unit with an ending", "fi", "5 kg:n säkki", "5_kg:n säkki"},
		{"an area", "fi", "12 m² tilaa", "12_m² tilaa"},
		{"degrees", "fi", "20 °C", "20_°C"},
		{"a range with a unit", "fi", "10-15 min", "10–15_min"},
		{"a word that begins like a unit", "fi", "5 minuuttia, 3 hetkeä, 2 vuotta", "5 minuuttia, 3 hetkeä, 2 vuotta"},
		{"a unit with a digit is something else", "fi", "5 m2", "5 m2"},
		{"a large number", "fi", "20 000 ja 1 000 000 asukasta", "20_000 ja 1_000_000 asukasta"},
		{"a year before a number", "fi", "vuonna 2019 300 asukasta", "vuonna 2019 300 asukasta"},
		{"a list of numbers", "fi", "5 1000, 12 12", "5 1000, 12 12"},
		{"a telephone number", "fi", "029 534 5000, 040-123 4567", "029 534 5000, 040-123 4567"},
		{"a page", "fi", "ks. s. 12 ja ss. 3-5", "ks. s._12 ja ss._3–5"},
		{"a time of day", "fi", "Klo 9.30 alkaa", "Klo_9.30 alkaa"},
		{"a number of its own", "fi", "nro 3, n. 50 ihmistä (s. 4)", "nro_3, n._50 ihmistä (s._4)"},
		{"a sentence that ends before a number", "fi", "Se on tämä. 5 ihmistä tuli", "Se on tämä. 5 ihmistä tuli"},
		{"a day and its month", "fi", "21. marraskuuta 2026, 3. kerta", "21._marraskuuta 2026, 3. kerta"},
		{"a month in another language", "en", "21. marraskuuta", "21. marraskuuta"},
		{"a section sign before", "sv", "§ 22 och kl. 9", "§_22 och kl._9"},
		{"pages in English", "en", "pp. 3-5", "pp._3–5"},
		{"a sign at the start", "fi", " 5 %", " 5_%"},
		{"a space at the end", "fi", "5 ", "5 "},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := spaced(c.tag, c.text); got != c.want {
				t.Errorf("Spacing(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestRangesStayOnOneLineWhereTheyAreShown(t *testing.T) {
	h := For("fi").Hyphenator(nil)
	for text, want := range map[string]string{
		"2019–2023":            "2019–\u20602023",
		"3–5 ja 7–9":           "3–\u20605 ja 7–\u20609",
		"1.9.–30.9.":           "1.9.–\u206030.9.",
		"ma–pe, 5 – 6, 5–, –6": "ma–pe, 5 – 6, 5–, –6",
		"–":                    "–",
		"":                     "",
	} {
		if got := h.Soften(text); got != want {
			t.Errorf("Soften(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSearchSeesNothingInSpacesAndJoinersThatDoNotBreak(t *testing.T) {
	for text, want := range map[string]string{
		"20\u00a0000 asukasta": "20 000 asukasta", "2019–\u20602023": "2019 2023", "22\u00a0§": "22", "s.\u00a012": "12",
	} {
		var words []string
		Tokens([]byte(text), func(token []byte) { words = append(words, string(token)) })
		if got := strings.Join(words, " "); got != want {
			t.Errorf("Tokens(%q) = %q, want %q", text, got, want)
		}
	}
}
