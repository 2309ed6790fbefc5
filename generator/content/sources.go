package content

import (
	"errors"
	"io/fs"
	"net/url"
	"slices"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

const sourcesFile = contentDir + "/sources.toml"

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

// loadSources reads the bibliography. A project without one has no sources.
func loadSources(fsys fs.FS, settings guide.Settings) ([]*guide.Source, bibliography, report.Problems) {
	books := bibliography{}
	if _, err := fs.Stat(fsys, sourcesFile); errors.Is(err, fs.ErrNotExist) {
		return nil, books, nil
	}
	source, problem := readText(fsys, sourcesFile)
	if problem != nil {
		return nil, books, report.Problems{*problem}
	}
	var problems report.Problems
	f := parseFields(source, string(source.Text), 0, &problems)
	l := language.For(settings.Languages[0].Tag)
	var list []*guide.Source
	for _, name := range inOrder(string(source.Text)) {
		if !f.has(name) {
			continue
		}
		entry := readSource(f.table(name), name, l)
		books[name] = entry
		list = append(list, entry)
	}
	f.finish()
	return list, books, problems
}

// inOrder gives the names of the tables as the file has them.
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
		f.problem("url", "key-value", report.Values{"key": "url", "value": entry.URL, "wanted": "an address that begins with https://"})
	}
	return entry
}
