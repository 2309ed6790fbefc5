package content

import (
	"net/url"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
)

// noting returns a linker that notes in the session what a text of it links to
// and is printed for it. The renderer may ask for a link twice.
func (l *linker) noting(f *fields, key string) *linker {
	noted := map[string]bool{}
	own := *l
	own.resolve = func(destination string) (markdown.Target, *markdown.Issue) {
		target, issue := l.resolve(destination)
		if target.Page != nil && !noted[destination] {
			noted[destination] = true
			l.note(f, key, destination, target.Page)
		}
		return target, issue
	}
	return &own
}

// note notes a link to a worksheet or, with numbers, to the cards.
func (l *linker) note(f *fields, key, destination string, to *guide.Page) {
	use := guide.Use{Key: f.at(key)}
	use.Worksheet, _ = to.Detail.(*guide.Worksheet)
	if to.Kind == "cards" {
		use.Cards, use.Once = l.cards(f, key, destination)
	}
	if use.Worksheet != nil || use.Cards != nil {
		s := l.file.page.Detail.(*guide.Session)
		s.Uses = append(s.Uses, use)
	}
}

// cards are the questions that a link to the cards names, and whether a single
// set of them is enough: cards.md?n=1,2,7&sets=1.
func (l *linker) cards(f *fields, key, destination string) (list []*guide.Question, once bool) {
	address, err := url.Parse(destination)
	if err != nil || !address.Query().Has("n") {
		return nil, false
	}
	for number := range strings.SplitSeq(address.Query().Get("n"), ",") {
		if p := l.numbered(f, key, "question", number); p != nil {
			list = append(list, p.Detail.(*guide.Question))
		}
	}
	return list, address.Query().Get("sets") == "1"
}
