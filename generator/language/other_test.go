package language

import "testing"

func TestForeignMissesNoWordThatOtherCounts(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      int
	}{
		{"fi", "Och att DET är så, ”som” de säger", 6},
		{"fi", "The quick: of-and (to)", 4},
		{"fi", "Ja ei että sekä mahdollisuus", 0},
		{"sv", "och att det ja ei", 2},
		{"fi", "Är det på ANNAT språk", 3},
		{"fi", "ingentingen för\xc3", 0},
		{"xx", "the of and to", 0},
		{"fi", "", 0},
	} {
		l := For(c.tag)
		if got := len(l.Foreign(c.text)); got != c.want {
			t.Errorf("%s: %q has %d words of other languages, want %d", c.tag, c.text, got, c.want)
		}
		if l.Other(c.text) != "" && len(l.Foreign(c.text)) < FewestForeign {
			t.Errorf("%s: %q is of another language, but has no words of it", c.tag, c.text)
		}
	}
}
