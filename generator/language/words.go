package language

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words of a text as they are written: letters, joined by
// single hyphens and apostrophes. Addresses and what stands beside digits are
// no words; an ending after a colon (THL:n) is left out.
func Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for part := range strings.FieldsSeq(text) {
			if isAddress(part) {
				continue
			}
			for from, to := nextJoined(part, 0); from < to; from, to = nextJoined(part, skipEnding(part, to)) {
				if !besideSign(part, from, to) && !yield(part[from:to]) {
					return
				}
			}
		}
	}
}

// nextJoined finds the next word with all that is joined to it.
func nextJoined(text string, from int) (int, int) {
	start, end := nextWord(text, from)
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune("-'’", r) || !startsWithLetter(text[end+size:]) {
			break
		}
		_, end = nextWord(text, end+size)
	}
	return start, end
}

func startsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

// skipEnding returns the place behind the ending that a colon joins to a word.
func skipEnding(text string, from int) int {
	if after, ok := strings.CutPrefix(text[from:], ":"); ok && startsWithLetter(after) {
		_, from = nextWord(text, from+1)
	}
	return from
}

func endsWithLetter(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r)
}

// field is a piece of text without white space that was looked at last.
type field struct {
	end     int
	address bool
}

// isAddress reports whether the letters from..to of a text are in an address.
// It is asked about one place after the other, so that each byte is looked at
// once.
func (f *field) isAddress(text string, from, to int) bool {
	if from < f.end {
		return f.address
	}
	start := from
	for start > f.end && text[start-1] > ' ' {
		start--
	}
	for f.end = to; f.end < len(text) && text[f.end] > ' '; {
		f.end++
	}
	f.address = (start < from || f.end > to+1) && isAddress(text[start:f.end])
	return f.address
}

// isAddress tells of an address of a page or of mail, and of a file's name: a
// dot between letters, an at sign, a scheme.
func isAddress(part string) bool {
	if strings.IndexByte(part, '@') >= 0 || strings.Contains(part, "://") {
		return true
	}
	for i := range len(part) {
		if part[i] == '.' && endsWithLetter(part[:i]) && startsWithLetter(part[i+1:]) {
			return true
		}
	}
	return false
}
