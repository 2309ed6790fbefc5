package serve

import (
	"context"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// coarse is the step in which a file system may keep times: a file that was
// changed this short a time ago may change again under the same time.
const coarse = 2 * time.Second

// stamp is what a state of a file is known by.
type stamp struct {
	size int64
	time time.Time
	// fresh is set if the file may change again under the same time.
	fresh bool
	sum   uint64 // of the content
}

// snapshot are the files that are watched, by path.
type snapshot map[string]stamp

// compare takes snapshots until ctx ends: one that is compared with the one
// before, if there is any, then one each time that next returns. It reports the
// files that changed, came or went, and returns the latest snapshot. It calls
// add for each folder before it reads it.
func (w watched) compare(ctx context.Context, before snapshot, l listener, add func(folder string) error, next func() error) (snapshot, error) {
	for {
		after, err := w.look(before, add)
		if err != nil {
			return before, err
		}
		if before == nil {
			l.ready()
		} else {
			for _, path := range before.differences(after) {
				l.changed(path)
			}
		}
		before = after
		if err := next(); err != nil || ctx.Err() != nil {
			return before, err
		}
	}
}

// look takes a snapshot. It reads only files that may have changed since the
// one before. The folder of each watched path is looked at, too, as the path
// may be replaced, or come later.
func (w watched) look(before snapshot, add func(folder string) error) (snapshot, error) {
	for _, root := range w.paths {
		if err := add(nearest(filepath.Dir(root))); err != nil {
			return nil, err
		}
	}
	found := snapshot{}
	return found, w.walk(func(path string, entry fs.DirEntry) error {
		if entry.IsDir() {
			return add(path)
		}
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			found[path] = w.stamp(path, info, before[path])
		}
		return nil
	})
}

// stamp returns the stamp of a file. That of the one before holds if neither
// time nor size has changed and the time was old enough then to be trusted.
func (w watched) stamp(path string, info fs.FileInfo, before stamp) stamp {
	s := stamp{size: info.Size(), time: info.ModTime(), fresh: time.Since(info.ModTime()) < coarse}
	if !before.fresh && before.size == s.size && before.time.Equal(s.time) {
		return before
	}
	if file, err := os.Open(path); err == nil {
		var hash maphash.Hash
		hash.SetSeed(w.seed)
		if _, err := io.Copy(&hash, file); err == nil {
			s.sum = hash.Sum64()
		}
		file.Close()
	}
	return s
}

// differences returns the paths that changed, came or went, in order.
func (s snapshot) differences(after snapshot) []string {
	var paths []string
	for path, was := range s {
		if is, there := after[path]; !there || is.sum != was.sum {
			paths = append(paths, path)
		}
	}
	for path := range after {
		if _, there := s[path]; !there {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}
