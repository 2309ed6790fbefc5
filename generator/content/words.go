package content

import (
	"errors"
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
	words, problems := readThemeWords(fsys, themes, language)
	known := slices.Sorted(maps.Keys(words))
	for _, layer := range slices.Backward(layers) {
		if !isThere(layer.FS, WordsFile(language)) {
			continue
		}
		source, problem := layer.read(WordsFile(language), readText)
		if problem != nil {
			problems = append(problems, *problem)
			continue
		}
		f := readWords(source, words, &problems)
		for _, name := range slices.Sorted(maps.Keys(f.values)) {
			if !slices.Contains(known, name) {
				f.problem(name, "own-word", report.Values{"name": name, "suggestion": report.Nearest(name, known)})
			}
		}
	}
	return words, problems
}

func readThemeWords(fsys fs.FS, themes []string, language string) (map[string]string, report.Problems) {
	words := map[string]string{}
	var problems report.Problems
	found := false
	for _, theme := range themes {
		name := path.Join(theme, "words", language+".toml")
		if _, err := fs.Stat(fsys, name); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		found = true
		source, problem := readText(fsys, name)
		if problem != nil {
			problems = append(problems, *problem)
			continue
		}
		readWords(source, words, &problems)
	}
	if !found {
		first := path.Join(themes[0], "words", language+".toml")
		problems = append(problems, report.Source{Name: themes[0]}.Whole("words-missing", report.Values{"language": language, "file": first}))
	}
	return words, problems
}

func readWords(source report.Source, words map[string]string, problems *report.Problems) *fields {
	f := parseFields(source, string(source.Text), 0, nil, problems)
	names := make([]string, 0, len(f.values))
	for name := range f.values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		words[name] = f.text(name)
	}
	return f
}
