package check

import (
	"cmp"
	"maps"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// owners are the things that files of the site are made of, by address.
type owners map[string]owner

// owner is what a reader of problems knows a thing by, and for the search page
// the name of the word that gives its address.
type owner struct{ name, word string }

// addresses finds files of the site that two things would be written to. The
// search page comes first: it has no file to report a problem in.
func (c *checker) addresses() {
	taken := owners{}
	for p := range pages(c.site) {
		if isMadeSearch(p) {
			taken[p.Address] = owner{p.Title, "address-search"}
		}
	}
	for _, address := range slices.Sorted(maps.Keys(c.site.Files)) {
		file := c.site.Files[address]
		if values := taken.add(address, owner{name: file}); values != nil {
			c.add(report.Source{Name: file}.Whole("address-twice", values))
		}
	}
	for p := range pages(c.site) {
		if !isMadeSearch(p) {
			c.pageAddresses(p, taken)
		}
	}
}

// isMadeSearch reports whether a page is the search page that the program made.
func isMadeSearch(p *guide.Page) bool { return p.Kind == "search" && p.File == "" }

// pageAddresses takes the addresses of a page.
func (c *checker) pageAddresses(p *guide.Page, taken owners) {
	own := owner{name: cmp.Or(p.File, p.Title)}
	key := "slug"
	for _, address := range append([]string{p.Address}, p.Aliases...) {
		if values := taken.add(address, own); values != nil {
			c.atKey(p, key, "address-twice", values)
		}
		key = "aliases"
	}
}

// add returns an address to a thing, and the values of the problem if it has
// been given to another already.
func (o owners) add(address string, to owner) report.Values {
	other, twice := o[address]
	o[address] = to
	if !twice {
		return nil
	}
	values := report.Values{"address": address, "other": other.name}
	if other.word != "" {
		values["word"] = other.word
	}
	return values
}
