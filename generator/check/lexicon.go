package check

import (
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

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
		"count": len(lacking), "words": report.List(lacking)})}
}
