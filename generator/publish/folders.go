package publish

import (
	"os"
	"path"
	"sync"
)

// openMost is how many folders of the new site are held open at most. A system
// may allow a process no more than 256 open files.
const openMost = 100

// folders are those of the new site. Each is made once and held open: to open a
// file from its own folder saves the walk down from the site's root, which
// takes longer than writing the file.
type folders struct {
	root   *os.Root
	made   func(dir string, above *os.Root, base string) error // sees each that was made
	byName sync.Map                                            // name to func() (*os.Root, error), which makes the folder once
	mu     sync.Mutex
	open   []*os.Root
}

// of returns an open folder, and the name of a file relative to it.
func (f *folders) of(name string) (*os.Root, string, error) {
	dir, base := path.Split(name)
	if dir == "" {
		return f.root, base, nil
	}
	folder, err := f.make(path.Clean(dir))
	if folder == nil {
		return f.root, name, err
	}
	return folder, base, err
}

// make makes a folder and those above it. It returns the folder opened, or nil
// if too many are open already.
func (f *folders) make(dir string) (*os.Root, error) {
	made, found := f.byName.Load(dir)
	if !found {
		made, _ = f.byName.LoadOrStore(dir, sync.OnceValues(func() (*os.Root, error) {
			above, base, err := f.of(dir)
			if err == nil {
				err = f.makeOne(dir, above, base)
			}
			if err != nil {
				return nil, err
			}
			return f.hold(above, base), nil
		}))
	}
	return made.(func() (*os.Root, error))()
}

// makeOne makes a folder in one that is there.
func (f *folders) makeOne(dir string, above *os.Root, base string) error {
	err := above.Mkdir(base, 0o755)
	if err == nil {
		err = f.made(dir, above, base)
	}
	return err
}

// hold opens a folder, and keeps it open until close. It returns nil where too
// many are open: files are then named from the site's root.
func (f *folders) hold(above *os.Root, base string) *os.Root {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.open) == openMost {
		return nil
	}
	folder, err := above.OpenRoot(base)
	if err != nil {
		return nil
	}
	f.open = append(f.open, folder)
	return folder
}

// close closes all folders but the root.
func (f *folders) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, folder := range f.open {
		folder.Close()
	}
	f.open = nil
}
