package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug turns text into a part of an address: lower-case ASCII letters and
// digits, words joined by hyphens. Letters lose their marks (ä→a, ö→o, å→a,
// é→e); what has no ASCII form is left out. The result can be empty.
func (l Language) Slug(text string) string {
	var slug strings.Builder
	slug.Grow(len(text))
	gap := false
	for _, r := range decompose(text) {
		ascii, ok := spelled(unicode.ToLower(r))
		switch {
		case ok:
			if gap && slug.Len() > 0 {
				slug.WriteByte('-')
			}
			gap = false
			slug.WriteString(ascii)
		case !joined(r):
			gap = true
		}
	}
	return slug.String()
}

// decompose parts letters from their marks; those of small ä, ö and å, which
// Finnish is full of, may be left out.
func decompose(text string) string {
	if plain, ok := foldNordic(text); ok {
		return plain
	}
	return norm.NFD.String(text)
}

// joined reports whether a rune vanishes without parting a word: combining
// marks, soft hyphens, apostrophes.
func joined(r rune) bool {
	return unicode.Is(unicode.Mn, r) || r == '\u00ad' || r == '’' || r == '\''
}

// spelled returns the ASCII form of a small letter or a digit: itself, or for
// letters of Nordic and neighbouring languages that have no decomposition the
// way they are spelled without.
func spelled(r rune) (string, bool) {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return string(r), true
	}
	switch r {
	case 'ø':
		return "o", true
	case 'æ':
		return "ae", true
	case 'ß':
		return "ss", true
	case 'đ', 'ð':
		return "d", true
	case 'ŋ':
		return "n", true
	case 'ŧ':
		return "t", true
	}
	return "", false
}
