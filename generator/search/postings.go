package search

import "slices"

// listLimit is how many sections the list of a lemma holds: enough to find the
// best ones of a word that is nearly everywhere, within the size of a part.
const listLimit = 12_000

// batchSize is how many postings are put in order at a time. Going through all
// of them several times takes less room than holding them twice.
const batchSize = 1 << 20

// batch are lemmas that follow each other, from first up to next, whose
// postings are put in order together.
type batch struct{ first, next int }

// batches divides the lemmas; starts are where their postings begin.
func batches(starts []int) []batch {
	var list []batch
	for first := 0; first < len(starts)-1; {
		next := first + 1
		for next < len(starts)-1 && starts[next+1]-starts[first] <= batchSize {
			next++
		}
		list = append(list, batch{first, next})
		first = next
	}
	return list
}

// writeLists writes the lists of all lemmas and gives the parts that they are
// in, and in how many sections each lemma is.
func (v *vocabulary) writeLists(c *counted, out *scripts) ([]part, []int, error) {
	starts := v.countPostings(c)
	frequencies := make([]int, len(v.lemmas))
	writer := &postingsWriter{out: out}
	for _, b := range batches(starts) {
		if err := v.writeBatch(c, b, starts, frequencies, writer); err != nil {
			return nil, nil, err
		}
	}
	err := writer.flush()
	return writer.parts, frequencies, err
}

// writeBatch writes the lists of the lemmas of a batch and sets their
// frequencies.
func (v *vocabulary) writeBatch(c *counted, b batch, starts, frequencies []int, writer *postingsWriter) error {
	all := v.gather(c, starts, b.first, b.next)
	for lemma := b.first; lemma < b.next; lemma++ {
		list := once(all[starts[lemma]-starts[b.first] : starts[lemma+1]-starts[b.first]])
		frequencies[lemma] = len(list)
		shown := len(list)
		if slices.Contains(v.common, uint32(lemma)) {
			shown = c.sections
		}
		if err := writer.add(lemma, list, shown); err != nil {
			return err
		}
	}
	return nil
}

// countPostings gives where each lemma's postings would begin in a list of all.
func (v *vocabulary) countPostings(c *counted) []int {
	starts := make([]int, len(v.lemmas)+1)
	for _, counter := range c.counters {
		counter.eachPosting(func(lemma, _, _ uint32) { starts[lemma+1]++ })
	}
	for i := range v.lemmas {
		starts[i+1] += starts[i]
	}
	return starts
}

// gather collects the postings of the lemmas of a batch, from first up to next.
func (v *vocabulary) gather(c *counted, starts []int, first, next int) []uint32 {
	all := make([]uint32, starts[next]-starts[first])
	places := slices.Clone(starts[first:next])
	for _, counter := range c.counters {
		counter.eachPosting(func(lemma, section, impact uint32) {
			if number := int(lemma); number >= first && number < next {
				all[places[number-first]-starts[first]] = section<<impactBits | impact
				places[number-first]++
			}
		})
	}
	return all
}

// once puts a list in order and leaves each section in it once: two of the
// counters' lemmas can be one.
func once(list []uint32) []uint32 {
	if !slices.IsSorted(list) {
		slices.Sort(list)
	}
	kept := list[:0]
	for i, posting := range list {
		if i == len(list)-1 || posting>>impactBits != list[i+1]>>impactBits {
			kept = append(kept, posting)
		}
	}
	return kept
}

// best leaves in a list the sections with the highest impacts, if it is too
// long.
func best(list []uint32) []uint32 {
	if len(list) <= listLimit {
		return list
	}
	var counts [steps + 2]int
	for _, posting := range list {
		counts[posting&steps]++
	}
	least, room := uint32(steps+1), listLimit
	for room >= counts[least-1] && least > 1 {
		least--
		room -= counts[least]
	}
	kept := make([]uint32, 0, listLimit)
	for _, posting := range list {
		impact := posting & steps
		if impact == least-1 && room > 0 {
			room--
			kept = append(kept, posting)
		} else if impact >= least {
			kept = append(kept, posting)
		}
	}
	return kept
}
