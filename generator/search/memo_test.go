package search

import (
	"bytes"
	"maps"
	"sync"
	"testing"

	"sparrausopas/generator/guide"
)

// indexWith gives the files of an index that is made with a memo.
func indexWith(t *testing.T, m *Memo, e *guide.Edition) map[string]string {
	t.Helper()
	var mutex sync.Mutex
	files := map[string]string{}
	index, err := m.Count(&guide.Site{Editions: []*guide.Edition{e}}, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		files[name] = string(bytes.Clone(data))
		clear(data)
		return nil
	})
	if err == nil {
		err = index.Write()
	}
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// similar are editions over one lexicon, each a little different.
func similar() []*guide.Edition {
	lexicon := learn(newEdition("fi"), "kunnassa kunta", "kunnissa kunta", "osallisuusohjelma osallisuusohjelma osallisuus+ohjelma").Lexicon
	make := func(more ...*guide.Page) *guide.Edition {
		e := newEdition("fi", append(more,
			newPage("page", "yksi", "Yksi", "<p>Kunnassa on osallisuusohjelma.</p>"),
			newPage("page", "kaksi", "Kaksi", "<p>Toisissa kunnissa ei.</p><h2 id=\"x\">Muualla</h2><p>Ei"+words(200)+"</p>"))...)
		e.Lexicon = lexicon
		return e
	}
	all := []*guide.Edition{
		make(), make(), make(newPage("page", "uusi", "Uusi", "<p>Uusi sivu kunnissa.</p>")), make(),
		make(newPage("page", "toinen", "Toinen", "<h2 id=\"y\">Väliotsikko</h2><p>Osallisuusohjelma täällä.</p>")),
	}
	all[1].Title = "Kunnan opas"
	all[3].Synonyms = [][]string{{"kunta", "kaupunki"}}
	return all
}

func TestAnIndexIsTheSameWithAMemoAndWithout(t *testing.T) {
	m := NewMemo()
	for range 2 {
		for i, e := range similar() {
			if got, want := indexWith(t, m, e), indexWith(t, nil, e); !maps.Equal(got, want) {
				t.Errorf("the index of edition %d is %v, want %v", i, got, want)
			}
		}
	}
}

func TestEditionsOverOneLexiconShareItsWordsAndTheirPages(t *testing.T) {
	m, all := NewMemo(), similar()
	for _, e := range all {
		indexWith(t, m, e)
	}
	if len(m.lexicons) != 1 {
		t.Errorf("%d lexicons are remembered, want 1", len(m.lexicons))
	}
	for _, one := range m.lexicons {
		if got := len(one.pages.pages); got != 4 {
			t.Errorf("%d pages are counted, want 4", got)
		}
	}
}
