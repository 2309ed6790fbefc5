package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// place is where the site is published: a name in a parent folder. Nothing
// outside the parent is ever changed.
type place struct {
	parent *os.Root
	folder string   // the parent's path
	base   string   // name of the output folder in parent
	shown  string   // the output folder as messages show it
	made   []string // the parent and those above it that weren't there, the deepest first
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

// triesMost is how often the parent folder is made anew while other Writes
// remove it.
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

// isGone reports whether another Write, which had made the parent folder, has
// removed it.
func (p *place) isGone() bool {
	now, err := os.Stat(p.folder)
	held, heldErr := p.parent.Stat(".")
	return err != nil || heldErr != nil || !os.SameFile(now, held)
}

// has reports whether a folder holds anything of that name.
func has(folder *os.Root, name string) bool {
	_, err := folder.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// newFolder makes an empty folder beside the output folder, under a name that
// no other Write has, of this process or another.
func (p *place) newFolder() (string, error) {
	for n := 1; ; n++ {
		name := p.folderName(n)
		if has(p.parent, aside(name)) {
			continue
		}
		err := p.parent.Mkdir(name, 0o755)
		switch {
		case err == nil:
			return name, nil
		case errors.Is(err, fs.ErrNotExist) && p.isGone():
			p.parent.Close()
			if err := p.open(); err != nil {
				return "", err
			}
		case !errors.Is(err, fs.ErrExist):
			return "", p.fault("out-beside", err)
		}
	}
}

// folderName returns the n-th name of this process for a new folder.
func (p *place) folderName(n int) string {
	name := "." + p.base + "." + strconv.Itoa(os.Getpid())
	if n > 1 {
		name += "-" + strconv.Itoa(n)
	}
	return name + newSuffix
}
