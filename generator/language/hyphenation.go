package language

import (
	"unicode"
	"unicode/utf8"
)

const (
	softHyphen = '\u00ad'
	// longWord is how many letters a word has at the least to be parted.
	// Longer ones than longestWord are no words.
	longWord, longestWord = 12, 100
)

// Hyphenate puts soft hyphens into long words, and changes nothing else: at the
// borders of compounds and, in Finnish, between the syllables of their parts.
// Borders gives a word in small letters with | at its borders, or "" if it
// knows none; it may be nil.
//
// Left as they are: addresses, words beside digits, words that have soft
// hyphens already. Words that are joined by hyphens are looked at one by one.
func (l Language) Hyphenate(text string, borders func(word string) string) string {
	return Hyphenator{l, borders}.Soften(text)
}

// Hyphenator hyphenates the texts of an edition. It keeps nothing in mind: to
// part a word anew is as fast as to find it among all those of a guide.
type Hyphenator struct {
	language Language
	borders  func(word string) string
}

// Hyphenator makes a hyphenator; borders is that of Hyphenate.
func (l Language) Hyphenator(borders func(word string) string) Hyphenator {
	return Hyphenator{l, borders}
}

// Soften gives what Hyphenate does.
func (h Hyphenator) Soften(text string) string {
	var room [256]byte
	out, copied := h.appendParted(room[:0], text)
	if copied == 0 {
		return text
	}
	return string(append(out, text[copied:]...))
}

// Append adds to out what Soften gives.
func (h Hyphenator) Append(out []byte, text string) []byte {
	out, copied := h.appendParted(out, text)
	return append(out, text[copied:]...)
}

// appendParted adds the text up to the last word that it parts, and tells how
// far in the text that is.
func (h Hyphenator) appendParted(out []byte, text string) ([]byte, int) {
	copied := 0
	var looked field
	var w letters
	for start, end := longRun(text, 0); start < end; start, end = longRun(text, end) {
		for from, to := w.read(text[:end], start); from < to; from, to = w.read(text[:end], to) {
			if !w.isLong() || !w.part(h) || besideSign(text, from, to) || looked.isAddress(text, from, to) {
				continue
			}
			out = append(out, text[copied:from]...)
			out = w.append(out)
			copied = to
		}
	}
	return out, copied
}

// longRun finds the next bytes, as many as a long word has letters or more,
// that may be letters. It looks at the last of them first, so that it can skip
// most of a text with short words.
func longRun(text string, start int) (int, int) {
	for start+longWord <= len(text) {
		last := start + longWord - 1
		for last >= start && mayBeLetter(text[last]) {
			last--
		}
		if last < start {
			end := start + longWord
			for end < len(text) && mayBeLetter(text[end]) {
				end++
			}
			return start, end
		}
		start = last + 1
	}
	return len(text), len(text)
}

func mayBeLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// nextWord finds the next letters in a row.
func nextWord(text string, from int) (int, int) {
	start := -1
	for i, r := range text[from:] {
		switch inside := isWordLetter(r); {
		case inside && start < 0:
			start = from + i
		case !inside && start >= 0:
			return start, from + i
		}
	}
	if start < 0 {
		start = len(text)
	}
	return start, len(text)
}

func isWordLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return mayBeLetter(byte(r))
	}
	return r == 'ä' || r == 'ö' || unicode.IsLetter(r) || isMark(r)
}

// isMark tells of what belongs to a word without being a letter of it.
func isMark(r rune) bool { return r == softHyphen || unicode.Is(unicode.Mn, r) }

// besideSign tells of a word that is part of a name for machines: one with
// digits or underscores, or a character reference of HTML.
func besideSign(text string, from, to int) bool {
	before := from > 0 && (isDigit(text[from-1]) || text[from-1] == '_' || text[from-1] == '&')
	after := to < len(text) && (isDigit(text[to]) || text[to] == '_')
	return before && startsWithLetter(text[from:to]) || after && endsWithLetter(text[from:to])
}
