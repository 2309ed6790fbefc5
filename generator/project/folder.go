package project

import (
	"io/fs"
	"os"
	"path"
	"sync"
)

// heldMost is how many folders of a guide are held open at most. A system may
// allow a process no more than 256 open files.
const heldMost = 60

// folder is a folder of the disk to read from, of which nothing leads out. The
// folders in it are held open once they are known: naming a file from its own
// folder spares the walk down to it, which costs more than reading it.
type folder struct {
	root *os.Root
	fs.FS
	byName sync.Map // name to *os.Root, nil for one that isn't held
	mutex  sync.Mutex
	held   []*os.Root
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
	above := f.hold(path.Clean(dir))
	if above == nil || !fs.ValidPath(name) {
		return f.FS.Open(name)
	}
	if file, err := above.Open(base); err == nil {
		return file, nil
	}
	// The error is to have the whole path.
	return f.FS.Open(name)
}

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
	if len(f.held) < heldMost {
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

// Close lets go of the folders.
func (f *folder) Close() {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	for _, held := range append(f.held, f.root) {
		held.Close()
	}
	f.held = nil
}

// Stat, ReadDir and ReadFile are those of the root.

func (f *folder) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(f.FS, name) }
func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }
func (f *folder) ReadFile(name string) ([]byte, error)       { return fs.ReadFile(f.FS, name) }
