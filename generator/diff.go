package main

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// difference is what an edition changes of the guide below it; files by their
// paths in the edition's folder.
type difference struct {
	// Added are files that the base doesn't have.
	Added []string `json:"added"`
	// Replaced take the place of those of the base, which are as they were
	// copied; Changed of those that have changed since; Unnoted of those whose
	// copying wasn't noted.
	Replaced []string `json:"replaced"`
	Changed  []string `json:"changed"`
	Unnoted  []string `json:"unnoted"`
	// Identical are the same as in the base, Gone were copied but are no
	// longer in it.
	Identical []string `json:"identical"`
	Gone      []string `json:"gone"`
	// Joined are files whose entries are put together with those of the base.
	Joined []string `json:"joined"`
	// Hidden are the IDs of pages that are left out, Set the settings.
	Hidden []string `json:"hidden"`
	Set    []string `json:"set"`
}

// runDiff lists what an edition changes, or shows of some of its files how they
// differ from those below.
func runDiff(args []string, c *console) error {
	f := c.flags("diff")
	asJSON := f.Bool("json", false, "")
	if err := f.parse(args, argumentsMost); err != nil {
		return err
	}
	p, err := openProject(f.dir, c.voice)
	if err != nil {
		return err
	}
	defer p.Close()
	if !p.isEdition() {
		return refusal{"diff-no-base", nil}
	}
	d, err := compare(p)
	switch {
	case err != nil:
		return p.showError(err)
	case len(f.words) > 0:
		return c.diffPages(p, d, f.words, *asJSON)
	case *asJSON:
		return c.writeJSON(d)
	}
	return c.showDifference(p, d)
}

// compare finds what an edition changes.
func compare(p *project) (difference, error) {
	settings, err := content.Settings(p.fsys, p.layers)
	if err != nil {
		return difference{}, err
	}
	own := p.layers[0].FS
	noted, err := readSums(own)
	if err != nil {
		return difference{}, err
	}
	d := difference{Hidden: settings.Hide, Set: content.SettingsIn(own)}
	base := p.base()
	names := filesIn(own, append([]string{"content", "themes"}, settings.Themes...)...)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		list, err := d.listFor(name, own, base, noted, settings)
		if err != nil {
			return difference{}, err
		}
		*list = append(*list, name)
	}
	return d.whole(), nil
}

// whole has empty lists in place of missing ones, for machines.
func (d difference) whole() difference {
	for _, list := range []*[]string{&d.Added, &d.Replaced, &d.Changed, &d.Unnoted, &d.Identical, &d.Gone, &d.Joined, &d.Hidden, &d.Set} {
		if *list == nil {
			*list = []string{}
		}
	}
	return d
}

// listFor gives the list that a file of the edition belongs to.
func (d *difference) listFor(name string, own, base fs.FS, noted sums, settings guide.Settings) (*[]string, error) {
	hash, isNoted := noted[name]
	if !isFile(base, name) {
		if isNoted {
			return &d.Gone, nil
		}
		return &d.Added, nil
	}
	mine, err := fs.ReadFile(own, name)
	if err != nil {
		return nil, err
	}
	common, err := fs.ReadFile(base, name)
	switch {
	case err != nil:
		return nil, err
	case bytes.Equal(mine, common):
		return &d.Identical, nil
	case isJoined(name, settings):
		return &d.Joined, nil
	case !isNoted:
		return &d.Unnoted, nil
	case hash != sum(common):
		return &d.Changed, nil
	}
	return &d.Replaced, nil
}

// isJoined tells of files that don't take the place of those of the base.
func isJoined(name string, settings guide.Settings) bool {
	for _, l := range settings.Languages {
		if name == content.SynonymsFile(l.Tag) || name == content.LexiconFile(l.Tag) || name == content.WordsFile(l.Tag) {
			return true
		}
	}
	return name == content.SourcesFile
}

// showDifference lists the difference for a person, what asks for work last.
func (c *console) showDifference(p *project, d difference) error {
	var out strings.Builder
	out.WriteString(c.voice.Say("diff-head", report.Values{"name": folderName(p.dirs[0]), "base": p.layers[1].Name}) + "\n")
	empty := out.Len()
	for _, part := range []struct {
		message string
		names   []string
		advice  string
	}{
		{"diff-set", d.Set, ""},
		{"diff-added", d.Added, ""},
		{"diff-replaced", d.Replaced, ""},
		{"diff-joined", d.Joined, ""},
		{"diff-hidden", d.Hidden, ""},
		{"diff-gone", d.Gone, ""},
		{"diff-identical", d.Identical, "diff-advice-identical"},
		{"diff-unnoted", d.Unnoted, "diff-advice-unnoted"},
		{"diff-changed", d.Changed, "diff-advice-changed"},
	} {
		if len(part.names) == 0 {
			continue
		}
		out.WriteString("\n" + c.voice.Say(part.message, nil) + "\n  " + strings.Join(part.names, "\n  ") + "\n")
		if part.advice != "" {
			out.WriteString(c.voice.Say(part.advice, report.Values{"page": part.names[0]}) + "\n")
		}
	}
	if out.Len() == empty {
		out.WriteString("\n" + c.voice.Say("diff-same", nil) + "\n")
	}
	_, err := c.stdout.Write([]byte(out.String()))
	return err
}

// folderName is what a folder is called; the one at hand has a name, too.
func folderName(dir string) string {
	if full, err := filepath.Abs(dir); err == nil && filepath.Clean(dir) == "." {
		return filepath.Base(full)
	}
	return filepath.Clean(dir)
}

// baseName is what the nearest base is called that has a file.
func (p *project) baseName(file string) string {
	for _, layer := range p.layers[1:] {
		if isFile(layer.FS, file) {
			return layer.Name
		}
	}
	return p.layers[1].Name
}
