package search

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"sparrausopas/generator/language"
)

// vocabulary are all forms of an edition in the order of the index, and the
// numbers of their lemmas.
type vocabulary struct {
	forms  []form
	number map[string]int
	lemmas []lemma
	// common are the lemmas that say little by themselves.
	common []int
}

// form is a word form with the numbers of its lemmas.
type form struct {
	text   string
	lemmas []int
}

// lemma is what a number stands for.
type lemma struct {
	// sure tells that the lexicon or a rule knows the lemma.
	sure bool
	// weak are the lemmas that it counts for weakly.
	weak []int
}

// newVocabulary puts together the forms of all counters and of the synonyms,
// and the lemmas of the lexicon: readers type these most, even where the text
// has other forms.
func newVocabulary(known *known, synonyms [][]string, c *counted) *vocabulary {
	plain, hyphened := c.forms()
	all := make(map[string]described, len(plain))
	take := func(text string) {
		plain := strings.ReplaceAll(text, "-", "")
		all[plain] = all[plain].and(known.describe(text))
	}
	for _, text := range plain {
		if _, ok := all[text]; !ok {
			all[text] = known.describe(text)
		}
	}
	for _, text := range hyphened {
		take(text)
	}
	for _, group := range synonyms {
		language.Tokens([]byte(strings.Join(group, " ")), func(token []byte) { take(string(token)) })
	}
	addLemmas(all)
	v := &vocabulary{number: map[string]int{}}
	v.order(all, aliases(all, known.rules))
	v.link(all)
	for _, name := range known.common {
		if number, ok := v.number[name]; ok {
			v.common = append(v.common, number)
		}
	}
	return v
}

// addLemmas adds the lemmas of the lexicon and those of the parts of compounds
// as forms of themselves.
func addLemmas(all map[string]described) {
	var missing []string
	note := func(lemma string) {
		if !slices.Contains(all[lemma].lemmas, lemma) {
			missing = append(missing, lemma)
		}
	}
	for _, d := range all {
		if d.listed {
			for _, lemma := range d.lemmas {
				note(lemma)
			}
			for _, lemma := range d.weak {
				note(lemma)
			}
		}
	}
	for _, lemma := range missing {
		all[lemma] = all[lemma].and(described{lemmas: []string{lemma}, listed: true, sure: true})
	}
}

// aliases finds stems that rules have parted though they are of one word: that
// of a form with an ending is that of the form without it.
func aliases(all map[string]described, rules language.Language) map[string]string {
	same := map[string]string{}
	endings := rules.Endings()
	if len(endings) == 0 {
		return same
	}
	for _, text := range slices.Sorted(maps.Keys(all)) {
		for _, ending := range endings {
			rest, ok := strings.CutSuffix(text, ending)
			if bare, known := all[rest]; ok && known && len(rest) > 3 {
				from, to := resolve(same, all[text].lemmas[0]), resolve(same, bare.lemmas[0])
				if from != to {
					same[from] = to
				}
			}
		}
	}
	return same
}

// resolve follows aliases to their end.
func resolve(same map[string]string, lemma string) string {
	for {
		next, ok := same[lemma]
		if !ok {
			return lemma
		}
		lemma = next
	}
}

// order sorts the forms and numbers their lemmas as they come up.
func (v *vocabulary) order(all map[string]described, same map[string]string) {
	v.forms = sortForms(all)
	for i := range v.forms {
		d := all[v.forms[i].text]
		for _, name := range d.lemmas {
			number := v.numberOf(resolve(same, name))
			v.number[name] = number
			v.lemmas[number].sure = v.lemmas[number].sure || d.sure
			if !slices.Contains(v.forms[i].lemmas, number) {
				v.forms[i].lemmas = append(v.forms[i].lemmas, number)
			}
		}
	}
}

// sortForms puts the forms in the order of their folded letters. Most are told
// apart by the first eight.
func sortForms(all map[string]described) []form {
	type key struct {
		start        uint64
		folded, text string
	}
	keys := make([]key, 0, len(all))
	for text := range all {
		k := key{folded: language.Fold(text), text: text}
		var start [8]byte
		copy(start[:], k.folded)
		k.start = binary.BigEndian.Uint64(start[:])
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		if order := strings.Compare(a.folded, b.folded); order != 0 {
			return order
		}
		return strings.Compare(a.text, b.text)
	})
	forms := make([]form, len(keys))
	for i, k := range keys {
		forms[i].text = k.text
	}
	return forms
}

func (v *vocabulary) numberOf(name string) int {
	number, ok := v.number[name]
	if !ok {
		number = len(v.lemmas)
		v.lemmas = append(v.lemmas, lemma{})
		v.number[name] = number
	}
	return number
}

// link notes which lemmas count for others.
func (v *vocabulary) link(all map[string]described) {
	for _, f := range v.forms {
		for _, name := range all[f.text].weak {
			other := v.number[name]
			for _, own := range f.lemmas {
				if own != other && !slices.Contains(v.lemmas[own].weak, other) {
					v.lemmas[own].weak = append(v.lemmas[own].weak, other)
				}
			}
		}
	}
}
