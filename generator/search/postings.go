package search

import (
	"iter"
	"slices"
)

// listLimit is how many sections the list of a lemma holds: enough to find the
// best ones of a word that is nearly everywhere, within the size of a part.
const listLimit = 12_000

// writeLists writes the lists of all lemmas and returns the parts that they are
// in, and in how many sections each lemma is.
func (v *vocabulary) writeLists(c *counted, out *scripts) ([]part, []int, error) {
	frequencies := make([]int, len(v.lemmas))
	writer := &postingsWriter{out: out}
	for first, lists := range v.lists(c.sections, batch) {
		for i, list := range lists {
			lemma := first + i
			list = once(list)
			frequencies[lemma] = len(list)
			shown := len(list)
			if slices.Contains(v.common, lemma) {
				shown = len(c.sections)
			}
			if err := writer.add(lemma, list, shown); err != nil {
				return nil, nil, err
			}
		}
	}
	err := writer.flush()
	return writer.parts, frequencies, err
}

// batch is how many postings are sorted by their lemmas at a time. The finds of
// all sections are gone through for each batch; a big guide has a few.
const batch = 1 << 20

// lists returns the postings of each lemma in the order of the sections: the
// number of the section and the impact in one. They come in batches of at most
// so many, with the first lemma of each, and hold until the next.
func (v *vocabulary) lists(sections [][]find, most int) iter.Seq2[int, [][]uint32] {
	sizes := v.sizes(sections)
	return func(yield func(int, [][]uint32) bool) {
		var buffer []uint32
		for first := 0; first < len(sizes); {
			end, total := first, 0
			for end < len(sizes) && (end == first || total+sizes[end] <= most) {
				total += sizes[end]
				end++
			}
			buffer = slices.Grow(buffer[:0], total)
			if !yield(first, v.sort(sections, first, sizes[first:end], buffer)) {
				return
			}
			first = end
		}
	}
}

// sizes counts the postings of each lemma.
func (v *vocabulary) sizes(sections [][]find) []int {
	sizes := make([]int, len(v.lemmas))
	for _, finds := range sections {
		for _, f := range finds {
			sizes[v.number[f.lemma()]]++
		}
	}
	return sizes
}

// sort puts the postings of the lemmas from one on into lists of the given
// sizes, in a buffer that has room for them.
func (v *vocabulary) sort(sections [][]find, first int, sizes []int, buffer []uint32) [][]uint32 {
	lists := make([][]uint32, len(sizes))
	start := 0
	for i, size := range sizes {
		lists[i] = buffer[start : start : start+size]
		start += size
	}
	for section, finds := range sections {
		for _, f := range finds {
			if i := v.number[f.lemma()] - first; i >= 0 && i < len(lists) {
				lists[i] = append(lists[i], uint32(section)<<impactBits|f.impact())
			}
		}
	}
	return lists
}

// once puts a list in order and leaves each section in it once: two of a
// section's lemmas can be one.
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
