package search

import (
	"reflect"
	"sync"

	"sparrausopas/generator/guide"
)

// Memo remembers words, and what pages count for, for sites that have most of
// their pages in common. The files are the same with it and without. Several
// sites can share one at the same time; nil remembers nothing.
type Memo struct {
	mutex    sync.Mutex
	lexicons map[lexicon]*remembered
}

// lexicon is told by where it is; the words remembered keep it there.
type lexicon struct {
	language string
	at       uintptr
}

// remembered is what editions over one lexicon share.
type remembered struct {
	words *dictionary
	pages *recalled
}

// NewMemo makes a memo that knows nothing yet.
func NewMemo() *Memo { return &Memo{lexicons: map[lexicon]*remembered{}} }

// of gives what is remembered for an edition.
func (m *Memo) of(e *guide.Edition) *remembered {
	if m == nil {
		return &remembered{words: newDictionary(newKnown(e))}
	}
	key := lexicon{e.Language, reflect.ValueOf(e.Lexicon).Pointer()}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.lexicons[key] == nil {
		m.lexicons[key] = &remembered{newDictionary(newKnown(e)), &recalled{pages: map[pageTexts]*recalledPage{}}}
	}
	return m.lexicons[key]
}

// Count counts the words of each edition as the function Count does.
func (m *Memo) Count(site *guide.Site, emit Emit) (*Index, error) {
	x := &Index{}
	for _, e := range site.Editions {
		if !isSearched(e) {
			continue
		}
		one, err := begin(e, m.of(e), emit)
		if err != nil {
			return nil, err
		}
		x.editions = append(x.editions, one)
	}
	return x, nil
}
