// Package guide is a sparring guide in memory: its types and how they hang
// together. It does no input or output and knows no technology.
//
// A Site has one Edition a language. An Edition is a tree of pages: Home,
// under it sections, under them pages (and sections again). Each Page is one
// file of content after rendering; what a kind of page has beside its text is
// its Detail: *Question, *Step, *Session and so on. Package content makes the
// site; after that nobody changes it.
//
//	for _, e := range site.Editions {
//		for _, q := range e.Questions() {
//			fmt.Println(q.Number, q.Title, q.Area.Title, guide.Relative(e.Home.Address, q.Address))
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
	// Editions come in the order of the settings; the first is the one that
	// index.html of the site shows.
	Editions []*Edition
	// Sources is the bibliography in the order of its file.
	Sources []*Source
	// Files are copied into the site as they are: address to path.
	Files map[string]string
}

// Edition is the guide in one language.
type Edition struct {
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
	// Hidden are the pages that the guide leaves out.
	Hidden []Hidden
}

// Index makes Page and Kinds find the edition's pages. It is called once, when
// Pages are complete and in the order of the guide.
func (e *Edition) Index() {
	e.Kinds = map[string][]*Page{}
	for _, p := range e.Pages {
		e.Kinds[p.Kind] = append(e.Kinds[p.Kind], p)
	}
	slices.SortFunc(e.Pages, func(a, b *Page) int { return cmp.Compare(a.ID, b.ID) })
}

// Page finds a page by its ID, or returns nil.
func (e *Edition) Page(id string) *Page {
	at, found := slices.BinarySearchFunc(e.Pages, id, func(p *Page, id string) int { return cmp.Compare(p.ID, id) })
	if !found {
		return nil
	}
	return e.Pages[at]
}

// Of returns the pages of a kind, as Kinds has them; templates call it.
func (e *Edition) Of(kind string) []*Page { return e.Kinds[kind] }

// Find returns the first page of a kind, or nil.
func (e *Edition) Find(kind string) *Page {
	if pages := e.Kinds[kind]; len(pages) > 0 {
		return pages[0]
	}
	return nil
}

// Sections are the sections right under Home, in order.
func (e *Edition) Sections() []*Page { return e.Home.Children }

// Translations returns the page with the same ID in each edition that has it,
// in the order of the editions.
func (s *Site) Translations(id string) []Translation {
	var list []Translation
	for _, e := range s.Editions {
		if p := e.Page(id); p != nil {
			list = append(list, Translation{e, p})
		}
	}
	return list
}

// Translation is a page in one of the editions.
type Translation struct {
	Edition *Edition
	Page    *Page
}
