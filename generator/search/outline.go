package search

import (
	"slices"
	"strings"

	"sparrausopas/generator/guide"
)

// searched are the pages of a locale as the index knows them.
type searched struct {
	pages []page
	kinds []string
	// sections counts those of all pages.
	sections int
}

// page is a page with its sections; first is the number of the first among
// those of all pages, which is the page's head.
type page struct {
	*guide.Page
	first    int
	sections []section
	// aside are words of the head that readers may search for but that don't
	// stand in its text: the number of a question, a short title.
	aside string
}

// section is a piece of a page under a heading.
type section struct {
	id, title string
	// start and body are those of a heading in the page's body.
	start, body int
	// html is the text of a section that isn't part of the page's body.
	html []string
}

// outline lists the pages and their sections.
func outline(l *guide.Locale) *searched {
	s := &searched{pages: make([]page, 0, len(l.Pages))}
	for _, p := range l.Pages {
		if p.Kind == "search" {
			continue
		}
		if !slices.Contains(s.kinds, p.Kind) {
			s.kinds = append(s.kinds, p.Kind)
		}
		one := page{Page: p, first: s.sections, sections: sectionsOf(p), aside: p.Short + " " + p.Beside.Names}
		s.sections += len(one.sections)
		s.pages = append(s.pages, one)
	}
	return s
}

// sectionsOf returns the head, the sections of the text, and what a kind of
// page shows beside it.
func sectionsOf(p *guide.Page) []section {
	list := []section{{title: p.Title}}
	for _, h := range p.Headings {
		if isCut(h) {
			list = append(list, section{id: h.ID, title: h.Text, start: h.Start, body: h.Body})
		}
	}
	for _, part := range p.Beside.Parts {
		list = append(list, section{id: part.ID, title: part.Title, html: part.HTML})
	}
	return list
}

// isCut reports whether a section begins at a heading.
func isCut(h guide.Heading) bool { return h.ID != "" && (h.Level == 2 || h.Level == 3) }

// encodeShape writes the kinds of the pages and how many sections they have.
func (s *searched) encodeShape() []byte {
	var out []byte
	for _, p := range s.pages {
		out = number(out, slices.Index(s.kinds, p.Kind))
		out = number(out, len(p.sections))
	}
	return out
}

// foreign returns the languages of the pages that aren't translated, by their
// numbers.
func (s *searched) foreign() map[int]string {
	languages := map[int]string{}
	for n, p := range s.pages {
		if p.Original.Language != "" {
			languages[n] = p.Original.Language
		}
	}
	return languages
}

// encode writes the addresses, titles and headings of the pages.
func (s *searched) encode() []byte {
	out := make([]byte, 0, 50*s.sections)
	plain := strings.NewReplacer("\t", " ", "\n", " ")
	for _, p := range s.pages {
		out = append(out, p.Address...)
		for i, part := range p.sections {
			if i > 0 {
				out = append(append(out, '\t'), part.id...)
			}
			out = append(append(out, '\t'), plain.Replace(part.title)...)
		}
		out = append(out, '\n')
	}
	return out
}
