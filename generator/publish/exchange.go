package publish

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// publish makes the new site that which stands in the output folder.
func (s *stage) publish() error {
	if s.inPlace != "" {
		return s.publishInPlace()
	}
	text := formatManifest(s.names(noJekyllName), s.kept)
	was, same := s.manifestBefore(text)
	if err := s.complete(text); err != nil {
		return err
	}
	if err := s.check(); err != nil {
		return err
	}
	left, err := replace(s.parent, s.left, s.base)
	if err != nil {
		return s.busy(err)
	}
	s.left = left
	syncFolder(s.parent)
	if same {
		// The site is whole, whether this works or not.
		_ = s.parent.Chtimes(s.base+"/"+manifestName, time.Time{}, was)
	}
	return nil
}

// complete writes the manifest, makes sure that the stage holds the whole site,
// and closes it.
func (s *stage) complete(manifest []byte) error {
	err := writeSynced(s.folders.root, manifestName, manifest)
	if err == nil {
		err = s.like.file.giveIn(s.folders.root, manifestName)
	}
	if err != nil {
		return s.unwritable(manifestName, err)
	}
	if err := s.like.folder.giveIn(s.folders.root, "."); err != nil {
		return s.fault("out-busy", err)
	}
	syncFolder(s.folders.root)
	s.close()
	now, err := s.parent.OpenRoot(s.left)
	if err != nil {
		return s.fault("out-changed", err)
	}
	defer now.Close()
	return s.isWhole(now)
}

// isWhole returns an error if a folder doesn't hold the whole new site.
func (s *stage) isWhole(folder *os.Root) error {
	if lacking, err := s.compare(folder.FS()); lacking != "" || err != nil {
		return &Error{"out-changed", values{"folder": s.shown, "file": lacking}, err}
	}
	return nil
}

// manifestBefore returns the time of the old site's manifest, and reports
// whether it has the same text.
func (s *stage) manifestBefore(text []byte) (was time.Time, same bool) {
	if s.old == nil {
		return was, false
	}
	info, err := s.old.Stat(manifestName)
	old, failed := s.old.ReadFile(manifestName)
	if err != nil || failed != nil {
		return was, false
	}
	return info.ModTime(), string(old) == string(text)
}

// writeSynced writes a file and waits until the disk has it. Where there is one
// of the name it stays the same file.
func writeSynced(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder waits until the disk has the names in a folder; not every file
// system can tell.
func syncFolder(root *os.Root) {
	if f, err := root.Open("."); err == nil {
		_ = f.Sync()
		f.Close()
	}
}

// busy returns the error of an output folder that can't be replaced.
func (s *stage) busy(err error) error {
	fault, undone := errors.AsType[*Error](err)
	switch {
	case !undone && errors.Is(err, fs.ErrNotExist):
		return s.fault("out-changed", err)
	case !undone:
		return s.fault("out-busy", err)
	}
	fault.Values["folder"] = s.shown
	return fault
}

// close closes both folders; Windows renames none that is open.
func (s *stage) close() {
	if s.folders != nil {
		s.folders.close()
		s.folders.root.Close()
	}
	if s.old != nil && s.inPlace == "" {
		s.old.Close()
	}
}

// remove removes the folder that is left of the stage, and ends its lease.
func (s *stage) remove() error {
	s.close()
	if s.inPlace != "" && s.old != nil {
		defer s.old.Close()
	}
	if s.lease == nil {
		return nil
	}
	defer s.lease.end()
	if s.left == "" {
		return nil
	}
	if left, err := s.stages.remove(s.left); err != nil {
		return &Error{"out-leftover", values{"folder": s.shown, "left": left}, err}
	}
	return nil
}

// replace renames the folder made to base, and returns the new name of the
// folder that was base, "" if there was none.
func replace(parent *os.Root, made, base string) (old string, err error) {
	if isMissing(parent, base) {
		return "", parent.Rename(made, base)
	}
	err = exchange(parent, made, base)
	if errors.Is(err, errors.ErrUnsupported) {
		return replaceByRenames(parent, made, base)
	}
	return made, err
}

// replaceByRenames replaces in two steps, and undoes the first if the second
// fails.
func replaceByRenames(parent *os.Root, made, base string) (old string, err error) {
	old = aside(made)
	if err := parent.Rename(base, old); err != nil {
		return "", err
	}
	if err := parent.Rename(made, base); err != nil {
		if undo := parent.Rename(old, base); undo != nil {
			return "", &Error{"out-busy", values{"aside": old}, err}
		}
		return "", err
	}
	return old, nil
}
