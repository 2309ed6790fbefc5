package theme

import (
	"crypto/sha256"
	"path"
	"strconv"
	"sync"

	"sparrausopas/generator/guide"
)

// Memo remembers what was made of the files of themes, for sites that are made
// again and again or that have a theme in common. What comes out is the same
// with it and without. Several themes can share one at the same time; nil
// remembers nothing.
type Memo struct {
	mutex sync.Mutex
	// small are files made small, by their ending and text.
	small map[string][]byte
	// idle are forms that nobody uses, by what they were made of.
	idle map[[sha256.Size]byte][]*forms
}

// NewMemo makes a memo that knows nothing yet.
func NewMemo() *Memo {
	return &Memo{small: map[string][]byte{}, idle: map[[sha256.Size]byte][]*forms{}}
}

// shrunk gives a file made small before, or makes it small.
func (m *Memo) shrunk(name string, text []byte, shrink func() ([]byte, error)) ([]byte, error) {
	if m == nil {
		return shrink()
	}
	key := path.Ext(name) + "\n" + string(text)
	m.mutex.Lock()
	small, known := m.small[key]
	m.mutex.Unlock()
	if known {
		return small, nil
	}
	small, err := shrink()
	if err == nil {
		m.mutex.Lock()
		m.small[key] = small
		m.mutex.Unlock()
	}
	return small, err
}

// take gives forms that nobody else uses until they are given back, or nil.
func (m *Memo) take(key [sha256.Size]byte) *forms {
	if m == nil {
		return nil
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	idle := m.idle[key]
	if len(idle) == 0 {
		return nil
	}
	m.idle[key] = idle[:len(idle)-1]
	return idle[len(idle)-1]
}

func (m *Memo) giveBack(f *forms) {
	if m == nil {
		return
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.idle[f.key] = append(m.idle[f.key], f)
}

// formsKey names the forms that an edition needs: the theme's templates, and
// whether packs are among them.
func (t *Theme) formsKey(e *guide.Edition) (key [sha256.Size]byte) {
	hash := sha256.New()
	for _, name := range t.names("") {
		if path.Ext(name) == ".html" {
			// A hash takes everything that is written to it.
			_, _ = hash.Write([]byte(name + " " + strconv.Itoa(len(t.small[name])) + "\n"))
			_, _ = hash.Write(t.small[name])
		}
	}
	_, _ = hash.Write([]byte(strconv.FormatBool(e.Find("pack") != nil)))
	return [sha256.Size]byte(hash.Sum(nil))
}
