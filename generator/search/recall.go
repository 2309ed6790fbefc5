package search

import (
	"bytes"
	"strings"
	"sync"
)

// recalled are pages that were counted, for editions over one lexicon. What a
// page counts for depends on its texts and on nothing else; only the numbers
// that forms, lemmas and sections have differ from one edition to another.
type recalled struct {
	mutex sync.Mutex
	pages map[string]*pageCount
}

// pageCount is what a page counts for.
type pageCount struct {
	forms    []string
	sections []sectionCount
}

type sectionCount struct {
	text  []byte
	finds []find
}

// find tells how much a section says of a lemma.
type find struct {
	lemma  string
	impact uint32
}

// page gives what a page counts for.
func (r *recalled) page(known *known, p *page) *pageCount {
	key := p.texts()
	r.mutex.Lock()
	counted := r.pages[key]
	r.mutex.Unlock()
	if counted != nil {
		return counted
	}
	counted = countPage(known, p)
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.pages[key] = counted
	return counted
}

// texts are all texts of a page that are counted, with bytes between that no
// text has.
func (p *page) texts() string {
	all := []string{p.Summary, p.aside, p.HTML}
	for _, s := range p.sections {
		all = append(all, "\x01", s.id, s.title)
		if s.html != nil {
			all = append(all, "\x02")
			all = append(all, s.html...)
		}
	}
	return strings.Join(all, "\x00")
}

// countPage counts a page by itself.
func countPage(known *known, p *page) *pageCount {
	c, counted := newCounter(known), &pageCount{}
	alone := *p
	alone.first = 0
	var cutter stripper
	cutter.eachText(&alone, func(n int, text []byte) {
		c.countSection(&alone, n, text)
		counted.sections = append(counted.sections, sectionCount{text: bytes.Clone(text)})
	})
	for lemma, name := range c.names {
		for _, posting := range c.appendPostings(nil, uint32(lemma)) {
			section := &counted.sections[posting>>impactBits]
			section.finds = append(section.finds, find{name, posting & steps})
		}
	}
	counted.forms = c.forms.texts
	return counted
}

// take counts a page that was counted before.
func (c *counter) take(p *page, counted *pageCount, yield func(section int, text []byte)) {
	for _, form := range counted.forms {
		if _, ok := c.forms.find([]byte(form)); !ok {
			c.learn(form)
		}
	}
	for n, section := range counted.sections {
		for _, f := range section.finds {
			c.note(uint32(c.lemmas[f.lemma]), uint32(p.first+n), f.impact)
		}
		yield(n, section.text)
	}
}
