package language

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// fewestWords is how many words a passage has at the least whose language
	// is guessed.
	fewestWords = 4
	// FewestForeign is how many of them are words that Foreign finds.
	FewestForeign = 2
	// longestCommon is how many bytes the longest of the common words has.
	longestCommon = len("ingenting")
)

// Other guesses whether a passage is in another of the languages that the
// program knows, and gives its tag, else "". It rather misses a passage than
// takes one's own language for another: at least two words and a third of all
// must be among the most common of the other, and none among one's own. Nothing is
// guessed beside a language that it doesn't know.
func (l Language) Other(passage string) string {
	own, _, _ := strings.Cut(l.Tag, "-")
	if Name(own) == own {
		return ""
	}
	words := 0
	tags := [...]string{"fi", "sv", "en"}
	var hits [len(tags)]int
	for from, to := nextWord(passage, 0); from < to; from, to = nextWord(passage, to) {
		words++
		if to-from > longestCommon {
			continue
		}
		tag := commonIn(strings.ToLower(passage[from:to]))
		if tag == own {
			return ""
		}
		if i := slices.Index(tags[:], tag); i >= 0 {
			hits[i]++
		}
	}
	for i, tag := range tags {
		if words >= fewestWords && hits[i] >= FewestForeign && 3*hits[i] >= words {
			return tag
		}
	}
	return ""
}

// Foreign gives the places of words in a text that are among the most common of
// another language. It is quick: where there are few of them, nothing needs to
// be asked of Other.
func (l Language) Foreign(text string) []int {
	own, _, _ := strings.Cut(l.Tag, "-")
	if Name(own) == own {
		return nil
	}
	var places []int
	var word [longestCommon]byte
	for i := 0; i < len(text); {
		start, length := i, 0
		for i < len(text) {
			size := nearLetter(text[i:])
			if size == 0 {
				break
			}
			if i+size-start <= len(word) {
				length += copy(word[length:], text[i:i+size])
				word[length-1] = smallLetter(word[length-1], size)
			}
			i += size
		}
		if length > 1 && i-start == length {
			if tag := commonIn(string(word[:length])); tag != "" && tag != own {
				places = append(places, start)
			}
		}
		if i == start {
			i++
		}
	}
	return places
}

// nearLetter gives the size of the letter that a text begins with, if it is one
// of those that common words have or close to them, else 0.
func nearLetter(text string) int {
	switch {
	case mayBeLetter(text[0]) && text[0] < utf8.RuneSelf:
		return 1
	case text[0] == 0xC3 && len(text) > 1:
		return 2
	}
	return 0
}

// smallLetter makes the last byte of a letter that of the small one.
func smallLetter(last byte, size int) byte {
	if size == 1 {
		return last | 0x20
	}
	if last >= 0x80 && last < 0xA0 {
		return last + 0x20
	}
	return last
}

// commonIn gives the language that a word is common in and that alone has it,
// or "".
func commonIn(word string) string {
	switch word {
	case "ja", "ei", "että", "joka", "jotka", "ovat", "sekä", "tai", "kun", "mutta", "myös", "niin", "hän", "mitä", "miten",
		"kanssa", "ole", "oli", "olla", "voi", "tämä", "sitä", "kuin", "jos", "mukaan", "kaikki", "meidän", "ilman":
		return "fi"
	case "och", "att", "det", "som", "är", "på", "för", "med", "av", "inte", "den", "till", "utan", "vi", "oss", "ett",
		"har", "kan", "från", "vad", "hur", "eller", "så", "ingenting", "alla", "vår", "ska", "också":
		return "sv"
	case "the", "of", "and", "to", "is", "for", "with", "without", "about", "that", "this", "are", "by", "from", "our", "we",
		"you", "not", "nothing", "in", "it", "at", "be", "was", "have", "has", "their", "or", "what", "who", "how", "your", "us", "can":
		return "en"
	}
	return ""
}

// Name gives the English name of a language that the program knows, else its
// tag.
func Name(tag string) string {
	switch tag {
	case "fi":
		return "Finnish"
	case "sv":
		return "Swedish"
	case "en":
		return "English"
	}
	return tag
}
