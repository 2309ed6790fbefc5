package search

import (
	"bytes"
	"strings"
	"sync"
)

// recalled are pages that were counted, for editions over one lexicon. What a
// page counts for depends on its texts and on nothing else. Nil recalls nothing.
type recalled struct {
	mutex sync.Mutex
	pages map[pageTexts]*recalledPage
}

// pageTexts are all texts of a page that are counted.
type pageTexts struct{ summary, aside, html, sections string }

// recalledPage is what a page counts for, and the texts of its sections.
type recalledPage struct {
	pageCount
	texts [][]byte
}

// pageSource gives what a page counts for, and its texts as eachText does.
type pageSource func(p *page, yield func(section int, text []byte)) pageCount

// source gives a source of pages for one goroutine.
func (r *recalled) source(d *dictionary) pageSource {
	c := newCounter(d)
	if r == nil {
		return c.count
	}
	return func(p *page, yield func(int, []byte)) pageCount {
		one := r.page(c, p)
		for n, text := range one.texts {
			yield(n, text)
		}
		return one.pageCount
	}
}

// page gives a page that was counted before, or counts it.
func (r *recalled) page(c *counter, p *page) *recalledPage {
	key := p.texts()
	r.mutex.Lock()
	one := r.pages[key]
	r.mutex.Unlock()
	if one != nil {
		return one
	}
	one = &recalledPage{}
	one.pageCount = c.count(p, func(_ int, text []byte) { one.texts = append(one.texts, bytes.Clone(text)) })
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.pages[key] = one
	return one
}

// texts gives all texts of a page that are counted, with bytes between those of
// its sections that no text has.
func (p *page) texts() pageTexts {
	var all []string
	for _, s := range p.sections {
		all = append(all, "\x01", s.id, s.title)
		if s.html != nil {
			all = append(all, "\x02")
			all = append(all, s.html...)
		}
	}
	return pageTexts{p.Summary, p.aside, p.HTML, strings.Join(all, "\x00")}
}
