package search

import (
	"strings"

	"sparrausopas/generator/language"
)

// The weights of the fields. A title that is short says more than a long one.
const (
	titleWeight   = 6
	headingWeight = 4
	asideWeight   = 3
	textWeight    = 1
	// weak is how much a word counts for the parts of a compound and for a word
	// that it is derived from.
	weak = .73
)

// counter counts the words of pages, one page after the other.
type counter struct {
	words  *dictionary
	cutter cutter
	// forms are those that it has met, with numbers of its own, learned what it
	// knows of each. The lemmas of all lie one after the other: they are asked
	// for at every word.
	forms   formTable
	learned []learned
	lemmas  []uint32

	// amounts are what the section at hand holds of each lemma, touched which
	// it has.
	amounts []amount
	touched []uint32
}

// learned is what a counter knows of a form: it counts for lemmas[start:weak],
// and weakly for lemmas[weak:end].
type learned struct{ start, weak, end uint32 }

// amount is how much there is of a lemma by itself and in others.
type amount struct{ direct, within float32 }

// newCounter makes a counter with room for the words that are known.
func newCounter(d *dictionary) *counter {
	return &counter{
		words:   d,
		forms:   newFormTable(),
		learned: make([]learned, 0, d.room),
		lemmas:  make([]uint32, 0, d.room),
		amounts: make([]amount, 0, d.room),
	}
}

// count returns what each section of a page counts for, and hands on its texts
// as eachText does.
func (c *counter) count(p *page, yield func(section int, text []byte)) [][]find {
	sections := make([][]find, 0, len(p.sections))
	c.cutter.eachText(p, func(n int, text []byte) {
		c.countSection(p, n, text)
		sections = append(sections, c.finish())
		yield(n, text)
	})
	return sections
}

func (c *counter) countSection(p *page, n int, text []byte) {
	tokens := c.add(text, textWeight)
	c.balance(tokens)
	title := p.sections[n].title
	switch {
	case n == 0:
		c.add([]byte(title), titleWeight/titleLength(title))
		c.add([]byte(p.aside), asideWeight)
	case p.sections[n].html == nil:
		c.add([]byte(title), headingWeight/titleLength(title))
	default:
		// The same heading on all pages of a kind says little.
		c.add([]byte(title), textWeight)
	}
}

// titleLength is 1 for a title of four words, less for a shorter one.
func titleLength(title string) float32 { return .76 + .06*float32(1+strings.Count(title, " ")) }

// add counts the words of a text and returns how many they are.
func (c *counter) add(text []byte, weight float32) int {
	tokens := 0
	language.Tokens(text, func(token []byte) {
		tokens++
		number, ok := c.forms.find(token)
		if !ok {
			c.learn(string(token))
		}
		form := c.learned[number]
		for _, lemma := range c.lemmas[form.start:form.weak] {
			c.touch(lemma).direct += weight
		}
		for _, lemma := range c.lemmas[form.weak:form.end] {
			c.touch(lemma).within += weight
		}
	})
	return tokens
}

// touch returns what the section at hand has of a lemma, and notes the lemma.
func (c *counter) touch(lemma uint32) *amount {
	a := &c.amounts[lemma]
	if *a == (amount{}) {
		c.touched = append(c.touched, lemma)
	}
	return a
}

// learn takes up a form, which gets the next number here.
func (c *counter) learn(form string) {
	_, sense := c.words.learn(form)
	c.forms.add(form)
	one := learned{start: uint32(len(c.lemmas))}
	c.refer(sense.lemmas)
	one.weak = uint32(len(c.lemmas))
	c.refer(sense.weak)
	one.end = uint32(len(c.lemmas))
	c.learned = append(c.learned, one)
}

// refer adds lemmas to those of forms, and makes room to count them.
func (c *counter) refer(lemmas []uint32) {
	for _, lemma := range lemmas {
		c.lemmas = append(c.lemmas, lemma)
		if more := int(lemma) + 1 - len(c.amounts); more > 0 {
			c.amounts = append(c.amounts, make([]amount, more)...)
		}
	}
}

// The constants of BM25. The usual length is that of a section of this guide;
// taking it as fixed spares a second round.
const (
	k1          = 1.5
	b           = .5
	usualLength = 80
)

// balance makes up for the length of the text that has been counted.
func (c *counter) balance(tokens int) {
	norm := 1 - b + b*float32(max(tokens, usualLength))/usualLength
	for _, lemma := range c.touched {
		c.amounts[lemma].direct /= norm
		c.amounts[lemma].within /= norm
	}
}

// finish returns what the section at hand counts for, and begins the next.
func (c *counter) finish() []find {
	finds := make([]find, len(c.touched))
	for i, lemma := range c.touched {
		impact := max(saturate(c.amounts[lemma].direct), weak*saturate(c.amounts[lemma].within))
		finds[i] = newFind(lemma, uint32(max(1, impact*steps)))
		c.amounts[lemma] = amount{}
	}
	c.touched = c.touched[:0]
	return finds
}

// saturate makes the first mention of a word count more than the tenth: 0 to 1.
func saturate(weight float32) float32 { return weight / (k1 + weight) }
