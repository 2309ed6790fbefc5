package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"time"
)

// stage is the new folder while it is being filled. In place it gets those
// files alone that are new or differ.
type stage struct {
	*place
	*ledger
	stages             // where the stage lies: beside the output folder or, in place, inside
	left    string     // its name there, and after an exchange that of the old folder
	lease   *lease     // nil until it is made
	folders *folders   // those of the new site
	old     *os.Root   // the output folder as it was, nil if there was none
	like    siteRights // what the rights of new files and folders are
	fresh   []string   // in place, the names of the files in it, which are called 0, 1, …; guarded by ledger.mu
}

// make makes the stage's folder.
func (s *stage) make(name string, mode fs.FileMode) error {
	if err := s.root.Mkdir(name, mode); err != nil {
		return err
	}
	root, err := s.root.OpenRoot(name)
	if err != nil {
		return err
	}
	if s.lease, err = newLease(root, s.lock); err != nil {
		root.Close()
		// Another Write has it, took it for a leftover, or will.
		_ = s.root.Remove(name)
		return err
	}
	s.left, s.folders = name, &folders{root: root, made: s.giveFolder}
	return nil
}

// fill writes all that render emits, what is copied, and what Write adds.
func (s *stage) fill(o Options, render func(Emit) error) error {
	if _, err := s.write(noJekyllName, content{}); err != nil {
		return err
	}
	err := s.collect(render, s.emit)
	if err == nil && o.Copies != nil {
		err = o.Copies(func(name string, open func() (fs.File, error)) error {
			c, err := newContent(open)
			if err == nil {
				err = s.add(name, c, s.emit)
			}
			return err
		})
	}
	return err
}

// emit writes a file of the site, and counts it if the old site didn't have it.
func (s *stage) emit(name string, c content) error {
	changed, err := s.write(name, c)
	if changed {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.result.Changed++
	}
	return err
}

// write makes a file; changed is false if the old one is the same. Then the
// file is that one, under a second name, or has its time.
func (s *stage) write(name string, c content) (changed bool, err error) {
	was, err := s.before(name, c)
	if err != nil {
		return false, s.unwritable(name, err)
	}
	if was.same {
		if s.keep(name, was.info) {
			return false, nil
		}
		if rights, err := rightsIn(s.old, name); err == nil {
			was.rights = rights.forParts()
		}
	}
	folder, base, err := s.target(name)
	if err == nil {
		err = create(folder, base, c, was.rights.give)
	}
	if err == nil && was.same {
		err = folder.Chtimes(base, time.Time{}, was.info.ModTime())
	}
	if err != nil {
		return false, s.unwritable(name, err)
	}
	return !was.same, nil
}

// target returns where a file of the site is made. In place all lie side by
// side: a file gets the group of the folder in which it is made, which need not
// be one that this process could give it.
func (s *stage) target(name string) (*os.Root, string, error) {
	if s.inPlace == "" {
		return s.folders.of(name)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fresh = append(s.fresh, name)
	return s.folders.root, strconv.Itoa(len(s.fresh) - 1), nil
}

// keep keeps a file of the old site: it is left where it is in place, and
// linked into the new folder where the file system allows that. No file is ever
// changed in place, so that the old site stays whole if the new one fails.
// Another Write may have exchanged the old site meanwhile: then the file isn't
// the one that was compared, and is unlinked.
func (s *stage) keep(name string, old fs.FileInfo) bool {
	if s.inPlace != "" {
		return true
	}
	if _, _, err := s.folders.of(name); err != nil || s.parent.Link(path.Join(s.base, name), path.Join(s.left, name)) != nil {
		return false
	}
	info, err := s.folders.root.Lstat(name)
	if err == nil && os.SameFile(old, info) {
		return true
	}
	// If it can't be removed, it can't be made either, which is an error.
	_ = s.folders.root.Remove(name)
	return false
}

// unwritable returns the error of a file that can't be written. It names the
// file in the output folder, as nobody knows the new one.
func (s *stage) unwritable(name string, err error) error {
	if read, ok := errors.AsType[readError](err); ok {
		return read.error
	}
	if lost := s.lost(); lost != nil {
		return lost
	}
	rule := "out-unwritable"
	if fault, ok := errors.AsType[*Error](err); ok {
		rule, err = fault.Fault, fault.Err
	}
	return &Error{rule, values{"file": filepath.Join(s.shown, filepath.FromSlash(name))}, err}
}

// create writes a file that must not exist yet: to some file systems more names
// are the same than to the ledger. Before it is closed, finish sees it.
func create(root *os.Root, name string, c content, finish func(*os.File) error) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err = c.writeTo(f); err == nil {
		err = finish(f)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// earlier is a file as the old site has it, with the rights that the new one
// gets, and whether it has the same content.
type earlier struct {
	info   fs.FileInfo
	rights rights
	same   bool
}

// before returns what the old site has of a name.
func (s *stage) before(name string, c content) (was earlier, err error) {
	was.rights = s.like.file
	if s.old == nil {
		return was, nil
	}
	f, err := s.old.Open(name)
	if err != nil {
		return was, nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return was, nil
	}
	was.info = info
	if was.same, err = c.equals(f, info.Size()); !was.same {
		was.rights = rightsOf(f, info).forParts()
	}
	return was, err
}
