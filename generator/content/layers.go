package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// BuiltIn is what config.toml calls the guide inside the program by.
const BuiltIn = "built-in"

// Layer is a guide that lies on another, or that others lie on.
type Layer struct {
	// Name is put before the paths of its files in problems: "../yhteinen",
	// or "" for the guide at hand.
	Name string
	FS   fs.FS
}

// layers are the folders that fsys joins, the nearest first.
func (o Options) layers(fsys fs.FS) []Layer {
	if len(o.Layers) > 0 {
		return o.Layers
	}
	return []Layer{{FS: fsys}}
}

// file returns the path of a file of the layer in problems.
func (l Layer) file(name string) string { return path.Join(l.Name, name) }

// NextBase returns what a guide's config.toml says of the guide that it lies
// on: a folder, from that of config.toml, or BuiltIn; "" for none and where the
// settings can't be read. Place is that of the key, for problems with it.
func NextBase(fsys fs.FS) (base string, place report.Source) {
	source, problem := readText(fsys, ConfigFile)
	if problem != nil {
		return "", source
	}
	var settings struct{ Base any }
	// What is wrong with the settings is reported where they are loaded.
	_, _ = toml.Decode(string(source.Text), &settings)
	base, _ = settings.Base.(string)
	return strings.TrimSpace(base), source
}

// Settings reads the settings of a guide alone; the layers are those of
// Options. The error is a report.Problems.
func Settings(fsys fs.FS, layers []Layer) (guide.Settings, error) {
	settings, problems := loadSettings(fsys, Options{Layers: layers})
	faults, _ := problems.Part()
	return settings, faults.Err()
}

// SettingsIn names the settings that a config.toml has, as table.key, in its
// order; of a list of tables the list.
func SettingsIn(fsys fs.FS) []string {
	source, _ := readText(fsys, ConfigFile)
	var values map[string]any
	meta, _ := toml.Decode(string(source.Text), &values)
	var names []string
	for _, key := range meta.Keys() {
		if meta.Type(key...) == "Hash" || key[0] == "base" || key[0] == "hide" {
			continue
		}
		name := key.String()
		for i := range key {
			if meta.Type(key[:i+1]...) == "ArrayHash" {
				name = key[:i+1].String()
				break
			}
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// readConfig reads the settings of a guide with those of the layers below it
// under them; nil if any of them can't be read.
func readConfig(layers []Layer, problems *report.Problems) *fields {
	keys := []guide.Key{{Name: "languages", Type: guide.TablesKey}, {Name: "faults", Type: guide.TablesKey}}
	var first, last *fields
	for _, layer := range layers {
		source, problem := layer.read(ConfigFile, readText)
		if problem != nil {
			*problems = append(*problems, *problem)
			continue
		}
		f := parseFields(source, string(source.Text), 0, keys, problems)
		if first == nil {
			first = f
		} else {
			last.under = f
		}
		last = f
	}
	if len(*problems) > 0 {
		return nil
	}
	return first
}

// read reads a file of the layer, with its path in problems.
func (l Layer) read(name string, read func(fs.FS, string) (report.Source, *report.Problem)) (report.Source, *report.Problem) {
	source, problem := read(l.FS, name)
	source.Name = l.file(name)
	if problem != nil {
		problem.Place.File = source.Name
	}
	return source, problem
}

// alone returns the fields without those under them. What is asked of them must
// be asked of the whole, too.
func (f *fields) alone() *fields {
	alone := *f
	alone.under = nil
	return &alone
}
