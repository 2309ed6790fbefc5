package publish

import (
	"errors"
	"io/fs"
	"os"
)

// rights are who may do what with a file or folder. Nothing is given of rights
// that aren't known, as of those on a system whose rights go with the folder
// above.
type rights struct {
	known      bool
	mode       fs.FileMode
	user       int               // -1 for whoever builds
	group      int               // -1 for any
	attributes map[string]string // access lists and labels; nil for any
}

// modeBits are those of a mode that can be set.
const modeBits = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky

// siteRights are those that new folders and files of a site get.
type siteRights struct{ folder, file rights }

// forParts returns rights for a part of the site, as far as this process may
// give them: but for root nobody may give files to other users, and a group
// that may no more than everybody doesn't matter.
func (r rights) forParts() rights {
	if os.Geteuid() == 0 {
		return r
	}
	r.user = -1
	if r.mode>>3&7 == r.mode&7 {
		r.group = -1
	}
	return r
}

// takeRights gives a new folder the rights of the old one, and finds out those
// of what it will hold: new files are like those that Write made before.
func (s *stage) takeRights() error {
	if s.old == nil {
		return nil
	}
	all, err := rightsIn(s.old, ".")
	if err != nil {
		return s.unreadable(err)
	}
	s.like = siteRights{folder: all, file: all.forFiles()}
	for _, name := range []string{manifestName, noJekyllName} {
		if own, err := rightsIn(s.old, name); err == nil {
			s.like.file = own.forParts()
			break
		}
	}
	if s.inPlace != "" {
		return nil
	}
	all.mode |= 0o700
	if err := all.giveIn(s.folders.root, "."); err != nil {
		return s.fault("out-beside", err)
	}
	return nil
}

// forFiles returns the rights of the files in a folder that has had none: what
// they inherit, or else what the folder's own mode allows.
func (r rights) forFiles() rights {
	if r.attributes[inherited] != "" {
		return rights{}
	}
	return rights{known: r.known, mode: r.mode & 0o666, user: -1, group: -1}
}

// giveFolder gives a folder that was just made the rights that it had in the old
// site, or those of a new one.
func (s *stage) giveFolder(dir string, above *os.Root, base string) error {
	if s.old == nil {
		return nil
	}
	own, err := rightsIn(s.old, dir)
	if err != nil || !own.mode.IsDir() {
		return s.giveNewFolder(above, base)
	}
	own.mode |= 0o700
	return own.forParts().giveIn(above, base)
}

// giveNewFolder gives a folder that the old site hasn't the rights of the site.
func (s *stage) giveNewFolder(above *os.Root, base string) error {
	own := s.like.folder.forParts()
	own.mode |= 0o700
	return own.giveIn(above, base)
}

// rightsIn returns the rights of a file or folder in another folder.
func rightsIn(folder *os.Root, name string) (rights, error) {
	f, err := folder.Open(name)
	if err != nil {
		return rights{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return rights{}, err
	}
	return rightsOf(f, info), nil
}

// giveIn gives a file or folder in another folder these rights.
func (r rights) giveIn(folder *os.Root, name string) error {
	if !r.known {
		return nil
	}
	f, err := folder.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(r.give(f), f.Close())
}
