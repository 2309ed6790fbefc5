package content

import (
	"io/fs"
	"maps"
	"path"
	"slices"

	"sparrausopas/generator/report"
)

// WordsFile returns the path of a guide's own words of the interface in a
// language, which go before those of the themes.
func WordsFile(language string) string { return path.Join(contentDir, language, "words.toml") }

// loadWords reads the interface's words in a language from the themes, and from
// the layers those that are their own.
func loadWords(fsys fs.FS, themes []string, layers []Layer, language string) (map[string]string, report.Problems) {
	words := map[string]string{}
	var problems report.Problems
	found := false
	for _, theme := range themes {
		name := path.Join(theme, "words", language+".toml")
		found = found || isThere(fsys, name)
		problems = append(problems, inLayers(slices.All([]Layer{{FS: fsys}}), name, readText, func(source report.Source) report.Problems {
			return readWords(source, words, nil)
		})...)
	}
	if !found {
		first := path.Join(themes[0], "words", language+".toml")
		problems = append(problems, report.Fault(themes[0], "words-missing", report.Values{"language": language, "file": first})...)
	}
	known := slices.AppendSeq([]string{}, maps.Keys(words))
	slices.Sort(known)
	return words, append(problems, inLayers(slices.Backward(layers), WordsFile(language), readText, func(source report.Source) report.Problems {
		return readWords(source, words, known)
	})...)
}

// readWords adds the words of a file to others, which must be known ones if
// there are any given.
func readWords(source report.Source, words map[string]string, known []string) (problems report.Problems) {
	f := parseFields(source, string(source.Text), 0, nil, &problems)
	for _, name := range slices.Sorted(maps.Keys(f.values)) {
		words[name] = f.text(name)
		if known != nil && !slices.Contains(known, name) {
			f.problem(name, "own-word", report.Values{"name": name, "suggestion": report.Nearest(name, known)})
		}
	}
	return problems
}
