package language

import (
	"slices"
	"strings"
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
// must be among the most common of the other, and none among one's own. Nothing
// is guessed beside a language that it doesn't know.
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

// Foreign returns the places of words in a text that are among the most common
// of another language. It is quick: where there are few of them, nothing needs
// to be asked of Other.
func (l Language) Foreign(text string) []int {
	own, _, _ := strings.Cut(l.Tag, "-")
	if Name(own) == own {
		return nil
	}
	var places []int
	for i := 0; i < len(text); i++ {
		start := i
		for i < len(text) && isNearLetter(text[i]) {
			if text[i] == latin {
				i++
			}
			i++
		}
		if length := i - start; length < 2 || length > longestCommon || i > len(text) {
			continue
		}
		if tag := commonIn(smallLetters(text[start:i])); tag != "" && tag != own {
			places = append(places, start)
		}
	}
	return places
}

// latin is the first byte of ä, ö, å and the letters close to them.
const latin = 0xC3

func isNearLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b == latin }

// smallLetters returns a short word in small letters; most are so already.
func smallLetters(word string) string {
	if word[0] >= 'a' && word[0] != latin {
		return word
	}
	return strings.ToLower(word)
}

// commonIn returns the language that a word is common in and that alone has it,
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

// Name returns the English name of a language that the program knows, else its
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
