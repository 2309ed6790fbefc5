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

// word is a form, a lemma or both.
type word struct {
	text string
	// folded are its letters as the index orders them, start the first eight:
	// most are told apart by these.
	folded string
	start  uint64
	// sense is there once the word has come up as a form.
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
	w.mutex.Lock()
	defer w.mutex.Unlock()
	number := w.number(form)
	one := w.list[number]
	if one.sense == nil {
		d := w.describe(form)
		one.sense = &sense{w.number(withoutHyphen(form)), w.numbersOf(d.lemmas), w.numbersOf(d.weak), d.listed, d.sure}
	}
	return number, one.sense
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
		one := &word{text: text, folded: language.Fold(text)}
		var start [8]byte
		copy(start[:], one.folded)
		one.start = binary.BigEndian.Uint64(start[:])
		w.list = append(w.list, one)
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
		w.order = merge(w.order, w.sorted(len(w.order)), w.compare)
	}
	return w.list, w.order
}

// sorted gives the numbers from one on in the order of the index.
func (w *dictionary) sorted(from int) []uint32 {
	numbers := make([]uint32, 0, len(w.list)-from)
	for i := from; i < len(w.list); i++ {
		numbers = append(numbers, uint32(i))
	}
	slices.SortFunc(numbers, w.compare)
	return numbers
}

func (w *dictionary) compare(a, b uint32) int {
	one, other := w.list[a], w.list[b]
	if one.start != other.start {
		return cmp.Compare(one.start, other.start)
	}
	return cmp.Or(strings.Compare(one.folded, other.folded), strings.Compare(one.text, other.text))
}

// merge joins two lists that are in order into a new one that is.
func merge(a, b []uint32, compare func(a, b uint32) int) []uint32 {
	joined := make([]uint32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			joined, a = append(joined, a[0]), a[1:]
		} else {
			joined, b = append(joined, b[0]), b[1:]
		}
	}
	return append(append(joined, a...), b...)
}
