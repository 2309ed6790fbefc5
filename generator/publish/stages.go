package publish

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// The suffixes of the folders beside out: a new site, and an old one put aside.
const (
	newSuffix = ".new"
	oldSuffix = ".old"
)

// inPlaceBase names the stages that lie in the output folder itself.
const inPlaceBase = "sparrausopas"

// stages are the folders in which new sites are made, side by side in one
// folder: those of living processes, and what killed ones left.
type stages struct {
	root   *os.Root
	prefix string
	lock   locker
}

// randomLetters is how long the part of a stage's name is that no other has.
const randomLetters = 12

// newName returns a name for a stage that no other has had.
func (st stages) newName() string {
	return "." + st.prefix + "." + strings.ToLower(rand.Text()[:randomLetters]) + newSuffix
}

// aside returns the name of the old site while the folder made takes its place.
func aside(made string) string { return strings.TrimSuffix(made, newSuffix) + oldSuffix }

// suffix returns that of a name which newName or aside made, "" for any other.
func (st stages) suffix(name string) string {
	rest, ours := strings.CutPrefix(name, "."+st.prefix+".")
	suffix := path.Ext(rest)
	random := strings.TrimSuffix(rest, suffix)
	if !ours || suffix != newSuffix && suffix != oldSuffix || len(random) != randomLetters ||
		strings.Trim(random, "abcdefghijklmnopqrstuvwxyz234567") != "" {
		return ""
	}
	return suffix
}

// isStage reports whether a folder in an output folder is a stage.
func isStage(name string) bool {
	return name == "."+inPlaceBase+newSuffix || stages{prefix: inPlaceBase}.suffix(name) == newSuffix
}

// sweep removes the stages that killed processes left, and puts an old site
// that had been put aside back to its place, if that is empty. What it can't, a
// later Write tries again.
func (st stages) sweep(place string) {
	entries, err := fs.ReadDir(st.root.FS(), ".")
	if err != nil {
		return
	}
	for _, e := range entries {
		name := e.Name()
		switch suffix := st.suffix(name); {
		case suffix == "" || !e.IsDir():
		case suffix == oldSuffix && !isMissing(st.root, strings.TrimSuffix(name, oldSuffix)+newSuffix):
			// Whoever put it aside is about to put the new one in its place.
		case suffix == oldSuffix && isMissing(st.root, place):
			_ = st.root.Rename(name, place)
		default:
			st.removeDead(name)
		}
	}
}

// removeDead removes a stage and reports whether its name is free, unless who
// made it lives. It is removed under a name of this Write's own: what bears the
// old name can be another's from one moment to the next.
func (st stages) removeDead(name string) bool {
	manifest, err := st.openManifest(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && st.suffix(name) == "":
		// Others may make it anew at any time.
		return isMissing(st.root, name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return false
	case err == nil:
		defer manifest.Close()
		if !isOver(st.root, path.Join(name, manifestName), manifest, st.lock) {
			return false
		}
	}
	_, err = st.remove(name)
	return err == nil
}

// openManifest opens the manifest of a stage. Without one a stage is empty, for
// the first moment, and then its maker can do without, or half removed.
func (st stages) openManifest(name string) (*os.File, error) {
	manifest, err := st.root.Open(path.Join(name, manifestName))
	if errors.Is(err, fs.ErrNotExist) && st.root.Remove(name) != nil {
		manifest, err = st.root.Open(path.Join(name, manifestName))
	}
	return manifest, err
}

// remove removes a stage under a name that nobody else knows, which it returns.
// A Write in place may still be filling it, until it sees that it is gone.
func (st stages) remove(name string) (own string, err error) {
	own = st.newName()
	if err := st.root.Rename(name, own); err != nil {
		own = name
	}
	for range triesMost {
		if err = st.root.RemoveAll(own); err == nil {
			break
		}
	}
	return own, err
}
