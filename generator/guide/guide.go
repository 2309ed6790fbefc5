// Package guide is a sparring guide in memory: its types and how they hang
// together. It does no input or output and knows no technology.
//
// A Site has one Locale a language. A Locale is a tree of pages: Home,
// under it sections, under them pages (and sections again). Each Page is one
// file of content after rendering; what a kind of page has beside its text is
// its Detail: *Question, *Step, *Session and so on. Package content makes the
// site; after that nobody changes it.
//
//	for _, l := range site.Locales {
//		for _, q := range l.Questions() {
//			fmt.Println(q.Number, q.Title, q.Area.Title, guide.Relative(l.Home.Address, q.Address))
//		}
//	}
//
// An ID is the path of a page's file in its language without the ending, the
// same in all languages ("" is Home); an Address is the path of its file in the
// site.
package guide

import (
	"cmp"
	"slices"
)

// Site is a whole guide in all its languages.
type Site struct {
	Settings Settings
	// Kinds is the table of the kinds of pages that have more than a template.
	Kinds Kinds
	// Locales come in the order of the settings; the first is the one that
	// index.html of the site shows.
	Locales []*Locale
	// Sources is the bibliography in the order of its file.
	Sources []*Source
	// Files are copied into the site as they are: address to path.
	Files map[string]string
	// Documents are those that were made of pages, by the addresses of these.
	Documents map[string][]Document
}

// Locale is the guide in one language. What a municipality makes of the guide
// is an edition of it, and has locales of its own.
type Locale struct {
	// Language is the BCP 47 tag, Name the language's name in itself.
	Language, Name string
	// Title is the guide's title in the language.
	Title string
	Home  *Page
	// Pages are all pages, Home too, in the order of their IDs.
	Pages []*Page
	// Kinds are the pages of each kind in the order of the guide, which is that
	// of their numbers where they are called by these.
	Kinds map[string][]*Page
	// Words are the interface's words by name.
	Words map[string]string
	// Lexicon is what is known of word forms, in small letters.
	Lexicon map[string]Word
	// Synonyms are groups of words and phrases that mean the same to those who
	// search, in small letters with single spaces.
	Synonyms [][]string
	// Hidden are the pages that the guide leaves out, Drafts those that it does
	// because they are drafts.
	Hidden, Drafts []Hidden
}

// Index makes Page and Kinds find the locale's pages. It is called once, when
// Pages are complete and in the order of the guide.
func (l *Locale) Index() {
	l.Kinds = map[string][]*Page{}
	for _, p := range l.Pages {
		l.Kinds[p.Kind] = append(l.Kinds[p.Kind], p)
	}
	slices.SortFunc(l.Pages, func(a, b *Page) int { return cmp.Compare(a.ID, b.ID) })
}

// Page finds a page by its ID, or returns nil.
func (l *Locale) Page(id string) *Page {
	at, found := slices.BinarySearchFunc(l.Pages, id, func(p *Page, id string) int { return cmp.Compare(p.ID, id) })
	if !found {
		return nil
	}
	return l.Pages[at]
}

// Of returns the pages of a kind, as Kinds has them; templates call it.
func (l *Locale) Of(kind string) []*Page { return l.Kinds[kind] }

// Find returns the first page of a kind, or nil.
func (l *Locale) Find(kind string) *Page {
	if pages := l.Kinds[kind]; len(pages) > 0 {
		return pages[0]
	}
	return nil
}

// Sections are the sections right under Home, in order.
func (l *Locale) Sections() []*Page { return l.Home.Children }

// Translations returns the page with the same ID in each locale that has it,
// in the order of the locales.
func (s *Site) Translations(id string) []Translation {
	var list []Translation
	for _, l := range s.Locales {
		if p := l.Page(id); p != nil {
			list = append(list, Translation{l, p})
		}
	}
	return list
}

// Translation is a page in one of the locales.
type Translation struct {
	Locale *Locale
	Page   *Page
}
