package content

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"sparrausopas/generator/report"
)

// loadWords reads the interface's words in a language from the themes.
func loadWords(fsys fs.FS, themes []string, language string) (map[string]string, report.Problems) {
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

func readWords(source report.Source, words map[string]string, problems *report.Problems) {
	f := parseFields(source, string(source.Text), 0, problems)
	names := make([]string, 0, len(f.values))
	for name := range f.values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		words[name] = f.text(name)
	}
}
