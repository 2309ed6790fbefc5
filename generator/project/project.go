// Package project is a guide on the disk: the folder that its authors write in
// and the guides that it lies on, shown as one; the names of its files; and new
// files and folders, which are made whole or not at all.
//
//	p, err := project.Open("kunta", builtIn)
//	defer p.Close()
//	site, err := content.Load(p.FS, content.Options{Layers: p.Layers})
//	err = p.ShowError(err) // in which files of bases have their real paths
//
// It doesn't look into files: what they say is read by package content.
package project

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/overlay"
	"sparrausopas/generator/report"
)

// Project is a guide on the disk together with the guides that it lies on. The
// folders are open until Close.
type Project struct {
	// FS shows all layers as one; joined knows which file comes from where.
	FS     fs.FS
	joined *overlay.FS
	// Layers are the guide's own folder and those below it, the nearest first.
	Layers []content.Layer
	// Dirs are the layers' folders on the disk; the guide in the program has
	// none.
	Dirs  []string
	roots []*os.Root
}

// Open opens the guide in a folder. BuiltIn is the guide in the program, which
// others can lie on.
func Open(dir string, builtIn content.Layer) (*Project, error) {
	p, err := OpenOwn(dir)
	if err != nil {
		return nil, err
	}
	if err := p.openBases(builtIn); err != nil {
		p.Close()
		return nil, err
	}
	p.join()
	return p, nil
}

// OpenOwn opens a guide's own folder, without what it lies on.
func OpenOwn(dir string) (*Project, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, report.Fault(dir, "folder-missing", report.Reason(err, nil))
	}
	if _, err := root.Stat(content.ConfigFile); errors.Is(err, fs.ErrNotExist) {
		root.Close()
		return nil, report.Fault(filepath.Join(dir, content.ConfigFile), "guide-missing", nil)
	}
	p := &Project{roots: []*os.Root{root}}
	p.add(dir, "", root.FS())
	p.join()
	return p, nil
}

// join shows all layers as one.
func (p *Project) join() {
	var shown []fs.FS
	for _, layer := range p.Layers {
		shown = append(shown, layer.FS)
	}
	p.joined = overlay.New(shown...)
	if p.FS = p.joined; !p.IsEdition() {
		p.FS = shown[0]
	}
}

// sourceOf gives the layer that has a file, and the file's path in it. The name
// is that in the guide, or the one that problems call a base's file by.
func (p *Project) sourceOf(name string) (layer int, in string, err error) {
	if fs.ValidPath(name) {
		if layer = p.joined.Layer(name); layer >= 0 {
			return layer, name, nil
		}
	}
	for i, layer := range p.Layers[1:] {
		if in, ok := strings.CutPrefix(name, layer.Name+"/"); ok && fs.ValidPath(in) {
			return i + 1, in, nil
		}
	}
	return -1, "", &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Read returns the text of a source file.
func (p *Project) Read(name string) ([]byte, error) {
	layer, in, err := p.sourceOf(name)
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(p.Layers[layer].FS, in)
}

// OnDisk returns the path of a source file on the disk; the guide in the program
// has none.
func (p *Project) OnDisk(name string) (string, error) {
	layer, in, err := p.sourceOf(name)
	if err == nil && layer >= len(p.Dirs) {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if err != nil {
		return "", err
	}
	return filepath.Join(p.Dirs[layer], filepath.FromSlash(in)), nil
}

func (p *Project) add(dir, name string, fsys fs.FS) {
	p.Dirs = append(p.Dirs, dir)
	p.Layers = append(p.Layers, content.Layer{Name: name, FS: fsys})
}

// openBases opens what the last layer lies on, and so on.
func (p *Project) openBases(builtIn content.Layer) error {
	for {
		last := p.Layers[len(p.Layers)-1]
		base, place := content.NextBase(last.FS)
		place.Name = path.Join(last.Name, content.ConfigFile)
		switch base {
		case "":
			return nil
		case content.BuiltIn:
			p.Layers = append(p.Layers, builtIn)
			return nil
		}
		if rule := p.openBase(base, last.Name); rule != "" {
			return report.Problems{place.AtKey("base", rule, report.Values{"name": base})}
		}
	}
}

// openBase opens a base, whose path is that from the last folder, and gives
// the rule that it breaks, if any.
func (p *Project) openBase(base, from string) (rule string) {
	dir, name := filepath.FromSlash(base), base
	if !filepath.IsAbs(dir) {
		dir, name = filepath.Join(p.Dirs[len(p.Dirs)-1], dir), path.Join(from, base)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "base-missing"
	}
	p.roots = append(p.roots, root)
	if _, err := root.Stat(content.ConfigFile); err != nil {
		return "base-no-guide"
	}
	for _, opened := range p.Dirs {
		if SameFile(opened, dir) {
			return "base-circle"
		}
	}
	p.add(dir, name, root.FS())
	return ""
}

// Close closes the folders.
func (p *Project) Close() {
	for _, root := range p.roots {
		root.Close()
	}
}

// IsEdition reports whether the guide lies on another one.
func (p *Project) IsEdition() bool { return len(p.Layers) > 1 }

// ShownPath returns the path of a file as its author knows it: one of a base has
// that of the base before it.
func (p *Project) ShownPath(name string) string {
	if !p.IsEdition() || !fs.ValidPath(name) {
		return name
	}
	if i := p.joined.Layer(name); i > 0 {
		return path.Join(p.Layers[i].Name, name)
	}
	return name
}

// Show names the files of bases in problems by their real paths.
func (p *Project) Show(problems report.Problems) report.Problems {
	if !p.IsEdition() {
		return problems
	}
	shown := slices.Clone(problems)
	for i, problem := range shown {
		shown[i].Place.File = p.ShownPath(problem.Place.File)
		shown[i].Values = report.Values{}
		for key, value := range problem.Values {
			if text, ok := value.(string); ok && (key == "other" || key == "target" || key == "page") {
				value = p.ShownPath(text)
			}
			shown[i].Values[key] = value
		}
	}
	return shown
}

// ShowError does the same for an error that holds problems.
func (p *Project) ShowError(err error) error {
	if problems, ok := err.(report.Problems); ok {
		return p.Show(problems).Err()
	}
	return err
}

// Settings reads the guide's settings. Joined are the files that don't take the
// place of those of the base but are put together with them.
func (p *Project) Settings() (settings guide.Settings, joined []string, err error) {
	if settings, err = content.Settings(p.FS, p.Layers); err != nil {
		return settings, nil, err
	}
	joined = []string{content.SourcesFile}
	for _, l := range settings.Languages {
		joined = append(joined, content.SynonymsFile(l.Tag), content.LexiconFile(l.Tag), content.WordsFile(l.Tag))
	}
	return settings, joined, nil
}

// OwnSettings names the settings that the guide's own folder makes.
func (p *Project) OwnSettings() []string { return content.SettingsIn(p.Layers[0].FS) }

// Base is what the guide lies on, as one.
func (p *Project) Base() fs.FS {
	var below []fs.FS
	for _, layer := range p.Layers[1:] {
		below = append(below, layer.FS)
	}
	return overlay.New(below...)
}

// BaseName is what the nearest base is called that has a file.
func (p *Project) BaseName(file string) string {
	for _, layer := range p.Layers[1:] {
		if IsFile(layer.FS, file) {
			return layer.Name
		}
	}
	return p.Layers[1].Name
}
