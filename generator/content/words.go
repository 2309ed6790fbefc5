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

// Words returns the words of the interface by language, as far as they can be
// read.
func Words(fsys fs.FS, options Options) map[string]map[string]string {
	_, locales, _ := read(fsys, options)
	words := map[string]map[string]string{}
	for _, l := range locales {
		words[l.Language] = l.Words
	}
	return words
}

// loadWords reads the interface's words in a language from the themes, and from
// the layers those that are their own. What another language than the guide's
// first lacks is in that one, with one warning, so that a translation can grow.
func loadWords(fsys fs.FS, themes []string, layers []Layer, language, first string) (map[string]string, report.Problems) {
	words, problems := themeWords(fsys, themes, language)
	own := path.Join(themes[0], "words", language+".toml")
	borrowed := map[string]string{}
	if language != first {
		borrowed, _ = themeWords(fsys, themes, first)
		without(borrowed, words)
	} else if len(words) == 0 && len(problems) == 0 {
		problems = report.Fault(themes[0], "words-missing", report.Values{"language": language, "file": own})
	}
	known := slices.Sorted(maps.Keys(words))
	known = slices.AppendSeq(known, maps.Keys(borrowed))
	problems = append(problems, inLayers(slices.Backward(layers), WordsFile(language), readText, func(source report.Source) report.Problems {
		return readWords(source, words, known)
	})...)
	without(borrowed, words)
	maps.Copy(words, borrowed)
	if lacking := slices.Sorted(maps.Keys(borrowed)); len(lacking) > 0 {
		problems = append(problems, report.Fault(own, "words-partial", report.Values{
			"language": language, "first": first, "count": len(lacking), "name": lacking[0], "text": borrowed[lacking[0]]})...)
	}
	return words, problems
}

// without takes those words out that others have, be it as an empty text.
func without(words, others map[string]string) {
	maps.DeleteFunc(words, func(name, _ string) bool { _, found := others[name]; return found })
}

// themeWords are the words of the themes in a language, none if they have none.
func themeWords(fsys fs.FS, themes []string, language string) (map[string]string, report.Problems) {
	words := map[string]string{}
	var problems report.Problems
	for _, theme := range themes {
		name := path.Join(theme, "words", language+".toml")
		problems = append(problems, inLayers(slices.All([]Layer{{FS: fsys}}), name, readText, func(source report.Source) report.Problems {
			return readWords(source, words, nil)
		})...)
	}
	return words, problems
}

// readWords adds the words of a file to others, which must be known ones if
// there are any given.
func readWords(source report.Source, words map[string]string, known []string) (problems report.Problems) {
	f := parseFields(source, string(source.Text), 0, nil, &problems)
	for _, name := range slices.Sorted(maps.Keys(f.values)) {
		words[name] = f.text(name)
		if known != nil && !slices.Contains(known, name) {
			problems.Add(source.Name, "own-word", func() report.Problem {
				return source.AtPlace(f.keys(), name, "own-word", report.Values{"name": name, "suggestion": report.Nearest(name, known)})
			})
		}
	}
	return problems
}
