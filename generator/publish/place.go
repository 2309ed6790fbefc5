package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// place is where the site is published: a name in a parent folder. Nothing
// outside the parent is ever changed.
type place struct {
	parent  *os.Root
	folder  string   // the parent's path
	base    string   // name of the output folder in parent
	shown   string   // the output folder as messages show it
	made    []string // the folders that weren't there, the deepest first
	inPlace string   // why the folder itself is filled, "" if it is exchanged
}

// openPlace makes the parent folder if need be, but not the output folder.
func openPlace(out string) (*place, error) {
	full, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	parent, base := filepath.Dir(full), filepath.Base(full)
	if out == "" || parent == full {
		return nil, &Error{Fault: "out-root", Values: values{"folder": out}}
	}
	p := &place{folder: parent, base: base, shown: filepath.Clean(out)}
	if err := p.open(); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// triesMost is how often something is tried anew that other Writes can spoil at
// the same time.
const triesMost = 10

// open opens the parent folder, which it makes if it isn't there. Another Write
// that failed may be removing it at the same time.
func (p *place) open() error {
	var err error
	for range triesMost {
		p.made = append(missingAbove(p.folder), p.made...)
		if err = os.MkdirAll(p.folder, 0o755); err == nil {
			p.parent, err = os.OpenRoot(p.folder)
		}
		if err == nil {
			return nil
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return &Error{"out-parent", values{"folder": p.folder}, err}
}

// reopen opens the parent folder anew if another Write, which had made it, has
// removed it.
func (p *place) reopen() error {
	now, err := os.Stat(p.folder)
	held, heldErr := p.parent.Stat(".")
	if err == nil && heldErr == nil && os.SameFile(now, held) {
		return nil
	}
	p.parent.Close()
	return p.open()
}

// missingAbove lists a folder and those above it that aren't there, the deepest
// first.
func missingAbove(folder string) []string {
	var missing []string
	for ; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		missing = append(missing, folder)
	}
	return missing
}

// close closes the parent folder. It removes the folders that were made, if
// they are empty: nothing stays of a Write that failed.
func (p *place) close() {
	if p.parent != nil {
		p.parent.Close()
	}
	for _, folder := range p.made {
		os.Remove(folder)
	}
}

// fault returns an Error of the output folder.
func (p *place) fault(name string, err error) error {
	return &Error{name, values{"folder": p.shown}, err}
}

// openFolder opens the output folder, which is nil if it isn't there.
func (p *place) openFolder() (*os.Root, error) {
	folder, err := p.parent.OpenRoot(p.base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, p.unreadable(err)
	}
	return folder, nil
}
