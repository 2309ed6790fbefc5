package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas"
	"sparrausopas/generator/content"
	"sparrausopas/generator/overlay"
	"sparrausopas/generator/report"
)

// project is a guide on the disk together with the guides that it lies on. The
// folders are open until Close.
type project struct {
	// fsys shows all layers as one; joined knows which file comes from where.
	fsys   fs.FS
	joined *overlay.FS
	// layers are the guide's own folder and those below it, the nearest first.
	layers []content.Layer
	// dirs are the layers' folders on the disk; the guide in the program has
	// none.
	dirs  []string
	roots []*os.Root
}

// openProject opens the guide in a folder. The voice calls the guide in the
// program by its name.
func openProject(dir string, voice report.Voice) (*project, error) {
	p, err := openOwn(dir)
	if err != nil {
		return nil, err
	}
	if err := p.openBases(voice); err != nil {
		p.Close()
		return nil, err
	}
	p.join()
	return p, nil
}

// openOwn opens a guide's own folder, without what it lies on.
func openOwn(dir string) (*project, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fault(dir, "folder-missing", report.Reason(err, nil))
	}
	if _, err := root.Stat(content.ConfigFile); errors.Is(err, fs.ErrNotExist) {
		root.Close()
		return nil, fault(filepath.Join(dir, content.ConfigFile), "guide-missing", nil)
	}
	p := &project{roots: []*os.Root{root}}
	p.add(dir, "", root.FS())
	p.join()
	return p, nil
}

// join shows all layers as one.
func (p *project) join() {
	var shown []fs.FS
	for _, layer := range p.layers {
		shown = append(shown, layer.FS)
	}
	p.joined = overlay.New(shown...)
	if p.fsys = p.joined; !p.isEdition() {
		p.fsys = shown[0]
	}
}

// sourceOf gives the layer that has a file, and the file's path in it. The name
// is that in the guide, or the one that problems call a base's file by.
func (p *project) sourceOf(name string) (layer int, in string, err error) {
	if fs.ValidPath(name) {
		if layer = p.joined.Layer(name); layer >= 0 {
			return layer, name, nil
		}
	}
	for i, layer := range p.layers[1:] {
		if in, ok := strings.CutPrefix(name, layer.Name+"/"); ok && fs.ValidPath(in) {
			return i + 1, in, nil
		}
	}
	return -1, "", missing(name)
}

// read gives the text of a source file.
func (p *project) read(name string) ([]byte, error) {
	layer, in, err := p.sourceOf(name)
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(p.layers[layer].FS, in)
}

// onDisk gives the path of a source file on the disk; the guide in the program
// has none.
func (p *project) onDisk(name string) (string, error) {
	layer, in, err := p.sourceOf(name)
	if err == nil && layer >= len(p.dirs) {
		err = missing(name)
	}
	if err != nil {
		return "", err
	}
	return filepath.Join(p.dirs[layer], filepath.FromSlash(in)), nil
}

func (p *project) add(dir, name string, fsys fs.FS) {
	p.dirs = append(p.dirs, dir)
	p.layers = append(p.layers, content.Layer{Name: name, FS: fsys})
}

// openBases opens what the last layer lies on, and so on.
func (p *project) openBases(voice report.Voice) error {
	for {
		last := p.layers[len(p.layers)-1]
		base, place := content.NextBase(last.FS)
		place.Name = path.Join(last.Name, content.ConfigFile)
		switch base {
		case "":
			return nil
		case content.BuiltIn:
			p.layers = append(p.layers, content.Layer{Name: voice.Say("built-in-guide", nil), FS: sparrausopas.Guide()})
			return nil
		}
		if rule := p.openBase(base, last.Name); rule != "" {
			return report.Problems{place.AtKey("base", rule, report.Values{"name": base})}
		}
	}
}

// openBase opens a base, whose path is that from the last folder, and gives
// the rule that it breaks, if any.
func (p *project) openBase(base, from string) (rule string) {
	dir, name := filepath.FromSlash(base), base
	if !filepath.IsAbs(dir) {
		dir, name = filepath.Join(p.dirs[len(p.dirs)-1], dir), path.Join(from, base)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "base-missing"
	}
	p.roots = append(p.roots, root)
	if _, err := root.Stat(content.ConfigFile); err != nil {
		return "base-no-guide"
	}
	for _, opened := range p.dirs {
		if sameFile(opened, dir) {
			return "base-circle"
		}
	}
	p.add(dir, name, root.FS())
	return ""
}

// Close closes the folders.
func (p *project) Close() {
	for _, root := range p.roots {
		root.Close()
	}
}

// isEdition tells whether the guide lies on another one.
func (p *project) isEdition() bool { return len(p.layers) > 1 }

// shownPath gives the path of a file as its author knows it: one of a base has
// that of the base before it.
func (p *project) shownPath(name string) string {
	if !p.isEdition() || !fs.ValidPath(name) {
		return name
	}
	if i := p.joined.Layer(name); i > 0 {
		return path.Join(p.layers[i].Name, name)
	}
	return name
}

// show names the files of bases in problems by their real paths.
func (p *project) show(problems report.Problems) report.Problems {
	if !p.isEdition() {
		return problems
	}
	shown := slices.Clone(problems)
	for i, problem := range shown {
		shown[i].Place.File = p.shownPath(problem.Place.File)
		shown[i].Values = report.Values{}
		for key, value := range problem.Values {
			if text, ok := value.(string); ok && (key == "other" || key == "target" || key == "page") {
				value = p.shownPath(text)
			}
			shown[i].Values[key] = value
		}
	}
	return shown
}

// showError does the same for an error that holds problems.
func (p *project) showError(err error) error {
	if problems, ok := err.(report.Problems); ok {
		return p.show(problems).Err()
	}
	return err
}
