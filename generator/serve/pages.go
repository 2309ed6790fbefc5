package serve

import (
	"net/http"
	"time"

	"sparrausopas/generator/report"
)

// Pages is what an author asks for who does something to whole pages:
//
//	page     what can be done with the page of a file
//	new      a page of a kind, with a title and maybe in a section
//	rename   another title and another part of the address
//	move     another section
//	order    another place among its neighbours, counted from 0
//	delete   the page, in all languages; Plain makes text of links to it
//	hide     to leave a common page out of an edition
//	take     a common page into the edition
//	local    an example of the edition's own in the page
//	deleted  the pages that were deleted or left out
//	restore  one of them, by its ID
//
// What would change is shown first. It is done if Plan is what was shown.
type Pages struct {
	Do      string `json:"do"`
	File    string `json:"file"`
	Plan    string `json:"plan"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Slug    string `json:"slug"`
	Section string `json:"section"`
	Place   int    `json:"place"`
	Plain   bool   `json:"plain"`
	ID      string `json:"id"`
}

// PagesDone is what was asked for, or what would be done.
type PagesDone struct {
	// Plan tells what is shown from all else, Done is set once it is done.
	Plan    string       `json:"plan,omitempty"`
	Done    bool         `json:"done,omitempty"`
	Changes []PageChange `json:"changes,omitempty"`
	Links   []PageLink   `json:"links,omitempty"`
	// Problems are those that there will be and aren't now, Notes what else the
	// author is to know; in words as Items and Told.
	Problems report.Problems   `json:"-"`
	Notes    []*report.Refusal `json:"-"`
	Items    listing           `json:"items"`
	Told     []string          `json:"told,omitempty"`
	// Next is where to go on: the file of a page and its address.
	Next    PageChange    `json:"next"`
	Page    *PageFacts    `json:"page,omitempty"`
	Deleted []DeletedPage `json:"deleted,omitempty"`
}

// PageChange says what is done to a file, "made", "changed", "moved" or "removed",
// and where it moves.
type PageChange struct {
	Do   string `json:"do"`
	File string `json:"file"`
	To   string `json:"to,omitempty"`
}

// PageLink is a link that is mended; To is "" where it becomes text.
type PageLink struct {
	File string `json:"file"`
	Line int    `json:"line"`
	From string `json:"from"`
	To   string `json:"to"`
}

// PageFacts say what can be done with a page: its title and part of the address,
// its section and the others, by ID and title, its neighbours in their order, and
// the kinds of pages that can be begun.
type PageFacts struct {
	Title    string       `json:"title"`
	Slug     string       `json:"slug"`
	ID       string       `json:"id"`
	Section  string       `json:"section"`
	Sections []EditChoice `json:"sections"`
	Siblings []EditChoice `json:"siblings"`
	Kinds    []EditChoice `json:"kinds"`
	// Acts are those of Pages that can be done.
	Acts []string `json:"acts"`
}

// DeletedPage is a page that can be restored; one that is left out has no time.
type DeletedPage struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Time  *time.Time `json:"time,omitempty"`
}

// pagesMost is how many bytes a request may have.
const pagesMost = 64 << 10

// pages carries out what is asked for about whole pages.
func (s *broadcaster) pages(w http.ResponseWriter, r *http.Request) {
	var asked Pages
	if !s.read(w, r, pagesMost, &asked) {
		return
	}
	done, err := s.Pages(asked)
	done.Items = s.listing("problem", done.Problems)
	for _, note := range done.Notes {
		done.Told = append(done.Told, s.Printer.WithHint(note.Rule, note.Values))
	}
	if done.Page != nil {
		for i, kind := range done.Page.Kinds {
			done.Page.Kinds[i].Title = s.Printer.Message("pages-kind-"+kind.Value, nil)
		}
	}
	s.answer(w, done, err)
}

// pageWords returns the words of the acts on pages, by what the script calls them.
func (s *broadcaster) pageWords() map[string]string {
	return s.wordsOf("pages-",
		"pages-menu", "pages-new", "pages-rename", "pages-move", "pages-order", "pages-delete", "pages-hide", "pages-take", "pages-local", "pages-restore",
		"pages-kind", "pages-title", "pages-slug", "pages-section-choice", "pages-usual", "pages-place", "pages-first", "pages-after", "pages-plain", "pages-page",
		"pages-show", "pages-do", "pages-cancel", "pages-made", "pages-changed", "pages-moved", "pages-removed", "pages-links", "pages-text", "pages-problems",
		"pages-stale", "pages-nothing", "pages-none", "pages-hidden")
}
