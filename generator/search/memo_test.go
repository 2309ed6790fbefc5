package search

import (
	"bytes"
	"maps"
	"strconv"
	"strings"
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
		expectSame(t, m, similar()...)
	}
}

// expectSame compares the indexes of editions with those made without a memo.
func expectSame(t *testing.T, m *Memo, editions ...*guide.Edition) {
	t.Helper()
	for i, e := range editions {
		if got, want := indexWith(t, m, e), indexWith(t, nil, e); !maps.Equal(got, want) {
			t.Errorf("the index of edition %d is %v, want %v", i, got, want)
		}
	}
}

func TestEditionsMadeAtTheSameTimeShareAMemo(t *testing.T) {
	m := NewMemo()
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			all := similar()
			own := newPage("page", "oma", "Oma", "<p>"+strings.Repeat("x", i+1)+" oma-sana"+strconv.Itoa(i)+"</p>")
			e := newEdition("sv", append(all[i%len(all)].Pages, own)...)
			e.Lexicon, e.Synonyms = nil, [][]string{{"möte", "sana" + strconv.Itoa(i)}}
			expectSame(t, m, e)
		})
	}
	group.Wait()
}

func TestAnIndexDoesNotDependOnWhoseWordsCameFirst(t *testing.T) {
	first, second := newPage("page", "a", "A", "<p>web-sivu</p>"), newPage("page", "b", "B", "<p>we-bsivu</p>")
	one, other := newEdition("fi", first, second), newEdition("fi", second, first)
	learn(one, "web-sivu yksi", "we-bsivu kaksi")
	other.Lexicon = one.Lexicon
	m := NewMemo()
	expectSame(t, m, other, one)
}

func TestPagesThatDifferOnlyBesideTheirTextAreNotTakenForEachOther(t *testing.T) {
	page := func(change func(*guide.Page)) *guide.Edition {
		p := newPage("session", "a", "A", "<p>Teksti</p>")
		p.Detail = &guide.Session{Page: p, Goal: "tavoite"}
		change(p)
		return newEdition("fi", p)
	}
	m := NewMemo()
	for _, change := range []func(*guide.Page){
		func(*guide.Page) {},
		func(p *guide.Page) { p.Summary = "yhteenveto" },
		func(p *guide.Page) { p.Short = "lyhyt" },
		func(p *guide.Page) { p.Detail.(*guide.Session).Goal = "toinen" },
	} {
		e := page(change)
		e.Lexicon = nil
		swedish := *e
		swedish.Language = "sv"
		expectSame(t, m, e, &swedish)
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
