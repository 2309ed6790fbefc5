package content

import (
	"cmp"
	"path"
	"slices"

	"sparrausopas/generator/guide"
)

// searchKind is the kind of the page that lists and finds all others; its ID
// is the same, unless a page of content has that.
const searchKind = "search"

// addSearch adds a page to search on to the edition, if the theme has words for
// one and content no page of that kind. It hangs under Home, but isn't among
// its sections, so that the theme alone decides where it is linked from.
func (e *edition) addSearch() {
	address := e.Words["address-search"]
	if address == "" || slices.ContainsFunc(e.Pages, func(p *guide.Page) bool { return p.Kind == searchKind }) {
		return
	}
	p := &guide.Page{ID: e.freeID(searchKind), Kind: searchKind}
	p.Title = e.rules.Typography(cmp.Or(e.Words["search-title"], address))
	p.Summary = e.rules.Typography(e.Words["search-summary"])
	p.Address = path.Join(e.Language, cmp.Or(e.rules.Slug(address), searchKind)+".html")
	p.Parent = e.Home
	e.Pages = append(e.Pages, p)
}

// freeID returns an ID that no page has yet.
func (e *edition) freeID(id string) string {
	for slices.ContainsFunc(e.Pages, func(p *guide.Page) bool { return p.ID == id }) {
		id += "-page"
	}
	return id
}
