package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"sparrausopas/generator/overlay"
)

// bases are the folders that many guides lie on, each read once. They are open
// until Close.
type bases struct {
	mutex sync.Mutex
	// stills are the folders by their absolute paths.
	stills map[string]*overlay.Still
	roots  []*os.Root
}

func newBases() *bases { return &bases{stills: map[string]*overlay.Still{}} }

// open gives a folder as it was when it was read first.
func (b *bases) open(dir string) (fs.FS, error) {
	name, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if still := b.stills[name]; still != nil {
		return still, nil
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	b.roots = append(b.roots, root)
	b.stills[name] = overlay.StillOf(root.FS())
	return b.stills[name], nil
}

// Close closes the folders.
func (b *bases) Close() {
	for _, root := range b.roots {
		root.Close()
	}
}
