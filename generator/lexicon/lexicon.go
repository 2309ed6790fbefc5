// Package lexicon makes the lexicon of a language: a file that lists for each
// word form on the guide's pages its lemmas, the parts of a compound and the
// borders between them. The file is part of the content, so that a build needs
// no dictionary:
//
//	# …
//	hyvinvointialueella	hyvinvointialue	hyvinvointi+alue	hyvin|vointi|alueella
//	kuntalaisten	kuntalainen
//	wcag
//
// The columns are the form, its lemmas with commas between, the lemmas of its
// parts with + between, and the form with | at its borders; empty ones at the
// end are left out. Everything is in small letters, in order, each form once.
// A form without lemmas is one that the dictionary doesn't know.
//
// Words collects the forms from finished pages: their visible text, each piece
// in the language of its lang attribute, but no code; and from the synonyms,
// which are on no page. Describe asks the dictionary, Format writes the file;
// package content reads it.
//
// Only Finnish has a dictionary here: Voikko, which must be installed. Of
// several analyses of a form, those with the fewest parts count (asemaan is a
// form of asema, not of ase and maa), and names only if there is nothing else.
// There is a border where all of these have one.
package lexicon

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
)

const header = "# Word forms of the finished pages: form, lemmas (,), parts (+), borders (|). Made with Voikko by: go run ./generator lexicon\n"

// Covers reports whether there is a dictionary of a language.
func Covers(language string) bool { return language == "fi" }

// Describe looks forms in small letters up in the dictionary. The result has
// all of them. Told is called with how many were asked for of how many.
func Describe(forms []string, told func(done, total int)) (map[string]guide.Word, error) {
	output, err := askVoikko(forms, told)
	if err != nil {
		return nil, err
	}
	found := parseVoikko(output)
	words := make(map[string]guide.Word, len(forms))
	for _, form := range forms {
		words[form] = describe(form, found[asked(form)])
	}
	return words, nil
}

// Format returns the text of a lexicon's file.
func Format(words map[string]guide.Word) []byte {
	var out bytes.Buffer
	out.WriteString(header)
	for _, form := range slices.Sorted(maps.Keys(words)) {
		out.WriteString(strings.TrimRight(form+"\t"+string(words[form]), "\t") + "\n")
	}
	return out.Bytes()
}

// Known counts the words that are in the dictionary.
func Known(words map[string]guide.Word) int {
	known := 0
	for _, word := range words {
		if word.IsKnown() {
			known++
		}
	}
	return known
}

// New counts the words that an earlier file doesn't have.
func New(words map[string]guide.Word, file []byte) int {
	added := maps.Clone(words)
	for line := range strings.Lines(string(file)) {
		form, _, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		delete(added, form)
	}
	return len(added)
}
