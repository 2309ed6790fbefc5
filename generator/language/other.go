package language

import (
	"slices"
	"strings"
)

const (
	// fewestWords is how many words a passage has at the least whose language
	// is guessed.
	fewestWords = 4
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
		if words >= fewestWords && hits[i] >= 2 && 3*hits[i] >= words {
			return tag
		}
	}
	return ""
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
