package search

import (
	"maps"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// known is what is known of an edition's words.
type known struct {
	lexicon map[string]guide.Word
	rules   language.Language
	// derived are the lemmas that are derived from a lemma, or that it is
	// derived from.
	derived map[string][]string
	// common are lemmas of words that say little by themselves.
	common []string
	// recalled are pages that were counted with it; it may be nil.
	recalled *recalled
}

// described is what a form counts for.
type described struct {
	lemmas []string
	// weak are the parts of a compound and what is derived.
	weak []string
	// listed tells that the lexicon has the form, sure that it or a rule knows
	// what it is a form of.
	listed, sure bool
}

func newKnown(e *guide.Edition, rules language.Language) *known {
	k := &known{lexicon: e.Lexicon, rules: rules, derived: map[string][]string{}}
	for _, word := range rules.Common() {
		k.common = append(k.common, rules.Stem(word))
	}
	lemmas := map[string]bool{}
	for _, word := range e.Lexicon {
		for _, lemma := range word.Lemmas {
			lemmas[strings.ReplaceAll(lemma, "-", "")] = true
		}
	}
	for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
		for _, base := range rules.Bases(lemma) {
			if lemmas[base] {
				k.derived[base] = append(k.derived[base], lemma)
				k.derived[lemma] = append(k.derived[lemma], base)
			}
		}
	}
	return k
}

// describe tells what a form counts for. The form of a compound with hyphens
// has them; lemmas have none.
func (k *known) describe(form string) described {
	word := k.lexicon[form]
	if len(word.Lemmas) == 0 {
		form = strings.ReplaceAll(form, "-", "")
		stem := k.rules.Stem(form)
		return described{lemmas: []string{stem}, sure: stem != form}
	}
	d := described{lemmas: withoutHyphens(word.Lemmas), weak: withoutHyphens(word.Parts), listed: true, sure: true}
	for _, lemma := range d.lemmas {
		for _, other := range k.derived[lemma] {
			d.weak = add(d.weak, other)
		}
	}
	return d
}

// withoutHyphens gives names as the index has them, each once; mostly that is
// the list itself.
func withoutHyphens(names []string) []string {
	plain := true
	for i, name := range names {
		plain = plain && !strings.Contains(name, "-") && !slices.Contains(names[:i], name)
	}
	if plain {
		// What is appended to it must not get into the lexicon.
		return slices.Clip(names)
	}
	var list []string
	for _, name := range names {
		list = add(list, strings.ReplaceAll(name, "-", ""))
	}
	return list
}

// and gives what a form counts for by both of two descriptions.
func (d described) and(other described) described {
	if len(d.lemmas) == 0 {
		return other
	}
	both := described{slices.Clone(d.lemmas), slices.Clone(d.weak), d.listed || other.listed, d.sure || other.sure}
	for _, lemma := range other.lemmas {
		both.lemmas = add(both.lemmas, lemma)
	}
	for _, lemma := range other.weak {
		both.weak = add(both.weak, lemma)
	}
	return both
}

// add puts a lemma into a list that doesn't have it yet.
func add(list []string, lemma string) []string {
	if slices.Contains(list, lemma) {
		return list
	}
	return append(list, lemma)
}
