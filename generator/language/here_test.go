package language

import "testing"

func TestWordsThatPointToThePageAreFound(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"fi", "Kohdat ovat tämän sivun lopussa.", "tämän sivun"},
		{"fi", "Katsokaa sivun lopusta.", "sivun lopusta"},
		{"fi", "Tällä sivulla on ohje.", "tällä sivulla"},
		{"fi", "Edelläkävijä kulkee muiden edellä.", ""},
		{"fi", "Sivun allakka, sitten sivun alla.", "sivun alla"},
		{"sv", "Det är ovanligt, och sedan ovanför.", ""},
		{"fi", "Lisää on sivulla Välitehtävät.", ""},
		{"sv", "Se nedan.", "se nedan"},
		{"en", "The points are at the end of the page.", "end of the page"},
		{"en", "Ask twice.", ""},
	} {
		if got := For(c.tag).PointsToPage(c.text); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}
