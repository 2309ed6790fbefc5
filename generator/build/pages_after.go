package build

import (
	"io/fs"
	"path"
	"slices"
	"testing/fstest"

	"sparrausopas/generator/content"
)

// after shows the guide as the changes would leave it, and its layers.
func (w *work) after() (fs.FS, []content.Layer) {
	added, own := fstest.MapFS{}, without{w.guide.Own, map[string]bool{}}
	for file, text := range w.texts {
		if text == nil {
			own.files[file] = true
		} else {
			added[file] = &fstest.MapFile{Data: text, Mode: 0o644}
		}
	}
	layers := slices.Clone(w.p.Layers)
	layers[0].FS = content.Join(content.Layer{FS: added}, content.Layer{FS: own})
	if len(layers) == 1 {
		return layers[0].FS, layers
	}
	return content.Join(layers...), layers
}

// without is a folder in which some files aren't.
type without struct {
	fs.FS
	files map[string]bool
}

func (f without) Open(name string) (fs.File, error) {
	if f.files[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.FS.Open(name)
}

func (f without) Stat(name string) (fs.FileInfo, error) {
	if f.files[name] {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return fs.Stat(f.FS, name)
}

func (f without) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return f.files[path.Join(name, e.Name())] }), err
}
