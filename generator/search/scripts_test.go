package search

import (
	"errors"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/guide"
)

// hostile are texts that could end a script or a string in it.
var hostile = []string{
	`</script><script>alert(1)</script>`, `"quoted" 'single' \back\slash \n \x3c \u003c`, `");alert(1);("`, "line\u2028separators\u2029here", `<!-- <script>`, `]]> --> ${x}`, "emoji 😀, עברית, \x7f",
}

func TestStringsThatCouldEndAScriptComeThrough(t *testing.T) {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	for _, text := range hostile {
		p := newPage("page", "a", text, "<p>"+escape.Replace(text)+`</p><h2 id="x">O</h2>`)
		p.Headings[0].Text = text
		l := newLocale("fi", p)
		l.Synonyms = [][]string{{text}}
		files := write(t, l)
		d := decode(t, files, "search/fi")
		for _, got := range []string{d.pages[0].title, d.pages[0].headings[0], d.Synonyms[0][0], d.texts[0]} {
			if got != text {
				t.Errorf("%q has become %q", text, got)
			}
		}
		for name, source := range files {
			if strings.Count(source, "\n") != 1 || strings.Contains(source, "\r") {
				t.Errorf("%s isn't one line:\n%s", name, source)
			}
		}
	}
}

// After <!-- and <script a page takes </script> for the end of another script.
func TestScriptsCanStandInAPage(t *testing.T) {
	for _, text := range hostile {
		p := newPage("page", "a", text, "<p>"+strings.ReplaceAll(text, "<", "&lt;")+"</p>")
		for name, source := range write(t, newLocale("fi", p)) {
			if found := regexp.MustCompile(`(?i)</script|<!--`).FindString(source); found != "" {
				t.Errorf("%s has %s for %q", name, found, text)
			}
		}
	}
}

func TestTabsAndLineEndsInTitlesAreSpaces(t *testing.T) {
	d := indexOf(t, newLocale("fi", newPage("page", "a", "Nimi\tja\ntoinen", ""), newPage("page", "b", "T", "")))
	if len(d.pages) != 2 || d.pages[0].title != "Nimi ja toinen" {
		t.Errorf("pages are %+v", d.pages)
	}
}

func TestEachLocaleThatIsSearchedHasAnIndexOfItsOwn(t *testing.T) {
	fi, sv, en := newLocale("fi", newPage("page", "a", "Suomi", "")), newLocale("sv", newPage("page", "a", "Svenska", "")), newLocale("en", newPage("page", "a", "English", ""))
	en.Pages = en.Pages[:1]
	en.Index()
	files := write(t, fi, sv, en)
	folders := map[string]bool{}
	for name := range files {
		folders[path.Dir(name)] = true
	}
	if got := slices.Sorted(maps.Keys(folders)); !slices.Equal(got, []string{"search/fi", "search/sv"}) {
		t.Errorf("folders are %q", got)
	}
	if d := decode(t, files, "search/sv"); len(d.Inflection.Endings) != 2 || len(d.Inflection.Changes) != 2 || d.pages[0].title != "Svenska" || d.lemmas["suomi"] != nil {
		t.Errorf("the Swedish index has rules %v and pages %+v", d.Inflection, d.pages)
	}
	want := map[string]string{"fi": "search/fi/index.js", "sv": "search/sv/index.js"}
	if got := Addresses(&guide.Site{Locales: []*guide.Locale{fi, sv, en}}); !maps.Equal(got, want) {
		t.Errorf("addresses are %v, want %v", got, want)
	}
}

func TestALocaleOfTheSearchPageAloneHasAnEmptyIndex(t *testing.T) {
	d := indexOf(t, newLocale("fi"))
	if len(d.forms) != 0 || len(d.pages) != 0 || len(d.texts) != 0 {
		t.Errorf("the index has %q, %+v, %q", d.forms, d.pages, d.texts)
	}
}

func TestAChangeInOneTextLeavesTheOtherPartsTheirNames(t *testing.T) {
	names := func(last string) []string {
		long := "<p>" + words(8000) + "</p>"
		files := write(t, newLocale("fi", newPage("page", "a", "T", long), newPage("page", "b", "T", long), newPage("page", "c", "T", "<p>"+last+"</p>")))
		return slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return !strings.Contains(name, "/texts-") })
	}
	before, after := names("yksi kaksi"), names("kaksi yksi")
	if len(before) != 3 || !slices.Equal(before[:2], after[:2]) || before[2] == after[2] {
		t.Errorf("texts were in %q and are in %q", before, after)
	}
}

func TestTheErrorOfEmitIsGivenBack(t *testing.T) {
	broken := errors.New("the disk is full")
	for _, kind := range []string{"texts-0-", "texts-1-", "postings-0-", "index.js"} {
		long := "<p>" + words(8000) + "</p>"
		site := &guide.Site{Locales: []*guide.Locale{newLocale("fi", newPage("page", "a", "T", long), newPage("page", "b", "T", long))}}
		var mutex sync.Mutex
		failed := false
		err := writeSite(site, func(name string, _ []byte) error {
			mutex.Lock()
			defer mutex.Unlock()
			if strings.HasPrefix(path.Base(name), kind) {
				failed = true
				return broken
			}
			return nil
		})
		if !failed || !errors.Is(err, broken) {
			t.Errorf("when %s fails (%t), the error is %v", kind, failed, err)
		}
	}
}

func FuzzNumbersAreReadAsTheyWereWritten(f *testing.F) {
	for _, n := range []int{0, 25, 26, 675, 676, 17_575, 17_576, 1 << 31, 1<<63 - 1} {
		f.Add(n, n/2)
	}
	f.Fuzz(func(t *testing.T, first, second int) {
		if first < 0 || second < 0 {
			t.Skip()
		}
		s := newScanner(t, string(number(append(number(nil, first), "ääkkönen"...), second)))
		if got := s.number(); got != first {
			t.Errorf("%d is read as %d", first, got)
		}
		if got := s.word(); got != "ääkkönen" {
			t.Errorf("the word behind %d is read as %q", first, got)
		}
		if got := s.number(); got != second || s.more() {
			t.Errorf("%d is read as %d, with %d signs behind it", second, got, len(s.rest))
		}
	})
}

func TestImpactsAreReadAsTheyWereWritten(t *testing.T) {
	for impact := uint32(1); impact <= steps; impact++ {
		data := string(encodePostings(nil, []uint32{7<<impactBits | impact, 1000<<impactBits | impact}, 2))
		list := readList(t, data)
		if want := map[int]int{7: int(impact), 1000: int(impact)}; list.count != 2 || !maps.Equal(list.impacts, want) || strings.ContainsAny(data, `"\ `) {
			t.Errorf("the list %q is read as %v, want %v", data, list, want)
		}
	}
}
