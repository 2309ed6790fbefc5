package publish

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"
)

// stage is the new folder while it is being filled.
type stage struct {
	*place
	*ledger
	folders *folders    // those of the new site
	old     *os.Root    // the output folder as it was, nil if there was none
	left    string      // the folder beside out that remove removes: the new one, and after the exchange the old one
	mode    fs.FileMode // of the files that it makes
}

// newStage makes the new folder. The stage is to be removed after an error,
// too.
func (p *place) newStage() (s *stage, err error) {
	s = &stage{place: p, ledger: newLedger()}
	if s.left, err = p.newFolder(); err != nil {
		return s, err
	}
	root, err := p.parent.OpenRoot(s.left)
	if err != nil {
		return s, p.fault("out-beside", err)
	}
	s.folders = &folders{root: root}
	if has(p.parent, p.base) {
		if s.old, err = p.parent.OpenRoot(p.base); err != nil {
			return s, p.unreadable(err)
		}
	}
	return s, nil
}

// fill writes all that render emits, and what Write adds.
func (s *stage) fill(render func(Emit) error) error {
	if err := s.begin(); err != nil {
		return err
	}
	err := s.collect(render, s.emit)
	if err == nil {
		_, err = s.write(manifestName, formatManifest(s.names(noJekyllName)))
	}
	return err
}

// emit writes a file of render, and counts it if the old site didn't have it.
func (s *stage) emit(name string, data []byte) error {
	changed, err := s.write(name, data)
	if changed {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.result.Changed++
	}
	return err
}

// begin makes the first file, and notes the mode that files get.
func (s *stage) begin() error {
	if _, err := s.write(noJekyllName, nil); err != nil {
		return err
	}
	info, err := s.folders.root.Lstat(noJekyllName)
	if err != nil {
		return s.unwritable(noJekyllName, err)
	}
	s.mode = info.Mode()
	return nil
}

// write makes a file; changed is false if the old one is the same. Then the
// file is that one, under a second name, or has its time.
func (s *stage) write(name string, data []byte) (changed bool, err error) {
	folder, base, err := s.folders.of(name)
	if err != nil {
		return false, s.unwritable(name, err)
	}
	old, same := s.madeAlready(name, data)
	if same && s.keep(name, old) {
		return false, nil
	}
	if err := create(folder, base, data); err != nil {
		return false, s.unwritable(name, err)
	}
	if !same {
		return true, nil
	}
	if err := folder.Chtimes(base, time.Time{}, old.ModTime()); err != nil {
		return false, s.unwritable(name, err)
	}
	return false, nil
}

// keep links a file of the old site into the new one, where the file system
// allows that. No file is ever changed in place, so that the old site stays
// whole if the new one fails. Another Write may have exchanged the old site
// meanwhile: then the file isn't the one that was compared, and is unlinked.
func (s *stage) keep(name string, old fs.FileInfo) bool {
	if old.Mode() != s.mode || s.parent.Link(path.Join(s.base, name), path.Join(s.left, name)) != nil {
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
	return &Error{"out-unwritable", values{"file": filepath.Join(s.shown, filepath.FromSlash(name))}, err}
}

// create writes a file that must not exist yet: to some file systems more names
// are the same than to the ledger.
func create(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// madeAlready returns the file of a name in the old site, and reports whether
// it has the same content.
func (s *stage) madeAlready(name string, data []byte) (old fs.FileInfo, same bool) {
	if s.old == nil {
		return nil, false
	}
	f, err := s.old.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return nil, false
	}
	was := make([]byte, len(data))
	if _, err := io.ReadFull(f, was); err != nil || !bytes.Equal(was, data) {
		return nil, false
	}
	return info, true
}
