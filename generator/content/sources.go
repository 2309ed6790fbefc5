package content

import (
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
	l := language.For(settings.Languages[0].Tag)
	problems = inLayers(slices.Backward(layers), SourcesFile, readText, func(source report.Source) (wrong report.Problems) {
		f := parseFields(source, string(source.Text), 0, []guide.Key{{Name: "year", Type: guide.NumberKey}}, &wrong)
		for _, name := range inOrder(string(source.Text)) {
			entry := readSource(f.table(name), name, l)
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
	return all, byName, problems
}

// inOrder returns the names of the tables as the file has them.
func inOrder(text string) []string {
	meta, _ := decodeTOML(text, &map[string]any{})
	keys := slices.DeleteFunc(meta.Keys(), func(key toml.Key) bool { return len(key) > 1 })
	return report.Names(keys, func(key toml.Key) string { return key[0] })
}

func readSource(f *fields, name string, l language.Language) *guide.Source {
	defer f.finish()
	entry := &guide.Source{
		Name:      name,
		Title:     f.shown(l, "title"),
		Publisher: f.shown(l, "publisher"),
		Year:      f.number("year"),
		URL:       f.webAddress("url"),
		Note:      f.shown(l, "note"),
		Pages:     map[string][]*guide.Page{},
	}
	f.require("title", `"…"`)
	f.require("publisher", `"…"`)
	return entry
}
