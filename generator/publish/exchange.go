package publish

import (
	"errors"
	"os"
)

// publish puts the new folder in the place of the old one, unless that has got
// strange files meanwhile.
func (s *stage) publish() error {
	s.close()
	if err := s.check(); err != nil {
		return err
	}
	left, err := replace(s.parent, s.left, s.base)
	if err != nil {
		return s.busy(err)
	}
	s.left = left
	return nil
}

// busy returns the error of an output folder that can't be replaced.
func (s *stage) busy(err error) error {
	fault, undone := errors.AsType[*Error](err)
	if !undone {
		fault = &Error{"out-busy", values{}, err}
	}
	fault.Values["folder"] = s.shown
	return fault
}

// close closes both folders; Windows renames none that is open.
func (s *stage) close() {
	if s.folders != nil {
		s.folders.close()
	}
	if s.old != nil {
		s.old.Close()
	}
}

// remove removes the folder that is left beside out.
func (s *stage) remove() error {
	s.close()
	if s.left == "" {
		return nil
	}
	if err := s.parent.RemoveAll(s.left); err != nil {
		return &Error{"out-leftover", values{"folder": s.shown, "left": s.left}, err}
	}
	return nil
}

// replace renames the folder made to base, and returns the new name of the
// folder that was base, "" if there was none.
func replace(parent *os.Root, made, base string) (old string, err error) {
	if !has(parent, base) {
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
