package guide

import (
	"cmp"
	"time"
)

// Page is one page of a locale.
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
	Title, Summary string
	Short          string
	// OwnID is the key id, which keeps a page's Identity when its file gets a
	// new name; "" for none.
	OwnID             string
	Topics            []*Topic
	Sources           []*Source
	Updated, Reviewed time.Time
	// AsOf is the year that the page's facts are of, 0 if that isn't said.
	AsOf     int
	Draft    bool
	Pictures Pictures
	Original Original
}

// Identity is what saved answers, packs and start times call the page: its own
// id or, where it has none, the ID.
func (p *Page) Identity() string { return cmp.Or(p.OwnID, p.ID) }

// Label is the short title, or the title where there is none.
func (h Head) Label() string {
	if h.Short != "" {
		return h.Short
	}
	return h.Title
}

// Tree is a page's place among the others.
type Tree struct {
	// Weight says where the page stands among its neighbours.
	Weight int
	// Number is the page's number among those of its kind, 0 for none.
	Number         int
	Parent         *Page
	Children       []*Page
	Previous, Next *Page
	// Related are other pages on the same topics, the nearest first.
	Related []*Page
}

// Origin returns the place in front matter that a key of the page comes from:
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

// Path returns the sections above a page, from Home down.
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

// IsDraft reports whether a page is a draft, or in a section that is one.
func (p *Page) IsDraft() bool { return p.Draft || p.Parent != nil && p.Parent.IsDraft() }

// HasHeading reports whether a fragment leads somewhere in the page's body.
func (p *Page) HasHeading(id string) bool {
	for _, h := range p.Headings {
		if h.ID == id {
			return true
		}
	}
	return false
}
