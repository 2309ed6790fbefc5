package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// nextManifest is where a manifest is written before it takes its place.
const nextManifest = manifestName + newSuffix

// publishInPlace moves the new files to their places, then removes those that
// the site has no more. The manifest lists all of both meanwhile, so that the
// next Write can go on if this one is killed.
func (s *stage) publishInPlace() error {
	if err := s.check(); err != nil {
		return err
	}
	was, _ := readManifest(s.old)
	names := s.names(noJekyllName)
	gone := slices.DeleteFunc(was.names(), func(name string) bool {
		_, stays := slices.BinarySearch(names, name)
		return stays
	})
	both := slices.Sorted(slices.Values(slices.Concat(names, gone)))
	first, gone := s.inTheWay(gone)
	err := inTurn(
		func() error { return s.list(both) },
		func() error { return s.removeOld(first) },
		s.moveIn,
		func() error { return s.removeOld(gone) },
		func() error { return s.list(names) },
		func() error { return s.isWhole(s.old) },
	)
	return cmp.Or(s.lost(), err)
}

// list makes the manifest list these files.
func (s *stage) list(names []string) error {
	text := formatManifest(names, s.kept)
	if _, same := s.manifestBefore(text); same {
		return nil
	}
	next := path.Join(s.left, nextManifest)
	err := writeSynced(s.root, next, text)
	if err == nil {
		err = s.like.file.giveIn(s.root, next)
	}
	if err == nil {
		err = s.root.Rename(next, manifestName)
	}
	if err != nil {
		return s.unwritable(manifestName, err)
	}
	syncFolder(s.root)
	return nil
}

// moveIn moves the new files to their places: those under new names, which no
// page knows yet, then others that pages use, then the pages.
func (s *stage) moveIn() error {
	staged, rank := map[string]string{}, map[string]int{}
	for i, name := range s.fresh {
		staged[name] = path.Join(s.left, strconv.Itoa(i))
		switch {
		case strings.HasSuffix(name, ".html"):
			rank[name] = 2
		case !isMissing(s.root, name):
			rank[name] = 1
		}
	}
	slices.SortFunc(s.fresh, func(a, b string) int { return cmp.Or(rank[a]-rank[b], strings.Compare(a, b)) })
	for _, name := range s.fresh {
		err := s.makeFolder(path.Dir(name))
		if err == nil {
			err = s.root.Rename(staged[name], name)
		}
		if err != nil {
			return s.unwritable(name, err)
		}
	}
	return nil
}

// makeFolder makes a folder of the site, and those above it, unless it is there.
func (s *stage) makeFolder(dir string) error {
	if !isMissing(s.root, dir) {
		return nil
	}
	if err := s.makeFolder(path.Dir(dir)); err != nil {
		return err
	}
	const staged = "folder"
	err := s.folders.root.Mkdir(staged, 0o755)
	if err == nil {
		err = s.giveNewFolder(s.folders.root, staged)
	}
	if err == nil {
		err = s.root.Rename(path.Join(s.left, staged), dir)
	}
	return err
}

// removeOld removes files that the site has no more, and the folders that it
// has no more.
func (s *stage) removeOld(files []string) error {
	folders := map[string]bool{}
	for _, name := range files {
		if err := s.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return s.unwritable(name, err)
		}
		for dir := path.Dir(name); dir != "." && !s.hasFolder(dir); dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for dir := range folders {
		// What is in it the check has seen: files of file managers at most.
		if err := s.root.RemoveAll(dir); err != nil {
			return s.unwritable(dir, err)
		}
	}
	return nil
}

// lost returns an error if another Write has taken the folder that is filled:
// has exchanged the output folder or, beside it, removed the stage.
func (s *stage) lost() error {
	folder, name, held := s.parent, s.base, s.old
	if s.inPlace == "" {
		folder, name, held = s.root, s.left, s.folders.root
	}
	info, err := held.Stat(".")
	if err == nil && isAt(info, folder, name) {
		return nil
	}
	return s.fault("out-changed", err)
}
