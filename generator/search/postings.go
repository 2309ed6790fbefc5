package search

import "slices"

// listLimit is how many sections the list of a lemma holds: enough to find the
// best ones of a word that is nearly everywhere, within the size of a part.
const listLimit = 12_000

// postings are the sections of lemmas, as section << 8 | impact in order.
type postings struct {
	starts []int
	all    []uint32
	// frequencies are the numbers of sections of lemmas, before any were left
	// out.
	frequencies []int
}

// gather sorts what the counters found by lemma. Their own numbers of lemmas
// become those of the vocabulary; their postings aren't needed any more.
func (v *vocabulary) gather(c *counted) *postings {
	p := &postings{starts: make([]int, len(v.lemmas)+1), frequencies: make([]int, len(v.lemmas))}
	for _, counter := range c.counters {
		numbers := v.numbersOf(counter.names)
		for i, posting := range counter.postings {
			number := numbers[posting>>32]
			counter.postings[i] = uint64(number)<<32 | posting&0xFFFFFFFF
			p.starts[number+1]++
		}
	}
	for i := range v.lemmas {
		p.starts[i+1] += p.starts[i]
	}
	p.all = make([]uint32, p.starts[len(v.lemmas)])
	next := slices.Clone(p.starts)
	for _, counter := range c.counters {
		for _, posting := range counter.postings {
			number := posting >> 32
			p.all[next[number]] = uint32(posting)
			next[number]++
		}
		counter.postings = nil
	}
	return p
}

func (v *vocabulary) numbersOf(names []string) []int {
	numbers := make([]int, len(names))
	for i, name := range names {
		numbers[i] = v.number[name]
	}
	return numbers
}

// list gives the sections of a lemma in order, each once.
func (p *postings) list(lemma int) []uint32 {
	list := p.all[p.starts[lemma]:p.starts[lemma+1]]
	if !slices.IsSorted(list) {
		// Two of the counters' lemmas are one.
		slices.Sort(list)
	}
	kept := list[:0]
	for i, posting := range list {
		if i == len(list)-1 || posting>>8 != list[i+1]>>8 {
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
		counts[posting&0xFF]++
	}
	least, room := uint32(steps+1), listLimit
	for room >= counts[least-1] && least > 1 {
		least--
		room -= counts[least]
	}
	kept := make([]uint32, 0, listLimit)
	for _, posting := range list {
		impact := posting & 0xFF
		if impact == least-1 && room > 0 {
			room--
			kept = append(kept, posting)
		} else if impact >= least {
			kept = append(kept, posting)
		}
	}
	return kept
}
