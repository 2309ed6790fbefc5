package search

import (
	"slices"
	"strings"
)

// senses are the forms of a locale by their numbers as words, each with what
// it counts for there; of is nil for a word that isn't a form.
type senses struct {
	list []word
	of   []*sense
}

// take takes up the forms of pages and those of synonyms. A compound with
// hyphens is a form without them, too.
func (s senses) take(forms, synonyms []uint32) {
	var joined []uint32
	for _, n := range forms {
		if s.list[n].sense.plain == n {
			s.of[n] = s.list[n].sense
		} else {
			joined = append(joined, n)
		}
	}
	slices.SortFunc(joined, func(a, b uint32) int { return strings.Compare(s.list[a].text, s.list[b].text) })
	for _, n := range append(joined, synonyms...) {
		own := s.list[n].sense
		s.of[own.plain] = s.of[own.plain].and(own)
	}
}

// and returns what a form counts for by both of two senses.
func (s *sense) and(other *sense) *sense {
	if s == nil || s == other {
		return other
	}
	both := &sense{s.plain, slices.Clone(s.lemmas), slices.Clone(s.weak), s.listed || other.listed, s.sure || other.sure}
	for _, lemma := range other.lemmas {
		both.lemmas = add(both.lemmas, lemma)
	}
	for _, lemma := range other.weak {
		both.weak = add(both.weak, lemma)
	}
	return both
}

// addLemmas adds the lemmas of the lexicon and those of the parts of compounds
// as forms of themselves.
func (s senses) addLemmas() {
	var missing []uint32
	note := func(lemmas []uint32) {
		for _, lemma := range lemmas {
			if s.of[lemma] == nil || !slices.Contains(s.of[lemma].lemmas, lemma) {
				missing = append(missing, lemma)
			}
		}
	}
	for _, one := range s.of {
		if one != nil && one.listed {
			note(one.lemmas)
			note(one.weak)
		}
	}
	for _, lemma := range missing {
		s.of[lemma] = s.of[lemma].and(&sense{plain: lemma, lemmas: []uint32{lemma}, listed: true, sure: true})
	}
}

// forms returns the numbers of the forms in an order of all words.
func (s senses) forms(order []uint32) []uint32 {
	forms := make([]uint32, 0, len(order))
	for _, n := range order {
		if s.of[n] != nil {
			forms = append(forms, n)
		}
	}
	return forms
}

// aliases finds stems that rules have parted though they are of one word: that
// of a form with an ending is that of the form without it.
func (s senses) aliases(d *dictionary, forms []uint32) map[uint32]uint32 {
	same := map[uint32]uint32{}
	for _, n := range forms {
		for _, rest := range d.rules.Bare(s.list[n].text) {
			bare, known := d.find(rest)
			if !known || s.of[bare] == nil {
				continue
			}
			from, to := resolve(same, s.of[n].lemmas[0]), resolve(same, s.of[bare].lemmas[0])
			if from != to {
				same[from] = to
			}
		}
	}
	return same
}

// resolve follows aliases to their end.
func resolve(same map[uint32]uint32, lemma uint32) uint32 {
	for {
		next, ok := same[lemma]
		if !ok {
			return lemma
		}
		lemma = next
	}
}
