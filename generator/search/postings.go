package search

import "slices"

// listLimit is how many sections the list of a lemma holds: enough to find the
// best ones of a word that is nearly everywhere, within the size of a part.
const listLimit = 12_000

// writeLists writes the lists of all lemmas and gives the parts that they are
// in, and in how many sections each lemma is.
func (v *vocabulary) writeLists(c *counted, out *scripts) ([]part, []int, error) {
	frequencies := make([]int, len(v.lemmas))
	writer := &postingsWriter{out: out}
	var list []uint32
	for lemma, owners := range v.owners(c) {
		list = list[:0]
		for _, o := range owners {
			list = o.counter.appendPostings(list, o.lemma)
		}
		list = once(list)
		frequencies[lemma] = len(list)
		shown := len(list)
		if slices.Contains(v.common, lemma) {
			shown = c.sections
		}
		if err := writer.add(lemma, list, shown); err != nil {
			return nil, nil, err
		}
	}
	err := writer.flush()
	return writer.parts, frequencies, err
}

// owner is a counter that has a lemma, and the number that it has for it.
type owner struct {
	counter *counter
	lemma   uint32
}

// owners gives who has the postings of each lemma, in the order of the counters.
func (v *vocabulary) owners(c *counted) [][]owner {
	owners := make([][]owner, len(v.lemmas))
	for _, counter := range c.counters {
		for lemma, name := range counter.names {
			number := v.number[name]
			owners[number] = append(owners[number], owner{counter, uint32(lemma)})
		}
	}
	return owners
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
