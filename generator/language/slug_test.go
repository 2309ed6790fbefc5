package language

import (
	"regexp"
	"testing"
)

func TestSlugKeepsLettersOfFinnishAndSwedishWithoutTheirMarks(t *testing.T) {
	for text, want := range map[string]string{
		"Yhteistyö ja tilat":  "yhteistyo-ja-tilat",
		"Åland, över & äldre": "aland-over-aldre",
		"ÄÖÅ":                 "aoa",
		"Idé à la café":       "ide-a-la-cafe",
		"Šakki, Žižek":        "sakki-zizek",
	} {
		if got := For("fi").Slug(text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSlugSpellsLettersThatHaveNoMarksToLose(t *testing.T) {
	for text, want := range map[string]string{
		"Øresund": "oresund", "Æble": "aeble", "Straße": "strasse", "Đorđe": "dorde", "Guðrun": "gudrun",
	} {
		if got := For("sv").Slug(text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSlugPartsAWordThatBeginsWithASpelledLetter(t *testing.T) {
	for text, want := range map[string]string{"Den østre": "den-ostre", "Sámi ŋ ŧ": "sami-n-t"} {
		if got := For("sv").Slug(text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSlugJoinsWordsByOneHyphenAndHasNoneAtItsEnds(t *testing.T) {
	for text, want := range map[string]string{
		"  --  a  –  b  !? ":        "a-b",
		"22 § ja 5 %":               "22-ja-5",
		"a/b\\c.d_e":                "a-b-c-d-e",
		"don't, don’t":              "dont-dont",
		"sana\u00adlii\u00adtto":    "sanaliitto",
		"a\u0308iti":                "aiti",
		"<script>alert(1)</script>": "script-alert-1-script",
	} {
		if got := For("en").Slug(text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSlugIsEmptyWhereNothingHasAnASCIIForm(t *testing.T) {
	for _, text := range []string{"", "   ", "日本", "§ % €", "…"} {
		if got := For("fi").Slug(text); got != "" {
			t.Errorf("Slug(%q) = %q, want nothing", text, got)
		}
	}
}

func FuzzSlugIsAnAddressAndItsOwnSlug(f *testing.F) {
	for _, text := range []string{"Yhteistyö", "a--b", "İıſK", "\xff\u0308", "①½"} {
		f.Add(text)
	}
	address := regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*)?$`)
	f.Fuzz(func(t *testing.T, text string) {
		slug := For("fi").Slug(text)
		if !address.MatchString(slug) {
			t.Errorf("Slug(%q) = %q", text, slug)
		}
		if again := For("fi").Slug(slug); again != slug {
			t.Errorf("Slug(%q) = %q", slug, again)
		}
	})
}
