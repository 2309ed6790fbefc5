package check

import (
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// lackingMost is how many words that a lexicon lacks are named.
const lackingMost = 30

// Lexicon finds word forms that an edition's lexicon, which stands in a file,
// lacks. An edition without a lexicon lacks none.
func Lexicon(e *guide.Edition, file string, forms []string) report.Problems {
	if e.Lexicon == nil {
		return nil
	}
	var lacking []string
	for _, form := range forms {
		if _, known := e.Lexicon[form]; !known {
			lacking = append(lacking, form)
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	words := strings.Join(lacking[:min(len(lacking), lackingMost)], ", ")
	if len(lacking) > lackingMost {
		words += " …"
	}
	return report.Problems{report.Source{Name: file}.Whole("lexicon-lacks", report.Values{
		"count": strconv.Itoa(len(lacking)), "words": words})}
}
