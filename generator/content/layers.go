package content

import (
	"io/fs"
	"iter"
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

// layerOf returns the number of the layer that has a file, counted from the
// nearest.
func (o Options) layerOf(name string) int {
	return slices.IndexFunc(o.Layers, func(l Layer) bool {
		_, err := fs.Stat(l.FS, name)
		return err == nil
	})
}

// glance reads config.toml as far as it can be read. What is wrong with it is
// reported where the settings are loaded.
func glance(fsys fs.FS, into any) (report.Source, toml.MetaData) {
	source, _ := readText(fsys, ConfigFile)
	meta, _ := decodeTOML(string(source.Text), into)
	return source, meta
}

// NextBase returns what a guide's config.toml says of the guide that it lies
// on: a folder, from that of config.toml, or BuiltIn; "" for none and where the
// settings can't be read. Place is that of the key, for problems with it.
func NextBase(fsys fs.FS) (base string, place report.Source) {
	var settings struct{ Base any }
	place, _ = glance(fsys, &settings)
	base, _ = settings.Base.(string)
	return strings.TrimSpace(base), place
}

// OwnID returns the id that a guide's config.toml has, "" for none, and where
// that stands.
func OwnID(fsys fs.FS) (id string, place report.Source) {
	var settings struct{ ID any }
	place, _ = glance(fsys, &settings)
	id, _ = settings.ID.(string)
	return strings.TrimSpace(id), place
}

// FirstLanguage returns the tag of a guide's first language that isn't in the
// making, "" where its settings can't be read.
func FirstLanguage(fsys fs.FS) string {
	var settings struct {
		Languages []struct {
			Tag   string
			Draft bool
		}
	}
	glance(fsys, &settings)
	for _, l := range settings.Languages {
		if !l.Draft {
			return l.Tag
		}
	}
	return ""
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
	_, meta := glance(fsys, &map[string]any{})
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
		source, wrong := layer.read(ConfigFile, readText)
		*problems = append(*problems, wrong...)
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
func (l Layer) read(name string, open opener) (report.Source, report.Problems) {
	source, problems := open(l.FS, name)
	source.Name = path.Join(l.Name, name)
	for i := range problems {
		problems[i].Place.File = source.Name
	}
	return source, problems
}

// opener reads a file whole, as readText does.
type opener func(fs.FS, string) (report.Source, report.Problems)

// upTo reads a file that may be empty, but not larger than a limit.
func upTo(limit int) opener {
	return func(fsys fs.FS, name string) (report.Source, report.Problems) { return readPlain(fsys, name, limit) }
}

// inLayers takes a file of each of the layers that have it.
func inLayers(layers iter.Seq2[int, Layer], name string, open opener, take func(report.Source) report.Problems) (problems report.Problems) {
	for _, layer := range layers {
		if !isThere(layer.FS, name) {
			continue
		}
		source, wrong := layer.read(name, open)
		if wrong == nil {
			wrong = take(source)
		}
		problems = append(problems, wrong...)
	}
	return problems
}

// alone returns the fields without those under them. What is asked of them must
// be asked of the whole, too.
func (f *fields) alone() *fields {
	alone := *f
	alone.under = nil
	return &alone
}
