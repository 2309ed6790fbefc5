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

// addSearch adds a page to search on to the locale, if the theme has words for
// one and content no page of that kind. It hangs under Home, but isn't among
// its sections, so that the theme alone decides where it is linked from.
func (l *locale) addSearch() {
	address := l.Words["address-search"]
	if address == "" || slices.ContainsFunc(l.Pages, func(p *guide.Page) bool { return p.Kind == searchKind }) {
		return
	}
	p := &guide.Page{ID: l.freeID(searchKind), Kind: searchKind}
	p.Title = l.rules.Typography(cmp.Or(l.Words["search-title"], address))
	p.Summary = l.rules.Typography(l.Words["search-summary"])
	p.Address = path.Join(l.Language, cmp.Or(l.rules.Slug(address), searchKind)+".html")
	p.Parent = l.Home
	l.Pages = append(l.Pages, p)
}

// freeID returns an ID that no page has yet.
func (l *locale) freeID(id string) string {
	for slices.ContainsFunc(l.Pages, func(p *guide.Page) bool { return p.ID == id }) {
		id += "-page"
	}
	return id
}
