package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/report"
)

// runLexicon makes the lexicons of the languages that have a dictionary out of
// the words of the finished pages and of the synonyms.
func runLexicon(args []string, c *console) error {
	f, s := c.flags("lexicon"), settings{noLexicon: true}
	f.BoolVar(&s.drafts, "drafts", false, "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	s.dir, s.voice = f.dir, c.voice
	var words lexicon.Words
	site, err := generate(s, func(name string, data []byte) error { return addWords(&words, name, data) })
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
		if err := c.writeLexicon(root, content.LexiconFile(e.Language), lackedBy(e, formsOf(e, &words))); err != nil {
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

// lackedBy gives the forms that the lexicons of the bases lack; an edition's
// own needs no others.
func lackedBy(e *guide.Edition, forms []string) []string {
	return slices.DeleteFunc(forms, func(form string) bool {
		_, known := e.Lexicon[form]
		return known
	})
}

// writeLexicon makes the lexicon of one language and says what is new in it.
func (c *console) writeLexicon(root *os.Root, name string, forms []string) error {
	found, err := lexicon.Describe(forms)
	if err != nil {
		return err
	}
	old, err := root.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// An edition that needs no words of its own gets no file.
	if text := lexicon.Format(found); !bytes.Equal(text, old) && (old != nil || len(found) > 0) {
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := replaceFile(root, name, text); err != nil {
			return err
		}
	}
	return c.say("lexicon-written", report.Values{
		"file": name, "words": c.voice.Count("word", len(found)),
		"known": strconv.Itoa(lexicon.Known(found)), "new": strconv.Itoa(lexicon.New(found, old)),
	})
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
