package language

import "strings"

// Compounds reports whether the language writes compounds as one word whose
// parts must be found by their letters. (For Finnish there is the lexicon.)
func (l Language) Compounds() bool { return l.Tag == "sv" }

// First returns the words that the first part of a compound may stand for, the
// likeliest first: arbets may be arbete, fråge fråga.
func (l Language) First(part string) []string {
	words := []string{part}
	for _, link := range [][2]string{{"s", ""}, {"s", "e"}, {"e", "a"}, {"o", "a"}, {"u", "a"}, {"", "a"}, {"", "e"}} {
		if stem, ok := strings.CutSuffix(part, link[0]); ok {
			words = append(words, stem+link[1])
		}
	}
	return words
}

// IsEnding reports whether letters at the end of a word are rather an ending
// than the last part of a compound, though there may be such a word.
func (l Language) IsEnding(letters string) bool {
	switch letters {
	case "ans", "ande", "are", "bar", "dar", "der", "dra", "ena", "enas", "end", "ende", "enhet", "ens", "era", "ger", "het", "ing", "ingar",
		"ingarna", "ingen", "ingens", "ings", "lad", "lade", "lat", "let", "mar", "men", "ment", "mer", "ner", "rad", "rade", "rades", "ras",
		"rar", "res", "ring", "ringar", "ringarna", "ringen", "sen", "ser", "ska", "skar", "som", "tar", "tas", "and", "än", "ått", "år",
		"nås", "nått":
		return true
	}
	return false
}
