package search

import (
	"bytes"
	"slices"
	"strings"

	"sparrausopas/generator/language"
)

// vocabulary are all forms of a locale in the order of the index, and the
// numbers that their lemmas have there.
type vocabulary struct {
	forms []form
	// number is that of the lemma which a word is, or none.
	number []int
	lemmas []lemma
	// common are the lemmas that say little by themselves.
	common []int
	// split are the parts of the compounds that no lexicon tells, by words.
	split map[uint32][]uint32
}

// none is the number of a word that is no lemma.
const none = -1

// form is a word form with the numbers of its lemmas.
type form struct {
	text   string
	lemmas []int
}

// lemma is what a number stands for.
type lemma struct {
	// sure reports whether the lexicon or a rule knows the lemma.
	sure bool
	// weak are the lemmas that it counts for weakly.
	weak []int
}

// newVocabulary puts together the forms of the pages and of the synonyms, and
// the lemmas of the lexicon: readers type these most, even where the text has
// other forms.
func newVocabulary(d *dictionary, synonyms [][]string) *vocabulary {
	onPages := d.forms()
	also := learnAll(d, slices.Concat(synonyms, irregular(d)))
	s := senses{d.list, make([]*sense, len(d.list))}
	s.take(onPages, also)
	s.addLemmas()
	forms := s.forms(d.inOrder())
	v := &vocabulary{number: slices.Repeat([]int{none}, len(s.list)), split: s.split(d, forms)}
	v.order(s, forms, s.aliases(d, forms))
	v.link(s, forms)
	for _, word := range d.rules.Common() {
		if n, ok := d.find(d.rules.Stem(word)); ok && v.number[n] != none {
			v.common = append(v.common, v.number[n])
		}
	}
	return v
}

// learnAll takes up the words of synonyms and gives their numbers. A compound
// with hyphens is its parts alone, as the script reads it: written together it
// is no form, so that a query is parted into them.
func learnAll(d *dictionary, synonyms [][]string) []uint32 {
	var forms []uint32
	for _, group := range synonyms {
		language.Tokens([]byte(strings.Join(group, " ")), func(token []byte) {
			if bytes.IndexByte(token, '-') >= 0 {
				return
			}
			number, _ := d.learn(string(token))
			forms = append(forms, number)
		})
	}
	return forms
}

// irregular returns the forms of irregular words that have come up: readers
// may type any of them.
func irregular(d *dictionary) [][]string {
	return slices.DeleteFunc(d.rules.Irregular(), func(forms []string) bool {
		_, known := d.find(d.rules.Stem(forms[0]))
		return !known
	})
}

// order numbers the lemmas of the forms as they come up.
func (v *vocabulary) order(s senses, forms []uint32, same map[uint32]uint32) {
	v.forms, v.lemmas = make([]form, len(forms)), make([]lemma, 0, len(forms))
	all := make([]int, 0, len(forms)+len(forms)/4)
	for i, n := range forms {
		start := len(all)
		for _, word := range s.of[n].lemmas {
			number := v.numberOf(resolve(same, word))
			v.number[word] = number
			v.lemmas[number].sure = v.lemmas[number].sure || s.of[n].sure
			if !slices.Contains(all[start:], number) {
				all = append(all, number)
			}
		}
		v.forms[i] = form{s.list[n].text, all[start:len(all):len(all)]}
	}
}

func (v *vocabulary) numberOf(word uint32) int {
	if v.number[word] == none {
		v.number[word] = len(v.lemmas)
		v.lemmas = append(v.lemmas, lemma{})
	}
	return v.number[word]
}

// link notes which lemmas count for others.
func (v *vocabulary) link(s senses, forms []uint32) {
	for i, n := range forms {
		for _, word := range s.of[n].weak {
			for _, own := range v.forms[i].lemmas {
				if other := v.number[word]; own != other {
					v.lemmas[own].weak = add(v.lemmas[own].weak, other)
				}
			}
		}
	}
}
