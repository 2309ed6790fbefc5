package search

import (
	"encoding/binary"
	"runtime"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// counted is what the pages hold, by the counters that went through them.
type counted struct {
	counters []*counter
	texts    []part
	sections int
}

// count goes through the pages, writes their texts and counts their words. Each
// processor has a row of groups that follow each other. What is written depends
// on the groups, not on how many processors there are.
func count(known *known, pages *searched, out *scripts) (*counted, error) {
	rows := divide(groups(pages.pages), runtime.GOMAXPROCS(0))
	result := &counted{counters: make([]*counter, len(rows)), sections: pages.sections}
	written := make([][]part, len(rows))
	failed := make([]error, len(rows))
	var group sync.WaitGroup
	for i, row := range rows {
		result.counters[i] = newCounter(known)
		work := report.Rescued(func() (err error) {
			written[i], err = result.counters[i].countGroups(row, out)
			return err
		})
		group.Go(func() { failed[i] = work() })
	}
	group.Wait()
	for i := range rows {
		if failed[i] != nil {
			return nil, failed[i]
		}
		result.texts = append(result.texts, written[i]...)
	}
	return result, nil
}

// groupSize is how much HTML the pages of a group have together: about as much
// as the texts of two parts.
const groupSize = 2 * textsSize

// groups puts pages that follow each other together.
func groups(pages []page) [][]page {
	var list [][]page
	start, size := 0, 0
	for i := range pages {
		size += len(pages[i].HTML)
		if size >= groupSize || i == len(pages)-1 {
			list = append(list, pages[start:i+1])
			start, size = i+1, 0
		}
	}
	return list
}

// divide gives each processor as many groups as others.
func divide(groups [][]page, processors int) [][][]page {
	size := max(1, (len(groups)+processors-1)/processors)
	return slices.Collect(slices.Chunk(groups, size))
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

// counter counts the words of pages, for each section by lemma. Forms and lemmas
// have numbers of its own.
type counter struct {
	known *known
	forms formTable
	words []counterWord
	// refs are the lemmas of all words, one after the other.
	refs   []uint32
	lemmas map[string]int
	names  []string
	// lists are the postings of each lemma: steps from section to section << 6 |
	// impact, as varints; last are the sections that they have come to.
	lists [][]byte
	last  []uint32

	// What the section at hand holds: how much of each lemma by itself and in
	// others, and which lemmas it has.
	direct, within []float32
	touched        []uint32
}

// counterWord is a form: its lemmas are refs[start:weak], those that it counts
// for weakly refs[weak:end].
type counterWord struct{ start, weak, end uint32 }

func newCounter(k *known) *counter {
	return &counter{known: k, forms: newFormTable(), lemmas: map[string]int{}}
}

// countGroups counts groups of pages and writes their texts.
func (c *counter) countGroups(groups [][]page, out *scripts) ([]part, error) {
	writer := &textWriter{out: out}
	var cutter stripper
	for _, group := range groups {
		for i := range group {
			p := &group[i]
			if c.known.recalled != nil {
				c.take(p, c.known.recalled.page(c.known, p), func(n int, text []byte) { writer.add(p.first+n, text) })
				continue
			}
			cutter.eachText(p, func(n int, text []byte) {
				c.countSection(p, n, text)
				writer.add(p.first+n, text)
			})
		}
		writer.flush()
	}
	return writer.parts, writer.err
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
	c.finish(p.first + n)
}

// titleLength is 1 for a title of four words, less for a shorter one.
func titleLength(title string) float32 { return .76 + .06*float32(1+strings.Count(title, " ")) }

// add counts the words of a text and gives how many they are.
func (c *counter) add(text []byte, weight float32) int {
	tokens := 0
	language.Tokens(text, func(token []byte) {
		tokens++
		number, ok := c.forms.find(token)
		if !ok {
			c.learn(string(token))
		}
		word := c.words[number]
		for _, lemma := range c.refs[word.start:word.weak] {
			c.touch(lemma)
			c.direct[lemma] += weight
		}
		for _, lemma := range c.refs[word.weak:word.end] {
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

// learn takes up a form, which gets the next number.
func (c *counter) learn(form string) {
	described := c.known.describe(form)
	word := counterWord{start: uint32(len(c.refs))}
	c.refer(described.lemmas)
	word.weak = uint32(len(c.refs))
	c.refer(described.weak)
	word.end = uint32(len(c.refs))
	c.words = append(c.words, word)
	c.forms.add(form)
}

// refer adds lemmas to the refs.
func (c *counter) refer(lemmas []string) {
	for _, lemma := range lemmas {
		number, ok := c.lemmas[lemma]
		if !ok {
			number = len(c.names)
			c.lemmas[lemma] = number
			c.names = append(c.names, lemma)
			c.direct, c.within = append(c.direct, 0), append(c.within, 0)
			c.lists, c.last = append(c.lists, nil), append(c.last, 0)
		}
		c.refs = append(c.refs, uint32(number))
	}
}

// forms gives the forms of all counters, those with hyphens in order; after
// that the counters know only the postings.
func (c *counted) forms() (plain, hyphened []string) {
	for _, counter := range c.counters {
		for _, form := range counter.forms.texts {
			if strings.Contains(form, "-") {
				hyphened = append(hyphened, form)
			} else {
				plain = append(plain, form)
			}
		}
		counter.forget()
	}
	slices.Sort(hyphened)
	return plain, hyphened
}

// forget gives up what was needed to count.
func (c *counter) forget() { *c = counter{names: c.names, lists: c.lists} }

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

// steps is how many steps an impact has.
const steps = 63

// finish writes down the section at hand.
func (c *counter) finish(section int) {
	for _, lemma := range c.touched {
		impact := max(saturate(c.direct[lemma]), weak*saturate(c.within[lemma]))
		c.note(lemma, uint32(section), uint32(max(1, impact*steps)))
		c.direct[lemma], c.within[lemma] = 0, 0
	}
	c.touched = c.touched[:0]
}

const impactBits = 6

// note writes down that a lemma is in a section.
func (c *counter) note(lemma, section, impact uint32) {
	step := section - c.last[lemma]
	c.last[lemma] = section
	c.lists[lemma] = binary.AppendUvarint(c.lists[lemma], uint64(step)<<impactBits|uint64(impact))
}

// appendPostings appends the sections of a lemma, each with its impact, to a
// list.
func (c *counter) appendPostings(list []uint32, lemma uint32) []uint32 {
	section := uint64(0)
	for rest := c.lists[lemma]; len(rest) > 0; {
		posting, size := binary.Uvarint(rest)
		rest = rest[size:]
		section += posting >> impactBits
		list = append(list, uint32(section<<impactBits|posting&steps))
	}
	return list
}

// saturate makes the first mention of a word count more than the tenth: 0 to 1.
func saturate(weight float32) float32 { return weight / (k1 + weight) }
