package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"sparrausopas/generator/guide"
)

// few is how many strange files a message names.
const few = 3

// check refuses an output folder that Write didn't make. A refusal counts only
// if the folder seen is still in its place: another Write may have exchanged
// and half removed it meanwhile, and then there is a new one to look at.
func (p *place) check() (err error) {
	for range triesMost {
		var before fs.FileInfo
		before, err = p.parent.Lstat(p.base)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return p.unreadable(err)
		}
		err = p.checkFolder(before)
		after, gone := p.parent.Lstat(p.base)
		if err == nil || gone == nil && os.SameFile(before, after) {
			return err
		}
	}
	return err
}

// checkFolder refuses what stands in place of the output folder unless it is a
// folder that may be replaced.
func (p *place) checkFolder(info fs.FileInfo) error {
	if info.Mode()&fs.ModeSymlink != 0 {
		return p.fault("out-link", nil)
	}
	if !info.IsDir() {
		return p.fault("out-file", nil)
	}
	folder, err := p.parent.OpenRoot(p.base)
	if err != nil {
		return p.unreadable(err)
	}
	defer folder.Close()
	return p.checkContents(folder)
}

// checkContents refuses files that the folder's manifest doesn't list or, where
// there is no manifest, all but the one file that a fresh checkout has.
func (p *place) checkContents(folder *os.Root) error {
	fault, shown := "out-strange", p.shown
	made, ok := readManifest(folder)
	if !ok {
		fault, shown = "out-foreign", ""
		made = newContents(noJekyllName)
	}
	strange, err := made.strange(folder.FS(), p.inPlace != "")
	if err != nil {
		return p.unreadable(err)
	}
	if len(strange) == 0 {
		return nil
	}
	for i, name := range strange {
		strange[i] = filepath.Join(shown, filepath.FromSlash(name))
	}
	return &Error{Fault: fault, Values: values{"folder": p.shown, "files": list(strange)}}
}

func (p *place) unreadable(err error) error { return p.fault("out-unreadable", err) }

// lostFolder is what disks have that are mounted.
const lostFolder = "lost+found"

// isForeign reports whether a folder in an output folder is none of a site.
func isForeign(name string) bool { return isStage(name) || name == lostFolder }

// strange finds what the contents don't list, in order of name and no more than
// a message needs. Stages that lie in the folder aren't, nor is the folder of a
// disk if that may stay.
func (c contents) strange(folder fs.FS, disk bool) ([]string, error) {
	var strange []string
	err := fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case len(strange) > few:
			return fs.SkipAll
		case e.IsDir() && isForeign(name) && (disk || name != lostFolder):
			return fs.SkipDir
		case e.IsDir() && c.folders[name], e.Type().IsRegular() && (c.files[name] || guide.IsDropping(path.Base(name))):
			return nil
		}
		strange = append(strange, name)
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	return strange, err
}

// list joins the first few names.
func list(names []string) string {
	if len(names) > few {
		return strings.Join(names[:few], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
