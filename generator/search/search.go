// Package search makes the index that a theme's script searches. A site that
// is opened from a folder can't ask a server, nor fetch a file, but it can load
// scripts; so the index is a set of them, in search/LANGUAGE of the site:
//
//	index.js                the words, the pages and their headings, synonyms, and the
//	                        names of all parts: opas.searchIndex({…})
//	postings-N-HASH.js      where words stand, from word N on: opas.searchPart(name, "…")
//	texts-N-HASH.js         the text of sections, from section N on, for excerpts
//
// The first is loaded when a reader begins to search, parts when they are
// needed; none of them is bigger than 64 KB. The first has the same name in
// every build, so that a change in one page changes no other; a page whose
// index names parts of an earlier build, which are gone, loads the first anew.
//
// # What is found
//
// A page is cut at its headings of the second and third level into sections;
// what stands before the first is the page's head, with title and summary. Each
// word form counts for its lemmas: those that the locale's lexicon has; a stem
// in languages that have stems by rules; else the form itself. A form counts
// for the parts of a compound too, and a participle or an agent (osallistuva,
// johtaja) for its verb, by itself or in a compound, but less. The parts of a
// compound are those of the lexicon; in Swedish, which has none, two words of
// the site that it is made of, or a long one that it ends with. How much a
// section says of a lemma is its impact: BM25F with a weight for each field
// (title 6, heading 4, text 1), in 63 steps; a short section says no more than
// one of usual length. Words that say little (and, who) count as if they stood
// in every section.
//
// # The form of the data
//
// Numbers are written in a radix of 26: punctuation for digits, a capital
// letter for the last one (see number). Text is plain.
//
//	forms    the word forms in the order of their folded letters (a for ä),
//	         each: how many letters it shares with the one before, the rest, and
//	         its lemmas; lemmas are numbered as they come up. A lemma is
//	         twice how far back it is from the next new one, and one more if
//	         another follows
//	lemmas   a letter for each lemma: A+n if the lexicon knows it, a+n if not,
//	         n being the logarithm of the number of sections it stands in
//	parts    for each lemma that counts for others: how many lemmas on from the
//	         last such one it is, how many there are, and their numbers
//	shape    for each page the number of its kind and how many sections it has
//	pages    a line for each page, with tabs between: its address, its title, then
//	         for each section behind the head its id and heading
//	foreign  the language of each page that isn't translated, by its number
//	inflection rules by which the script knows forms that are nowhere on the site
//	synonyms groups of words and phrases, as they are typed
//	postings of a lemma: the number of sections that it stands in, then for each
//	         how far it is from the one before, and the impact as a sign from # on,
//	         without < and the backslash; a lemma with too many has its best ones.
//	         Lemmas are parted by spaces
//	texts    sections are parted by line ends
//
// The package makes the index of each locale that has a page of kind
// "search", and of no other.
package search

import (
	"path"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// partLimit is the most bytes that a script has which is loaded on demand.
const partLimit = 64 << 10

// Emit takes a finished file; the data is its only until it returns. It is
// called from several goroutines.
type Emit func(name string, data []byte) error

// Index is the index of a site in the making. Count keeps all processors busy;
// what Write does after that can go on beside other work.
type Index struct{ locales []*locale }

// locale is a locale that is searched, after its words have been counted.
type locale struct {
	*guide.Locale
	pages   *searched
	words   *dictionary
	counted *counted
	out     *scripts
}

// Folder is the folder of the site that holds the index.
const Folder = "search"

const indexName = "index.js"

func folder(l *guide.Locale) string { return path.Join(Folder, l.Language) }

// Count counts the words of each locale that is searched, and writes the texts
// of its sections.
func Count(site *guide.Site, emit Emit) (*Index, error) {
	x := &Index{}
	for _, l := range site.Locales {
		if !isSearched(l) {
			continue
		}
		one, err := begin(l, emit)
		if err != nil {
			return nil, err
		}
		x.locales = append(x.locales, one)
	}
	return x, nil
}

// begin counts the words of a locale.
func begin(l *guide.Locale, emit Emit) (*locale, error) {
	one := &locale{Locale: l, pages: outline(l), words: newDictionary(newKnown(l)), out: &scripts{folder: folder(l), emit: emit}}
	var err error
	one.counted, err = count(one.words, one.pages, one.out)
	return one, err
}

// Addresses returns the first scripts of a site's index by language, for the
// pages to load. It needs no index.
func Addresses(site *guide.Site) map[string]string {
	addresses := map[string]string{}
	for _, l := range site.Locales {
		if isSearched(l) {
			addresses[l.Language] = path.Join(folder(l), indexName)
		}
	}
	return addresses
}

// isSearched reports whether a locale has a page to search on.
func isSearched(l *guide.Locale) bool { return l.Find("search") != nil }

// Write writes the rest of the index: the lists of lemmas and the first script.
// It can be called once.
func (x *Index) Write() error {
	for _, l := range x.locales {
		if err := l.write(); err != nil {
			return err
		}
	}
	return nil
}

func (l *locale) write() error {
	words := newVocabulary(l.words, l.Synonyms)
	// What isn't needed any more makes room for what is written.
	l.words = nil
	spread(l.counted.sections, words.split)
	postings, frequencies, err := words.writeLists(l.counted, l.out)
	if err != nil {
		return err
	}
	l.counted.sections = nil
	return l.out.writeIndex(index{
		Inflection: language.For(l.Language).Inflection(),
		Kinds:      l.pages.kinds,
		Synonyms:   l.Synonyms,
		Postings:   postings,
		Texts:      l.counted.texts,
		Foreign:    l.pages.foreign(),
		forms:      words.encodeForms(),
		lemmas:     words.encodeLemmas(frequencies),
		parts:      words.encodeParts(),
		shape:      l.pages.encodeShape(),
		pages:      l.pages.encode(),
	})
}
