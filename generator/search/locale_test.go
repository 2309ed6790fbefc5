package search

import (
	"errors"
	"maps"
	"regexp"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/guide"
)

var errTwice = errors.New("a file came twice")

// newPage makes a page with the headings and the words that its HTML has.
func newPage(kind, id, title, html string) *guide.Page {
	p := &guide.Page{ID: id, Kind: kind, Address: "fi/" + id + ".html", Text: textOf(html)}
	p.Title = title
	return p
}

var (
	headings = regexp.MustCompile(`<h(\d) id="([^"]*)">(.*?)</h\d>`)
	tags     = regexp.MustCompile(`<(/?\w+)[^>]*>`)
	alt      = regexp.MustCompile(` alt="([^"]*)"`)
	inline   = regexp.MustCompile(`^/?(a|code|em|span|strong|img)$`)
)

// textOf makes a text of HTML, with the places that package markdown notes.
func textOf(html string) guide.Text {
	text := guide.Text{HTML: html}
	for _, h := range headings.FindAllStringSubmatchIndex(html, -1) {
		text.Headings = append(text.Headings, guide.Heading{Level: int(html[h[2]] - '0'), ID: html[h[4]:h[5]], Text: html[h[6]:h[7]], Start: h[0], Body: h[1]})
	}
	var spans []byte
	end, parted := 0, false
	add := func(from, to int) {
		if from < to {
			spans = guide.AppendSpan(spans, from-end, to-from, parted)
			end, parted = to, false
		}
	}
	at := 0
	for _, tag := range tags.FindAllStringSubmatchIndex(html, -1) {
		add(at, tag[0])
		parted = parted || !inline.MatchString(html[tag[2]:tag[3]])
		if text := alt.FindStringSubmatchIndex(html[:tag[1]][tag[0]:]); text != nil {
			add(tag[0]+text[2], tag[0]+text[3])
		}
		at = tag[1]
	}
	add(at, len(html))
	text.Spans = guide.Spans(spans)
	return text
}

// newLocale makes a locale of pages that is searched.
func newLocale(language string, pages ...*guide.Page) *guide.Locale {
	l := &guide.Locale{Language: language, Words: map[string]string{}, Lexicon: map[string]guide.Word{}}
	l.Pages = append(pages, newPage("search", "haku", "Haku", "<p>Tekstiä, jota ei etsitä.</p>"))
	l.Index()
	return l
}

// learn puts lines like "kunnan kunta" or "opastyön opastyö opas+työ" into the
// lexicon of a locale.
func learn(l *guide.Locale, lines ...string) *guide.Locale {
	for _, line := range lines {
		form, columns, _ := strings.Cut(strings.Join(strings.Fields(line), "\t"), "\t")
		l.Lexicon[form] = guide.Word(columns)
	}
	return l
}

// write returns the files of the index of locales.
func write(t *testing.T, locales ...*guide.Locale) map[string]string {
	t.Helper()
	files := map[string]string{}
	var mutex sync.Mutex
	err := writeSite(&guide.Site{Locales: locales}, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		if _, there := files[name]; there {
			return errTwice
		}
		files[name] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// indexOf writes a locale and reads its index.
func indexOf(t *testing.T, l *guide.Locale) *decoded {
	t.Helper()
	return decode(t, write(t, l), "search/"+l.Language)
}

// words returns a text of as many words that don't mean anything.
func words(n int) string { return strings.Repeat(" täytettä", n) }

// expectFound compares where a form is found with places like "a#b c", all
// under fi/ and without .html.
func expectFound(t *testing.T, d *decoded, want map[string]string) {
	t.Helper()
	for form, places := range want {
		wanted := map[string]bool{}
		for place := range strings.FieldsSeq(places) {
			page, id, cut := strings.Cut(place, "#")
			place = "fi/" + page + ".html"
			if cut {
				place += "#" + id
			}
			wanted[place] = true
		}
		got := map[string]bool{}
		for place := range d.found(form) {
			got[place] = true
		}
		if !maps.Equal(got, wanted) {
			t.Errorf("%s is found in %v, want %v", form, got, wanted)
		}
	}
}

// writeSite makes the whole index of a site.
func writeSite(site *guide.Site, emit Emit) error {
	index, err := Count(site, emit)
	if err != nil {
		return err
	}
	return index.Write()
}
