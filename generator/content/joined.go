package content

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Joined shows several folders as one: a municipality's own folder over that of
// its county, and that over the common guide. Of files with the same path the
// nearest is there; folders are joined. A file hides a folder of the same path
// in the layers below it, with all that is in it.
//
//	own:   content/fi/model/tips.md  content/fi/model/oma.md
//	base:  content/fi/model/tips.md  content/fi/model/funding.md
//	shown: content/fi/model/tips.md (own), oma.md (own), funding.md (base)
//
// What a layer can't read is an error, not missing: the layers below it don't
// show through. It is safe for concurrent use if the layers are.
type Joined struct{ layers []Layer }

// Join lays folders on each other, the nearest first.
func Join(layers ...Layer) *Joined { return &Joined{layers} }

// Open opens the nearest file, or the folder as all layers have it.
func (j *Joined) Open(name string) (fs.File, error) {
	at, info, err := j.find("open", name)
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return j.layers[at].FS.Open(name)
	}
	entries, err := j.entries(at, name)
	return &joinedFolder{info, entries}, err
}

// Stat describes the nearest file or folder, without opening it.
func (j *Joined) Stat(name string) (fs.FileInfo, error) {
	_, info, err := j.find("stat", name)
	return info, err
}

// Layer returns the number of the layer that a file comes from, counted from
// the nearest, which is 0; -1 if there is no such file.
func (j *Joined) Layer(name string) int {
	at, _, err := j.find("stat", name)
	if err != nil {
		return -1
	}
	return at
}

// find returns the nearest layer that has a name, and what it is there.
func (j *Joined) find(op, name string) (int, fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return -1, nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	for at, layer := range j.layers {
		info, err := fs.Stat(layer.FS, name)
		if err == nil {
			return at, info, nil
		}
		if covers(layer.FS, name) {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return -1, nil, err
		}
	}
	return -1, nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

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

// entries lists a folder as the layers from a number on have it.
func (j *Joined) entries(first int, name string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for _, layer := range j.layers[first:] {
		if covers(layer.FS, name) {
			break
		}
		entries, err := fs.ReadDir(layer.FS, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		all = append(all, entries...)
	}
	// The sort is stable: of entries with one name the nearest stays.
	byName := func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) }
	slices.SortStableFunc(all, byName)
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return byName(a, b) == 0 }), nil
}

// joinedFolder is an open folder, with the entries that are still to be read.
type joinedFolder struct {
	info fs.FileInfo
	left []fs.DirEntry
}

func (f *joinedFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *joinedFolder) Close() error               { return nil }

func (f *joinedFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.Name(), Err: fs.ErrInvalid}
}

// ReadDir returns the next n entries, or all that are left if n isn't positive.
func (f *joinedFolder) ReadDir(n int) (next []fs.DirEntry, err error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	next, f.left = f.left[:n], f.left[n:]
	return next, nil
}
