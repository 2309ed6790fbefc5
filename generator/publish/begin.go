package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// The reasons to fill a folder file by file, in place. Without one a new folder
// takes the place of the old one.
const (
	Asked    = "asked"    // by Options
	Mounted  = "mounted"  // it is mounted, here or elsewhere
	Inside   = "inside"   // this process works in it
	NoBeside = "nobeside" // no folder beside it can be made like it
)

// begin begins the new site, in the way that suits the place.
func (p *place) begin(o Options) (*stage, error) {
	full := filepath.Join(p.folder, p.base)
	switch {
	case isMounted(full):
		p.inPlace = Mounted
	case worksIn(full):
		p.inPlace = Inside
	case o.InPlace:
		p.inPlace = Asked
	}
	if p.inPlace != "" {
		return p.beginInPlace()
	}
	s, err := p.beginBeside()
	if fault, ok := errors.AsType[*Error](err); ok && fault.Fault == "out-beside" {
		p.inPlace = NoBeside
		if inside, failed := p.beginInPlace(); failed == nil {
			return inside, nil
		}
	}
	return s, err
}

// worksIn reports whether a folder is that in which this process works, or one
// above it.
func worksIn(folder string) bool {
	info, err := os.Stat(folder)
	here, failed := os.Getwd()
	if err != nil || failed != nil {
		return false
	}
	for {
		now, err := os.Stat(here)
		switch above := filepath.Dir(here); {
		case err == nil && os.SameFile(info, now):
			return true
		case above == here:
			return false
		default:
			here = above
		}
	}
}

// beginBeside begins the new site in a folder beside the old one, with its
// rights.
func (p *place) beginBeside() (*stage, error) {
	p.beside().sweep(p.base)
	if err := p.check(); err != nil {
		return nil, err
	}
	s := &stage{place: p, ledger: newLedger()}
	openOld := func() (err error) { s.old, err = p.openFolder(); return err }
	return s.begun(s.makeBeside, openOld, s.takeRights)
}

// begun takes the steps by which the new site is begun. If one fails nothing is
// left of it.
func (s *stage) begun(steps ...func() error) (*stage, error) {
	if err := inTurn(steps...); err != nil {
		s.remove()
		return nil, err
	}
	return s, nil
}

// inTurn takes steps until one fails.
func inTurn(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// beside are the stages beside the output folder.
func (p *place) beside() stages { return stages{p.parent, p.base, lock} }

// makeBeside makes the stage under a name that no other Write has.
func (s *stage) makeBeside() error {
	var err error
	for range triesMost {
		s.stages = s.beside()
		if err = s.make(s.newName(), 0o755); err == nil {
			return nil
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errHeld) {
			break
		}
		if err := s.reopen(); err != nil {
			return err
		}
	}
	return s.fault("out-beside", err)
}

// beginInPlace begins the new site in a folder inside the old one. There is but
// one of that name, so that no two Writes fill a folder at once.
func (p *place) beginInPlace() (*stage, error) {
	s := &stage{place: p, ledger: newLedger()}
	return s.begun(s.openInside, s.makeInside, s.takeRights)
}

// openInside opens the output folder, which it makes if it isn't there.
func (s *stage) openInside() error {
	err := s.parent.Mkdir(s.base, 0o755)
	switch {
	case err == nil:
		s.made = append([]string{filepath.Join(s.folder, s.base)}, s.made...)
	case !errors.Is(err, fs.ErrExist):
		return s.fault("out-parent", err)
	}
	if err := s.check(); err != nil {
		return err
	}
	if s.old, err = s.openFolder(); err != nil {
		return err
	}
	if s.old == nil {
		return s.fault("out-changed", nil)
	}
	s.stages = stages{s.old, inPlaceBase, lock}
	s.sweep(s.base)
	return nil
}

// makeInside makes the stage, unless a living process has one there.
func (s *stage) makeInside() error {
	const name = "." + inPlaceBase + newSuffix
	for range triesMost {
		switch err := s.make(name, 0o700); {
		case err == nil:
			return nil
		case errors.Is(err, fs.ErrExist) && !s.removeDead(name):
			return &Error{"out-taken", values{"folder": s.shown, "left": name}, nil}
		case !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errHeld):
			return s.unwritable(name, err)
		}
	}
	return &Error{"out-taken", values{"folder": s.shown, "left": name}, nil}
}
