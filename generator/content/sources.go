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
// last. A project without a bibliography has no sources.
func loadSources(layers []Layer, settings guide.Settings) (all []*guide.Source, byName bibliography, problems report.Problems) {
	byName = bibliography{}
	first := settings.Languages[0].Tag
	others := slices.Concat(settings.Languages, settings.Waiting)[1:]
	problems = inLayers(slices.Backward(layers), SourcesFile, readText, func(source report.Source) (wrong report.Problems) {
		f := parseFields(source, string(source.Text), 0, []guide.Key{{Name: "year", Type: guide.NumberKey}}, &wrong)
		for _, name := range inOrder(string(source.Text)) {
			entry := readSource(f.table(name), name, first, others)
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
	for _, l := range others {
		translate(all, first, l.Tag)
	}
	return all, byName, problems
}

// translate completes the sources as another language has them: what it doesn't
// say is as in the first one, but a publisher is called what it is elsewhere.
func translate(all []*guide.Source, first, tag string) {
	publishers := map[string]string{}
	for _, s := range all {
		publishers[s.Publisher] = cmp.Or(publishers[s.Publisher], s.Others[tag].Publisher)
	}
	for _, s := range all {
		t := s.Others[tag]
		if t.Title == "" {
			t.Title, t.Note, t.Foreign = s.Title, cmp.Or(t.Note, s.Note), first
		}
		t.Publisher = cmp.Or(t.Publisher, publishers[s.Publisher], s.Publisher)
		t.URL = cmp.Or(t.URL, s.URL)
		t.Name, t.Year, t.Pages = s.Name, s.Year, s.Pages
	}
}

// inOrder returns the names of the tables as the file has them.
func inOrder(text string) []string {
	meta, _ := decodeTOML(text, &map[string]any{})
	keys := slices.DeleteFunc(meta.Keys(), func(key toml.Key) bool { return len(key) > 1 })
	return report.Names(keys, func(key toml.Key) string { return key[0] })
}

func readSource(f *fields, name, first string, others []guide.Language) *guide.Source {
	defer f.finish()
	entry := readNames(f, first)
	// A base may have languages that an edition hasn't.
	for key, value := range f.values {
		if _, ok := value.(map[string]any); ok {
			f.asked = append(f.asked, key)
		}
	}
	entry.Name, entry.Year = name, f.number("year")
	entry.Others, entry.Pages = map[string]*guide.Source{}, map[string][]*guide.Page{}
	f.require("title", `"…"`)
	f.require("publisher", `"…"`)
	for _, l := range others {
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
