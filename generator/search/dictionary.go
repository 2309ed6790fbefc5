package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/language"
)

// dictionary has the word forms and lemmas that have come up, each under a number.
// They only grow: editions over one lexicon share them, at the same time too.
// Numbers depend on who came first, so that nothing that is written may.
type dictionary struct {
	*known
	mutex   sync.Mutex
	numbers map[string]uint32
	list    []*word
	// order are the numbers in the order of the index, as far as they have been
	// put into it.
	order []uint32
}

// word is a form, a lemma or both; sense is there once it has come up as a form.
type word struct {
	text  string
	sense *sense
}

// sense is what a form counts for; numbers are those of words.
type sense struct {
	// plain is the form without hyphens.
	plain        uint32
	lemmas, weak []uint32
	listed, sure bool
}

func newDictionary(k *known) *dictionary { return &dictionary{known: k, numbers: map[string]uint32{}} }

// learn takes up a form, and gives its number and what it counts for.
func (w *dictionary) learn(form string) (uint32, *sense) {
	if number, s := w.recall(form); s != nil {
		return number, s
	}
	// Others needn't wait while it is described.
	d := w.describe(form)
	w.mutex.Lock()
	defer w.mutex.Unlock()
	number := w.number(form)
	one := w.list[number]
	if one.sense == nil {
		one.sense = &sense{w.number(withoutHyphen(form)), w.numbersOf(d.lemmas), w.numbersOf(d.weak), d.listed, d.sure}
	}
	return number, one.sense
}

// recall gives a form that was learned before.
func (w *dictionary) recall(form string) (uint32, *sense) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	number, ok := w.numbers[form]
	if !ok {
		return 0, nil
	}
	return number, w.list[number].sense
}

func (w *dictionary) numbersOf(texts []string) []uint32 {
	if len(texts) == 0 {
		return nil
	}
	numbers := make([]uint32, len(texts))
	for i, text := range texts {
		numbers[i] = w.number(text)
	}
	return numbers
}

// number gives the number of a word, a new one if need be.
func (w *dictionary) number(text string) uint32 {
	number, ok := w.numbers[text]
	if !ok {
		number = uint32(len(w.list))
		w.numbers[text] = number
		w.list = append(w.list, &word{text: text})
	}
	return number
}

// find gives the number of a word, if it has come up.
func (w *dictionary) find(text string) (uint32, bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	number, ok := w.numbers[text]
	return number, ok
}

// inOrder gives the words by their numbers, and these in the order of the
// index: that of folded letters.
func (w *dictionary) inOrder() (list []*word, order []uint32) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if len(w.order) < len(w.list) {
		w.order = w.merge(w.order, sorted(w.list, len(w.order)))
	}
	return w.list, w.order
}

// spelling is a word as the index orders it. Most are told apart by the first
// eight of the folded letters.
type spelling struct {
	start        uint64
	folded, text string
	number       uint32
}

func newSpelling(number uint32, text string) spelling {
	folded := language.Fold(text)
	var start [8]byte
	copy(start[:], folded)
	return spelling{binary.BigEndian.Uint64(start[:]), folded, text, number}
}

func (s spelling) compare(other spelling) int {
	if s.start != other.start {
		return cmp.Compare(s.start, other.start)
	}
	return cmp.Or(strings.Compare(s.folded, other.folded), strings.Compare(s.text, other.text))
}

// sorted gives the words from a number on in the order of the index.
func sorted(list []*word, from int) []spelling {
	words := make([]spelling, 0, len(list)-from)
	for i := from; i < len(list); i++ {
		words = append(words, newSpelling(uint32(i), list[i].text))
	}
	slices.SortFunc(words, spelling.compare)
	return words
}

// merge puts a few words in order among many.
func (w *dictionary) merge(many []uint32, few []spelling) []uint32 {
	joined := make([]uint32, 0, len(many)+len(few))
	for _, one := range few {
		before, _ := slices.BinarySearchFunc(many, one, func(number uint32, one spelling) int {
			return newSpelling(number, w.list[number].text).compare(one)
		})
		joined = append(append(joined, many[:before]...), one.number)
		many = many[before:]
	}
	return append(joined, many...)
}
