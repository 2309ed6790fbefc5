package search

import (
	"slices"
	"unicode/utf8"
)

// shortestPart is how many bytes a part of a compound has at the least, longPart
// one that is told by itself.
const (
	shortestPart = 3
	longPart     = 6
)

// split finds the compounds of a language whose lexicon doesn't tell them: the
// forms that are made of two words of the site, or end with a long one. They
// count weakly for these. It returns the parts by the lemmas of the compounds.
func (s senses) split(d *dictionary, forms []uint32) map[uint32][]uint32 {
	if !d.rules.Compounds() {
		return nil
	}
	words := s.parts(d, forms)
	split := map[uint32][]uint32{}
	for _, n := range forms {
		one := s.of[n]
		parts := d.halves(s.list[n].text, words)
		if own := one.lemmas[0]; parts == nil || one.listed || slices.Contains(parts, own) {
			continue
		}
		s.of[n] = one.and(&sense{weak: parts})
		split[one.lemmas[0]] = s.of[n].weak
	}
	return split
}

// parts returns the lemmas that can be parts of a compound, by their texts.
func (s senses) parts(d *dictionary, forms []uint32) map[string]uint32 {
	words := map[string]uint32{}
	for _, n := range forms {
		if lemma := s.of[n].lemmas[0]; len(s.list[n].text) >= shortestPart {
			words[s.list[lemma].text] = lemma
		}
	}
	for _, word := range d.rules.Common() {
		delete(words, d.rules.Stem(word))
	}
	return words
}

// halves returns the words that a form is made of; of several ways, that with
// the longest first part (arbets+lag, not arbet+slag). If the first part isn't
// a word, a last one that is long stands alone (sam|produktion).
func (k *known) halves(form string, words map[string]uint32) (parts []uint32) {
	for at := len(form) - shortestPart; at > 1; at-- {
		if !utf8.RuneStart(form[at]) || k.rules.IsEnding(form[at:]) {
			continue
		}
		last, ok := k.first(words, append(k.rules.Bare(form[at:]), form[at:]))
		if !ok {
			continue
		}
		if head, ok := k.first(words, k.rules.First(form[:at])); ok && at >= shortestPart {
			return []uint32{head, last}
		}
		if len(k.rules.Stem(form[at:])) >= longPart {
			parts = []uint32{last}
		}
	}
	return parts
}

// first returns the lemma of the first text that is a form of one.
func (k *known) first(words map[string]uint32, texts []string) (uint32, bool) {
	for _, text := range texts {
		if lemma, ok := words[k.rules.Stem(text)]; ok {
			return lemma, true
		}
	}
	return 0, false
}

// spread adds to what sections count for the parts of the compounds in them.
func spread(sections [][]find, split map[uint32][]uint32) {
	if len(split) == 0 {
		return
	}
	for i, finds := range sections {
		for _, f := range slices.Clip(finds) {
			for _, part := range split[f.lemma()] {
				sections[i] = append(sections[i], newFind(part, max(1, uint32(weak*float32(f.impact())))))
			}
		}
	}
}
