package project

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/report"
)

// heldMost is how many folders of a guide are held open at most. A system may
// allow a process no more than 256 open files.
const heldMost = 60

// folder is a folder of the disk to read from, of which nothing leads out. The
// folders in it are held open once they are known: naming a file from its own
// folder spares the walk down to it, which costs more than reading it. That is
// for reading a whole guide; see release.
type folder struct {
	root *os.Root
	fs.FS
	byName sync.Map // name to *os.Root, nil for one that isn't held
	mutex  sync.Mutex
	held   []*os.Root
	// released is set when no folder is to be held any more.
	released bool
}

func openFolder(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &folder{root: root, FS: root.FS()}, nil
}

// Open opens a file or a folder.
func (f *folder) Open(name string) (fs.File, error) {
	dir, base := path.Split(name)
	if above := f.hold(path.Clean(dir)); above != nil && fs.ValidPath(name) {
		if file, err := above.Open(base); err == nil {
			return file, nil
		}
	}
	// The error is to have the whole path.
	file, err := f.FS.Open(name)
	return file, f.elsewhere(name, err)
}

// elsewhere returns the error of a file that isn't there: another one if iCloud
// has it, with something else in its place.
func (f *folder) elsewhere(name string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, other := f.root.Lstat(path.Join(path.Dir(name), "."+path.Base(name)+placeEnding)); other != nil {
		return err
	}
	return &fs.PathError{Op: "open", Path: name, Err: report.ErrElsewhere}
}

// placeEnding is how the names of files end that stand in place of others which
// iCloud keeps on the net alone: .a.md.icloud in that of a.md.
const placeEnding = ".icloud"

// hold returns an open folder, or nil if it can't be held open.
func (f *folder) hold(dir string) *os.Root {
	if dir == "." {
		return f.root
	}
	if known, ok := f.byName.Load(dir); ok {
		return known.(*os.Root)
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	var folder *os.Root
	if len(f.held) < heldMost && !f.released {
		var err error
		if folder, err = f.root.OpenRoot(dir); err == nil {
			f.held = append(f.held, folder)
		}
	}
	if known, ok := f.byName.LoadOrStore(dir, folder); ok {
		return known.(*os.Root)
	}
	return folder
}

// release lets go of the folders in it. Files can be read as before, by the
// whole way: from the folder that has the name now, should another have taken
// its place. A program that holds many folders for long runs out of open files,
// and some systems let nobody rename a folder that is open.
func (f *folder) release() {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.released = true
	f.byName.Clear()
	for _, held := range f.held {
		held.Close()
	}
	f.held = nil
}

func (f *folder) Close() {
	f.release()
	f.root.Close()
}

// Stat, ReadDir and ReadFile are those of the root.

func (f *folder) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(f.FS, name)
	return info, f.elsewhere(name, err)
}

func (f *folder) ReadFile(name string) ([]byte, error) {
	text, err := fs.ReadFile(f.FS, name)
	return text, f.elsewhere(name, err)
}

// ReadDir lists a folder, with the files that are elsewhere under their names.
func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	for i, entry := range entries {
		inner, isPlace := strings.CutSuffix(entry.Name(), placeEnding)
		inner, isHidden := strings.CutPrefix(inner, ".")
		isThere := func(e fs.DirEntry) bool { return e.Name() == inner }
		if isPlace && isHidden && !slices.ContainsFunc(entries, isThere) {
			entries[i] = placed{entry, inner}
		}
	}
	return entries, err
}

// placed is what stands in place of a file.
type placed struct {
	fs.DirEntry
	name string
}

func (p placed) Name() string { return p.name }
