package check

import (
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// lackingMost is how many words that a lexicon lacks are named.
const lackingMost = 30

// longWord is how many letters of a word are shown: an address or a row of
// signs that somebody pasted can be a word of thousands.
const longWord = 40

// Lexicon finds word forms that a locale's lexicon, which stands in a file,
// lacks. A locale without a lexicon lacks none.
func Lexicon(l *guide.Locale, file string, forms []string) report.Problems {
	if l.Lexicon == nil {
		return nil
	}
	var lacking []string
	for _, form := range forms {
		if _, known := l.Lexicon[form]; !known {
			lacking = append(lacking, form)
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	return report.Problems{report.Source{Name: file}.Whole("lexicon-lacks", report.Values{
		"count": len(lacking), "words": firstOf(lacking)})}
}

// firstOf names the first of many words, long ones by their beginning.
func firstOf(words []string) string {
	var names []string
	for _, word := range words[:min(len(words), lackingMost)] {
		if letters := []rune(word); len(letters) > longWord {
			word = string(letters[:longWord]) + "…"
		}
		names = append(names, word)
	}
	list := strings.Join(names, ", ")
	if len(words) > lackingMost {
		list += " …"
	}
	return list
}
