package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/lexicon"
)

// runLexicon makes the lexicons of the languages that have a dictionary out of
// the words of the finished pages and of the synonyms.
func runLexicon(args []string, stdout io.Writer) error {
	s, err := parse("lexicon", args)
	if err != nil {
		return err
	}
	s.noLexicon = true
	var words lexicon.Words
	site, err := generate(s, words.Add)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, e := range site.Editions {
		if !lexicon.Covers(e.Language) {
			continue
		}
		if err := writeLexicon(root, content.LexiconFile(e.Language), formsOf(e, &words), stdout); err != nil {
			return err
		}
	}
	return nil
}

// formsOf gives the word forms of an edition, out of those of the finished
// pages and of its synonyms.
func formsOf(e *guide.Edition, words *lexicon.Words) []string {
	for _, group := range e.Synonyms {
		words.AddText(e.Language, strings.Join(group, " "))
	}
	return words.In(e.Language)
}

// writeLexicon makes the lexicon of one language and says what is new in it.
func writeLexicon(root *os.Root, name string, forms []string, stdout io.Writer) error {
	found, err := lexicon.Describe(forms)
	if err != nil {
		return err
	}
	old, err := root.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if text := lexicon.Format(found); !bytes.Equal(text, old) {
		if err := replaceFile(root, name, text); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(stdout, "%s: %s, %d known, %d new\n", name, counted(len(found), "word"), lexicon.Known(found), lexicon.New(found, old))
	return err
}

// replaceFile writes a file whole or not at all.
func replaceFile(root *os.Root, name string, data []byte) error {
	// A hidden file is no content, should it ever stay.
	fresh := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	err := root.WriteFile(fresh, data, 0o644)
	if err == nil {
		err = root.Rename(fresh, name)
	}
	if err != nil {
		_ = root.Remove(fresh)
	}
	return err
}
