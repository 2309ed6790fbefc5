package language

import (
	"strings"
	"testing"
)

func TestTypographySetsTheQuotesOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"fi", `"Hei", sanoi 'hän'.`, "”Hei”, sanoi ’hän’."},
		{"sv", `"Hej" (eller "god dag")`, "”Hej” (eller ”god dag”)"},
		{"en", `"Hello" (or 'good day')`, "“Hello” (or ‘good day’)"},
		{"en", `don't`, "don’t"},
		{"en", `–"so"`, "–“so”"},
		{"fi", `”valmiit” “lainausmerkit”`, "”valmiit” “lainausmerkit”"},
		{"fi", `Odota...`, "Odota…"},
		{"fi", `"22 §" ja 3-5`, "”22\u00a0§” ja 3–5"},
	} {
		if got := For(c.tag).Typography(c.text); got != c.want {
			t.Errorf("%s: Typography(%q) = %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}

func TestTypographySetsNestedQuotesInEnglish(t *testing.T) {
	for text, want := range map[string]string{`"'Hi' she said"`: "“‘Hi’ she said”", `'"Hi" she said'`: "‘“Hi” she said’"} {
		if got := For("en").Typography(text); got != want {
			t.Errorf("Typography(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSpacingMakesRangesOfNumbers(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"numbers", "sivut 3-5", "sivut 3–5"},
		{"years", "2019-2023", "2019–2023"},
		{"times", "klo 9-10, 12-13.", "klo\u00a09–10, 12–13."},
		{"in brackets", "(3-5)", "(3–5)"},
		{"two ranges", "3-5 ja 7-9", "3–5 ja 7–9"},
		{"before a comma", "3-5, sitten", "3–5, sitten"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := For("fi").Spacing(c.text); got != c.want {
				t.Errorf("Spacing(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestSpacingLeavesHyphensThatAreNoRanges(t *testing.T) {
	for _, c := range []struct{ rule, text string }{
		{"a date", "2026-11-21"},
		{"a telephone number in three parts", "040-123-4567"},
		{"a long telephone number", "040-1234567"},
		{"a business id", "1234567-8"},
		{"a compound", "1990-luku"},
		{"a name", "A4-2"},
		{"a decimal on the left", "1,5-2"},
		{"a decimal on the right", "1-2.5"},
		{"a law", "1/2-3"},
		{"a minus", "-5"},
		{"an end", "5-"},
		{"spaces around", "3 - 5"},
		{"two hyphens", "3--5"},
		{"an area code of a country", "+358-40"},
		{"no digits", "sana-sana"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := For("fi").Spacing(c.text); got != c.text {
				t.Errorf("Spacing(%q) = %q", c.text, got)
			}
		})
	}
}

func TestSpacingLeavesTelephoneNumbersInGroups(t *testing.T) {
	for _, text := range []string{"040-123 4567", "09-310 1691", "puh. 295-24 6000", "040-123"} {
		if got := For("fi").Spacing(text); got != text {
			t.Errorf("Spacing(%q) = %q", text, got)
		}
	}
}

func TestSpacingKeepsSignsWithTheirNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"kuntalain 22 §": "kuntalain 22_§", "50 %": "50_%", "5 € ja 6 €": "5_€ ja 6_€", "22 § 1 momentti": "22_§_1 momentti",
		"22§": "22§", "§ 22": "§_22", "22  §": "22  §", "5 euroa": "5 euroa", "": "", "%": "%",
	} {
		if got := strings.ReplaceAll(For("fi").Spacing(text), noBreakSpace, "_"); got != want {
			t.Errorf("Spacing(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzSpacingChangesNothingButHyphensAndSpaces(f *testing.F) {
	for _, text := range []string{"3-5", "22 §", "2026-11-21", "1-2-3 4-5 %", "\xff1-2", "ä1-2ö", "1 000 000 kg", "1 100-0", "21. marraskuuta", "s. 12"} {
		f.Add(text)
	}
	plain := strings.NewReplacer(enDash, "-", noBreakSpace, " ")
	f.Fuzz(func(t *testing.T, text string) {
		set := For("fi").Spacing(text)
		if plain.Replace(set) != plain.Replace(text) {
			t.Errorf("Spacing(%q) = %q", text, set)
		}
		if again := For("fi").Spacing(set); again != set {
			t.Errorf("Spacing(%q) = %q", set, again)
		}
	})
}
