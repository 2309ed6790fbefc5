package language

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tokensOf returns the tokens of a text, each in its own memory.
func tokensOf(text string) []string {
	var list []string
	Tokens([]byte(text), func(token []byte) { list = append(list, string(token)) })
	return list
}

// expectTokens compares the tokens of texts with those wanted, parted by
// spaces.
func expectTokens(t *testing.T, want map[string]string) {
	t.Helper()
	for text, tokens := range want {
		if got := strings.Join(tokensOf(text), " "); got != tokens {
			t.Errorf("tokens of %q are %q, want %q", text, got, tokens)
		}
	}
}

func TestTokensAreLettersAndDigitsInSmallLetters(t *testing.T) {
	expectTokens(t, map[string]string{
		"":                                  "",
		" \t\n.,–§…":                        "",
		"Kunta, KUNTA (kunta)!":             "kunta kunta kunta",
		"Ääni ÅLAND Öljy":                   "ääni åland öljy",
		"24 kysymystä, 3. vaihe, 22\u00a0§": "24 kysymystä 3 vaihe 22",
		"covid19 a4 1–2 2,5":                "covid19 a4 1 2 2 5",
		"sana/toinen_kolmas…neljäs":         "sana toinen kolmas neljäs",
		"Жизнь ΛΟΓΟΙ":                       "жизнь λογοι",
	})
}

func TestTokensHaveLettersWithTheirMarksAsOneSign(t *testing.T) {
	expectTokens(t, map[string]string{
		"A\u0308a\u0308ni":         "ääni",
		"a\u030aland O\u0308LJY":   "åland öljy",
		"cafe\u0301-kulttuuri":     "café kulttuuri café-kulttuuri",
		"q\u0308a\u0308 ä\u0308ni": "q\u0308ä ä\u0308ni",
	})
}

func TestTokensAreWholeWhereSoftHyphensAndApostrophesStand(t *testing.T) {
	expectTokens(t, map[string]string{
		"osal\u00adli\u00adsuus":  "osallisuus",
		"\u00adalku loppu\u00ad":  "alku loppu",
		"don't don’t raa'an":      "dont dont raaan",
		"'lainaus' ’toinen’ a' b": "lainaus toinen",
		"rock 'n' roll":           "rock roll",
	})
}

func TestTokensLeaveOutAnEndingAfterAColon(t *testing.T) {
	expectTokens(t, map[string]string{
		"THL:stä ja EU:n.":            "thl ja eu",
		"24:n 5:ksi":                  "24 5",
		"klo 9:30":                    "klo 9 30",
		"huom: tämä":                  "huom tämä",
		"EU:n-linja":                  "eu linja",
		":alku":                       "alku",
		"THL:n\u00adkin jälkeen":      "thl jälkeen",
		"sote-alueen:n jälkeen a:b:c": "sote alueen sote-alueen jälkeen",
	})
}

func TestTokensOfAWordWithHyphensAreItsPartsThenTheWhole(t *testing.T) {
	expectTokens(t, map[string]string{
		"sote-palvelut":                      "sote palvelut sote-palvelut",
		"sote\u2011palvelut":                 "sote palvelut sote-palvelut",
		"Etelä-Savo-alue":                    "etelä savo alue etelä-savo-alue",
		"e-lasku covid-19":                   "lasku e-lasku covid 19 covid-19",
		"alku- ja loppu -pääte":              "alku ja loppu pääte",
		"ei--näin - eikä–näin":               "ei näin eikä näin",
		"so\u00adte-pal\u00advelut seuraava": "sote palvelut sote-palvelut seuraava",
	})
}

func TestTokensLeaveOutSingleLettersButNotDigits(t *testing.T) {
	expectTokens(t, map[string]string{
		"a B z": "", "0 5 9": "0 5 9", "A-osa": "osa a-osa", "vitamin d 3": "vitamin 3",
	})
}

func TestTokensLeaveOutSingleLettersWithMarksToo(t *testing.T) {
	expectTokens(t, map[string]string{"ä Å ö é": "", "Å-osa": "osa å-osa"})
}

func TestTokensLeaveOutWordsThatAreTooLongToBeOnes(t *testing.T) {
	long := strings.Repeat("a", longestToken)
	expectTokens(t, map[string]string{
		long + " sana":          long + " sana",
		long + "a sana":         "sana",
		long + "-osa sana":      long + " osa sana",
		strings.Repeat("ä", 30): strings.Repeat("ä", 30),
		strings.Repeat("ä", 31): "",
		"alku " + strings.Repeat("x", 1<<20) + " loppu": "alku loppu",
	})
}

func TestTokensHaveNoSignsThatAScriptCountsAsTwo(t *testing.T) {
	expectTokens(t, map[string]string{
		"sana😀toinen": "sana toinen", "𝒜bcd 𐐀𐐀 👩‍💻": "bcd", "日本語": "日本語", "osa-😀": "osa",
	})
}

func TestTokensStandBesideBrokenBytes(t *testing.T) {
	expectTokens(t, map[string]string{
		"sana\xfftoinen\xc3": "sana toinen", "\xe2\x80": "", "\xcc sana \xcd\xcd": "sana", "so\xadte": "so te", "osa-\xff": "osa", "osa:\xff": "osa",
	})
}

func TestTokensOfTextFromRightToLeftAreItsWords(t *testing.T) {
	expectTokens(t, map[string]string{
		"שלום, עולם!":            "שלום עולם",
		"مرحبا بالعالم ٢٤":       "مرحبا بالعالم ٢٤",
		"kunta \u202eשלום\u202c": "kunta שלום",
	})
}

func TestFoldTakesTheMarksOffLetters(t *testing.T) {
	for word, want := range map[string]string{
		"kunta": "kunta", "päätös": "paatos", "åland": "aland", "Äiti": "Aiti", "café": "cafe", "žižek": "zizek",
		"a\u0308iti": "aiti", "sote-äly": "sote-aly", "øre": "øre", "straße": "straße", "жизнь": "жизнь", "\u0308": "", "": "",
	} {
		if got := Fold(word); got != want {
			t.Errorf("Fold(%q) = %q, want %q", word, got, want)
		}
	}
}

func FuzzTokensAreSmallComposedWordsThatGiveThemselves(f *testing.F) {
	for _, text := range []string{
		"Sote-palvelut, THL:stä 24:n", "a\u0308A\u0308\u00adx", "don’t 'n' -", "\xff\xcc\u2011a", "😀ä-é:x-y", "שָׁלוֹם", "İSTANBUL ǅ", "a\u00ad\u0308",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// What stands between a letter and its mark, and marks that hasMarks
		// doesn't know, leave letters in two pieces.
		whole := !strings.ContainsAny(text, "\u00ad'’İ") && (norm.NFC.IsNormalString(text) || hasMarks([]byte(text)))
		for _, token := range tokensOf(text) {
			if !isToken(token) || len(token) > longestToken {
				t.Errorf("%q gives %q", text, token)
			}
			if !whole {
				continue
			}
			if !norm.NFC.IsNormalString(token) {
				t.Errorf("%q gives %q, which isn't composed", text, token)
			}
			if again := tokensOf(token); len(again) == 0 || again[len(again)-1] != token {
				t.Errorf("%q gives %q, and that %q", text, token, again)
			}
		}
	})
}

// isToken reports whether a token is small letters, digits and marks, with
// single hyphens between.
func isToken(token string) bool {
	for part := range strings.SplitSeq(token, "-") {
		if part == "" || !utf8.ValidString(part) || !slices.Equal([]rune(part), lower(part)) {
			return false
		}
	}
	return true
}

// lower returns the letters, digits and marks of a text in small letters.
func lower(text string) []rune {
	var list []rune
	for _, r := range text {
		if unicode.In(r, unicode.L, unicode.N, unicode.M) && r <= 0xFFFF {
			list = append(list, unicode.ToLower(r))
		}
	}
	return list
}
