package content

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// lexiconLimit is the most that a lexicon may hold, in bytes: far more than all
// words of a language's biggest guide.
const lexiconLimit = 64_000_000

// LexiconFile returns the path of a language's lexicon in the project's folder.
// Package lexicon writes it.
func LexiconFile(language string) string { return path.Join(contentDir, language, "lexicon.tsv") }

// loadLexicons reads the lexicons of a language out of all layers, or out of
// those below the nearest alone; words of a nearer layer go first. It returns
// nil where there is none.
func loadLexicons(layers []Layer, language string, withoutOwn bool, memo *Memo) (all map[string]guide.Word, problems report.Problems) {
	if withoutOwn {
		layers = layers[1:]
	}
	problems = inLayers(slices.Backward(layers), LexiconFile(language), upTo(lexiconLimit), func(source report.Source) report.Problems {
		words, wrong := memo.lexicon(source)
		if all == nil {
			all = words
		} else {
			// The memo's are for all who read the same text.
			all = maps.Clone(all)
			maps.Copy(all, words)
		}
		return wrong
	})
	return all, problems
}

// parseLexicon reads the lines of a lexicon: a word form, lemmas, parts and
// borders with tabs between; those at the end can be left out, and a line that
// begins with # is a comment.
func parseLexicon(source report.Source) (map[string]guide.Word, report.Problems) {
	words := make(map[string]guide.Word, bytes.Count(source.Text, []byte("\n")))
	var problems report.Problems
	number := 0
	for line := range strings.Lines(string(source.Text)) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		form, word, rule := parseWord(line)
		if _, known := words[form]; known {
			rule = "lexicon-twice"
		}
		if rule != "" {
			problems.Add(source.Name, rule, func() report.Problem {
				return source.AtLine(number, 1, rule, report.Values{"word": form, "borders": word.Borders()})
			})
		}
		words[form] = word
	}
	return words, problems
}

// parseWord reads one line and names the rule that it breaks, if any.
func parseWord(line string) (form string, word guide.Word, rule string) {
	form, columns, _ := strings.Cut(line, "\t")
	word = guide.Word(strings.TrimRight(columns, "\t"))
	switch borders := word.Borders(); {
	case strings.Count(columns, "\t") > 2:
		rule = "lexicon-columns"
	case form == "" || form != strings.ToLower(form) || strings.ContainsAny(form, " |"):
		rule = "lexicon-form"
	case borders != "" && strings.ReplaceAll(borders, "|", "") != form:
		rule = "lexicon-borders"
	}
	return form, word, rule
}
