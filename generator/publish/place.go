package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// place is where the site goes: a name in a parent folder. Nothing outside the parent is ever touched.
type place struct {
	parent *os.Root
	base   string // name of the output folder in parent
	shown  string // the output folder as messages show it
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
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, &Error{"out-parent", values{"folder": parent}, cause(err)}
	}
	root, err := os.OpenRoot(parent)
	if err != nil {
		return nil, &Error{"out-parent", values{"folder": parent}, cause(err)}
	}
	return &place{parent: root, base: base, shown: filepath.Clean(out)}, nil
}

// has tells whether a folder holds anything of that name.
func has(folder *os.Root, name string) bool {
	_, err := folder.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// newFolder makes an empty folder beside the output folder, under a name that no other Write has, of this process or another.
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
		case !errors.Is(err, fs.ErrExist):
			return "", p.fault("out-beside", err)
		}
	}
}

// folderName is the n-th name of this process for a new folder.
func (p *place) folderName(n int) string {
	name := "." + p.base + "." + strconv.Itoa(os.Getpid())
	if n > 1 {
		name += "-" + strconv.Itoa(n)
	}
	return name + newSuffix
}
