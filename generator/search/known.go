package search

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// known is what is known of a locale's words.
type known struct {
	lexicon map[string]guide.Word
	rules   language.Language
	// derived are the lemmas that are derived from a lemma, or that it is
	// derived from.
	derived map[string][]string
}

// description is what a form counts for.
type description struct {
	lemmas []string
	// weak are the parts of a compound and what is derived.
	weak []string
	// listed reports whether the lexicon has the form, sure that it or a rule
	// knows what it is a form of.
	listed, sure bool
}

func newKnown(l *guide.Locale) *known {
	k := &known{lexicon: l.Lexicon, rules: language.For(l.Language), derived: map[string][]string{}}
	lemmas := map[string]bool{}
	for _, word := range l.Lexicon {
		for lemma := range word.Lemmas() {
			lemmas[withoutHyphen(lemma)] = true
		}
	}
	for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
		for _, base := range k.rules.Bases(lemma) {
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
func (k *known) describe(form string) description {
	word := k.lexicon[form]
	if !word.IsKnown() {
		form = withoutHyphen(form)
		stem := k.rules.Stem(form)
		return description{lemmas: []string{stem}, sure: stem != form}
	}
	d := description{lemmas: withoutHyphens(word.Lemmas()), weak: withoutHyphens(word.Parts()), listed: true, sure: true}
	for _, lemma := range slices.Concat(d.lemmas, d.weak) {
		for _, other := range k.derived[lemma] {
			d.weak = add(d.weak, other)
		}
	}
	return d
}

func withoutHyphen(name string) string { return strings.ReplaceAll(name, "-", "") }

// withoutHyphens returns names as the index has them, each once.
func withoutHyphens(names iter.Seq[string]) []string {
	var list []string
	for name := range names {
		list = add(list, withoutHyphen(name))
	}
	return list
}

// add puts a name or its number into a list that doesn't have it yet.
func add[T comparable](list []T, one T) []T {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}
