package content

import (
	"cmp"
	"maps"
	"slices"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// SourcesFile is the path of the bibliography in the project's folder.
const SourcesFile = contentDir + "/sources.toml"

// bibliography finds sources by name.
type bibliography map[string]*guide.Source

func (b bibliography) names() []string { return slices.Sorted(maps.Keys(b)) }

// loadSources reads the bibliographies of the layers as one: entries of a
// nearer layer take the places of those with the same name, its other ones come
// last. Its own language is that of language = "fi" in front of the entries, or
// else the guide's first. A project without a bibliography has no sources.
func loadSources(layers []Layer, settings guide.Settings) (all []*guide.Source, byName bibliography, problems report.Problems) {
	byName = bibliography{}
	languages := slices.Concat(settings.Languages, settings.Waiting)
	problems = inLayers(slices.Backward(layers), SourcesFile, readText, func(source report.Source) (wrong report.Problems) {
		f := parseFields(source, string(source.Text), 0, []guide.Key{{Name: "year", Type: guide.NumberKey}}, &wrong)
		own := cmp.Or(f.text("language"), languages[0].Tag)
		if !language.Known(own) {
			f.wrongValue("language", own, "wanted-language")
		}
		for _, name := range inOrder(string(source.Text)) {
			entry := readSource(f.table(name), name, own, languages)
			if old := byName[name]; old == nil {
				all = append(all, entry)
			} else {
				all[slices.Index(all, old)] = entry
			}
			byName[name] = entry
		}
		f.finish()
		return wrong
	})
	for _, l := range languages {
		translate(all, l.Tag)
	}
	return all, byName, problems
}

// translate completes the sources as another language than their own has them:
// what it doesn't say is as in their own, but a publisher is called what it is
// elsewhere.
func translate(all []*guide.Source, tag string) {
	publishers := map[string]string{}
	for _, s := range all {
		if t := s.Others[tag]; t != nil {
			publishers[s.Publisher] = cmp.Or(publishers[s.Publisher], t.Publisher)
		}
	}
	for _, s := range all {
		t := s.Others[tag]
		if t == nil {
			continue
		}
		if t.Title == "" {
			t.Title, t.Note, t.Foreign = s.Title, cmp.Or(t.Note, s.Note), s.Language
		}
		t.Publisher = cmp.Or(t.Publisher, publishers[s.Publisher], s.Publisher)
		t.URL = cmp.Or(t.URL, s.URL)
		t.Name, t.Year, t.Pages = s.Name, s.Year, s.Pages
	}
}

// inOrder returns the names of the tables as the file has them.
func inOrder(text string) []string {
	meta, _ := decodeTOML(text, &map[string]any{})
	keys := slices.DeleteFunc(meta.Keys(), func(key toml.Key) bool { return len(key) > 1 || key[0] == "language" })
	return report.Names(keys, func(key toml.Key) string { return key[0] })
}

func readSource(f *fields, name, own string, languages []guide.Language) *guide.Source {
	defer f.finish()
	entry := readNames(f, own)
	// A base may have languages that an edition hasn't.
	for key, value := range f.values {
		if _, ok := value.(map[string]any); ok {
			f.asked = append(f.asked, key)
		}
	}
	entry.Name, entry.Language, entry.Year = name, own, f.number("year")
	entry.Others, entry.Pages = map[string]*guide.Source{}, map[string][]*guide.Page{}
	f.require("title", `"…"`)
	f.require("publisher", `"…"`)
	for _, l := range languages {
		if l.Tag == own {
			continue
		}
		other := f.table(l.Tag)
		entry.Others[l.Tag] = readNames(other, l.Tag)
		other.finish()
	}
	return entry
}

// readNames reads what a language says of a source.
func readNames(f *fields, tag string) *guide.Source {
	l := language.For(tag)
	return &guide.Source{
		Title:     f.shown(l, "title"),
		Publisher: f.shown(l, "publisher"),
		URL:       f.webAddress("url"),
		Note:      f.shown(l, "note"),
	}
}
