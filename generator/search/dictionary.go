package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/language"
)

// dictionary has the word forms and lemmas that have come up, each under a
// number. Pages are counted side by side, and who came first has the lower
// number, so nothing that is written may depend on numbers.
type dictionary struct {
	*known
	// room is how many words are expected.
	room    int
	mutex   sync.Mutex
	numbers map[string]uint32
	list    []word
}

// word is a form, a lemma or both; sense is there once it has come up as a
// form.
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

// newDictionary makes a dictionary with room for the words that are known:
// those of a lexicon come up nearly all.
func newDictionary(k *known) *dictionary {
	room := len(k.lexicon) + len(k.lexicon)/4
	return &dictionary{known: k, room: room, numbers: make(map[string]uint32, room), list: make([]word, 0, room)}
}

// learn takes up a form, and gives its number and what it counts for.
func (d *dictionary) learn(form string) (uint32, *sense) {
	if number, s := d.recall(form); s != nil {
		return number, s
	}
	// Others needn't wait while it is described.
	found := d.describe(form)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	number := d.number(form)
	if d.list[number].sense == nil {
		one := &sense{d.number(withoutHyphen(form)), d.numbersOf(found.lemmas), d.numbersOf(found.weak), found.listed, found.sure}
		d.list[number].sense = one
	}
	return number, d.list[number].sense
}

// recall returns a form that was learned before.
func (d *dictionary) recall(form string) (uint32, *sense) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	number, ok := d.numbers[form]
	if !ok {
		return 0, nil
	}
	return number, d.list[number].sense
}

func (d *dictionary) numbersOf(texts []string) []uint32 {
	if len(texts) == 0 {
		return nil
	}
	numbers := make([]uint32, len(texts))
	for i, text := range texts {
		numbers[i] = d.number(text)
	}
	return numbers
}

// number returns the number of a word, a new one if need be.
func (d *dictionary) number(text string) uint32 {
	number, ok := d.numbers[text]
	if !ok {
		number = uint32(len(d.list))
		d.numbers[text] = number
		d.list = append(d.list, word{text: text})
	}
	return number
}

// find returns the number of a word, if it has come up.
func (d *dictionary) find(text string) (uint32, bool) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	number, ok := d.numbers[text]
	return number, ok
}

// forms returns the numbers of the words that have come up as forms.
func (d *dictionary) forms() []uint32 {
	var forms []uint32
	for n, word := range d.list {
		if word.sense != nil {
			forms = append(forms, uint32(n))
		}
	}
	return forms
}

// inOrder returns the numbers of all words in the order of the index: that of
// folded letters.
func (d *dictionary) inOrder() []uint32 {
	words := make([]spelling, len(d.list))
	for n, word := range d.list {
		words[n] = newSpelling(uint32(n), word.text)
	}
	slices.SortFunc(words, spelling.compare)
	order := make([]uint32, len(words))
	for i, word := range words {
		order[i] = word.number
	}
	return order
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
