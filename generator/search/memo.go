package search

import (
	"bytes"
	"reflect"
	"sync"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// Memo remembers indexes, for sites that have whole editions in common, and
// what pages count for, for sites that have pages in common. An index is made
// of all that an edition holds but the guide's title: where that is the same,
// so are the files. Several sites can share one at the same time;
// nil remembers nothing.
type Memo struct {
	mutex   sync.Mutex
	indexes map[guide.Fingerprint]*kept
	// words is what is known of the words of a language, by the lexicon.
	words map[lexicon]*known
}

// lexicon is told by where it is; known keeps it there.
type lexicon struct {
	language string
	at       uintptr
}

// NewMemo makes a memo that knows nothing yet.
func NewMemo() *Memo {
	return &Memo{indexes: map[guide.Fingerprint]*kept{}, words: map[lexicon]*known{}}
}

// known gives what is known of an edition's words.
func (m *Memo) known(e *guide.Edition) *known {
	key := lexicon{e.Language, reflect.ValueOf(e.Lexicon).Pointer()}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.words[key] == nil {
		m.words[key] = newKnown(e, language.For(e.Language))
		m.words[key].recalled = &recalled{pages: map[string]*pageCount{}}
	}
	return m.words[key]
}

// kept are the files of an index.
type kept struct {
	mutex sync.Mutex
	files map[string][]byte
	// lexicon is what the fingerprint counts by where it is.
	lexicon map[string]guide.Word
}

// Count counts the words of each edition as the function Count does, or gives
// the files of its index that were made before.
func (m *Memo) Count(site *guide.Site, emit Emit) (*Index, error) {
	x := &Index{}
	for _, e := range site.Editions {
		if !isSearched(e) {
			continue
		}
		one, err := m.count(e, emit)
		if err != nil {
			return nil, err
		}
		if one != nil {
			x.editions = append(x.editions, one)
		}
	}
	return x, nil
}

// count gives an edition whose index is to be written, or nil after it has
// written the one that is known.
func (m *Memo) count(e *guide.Edition, emit Emit) (*edition, error) {
	if m == nil {
		return begin(e, newKnown(e, language.For(e.Language)), emit)
	}
	print := guide.FingerprintOf([]guide.Member{{Type: "Edition", Name: "Title"}}, e)
	m.mutex.Lock()
	known := m.indexes[print]
	m.mutex.Unlock()
	if known != nil {
		return nil, known.write(emit)
	}
	fresh := &kept{files: map[string][]byte{}, lexicon: e.Lexicon}
	one, err := begin(e, m.known(e), fresh.noting(emit))
	if err != nil {
		return nil, err
	}
	one.written = func() {
		m.mutex.Lock()
		defer m.mutex.Unlock()
		m.indexes[print] = fresh
	}
	return one, nil
}

// noting keeps each file before it goes on to emit.
func (k *kept) noting(emit Emit) Emit {
	return func(name string, data []byte) error {
		k.mutex.Lock()
		k.files[name] = bytes.Clone(data)
		k.mutex.Unlock()
		return emit(name, data)
	}
}

func (k *kept) write(emit Emit) error {
	for name, data := range k.files {
		// What is kept isn't emit's to change.
		if err := emit(name, bytes.Clone(data)); err != nil {
			return err
		}
	}
	return nil
}
