package content

import (
	"net/url"
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

func (b bibliography) names() []string {
	names := make([]string, 0, len(b))
	for name := range b {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// loadSources reads the bibliographies of the layers as one: entries of a
// nearer layer take the places of those with the same name, its other ones come
// last. A project without a bibliography has no sources.
func loadSources(layers []Layer, settings guide.Settings) ([]*guide.Source, bibliography, report.Problems) {
	var all []*guide.Source
	var problems report.Problems
	byName := bibliography{}
	for _, layer := range slices.Backward(layers) {
		list, more := readBibliography(layer, settings)
		problems = append(problems, more...)
		for _, entry := range list {
			at := slices.Index(all, byName[entry.Name])
			byName[entry.Name] = entry
			if at < 0 {
				all = append(all, entry)
			} else {
				all[at] = entry
			}
		}
	}
	return all, byName, problems
}

func readBibliography(layer Layer, settings guide.Settings) ([]*guide.Source, report.Problems) {
	if !isThere(layer.FS, SourcesFile) {
		return nil, nil
	}
	source, problem := layer.read(SourcesFile, readText)
	if problem != nil {
		return nil, report.Problems{*problem}
	}
	var problems report.Problems
	keys := []guide.Key{{Name: "year", Type: guide.NumberKey}}
	f := parseFields(source, string(source.Text), 0, keys, &problems)
	l := language.For(settings.Languages[0].Tag)
	var list []*guide.Source
	for _, name := range inOrder(string(source.Text)) {
		if !f.has(name) {
			continue
		}
		list = append(list, readSource(f.table(name), name, l))
	}
	f.finish()
	return list, problems
}

// inOrder returns the names of the tables as the file has them.
func inOrder(text string) []string {
	var tables map[string]any
	meta, err := toml.Decode(text, &tables)
	if err != nil {
		return nil
	}
	var names []string
	for _, key := range meta.Keys() {
		if len(key) == 1 {
			names = append(names, key[0])
		}
	}
	return names
}

func readSource(f *fields, name string, l language.Language) *guide.Source {
	defer f.finish()
	entry := &guide.Source{
		Name:      name,
		Title:     l.Typography(f.text("title")),
		Publisher: l.Typography(f.text("publisher")),
		Year:      f.number("year"),
		URL:       f.text("url"),
		Note:      l.Typography(f.text("note")),
		Pages:     map[string][]*guide.Page{},
	}
	f.require("title", `"…"`)
	f.require("publisher", `"…"`)
	if address, err := url.Parse(entry.URL); entry.URL != "" && (err != nil || address.Host == "" || address.Scheme != "https" && address.Scheme != "http") {
		f.problem("url", "key-value", report.Values{"key": "url", "value": entry.URL, "wanted": report.Word("wanted-https")})
	}
	return entry
}
