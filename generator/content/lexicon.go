package content

import (
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// lexiconLimit is the most that a lexicon may hold, in bytes: far more than all
// words of a language's biggest guide.
const lexiconLimit = 64 << 20

// LexiconFile gives the path of a language's lexicon in the project's folder.
// Package lexicon writes it.
func LexiconFile(language string) string { return path.Join(contentDir, language, "lexicon.tsv") }

// loadLexicon reads the lexicon of a language. One that is missing is empty.
func loadLexicon(fsys fs.FS, language string) (map[string]guide.Word, report.Problems) {
	name := LexiconFile(language)
	if _, err := fs.Stat(fsys, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	source, problem := readPlain(fsys, name, lexiconLimit)
	if problem != nil {
		return nil, report.Problems{*problem}
	}
	return parseLexicon(source)
}

// parseLexicon reads the lines of a lexicon: a word form, lemmas, parts and
// borders with tabs between; those at the end can be left out, and a line that
// begins with # is a comment.
func parseLexicon(source report.Source) (map[string]guide.Word, report.Problems) {
	words := map[string]guide.Word{}
	var problems report.Problems
	number := 0
	for line := range strings.Lines(string(source.Text)) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		form, word, fault := parseWord(line)
		if _, known := words[form]; known {
			fault = "`" + form + "` stands there twice"
		}
		if fault != "" {
			problems = append(problems, source.AtLine(number, 1, "lexicon-line", report.Values{"error": fault}))
		}
		words[form] = word
	}
	return words, problems
}

// parseWord reads one line and tells what is wrong with it.
func parseWord(line string) (form string, word guide.Word, fault string) {
	var lemmas, parts string
	columns := strings.Split(line, "\t")
	for i, column := range []*string{&form, &lemmas, &parts, &word.Borders} {
		if i < len(columns) {
			*column = columns[i]
		}
	}
	word.Lemmas, word.Parts = list(lemmas, ","), list(parts, "+")
	switch {
	case len(columns) > 4:
		fault = "it has " + strconv.Itoa(len(columns)) + " columns, not four"
	case form == "" || form != strings.ToLower(form) || strings.ContainsAny(form, " |"):
		fault = "`" + form + "` isn't a word in small letters"
	case word.Borders != "" && strings.ReplaceAll(word.Borders, "|", "") != form:
		fault = "`" + word.Borders + "` has the borders of another word"
	}
	return form, word, fault
}

// list parts a column; an empty one has no items.
func list(column, separator string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, separator)
}
