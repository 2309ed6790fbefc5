// Package overlay shows several folders as one.
//
// The folders lie on each other as layers, the nearest first: a municipality's
// own folder over that of its county, and that over the common guide. Of files
// with the same path the nearest is there; folders are joined. A file hides a
// folder of the same path in the layers below it, with all that is in it.
//
//	own:   content/fi/model/tips.md  content/fi/model/oma.md
//	base:  content/fi/model/tips.md  content/fi/model/funding.md
//	shown: content/fi/model/tips.md (own), oma.md (own), funding.md (base)
//
//	joined := overlay.New(own, base)
//	text, err := fs.ReadFile(joined, "content/fi/model/tips.md") // own's
//	joined.Layer("content/fi/model/funding.md")                  // 1: base's
//
// Paths are those of fs.FS, with slashes. What a layer can't read is an error,
// not missing: the layers below it don't show through. Nothing is ever written,
// and the package doesn't look into files.
package overlay

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// FS is the layers as one. It is safe for concurrent use if the layers are.
type FS struct{ layers []fs.FS }

// New lays folders on each other, the nearest first.
func New(layers ...fs.FS) *FS { return &FS{layers} }

// Open opens the nearest file, or the folder as all layers have it.
func (f *FS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	i, info, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return f.layers[i].Open(name)
	}
	entries, err := f.ReadDir(name)
	return &folder{info: info, entries: entries}, err
}

// Stat describes the nearest file or folder.
func (f *FS) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	_, info, err := f.find("stat", name)
	return info, err
}

// ReadFile reads the nearest file.
func (f *FS) ReadFile(name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "readfile", Path: name, Err: fs.ErrInvalid}
	}
	i, _, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(f.layers[i], name)
}

// ReadDir lists a folder as all layers have it, in the order of names.
func (f *FS) ReadDir(name string) ([]fs.DirEntry, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	first, info, err := f.find("readdir", name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errors.New("not a folder")}
	}
	found := map[string]fs.DirEntry{}
	for _, layer := range f.layers[first:] {
		if covers(layer, name) {
			break
		}
		entries, err := fs.ReadDir(layer, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, entry := range entries {
			if found[entry.Name()] == nil {
				found[entry.Name()] = entry
			}
		}
	}
	list := make([]fs.DirEntry, 0, len(found))
	for _, entry := range found {
		list = append(list, entry)
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// Layer returns the number of the layer that a file comes from, counted from
// the nearest, which is 0; -1 if there is no such file.
func (f *FS) Layer(name string) int {
	i, _, err := f.find("stat", name)
	if err != nil {
		return -1
	}
	return i
}

// find returns the nearest layer that has a name, and what it is there.
func (f *FS) find(op, name string) (int, fs.FileInfo, error) {
	for i, layer := range f.layers {
		info, err := fs.Stat(layer, name)
		switch {
		case err == nil:
			return i, info, nil
		case covers(layer, name):
			return -1, nil, missing(op, name)
		case !errors.Is(err, fs.ErrNotExist):
			return -1, nil, err
		}
	}
	return -1, nil, missing(op, name)
}

func missing(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist} }

// covers reports whether a layer has a file where name or a folder above it
// stands, so that what the layers below have there isn't shown.
func covers(layer fs.FS, name string) bool {
	for ; name != "."; name = path.Dir(name) {
		if info, err := fs.Stat(layer, name); err == nil {
			return !info.IsDir()
		}
	}
	return false
}
