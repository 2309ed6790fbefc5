package theme

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"sync"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/memo"
	"sparrausopas/generator/report"
)

// Memo remembers what was made of the files of themes, for sites that are made
// again and again or that have a theme in common. What comes out is the same
// with it and without. Several themes can share one at the same time; nil
// remembers nothing.
type Memo struct {
	// small are files made small, by their ending.
	small byText[[]byte]
	// sheets are the custom properties that styles set, by the styles' names;
	// calls are where templates have calls, by the pattern of these.
	sheets byText[[]declaration]
	calls  byText[[][]int]
	mutex  sync.Mutex
	// idle are sets that nobody uses, by what they were made of; taken are
	// those that were taken since the last Forget.
	idle  map[[sha256.Size]byte][]*templateSet
	taken map[[sha256.Size]byte]bool
}

// NewMemo makes a memo that knows nothing yet.
func NewMemo() *Memo {
	return &Memo{idle: map[[sha256.Size]byte][]*templateSet{}, taken: map[[sha256.Size]byte]bool{}}
}

// Forget drops what wasn't needed since it was called last.
func (m *Memo) Forget() {
	m.small.Forget()
	m.sheets.Forget()
	m.calls.Forget()
	m.mutex.Lock()
	defer m.mutex.Unlock()
	maps.DeleteFunc(m.idle, func(key [sha256.Size]byte, _ []*templateSet) bool { return !m.taken[key] })
	clear(m.taken)
}

// byText is what was made of texts, and of how they were called.
type byText[Made any] struct{ memo.Of[named, Made] }

type named struct{ name, text string }

// recall returns what was made of a text before, or makes it.
func (b *byText[Made]) recall(name string, text []byte, work func() (Made, error)) (Made, error) {
	key := named{name, string(text)}
	made, known := b.Find(key)
	var err error
	if !known {
		if made, err = work(); err == nil {
			b.Keep(key, made)
		}
	}
	return made, err
}

// shrunk returns a file made small before, or makes it small.
func (m *Memo) shrunk(name string, text []byte, shrink func() ([]byte, error)) ([]byte, error) {
	if m == nil {
		return shrink()
	}
	return m.small.recall(path.Ext(name), text, shrink)
}

// declarations returns the custom properties that a style sets.
func (m *Memo) declarations(source report.Source) []declaration {
	read := func() ([]declaration, error) {
		s := &sheet{source: source, text: withoutComments(source.Text)}
		s.read()
		return s.found, nil
	}
	// Reading never fails.
	if m == nil {
		found, _ := read()
		return found
	}
	found, _ := m.sheets.recall(source.Name, source.Text, read)
	return found
}

// callsIn returns where a template has calls, as regexp does.
func (m *Memo) callsIn(text []byte, pattern string) [][]int {
	find := func() ([][]int, error) { return regexp.MustCompile(pattern).FindAllSubmatchIndex(text, -1), nil }
	// Finding never fails.
	if m == nil {
		found, _ := find()
		return found
	}
	found, _ := m.calls.recall(pattern, text, find)
	return found
}

// take returns a set that nobody else uses until it are given back, or nil.
func (m *Memo) take(key [sha256.Size]byte) *templateSet {
	if m == nil {
		return nil
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.taken[key] = true
	idle := m.idle[key]
	if len(idle) == 0 {
		return nil
	}
	m.idle[key] = idle[:len(idle)-1]
	return idle[len(idle)-1]
}

func (m *Memo) giveBack(f *templateSet) {
	if m == nil {
		return
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.idle[f.key] = append(m.idle[f.key], f)
}

// setKey names the set that a locale needs: the theme's templates, whether
// packs are among them, and the words.
func (t *Theme) setKey(l *guide.Locale) (key [sha256.Size]byte) {
	hash := sha256.New()
	for _, name := range t.names("") {
		if path.Ext(name) == ".html" {
			// A hash takes everything that is written to it.
			_, _ = hash.Write([]byte(name + " " + strconv.Itoa(len(t.small[name])) + "\n"))
			_, _ = hash.Write(t.small[name])
		}
	}
	_, _ = hash.Write([]byte(strconv.FormatBool(l.Find("pack") != nil)))
	for _, name := range slices.Sorted(maps.Keys(l.Words)) {
		_, _ = fmt.Fprintf(hash, "%q %q\n", name, l.Words[name])
	}
	return [sha256.Size]byte(hash.Sum(nil))
}
