package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Plain returns a word or phrase as it is compared with others: in small
// letters, each letter as one sign, single spaces between words.
func Plain(text string) string {
	return norm.NFC.String(strings.ToLower(strings.Join(strings.Fields(text), " ")))
}

// Composed returns a text with each letter as one sign: "ä" can be one or two.
func Composed(text string) string { return norm.NFC.String(text) }

// Headword returns a text as an index puts it in order: without quotation
// marks, brackets and spaces in front. A text of nothing else stays as it is.
func Headword(text string) string {
	word := strings.TrimLeftFunc(text, func(r rune) bool {
		return r == '"' || r == '\'' || unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe)
	})
	if word == "" {
		return text
	}
	return word
}

// Initial returns the heading that a text stands under in an index of the
// language: a capital letter A–Z (in Finnish and Swedish Å, Ä and Ö too; other
// letters without their marks), "0–9", or "#" for all else.
func (l Language) Initial(text string) string {
	first, size := utf8.DecodeRuneInString(norm.NFC.String(firstLetter(Headword(text))))
	if unicode.IsDigit(first) {
		return "0–9"
	}
	if size > 0 && (l.Tag == "fi" || l.Tag == "sv") {
		if own, ok := nordic(unicode.ToLower(first)); ok {
			return own
		}
	}
	plain, _ := utf8.DecodeRuneInString(decompose(string(first)))
	if ascii, ok := spelled(unicode.ToLower(plain)); ok {
		return strings.ToUpper(ascii[:1])
	}
	return "#"
}

// firstLetter returns the first sign of a text with the marks on it.
func firstLetter(text string) string {
	for i, r := range text {
		if i > 0 && !unicode.IsMark(r) {
			return text[:i]
		}
	}
	return text
}

// nordic returns the letters that Finnish and Swedish have behind Z. The Danish
// ones stand with those that sound like them.
func nordic(small rune) (string, bool) {
	switch small {
	case 'å':
		return "Å", true
	case 'ä', 'æ':
		return "Ä", true
	case 'ö', 'ø':
		return "Ö", true
	}
	return "", false
}
