package guide

import "time"

// Page is one page of an edition.
type Page struct {
	// ID is the file's path in its language's folder without the ending, the
	// same in all languages: "questions/07"; a section has its folder's path,
	// Home has "".
	ID string
	// Kind names the page's template: "page", "question", "section", "home" …
	Kind string
	// Of is the kind of a section's pages, "" elsewhere.
	Of string
	// Address is the page's file in the site: "fi/kysymykset/07-esteet.html".
	Address string
	// Aliases are old addresses that lead here.
	Aliases []string
	// File is the path of the source from the project's folder, "" for a page
	// that the program made.
	File string
	Head
	Text
	Tree
	// Detail is what the page's kind has beside the text, or nil.
	Detail Detail
}

// Head is what a page says of itself.
type Head struct {
	Title, Summary    string
	Short             string
	Weight            int
	Topics            []*Topic
	Sources           []*Source
	Updated, Reviewed time.Time
	Draft             bool
	Pictures          Pictures
}

// Label is the short title, or the title where there is none.
func (h Head) Label() string {
	if h.Short != "" {
		return h.Short
	}
	return h.Title
}

// Text is a page's body after rendering.
type Text struct {
	// HTML has links that are relative to the page's own address.
	HTML     string
	Headings []Heading
	Links    []Link
	// Local is the source of an example of the municipality's own that stands
	// in the body, "" for none.
	Local string
	// Beside is what the page's kind shows beside the body.
	Beside Beside
}

// Beside is what readers can search for on a page that stands neither in its
// head nor in its body.
type Beside struct {
	// Names are what the page is called beside its titles: "Question 7".
	Names string
	Parts []Part
}

// Part is a part of a page with a heading that its kind's template makes.
type Part struct {
	ID, Title string
	// HTML are the pieces of its text.
	HTML []string
}

// Heading is a heading in a page's body.
type Heading struct {
	Level    int
	ID, Text string
}

// Link is a link from a page's body to a page of the guide.
type Link struct {
	To *Page
	// Fragment is the id that the link leads to, "" for the whole page.
	Fragment string
	// Offset is where the link stands in the source file, in bytes.
	Offset int
	// File is the source of a text that stands in the page but has a file of
	// its own, "" for the page's.
	File string
}

// Tree is a page's place among the others.
type Tree struct {
	// Number is the page's number among those of its kind, 0 for none.
	Number         int
	Parent         *Page
	Children       []*Page
	Previous, Next *Page
	// Related are other pages on the same topics, the nearest first.
	Related []*Page
}

// Origin gives the place in front matter that a key of the page comes from:
// the page and the key themselves, or for a page that the program made the
// first page that names its topic, and "topics".
func (p *Page) Origin(key string) (*Page, string) {
	if p.File != "" {
		return p, key
	}
	if topic, ok := p.Detail.(*Topic); ok && len(topic.Pages) > 0 {
		return topic.Pages[0], "topics"
	}
	if len(p.Children) > 0 {
		return p.Children[0].Origin(key)
	}
	return p, key
}

// Path gives the sections above a page, from Home down.
func (p *Page) Path() []*Page {
	if p.Parent == nil {
		return nil
	}
	return append(p.Parent.Path(), p.Parent)
}

// Section is the section right under Home that the page belongs to, or nil
// for Home itself.
func (p *Page) Section() *Page {
	for ; p.Parent != nil; p = p.Parent {
		if p.Parent.Parent == nil {
			return p
		}
	}
	return nil
}

// HasHeading tells whether a fragment leads somewhere in the page's body.
func (p *Page) HasHeading(id string) bool {
	for _, h := range p.Headings {
		if h.ID == id {
			return true
		}
	}
	return false
}
