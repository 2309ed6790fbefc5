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
// borders of compounds, in Finnish between the syllables of their parts, too, and
// in Swedish where patterns part words whose borders aren't known. English has
// few words that are longer than a narrow line.
// Borders gives a word in small letters with | at its borders, or "" if it
// knows none; it may be nil.
//
// Left as they are: addresses, words beside digits, words that have soft
// hyphens already. Words that are joined by hyphens are looked at one by one.
func (l Language) Hyphenate(text string, borders func(word string) string) string {
	return softened(text, func(run string) string { return l.hyphenateRun(run, borders) })
}

// softened returns the text with its long runs of letters as hyphenate has
// them.
func softened(text string, hyphenate func(run string) string) string {
	var room [256]byte
	out, copied := appendChanged(room[:0], text, hyphenate)
	if copied == 0 {
		return text
	}
	return string(append(out, text[copied:]...))
}

// appendChanged adds to out the text up to the last run that hyphenate makes
// longer, and tells how far in the text that is.
func appendChanged(out []byte, text string, hyphenate func(run string) string) ([]byte, int) {
	copied := 0
	var looked field
	for start, end := longRun(text, 0); start < end; start, end = longRun(text, end) {
		done := hyphenate(text[start:end])
		if len(done) == end-start || besideSign(text, start, end) || looked.isAddress(text, start, end) {
			continue
		}
		out = append(out, text[copied:start]...)
		out = append(out, done...)
		copied = end
	}
	return out, copied
}

// hyphenateRun hyphenates the words in a run of bytes that may be letters.
func (l Language) hyphenateRun(run string, borders func(word string) string) string {
	var out []byte
	var w letters
	copied := 0
	for from, to := w.read(run, 0); from < to; from, to = w.read(run, to) {
		if w.isLong() && w.part(l, borders) {
			out = append(out, run[copied:from]...)
			out = w.append(out)
			copied = to
		}
	}
	if copied == 0 {
		return run
	}
	return string(append(out, run[copied:]...))
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

// isMark reports whether a sign belongs to a word without being a letter of it.
func isMark(r rune) bool { return r == softHyphen || unicode.Is(unicode.Mn, r) }

// besideSign reports whether a word is part of a name for machines: one with
// digits or underscores, or a character reference of HTML.
func besideSign(text string, from, to int) bool {
	before := from > 0 && (isDigit(text[from-1]) || text[from-1] == '_' || text[from-1] == '&')
	after := to < len(text) && (isDigit(text[to]) || text[to] == '_')
	return before && startsWithLetter(text[from:to]) || after && endsWithLetter(text[from:to])
}
