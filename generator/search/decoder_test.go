package search

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"sparrausopas/generator/language"
)

// decoded is an index as a script has it after reading all files of it. It is
// read by what the package comment says, not by the package's own functions.
type decoded struct {
	Inflection    language.Inflection
	Kinds         []string
	Synonyms      [][]string
	Foreign       map[int]string
	forms         []string
	lemmas        map[string][]int
	sure          []bool
	sizes         []int
	parts         map[int][]int
	pages         []decodedPage
	texts         []string
	postings      []decodedList
	partFirsts    map[string][]int
	sectionPlaces []string
}

type decodedPage struct {
	kind, address, title string
	first                int
	// ids and headings are those of the sections behind the head.
	ids, headings []string
}

// decodedList is what is known of a lemma: in how many sections it is, and its
// impact in those that are listed.
type decodedList struct {
	count   int
	impacts map[int]int
}

// rawIndex is the first script as it stands there.
type rawIndex struct {
	Inflection                         language.Inflection
	Forms, Lemmas, Parts, Shape, Pages string
	Kinds                              []string
	Synonyms                           [][]string
	Foreign                            map[int]string
	Postings, Texts                    [][2]any
}

// decode reads the index in a folder of the files.
func decode(t *testing.T, files map[string]string, folder string) *decoded {
	t.Helper()
	var raw rawIndex
	source, ok := strings.CutPrefix(files[folder+"/index.js"], "opas.searchIndex(")
	source, end := strings.CutSuffix(source, ");\n")
	if err := json.Unmarshal([]byte(source), &raw); err != nil || !ok || !end {
		t.Fatalf("%s/index.js can't be read: %v", folder, err)
	}
	d := &decoded{Inflection: raw.Inflection, Kinds: raw.Kinds, Synonyms: raw.Synonyms, Foreign: raw.Foreign, partFirsts: map[string][]int{}}
	d.readForms(t, raw.Forms)
	d.readLemmas(raw.Lemmas)
	d.readParts(t, raw.Parts)
	d.readPages(t, raw.Shape, raw.Pages)
	d.texts = d.readFiles(t, files, folder, "texts", "\n", raw.Texts)
	for _, line := range d.readFiles(t, files, folder, "postings", " ", raw.Postings) {
		d.postings = append(d.postings, readList(t, line))
	}
	d.expectWhole(t)
	return d
}

// expectWhole fails where the pieces of an index don't fit each other.
func (d *decoded) expectWhole(t *testing.T) {
	t.Helper()
	if len(d.texts) != len(d.sectionPlaces) || len(d.postings) != len(d.sure) {
		t.Fatalf("%d texts of %d sections, %d lists of %d lemmas", len(d.texts), len(d.sectionPlaces), len(d.postings), len(d.sure))
	}
	for form, lemmas := range d.lemmas {
		if len(lemmas) == 0 || slices.Min(lemmas) < 0 || slices.Max(lemmas) >= len(d.sure) {
			t.Fatalf("%q has the lemmas %d of %d", form, lemmas, len(d.sure))
		}
	}
	for lemma, list := range d.postings {
		for section, impact := range list.impacts {
			if section >= len(d.texts) || impact < 1 || impact > 63 {
				t.Fatalf("lemma %d has impact %d in section %d of %d", lemma, impact, section, len(d.texts))
			}
		}
	}
}

func (d *decoded) readForms(t *testing.T, text string) {
	d.lemmas = map[string][]int{}
	form, next := "", 0
	for s := newScanner(t, text); s.more(); {
		kept := utf16.Encode([]rune(form))[:s.number()]
		form = string(utf16.Decode(kept)) + s.word()
		d.forms = append(d.forms, form)
		for more := true; more; {
			n := s.number()
			lemma := next - n/2
			d.lemmas[form] = append(d.lemmas[form], lemma)
			next = max(next, lemma+1)
			more = n%2 == 1
		}
	}
}

func (d *decoded) readLemmas(text string) {
	for _, sign := range text {
		sure := sign < 'a'
		first := 'a'
		if sure {
			first = 'A'
		}
		d.sure, d.sizes = append(d.sure, sure), append(d.sizes, int(sign-first))
	}
}

func (d *decoded) readParts(t *testing.T, text string) {
	d.parts = map[int][]int{}
	lemma := 0
	for s := newScanner(t, text); s.more(); {
		lemma += s.number()
		for range s.number() {
			d.parts[lemma] = append(d.parts[lemma], s.number())
		}
	}
}

func (d *decoded) readPages(t *testing.T, shape, pages string) {
	lines := strings.Split(pages, "\n")
	for s := newScanner(t, shape); s.more(); {
		fields := strings.Split(lines[len(d.pages)], "\t")
		p := decodedPage{kind: d.Kinds[s.number()], address: fields[0], title: fields[1], first: len(d.sectionPlaces)}
		for i := range s.number() {
			place := p.address
			if i > 0 {
				p.ids, p.headings = append(p.ids, fields[2*i]), append(p.headings, fields[2*i+1])
				place += "#" + fields[2*i]
			}
			d.sectionPlaces = append(d.sectionPlaces, place)
		}
		d.pages = append(d.pages, p)
	}
}

// readFiles joins the lines of all parts of a kind.
func (d *decoded) readFiles(t *testing.T, files map[string]string, folder, kind, separator string, list [][2]any) []string {
	t.Helper()
	var lines []string
	for _, entry := range list {
		first := int(entry[0].(float64))
		if first != len(lines) {
			t.Fatalf("a part of %s begins with %d behind %d", kind, first, len(lines))
		}
		d.partFirsts[kind] = append(d.partFirsts[kind], first)
		name := kind + "-" + strconv.Itoa(first) + "-" + entry[1].(string)
		source, ok := strings.CutPrefix(files[folder+"/"+name+".js"], `opas.searchPart("`+name+`","`)
		source, end := strings.CutSuffix(source, "\");\n")
		if !ok || !end {
			t.Fatalf("%s.js can't be read: %.100q", name, files[folder+"/"+name+".js"])
		}
		if text := unquote(t, source); text != "" {
			lines = append(lines, strings.Split(strings.TrimSuffix(text, separator), separator)...)
		}
	}
	return lines
}

// impactSigns are the impacts from 1 on: signs from # on without < and \.
const impactSigns = "#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcd"

func readList(t *testing.T, line string) decodedList {
	s := newScanner(t, line)
	list := decodedList{count: s.number(), impacts: map[int]int{}}
	for section := 0; s.more(); {
		section += s.number()
		impact := strings.IndexByte(impactSigns, byte(s.sign())) + 1
		list.impacts[section] = impact
	}
	return list
}

// found returns the impacts of a form's lemmas by the place of the section:
// fi/sivu.html#id.
func (d *decoded) found(form string) map[string]int {
	found := map[string]int{}
	for _, lemma := range d.lemmas[form] {
		for section, impact := range d.postings[lemma].impacts {
			place := d.sectionPlaces[section]
			found[place] = max(found[place], impact)
		}
	}
	return found
}

// text returns the text of the section at a place.
func (d *decoded) text(place string) string {
	return d.texts[slices.Index(d.sectionPlaces, place)]
}
