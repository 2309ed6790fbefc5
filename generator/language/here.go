package language

import (
	"strings"
	"unicode/utf8"
)

// PointsToPage returns the words by which a text points to another place of the
// page that it stands on, "" if it doesn't: where the text is shown without
// that page, they lead nowhere.
func (l Language) PointsToPage(text string) string {
	small := strings.ToLower(text)
	for _, words := range l.places() {
		if holdsWords(small, words) {
			return words
		}
	}
	return ""
}

// holdsWords reports whether words stand in a text as whole words.
func holdsWords(text, words string) bool {
	for at := 0; ; at++ {
		next := strings.Index(text[at:], words)
		if next < 0 {
			return false
		}
		at += next
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(words):])
		if !isWordLetter(before) && !isWordLetter(after) {
			return true
		}
	}
}

// places are words that can mean nothing else. "Edellä" can also be ahead,
// "ovan" also unused to.
func (l Language) places() []string {
	switch l.Tag {
	case "fi":
		return []string{"tämän sivun", "tällä sivulla", "tältä sivulta", "sivun lopussa", "sivun lopusta", "sivun alussa", "sivun alusta", "sivun alla"}
	case "sv":
		return []string{"den här sidan", "denna sida", "slutet av sidan", "början av sidan", "sidans slut", "sidans början", "se nedan", "se ovan"}
	}
	return []string{"this page", "end of the page", "bottom of the page", "top of the page", "see below", "see above"}
}
