package search

import (
	"runtime"
	"slices"
	"sync"

	"sparrausopas/generator/report"
)

// counted is what the pages count for.
type counted struct {
	// sections have for each section what it counts for.
	sections [][]find
	texts    []part
}

// find tells how much a section says of a lemma: its number as a word, and the
// impact in the low bits.
type find uint32

// The impact of a find, and that of a posting, is in the bits that a number
// from 1 to steps takes.
const (
	steps      = 63
	impactBits = 6
)

func newFind(lemma, impact uint32) find { return find(lemma<<impactBits | impact) }
func (f find) lemma() uint32            { return uint32(f) >> impactBits }
func (f find) impact() uint32           { return uint32(f) & steps }

// count goes through the pages, writes their texts and counts their words. Each
// processor has a row of groups that follow each other. What is written depends
// on the groups, not on how many processors there are.
func count(d *dictionary, pages *searched, out *scripts) (*counted, error) {
	rows := divide(groups(pages.pages), runtime.GOMAXPROCS(0))
	result := &counted{sections: make([][]find, pages.sections)}
	done := make([]*row, len(rows))
	failed := make([]error, len(rows))
	var group sync.WaitGroup
	for i, groups := range rows {
		done[i] = &row{counter: newCounter(d), sections: result.sections, writer: textWriter{out: out}}
		work := report.Rescued(func() error { return done[i].count(groups) })
		group.Go(func() { failed[i] = work() })
	}
	group.Wait()
	for i, one := range done {
		if failed[i] != nil {
			return nil, failed[i]
		}
		result.texts = append(result.texts, one.writer.parts...)
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

// row is a row of groups while it is being counted.
type row struct {
	counter  *counter
	sections [][]find
	writer   textWriter
}

// count counts the pages of groups and writes their texts.
func (r *row) count(groups [][]page) error {
	for _, group := range groups {
		for i := range group {
			p := &group[i]
			copy(r.sections[p.first:], r.counter.count(p, func(n int, text []byte) { r.writer.add(p.first+n, text) }))
		}
		r.writer.flush()
	}
	return r.writer.err
}
