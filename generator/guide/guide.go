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
//		for _, q := range e.Questions {
//			fmt.Println(q.Number, q.Title, q.Area.Title, guide.Relative(e.Home.Address, q.Address))
//		}
//	}
//
// An ID is the path of a page's file in its language without the ending, the
// same in all languages ("" is Home); an Address is the path of its file in the
// site. A Fingerprint stands for all that a guide holds, to see whether anything
// is different.
package guide

// Site is a whole guide in all its languages.
type Site struct {
	Settings Settings
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
	Pages      []*Page
	Areas      []*Area
	Questions  []*Question
	Steps      []*Step
	Sessions   []*Session
	Programmes []*Programme
	Terms      []*Term
	Topics     []*Topic
	// Words are the interface's words by name.
	Words map[string]string
	// Lexicon is what is known of word forms, in small letters.
	Lexicon map[string]Word
	// Synonyms are groups of words and phrases that mean the same to those who
	// search, in small letters with single spaces.
	Synonyms [][]string
	// Hidden are the pages that the guide leaves out.
	Hidden []Hidden

	byID, byKind map[string]*Page
}

// Index makes Page and Find find the edition's pages. It is called once, when Pages
// are complete.
func (e *Edition) Index() {
	e.byID = make(map[string]*Page, len(e.Pages))
	e.byKind = map[string]*Page{}
	for _, p := range e.Pages {
		e.byID[p.ID] = p
		if e.byKind[p.Kind] == nil {
			e.byKind[p.Kind] = p
		}
	}
}

// Page finds a page by its ID, or gives nil.
func (e *Edition) Page(id string) *Page { return e.byID[id] }

// Find gives the first page of a kind, or nil.
func (e *Edition) Find(kind string) *Page { return e.byKind[kind] }

// Sections are the sections right under Home, in order.
func (e *Edition) Sections() []*Page { return e.Home.Children }

// Translations gives the page with the same ID in each edition that has it,
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
