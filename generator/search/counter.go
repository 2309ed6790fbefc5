package search

import (
	"strings"

	"sparrausopas/generator/language"
)

// pageCount is what a page counts for, by its own sections, and the forms that
// are on it.
type pageCount struct {
	sections [][]find
	forms    []uint32
}

// The weights of the fields. A title that is short says more than a long one.
const (
	titleWeight   = 6
	headingWeight = 4
	asideWeight   = 3
	textWeight    = 1
	// weak is how much a word counts for the parts of a compound and for a word
	// that it is derived from.
	weak = .7
)

// counter counts the words of pages, one page after the other.
type counter struct {
	words  *dictionary
	cutter stripper
	// forms are those that it has met, with numbers of its own, learned what it
	// knows of each.
	forms   formTable
	learned []learned
	// pages counts the pages, the one at hand too.
	pages int

	// What the section at hand holds: how much of each lemma by itself and in
	// others, and which lemmas it has.
	direct, within []float32
	touched        []uint32
}

// learned is what a counter knows of a form.
type learned struct {
	number uint32
	*sense
	// page is the last page that had the form.
	page int
}

func newCounter(w *dictionary) *counter { return &counter{words: w, forms: newFormTable()} }

// count counts a page, and gives its texts as eachText does.
func (c *counter) count(p *page, yield func(section int, text []byte)) pageCount {
	c.pages++
	counted := pageCount{sections: make([][]find, 0, len(p.sections))}
	c.cutter.eachText(p, func(n int, text []byte) {
		c.countSection(p, n, text, &counted)
		counted.sections = append(counted.sections, c.finish())
		yield(n, text)
	})
	return counted
}

func (c *counter) countSection(p *page, n int, text []byte, on *pageCount) {
	tokens := c.add(text, textWeight, on)
	c.balance(tokens)
	title := p.sections[n].title
	switch {
	case n == 0:
		c.add([]byte(title), titleWeight/titleLength(title), on)
		c.add([]byte(p.aside), asideWeight, on)
	case p.sections[n].html == nil:
		c.add([]byte(title), headingWeight/titleLength(title), on)
	default:
		// The same heading on all pages of a kind says little.
		c.add([]byte(title), textWeight, on)
	}
}

// titleLength is 1 for a title of four words, less for a shorter one.
func titleLength(title string) float32 { return .76 + .06*float32(1+strings.Count(title, " ")) }

// add counts the words of a text on a page and gives how many they are.
func (c *counter) add(text []byte, weight float32, on *pageCount) int {
	tokens := 0
	language.Tokens(text, func(token []byte) {
		tokens++
		number, ok := c.forms.find(token)
		if !ok {
			c.learn(string(token))
		}
		form := &c.learned[number]
		if form.page != c.pages {
			form.page = c.pages
			on.forms = append(on.forms, form.number)
		}
		for _, lemma := range form.lemmas {
			c.touch(lemma)
			c.direct[lemma] += weight
		}
		for _, lemma := range form.weak {
			c.touch(lemma)
			c.within[lemma] += weight
		}
	})
	return tokens
}

// touch notes a lemma of the section at hand.
func (c *counter) touch(lemma uint32) {
	if c.direct[lemma] == 0 && c.within[lemma] == 0 {
		c.touched = append(c.touched, lemma)
	}
}

// learn takes up a form, which gets the next number here.
func (c *counter) learn(form string) {
	number, sense := c.words.learn(form)
	c.forms.add(form)
	c.learned = append(c.learned, learned{number: number, sense: sense})
	for _, lemmas := range [][]uint32{sense.lemmas, sense.weak} {
		for _, lemma := range lemmas {
			if more := int(lemma) + 1 - len(c.direct); more > 0 {
				c.direct, c.within = append(c.direct, make([]float32, more)...), append(c.within, make([]float32, more)...)
			}
		}
	}
}

// The constants of BM25. The usual length is that of a section of this guide;
// taking it as fixed spares a second round.
const (
	k1          = 1.2
	b           = .7
	usualLength = 80
)

// balance makes up for the length of the text that has been counted.
func (c *counter) balance(tokens int) {
	norm := 1 - b + b*float32(tokens)/usualLength
	for _, lemma := range c.touched {
		c.direct[lemma] /= norm
		c.within[lemma] /= norm
	}
}

// finish gives what the section at hand counts for, and begins the next.
func (c *counter) finish() []find {
	finds := make([]find, len(c.touched))
	for i, lemma := range c.touched {
		impact := max(saturate(c.direct[lemma]), weak*saturate(c.within[lemma]))
		finds[i] = newFind(lemma, uint32(max(1, impact*steps)))
		c.direct[lemma], c.within[lemma] = 0, 0
	}
	c.touched = c.touched[:0]
	return finds
}

// saturate makes the first mention of a word count more than the tenth: 0 to 1.
func saturate(weight float32) float32 { return weight / (k1 + weight) }
