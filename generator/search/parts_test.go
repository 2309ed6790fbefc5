package search

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// expectSmallParts fails where a script that is loaded on demand is too big.
func expectSmallParts(t *testing.T, files map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, "/index.js") && len(files[name]) > 64<<10 {
			t.Errorf("%s has %d bytes", name, len(files[name]))
		}
	}
}

// manySections returns a locale with that many pages of as many sections each
// beside the head; text gives what a section has.
func manySections(pages, sections int, text func(page, section int) string) *guide.Locale {
	var list []*guide.Page
	for p := range pages {
		var html strings.Builder
		for s := range sections {
			fmt.Fprintf(&html, "<h2 id=\"s%d\">Osa</h2><p>%s</p>", s, text(p, s))
		}
		list = append(list, newPage("page", fmt.Sprintf("p%03d", p), "Sivu", html.String()))
	}
	return newLocale("fi", list...)
}

// TestAWordThatIsNearlyEverywhereIsListedWhereItSaysMost has the word
// everywhere once, and twice in every fourth section.
func TestAWordThatIsNearlyEverywhereIsListedWhereItSaysMost(t *testing.T) {
	const pages, sections = 200, 65
	files := write(t, manySections(pages, sections, func(page, section int) string {
		text := fmt.Sprintf("kunta sana%d muu%d", page, section)
		if section%4 == 0 {
			text += " kunta"
		}
		return text
	}))
	expectSmallParts(t, files)
	d := decode(t, files, "search/fi")
	list := d.postings[d.lemmas["kunta"][0]]
	if list.count != pages*sections || len(list.impacts) != 12_000 {
		t.Errorf("kunta is in %d sections, and %d are listed", list.count, len(list.impacts))
	}
	for i, place := range d.sectionPlaces {
		twice := strings.Contains(d.texts[i], "kunta sana") && strings.HasSuffix(d.texts[i], " kunta")
		if twice && list.impacts[i] == 0 {
			t.Fatalf("%s has the word twice, but isn't listed", place)
		}
	}
	for page := range pages {
		if found := d.found(fmt.Sprintf("sana%d", page)); len(found) != sections {
			t.Fatalf("sana%d is in %d sections", page, len(found))
		}
	}
	if found := d.found("muu64"); len(found) != pages {
		t.Errorf("muu64 is in %d sections", len(found))
	}
}

func TestAHugePageAndAHugeSectionAreInSmallParts(t *testing.T) {
	long := strings.Repeat("päätöksentekoa ", 20_000)
	huge := newPage("page", "a", "T", "<p>alku "+long+`loppu</p><h2 id="x">X</h2><p>seuraava</p>`)
	many := manySections(1, 3000, func(_, section int) string { return fmt.Sprintf("sana%d "+words(20), section) })
	files := write(t, newLocale("fi", huge, many.Find("page"), newPage("page", "z", "T", "<p>viimeinen</p>")))
	expectSmallParts(t, files)
	d := decode(t, files, "search/fi")
	if len(d.partFirsts["texts"]) < 5 || len(d.partFirsts["postings"]) < 1 {
		t.Errorf("parts begin with %v", d.partFirsts)
	}
	expectFound(t, d, map[string]string{"alku": "a", "loppu": "a", "seuraava": "a#x", "viimeinen": "z", "sana0": "p000#s0", "sana2999": "p000#s2999"})
	for place, want := range map[string]string{"fi/a.html#x": "seuraava", "fi/p000.html#s2999": "sana2999" + words(20), "fi/z.html": "viimeinen"} {
		if got := d.text(place); got != want {
			t.Errorf("the text of %s is %q", place, got)
		}
	}
	if shown := d.text("fi/a.html"); !strings.HasPrefix("alku "+long, shown) || len(shown) < 50_000 {
		t.Errorf("of the huge section %d bytes are shown, which end with %q", len(shown), shown[len(shown)-20:])
	}
}

func TestPartsOfPostingsFollowEachOther(t *testing.T) {
	l := manySections(1, 6000, func(_, section int) string {
		return fmt.Sprintf("a%d b%d c%d d%d e%d f%d", section, section/2, section/3, section%7, section%300, section%1000)
	})
	files := write(t, l)
	expectSmallParts(t, files)
	d := decode(t, files, "search/fi")
	if len(d.partFirsts["postings"]) < 2 {
		t.Fatalf("parts begin with %v", d.partFirsts)
	}
	for i, text := range d.texts[1:] {
		for word := range strings.FieldsSeq(text) {
			if d.postings[d.lemmas[word][0]].impacts[i+1] == 0 {
				t.Fatalf("%s isn't found in %s", word, d.sectionPlaces[i+1])
			}
		}
	}
	for word, want := range map[string]int{"a5999": 1, "b7": 2, "c7": 3, "e7": 20, "f7": 6} {
		if got := len(d.found(word)); got != want {
			t.Errorf("%s is found in %d sections, want %d", word, got, want)
		}
	}
}

// A section of 97 words gives each of them the impact that is written as <.
func TestPartsOfPostingsAreSmallThoughSignsAreWrittenWithMore(t *testing.T) {
	expectSmallParts(t, write(t, manySections(1, 600, func(_, section int) string {
		var text strings.Builder
		for i := range 97 {
			fmt.Fprintf(&text, "w%d ", i+section%2*97)
		}
		return text.String()
	})))
}

func TestPartsOfTextsAreSmallThoughSignsAreWrittenWithMore(t *testing.T) {
	for _, text := range []string{"&lt;", `a"`, `\`} {
		expectSmallParts(t, write(t, newLocale("fi", newPage("page", "a", "T", "<p>"+strings.Repeat(text, 100_000)+"</p>"))))
	}
}

func TestTheSameLocaleGivesTheSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	build := func() map[string]string {
		l := manySections(20, 60, func(page, section int) string {
			// Of a word with two ways of writing, each page has one.
			own := []string{"ohjelmaosan", "ohjelma-osan"}[page/10]
			return fmt.Sprintf("kunnan osallisuusohjelma %d %d %s ääni%d Ääni "+words(20), page, section, own, (page+section)%30)
		})
		l.Synonyms = [][]string{{"sana", "toinen sana"}, {"kolmas"}}
		return write(t, learn(l, "kunnan kunta", "osallisuusohjelma osallisuusohjelma osallisuus+ohjelma", "ohjelma ohjelma", "ohjelma-osan ohjelma-osa ohjelma+osa"))
	}
	first := build()
	if len(first) < 4 {
		t.Fatalf("there are only %d files", len(first))
	}
	for _, processors := range []int{1, 1, 2, 3, 7, 64} {
		runtime.GOMAXPROCS(processors)
		again := build()
		for _, name := range slices.Sorted(maps.Keys(first)) {
			if again[name] != first[name] {
				t.Errorf("on %d processors %s isn't the same", processors, name)
			}
		}
		if len(again) != len(first) {
			t.Errorf("on %d processors there are %d files, not %d", processors, len(again), len(first))
		}
	}
}
