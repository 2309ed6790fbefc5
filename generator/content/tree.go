package content

import (
	"cmp"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// sortTree puts pages in order under each section, by weight and then by
// title, and links neighbours.
func sortTree(p *guide.Page, l language.Language) {
	if len(p.Children) == 0 {
		return
	}
	sortPages(p.Children, l)
	for i, child := range p.Children {
		if i > 0 {
			child.Previous = p.Children[i-1]
			child.Previous.Next = child
		}
		sortTree(child, l)
	}
}

func sortPages(pages []*guide.Page, l language.Language) {
	keys := map[*guide.Page]string{}
	for i, key := range l.SortKeys(report.Names(pages, func(p *guide.Page) string { return p.Title })) {
		keys[pages[i]] = key
	}
	slices.SortFunc(pages, func(a, b *guide.Page) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(keys[a], keys[b]), cmp.Compare(a.ID, b.ID))
	})
}

// collect lists the locale's pages, as a whole and by kind.
func (l *locale) collect() {
	l.visit(l.Home)
	l.addSearch()
	order := make(map[*guide.Page]int, len(l.Pages))
	for i, p := range l.Pages {
		order[p] = i
	}
	l.Index()
	for _, topic := range l.Topics() {
		slices.SortFunc(topic.Pages, func(a, b *guide.Page) int { return order[a] - order[b] })
	}
	for _, k := range l.options.kinds() {
		if k.Numbering == guide.Counted {
			slices.SortStableFunc(l.Of(k.Name), func(a, b *guide.Page) int { return cmp.Compare(a.Number, b.Number) })
		}
	}
}

// visit adds a page and all below it, in the order of the tree.
func (l *locale) visit(p *guide.Page) {
	l.Pages = append(l.Pages, p)
	for _, child := range p.Children {
		l.visit(child)
	}
}

const (
	// relatedMost is how many related pages a page has at the most, and
	// relatedWindow how far along each topic they are looked for.
	relatedMost   = 4
	relatedWindow = 40
)

// relate sets the related ones of pages, and the pages that name a source.
func (l *locale) relate(pages []*file) {
	at := map[*guide.Topic]map[*guide.Page]int{}
	for _, topic := range l.Topics() {
		at[topic] = map[*guide.Page]int{}
		for i, p := range topic.Pages {
			at[topic][p] = i
		}
	}
	each(pages, func(f *file) { f.page.Related = related(f.page, at) })
	for _, p := range l.Pages {
		for _, source := range p.Sources {
			source.Pages[l.Language] = append(source.Pages[l.Language], p)
		}
	}
}

// related returns the pages that share the most topics with p, of equals those
// that come next after it.
func related(p *guide.Page, at map[*guide.Topic]map[*guide.Page]int) []*guide.Page {
	type candidate struct {
		page   *guide.Page
		shared int
	}
	var found []candidate
	for _, topic := range p.Topics {
		start, pages := at[topic][p], topic.Pages
		for i := 1; i < min(len(pages), relatedWindow); i++ {
			other := pages[(start+i)%len(pages)]
			if known := slices.IndexFunc(found, func(c candidate) bool { return c.page == other }); known >= 0 {
				found[known].shared++
			} else {
				found = append(found, candidate{other, 1})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return b.shared - a.shared })
	var pages []*guide.Page
	for _, c := range found[:min(len(found), relatedMost)] {
		pages = append(pages, c.page)
	}
	return pages
}
