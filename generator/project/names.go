package project

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/report"
)

// sourceOf returns the layer that has a file, and the file's path in it. The
// name is that in the guide, or the one that problems call a base's file by.
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

// OnDisk returns the path of a source file on the disk; the guide in the
// program has none.
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

// ShownPath returns the path of a file as its author knows it: one of a base
// has that of the base before it.
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
