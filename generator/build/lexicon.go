package build

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/project"
)

// Lexicon is a lexicon that was made: its file and how many words it has, how
// many of them the dictionary knows and how many are new.
type Lexicon struct {
	File              string
	Words, Known, New int
}

// Lexicons makes the lexicons of the languages that have a dictionary out of
// the words of the finished pages and of the synonyms. Those that were made
// come with the error, too.
func Lexicons(s Settings) ([]Lexicon, error) {
	s.NoLexicon = true
	var words lexicon.Words
	site, _, err := Make(s, func(name string, data []byte) error { return addWords(&words, name, data) })
	if err != nil {
		return nil, err
	}
	p, err := project.OpenOwn(s.Dir)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	var made []Lexicon
	for _, l := range site.Locales {
		if !lexicon.Covers(l.Language) {
			continue
		}
		one, err := writeLexicon(p, content.LexiconFile(l.Language), lackedBy(l, formsOf(l, &words)), s.told("words"))
		if err != nil {
			return made, err
		}
		made = append(made, one)
	}
	return made, nil
}

// formsOf returns the word forms of a locale, out of those of the finished
// pages and of its synonyms.
func formsOf(l *guide.Locale, words *lexicon.Words) []string {
	for _, group := range l.Synonyms {
		words.AddText(l.Language, strings.Join(group, " "))
	}
	return words.In(l.Language)
}

// lackedBy returns the forms that the lexicons of the bases lack; an edition's
// own needs no others.
func lackedBy(l *guide.Locale, forms []string) []string {
	return slices.DeleteFunc(forms, func(form string) bool {
		_, known := l.Lexicon[form]
		return known
	})
}

// writeLexicon makes the lexicon of one language.
func writeLexicon(p *project.Project, name string, forms []string, told func(done, total int)) (Lexicon, error) {
	found, err := lexicon.Describe(forms, told)
	if err != nil {
		return Lexicon{}, err
	}
	old, err := fs.ReadFile(p.FS, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Lexicon{}, err
	}
	// An edition that needs no words of its own gets no file.
	if text := lexicon.Format(found); !bytes.Equal(text, old) && (old != nil || len(found) > 0) {
		if err := p.Replace(name, text); err != nil {
			return Lexicon{}, err
		}
	}
	return Lexicon{name, len(found), lexicon.Known(found), lexicon.New(found, old)}, nil
}
