package language

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestToken is how many bytes of a word count in search.
const longestToken = 60

// Tokens calls yield for each word of a text as search compares words: letters
// and digits in small letters, in composed form, without soft hyphens and
// apostrophes. An ending after a colon is left out (THL:stä is thl). Of words
// with hyphens come the parts first, then the whole with its hyphens. A token
// is yield's only until it returns. The search script of a theme must part
// queries the same way.
func Tokens(text []byte, yield func(token []byte)) {
	if hasMarks(text) {
		text = norm.NFC.Bytes(text)
	}
	var room [2 * longestToken]byte
	t := tokenizer{word: room[:0], yield: yield}
	for i := 0; i < len(text); {
		if len(t.word) == 0 && !t.skipping {
			if text[i] < utf8.RuneSelf && !isTokenRune(rune(text[i])) {
				i++
				continue
			}
			if end := plainWord(text, i); end > i {
				t.give(text[i:end])
				i = end
				continue
			}
		}
		r, size := utf8.DecodeRune(text[i:])
		i += size
		t.next(r, text[i:])
	}
	t.end()
}

// plainWord returns the end of a word that needs no change, as most do: small
// letters of English, Finnish and Swedish with a space or a sign behind that
// joins nothing to it. For any other it returns the start.
func plainWord(text []byte, start int) int {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z':
		case c == 0xC3 && i+1 < len(text) && (text[i+1] == 0xA4 || text[i+1] == 0xB6 || text[i+1] == 0xA5):
			i++
		case c < '0' && c != '-' && c != '\'', c == ';', c == '?':
			return i
		default:
			return start
		}
	}
	return len(text)
}

// hasMarks reports whether a text may have letters with marks of their own:
// most of these begin with the byte CC or CD.
func hasMarks(text []byte) bool {
	return bytes.IndexByte(text, 0xCC) >= 0 || bytes.IndexByte(text, 0xCD) >= 0
}

// tokenizer is the state of Tokens: the word that is being read, and where its
// last part begins.
type tokenizer struct {
	word     []byte
	part     int
	skipping bool
	yield    func([]byte)
}

// next takes a letter or sign and what comes behind it.
func (t *tokenizer) next(r rune, rest []byte) {
	switch {
	case isTokenRune(r):
		if !t.skipping {
			t.word = appendLower(t.word, r)
		}
	case r == '\u00ad' || (r == '\'' || r == '’') && len(t.word) > 0 && letterFollows(rest):
	case r == ':' && len(t.word) > 0 && letterFollows(rest):
		t.skipping = true
	case (r == '-' || r == '\u2011') && len(t.word) > 0 && !t.skipping && startsToken(rest):
		t.endPart()
		t.word = append(t.word, '-')
		t.part = len(t.word)
	default:
		t.end()
	}
}

func (t *tokenizer) end() {
	if t.part > 0 {
		t.endPart()
	}
	t.give(t.word)
	t.word, t.part, t.skipping = t.word[:0], 0, false
}

func (t *tokenizer) endPart() { t.give(t.word[t.part:]) }

// give leaves out single letters, which find nothing worth finding.
func (t *tokenizer) give(token []byte) {
	if len(token) == 0 || len(token) > longestToken || isSingleLetter(token) {
		return
	}
	t.yield(token)
}

func isSingleLetter(token []byte) bool {
	r, size := utf8.DecodeRune(token)
	return size == len(token) && !unicode.IsNumber(r)
}

func startsToken(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return isTokenRune(r)
}

func letterFollows(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return unicode.IsLetter(r)
}

// isTokenRune leaves out signs beyond the first plane, which scripts count as
// two.
func isTokenRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r <= 0xFFFF && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

func appendLower(word []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(word, byte(r))
	}
	return utf8.AppendRune(word, unicode.ToLower(r))
}

// Fold returns a word without the marks on its letters (ä and å as a, ö as o),
// as search orders words and compares those that have been mistyped.
func Fold(word string) string {
	if isASCII(word) {
		return word
	}
	if plain, ok := foldNordic(word); ok {
		return plain
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// foldNordic folds a word that has no other marks than those of ä, ö and å.
func foldNordic(word string) (string, bool) {
	var out strings.Builder
	out.Grow(len(word))
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == 0xC3 && i+1 < len(word) {
			i++
			switch word[i] {
			case 0xA4, 0xA5:
				c = 'a'
			case 0xB6:
				c = 'o'
			}
		}
		if c >= utf8.RuneSelf {
			return "", false
		}
		out.WriteByte(c)
	}
	return out.String(), true
}

func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
