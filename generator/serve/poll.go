package serve

import (
	"context"
	"hash/maphash"
	"io/fs"
	"os"
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

// poll looks at all files at an interval and reports those that changed, came
// or went.
func poll(ctx context.Context, w watched, interval time.Duration, l listener) {
	seed := maphash.MakeSeed()
	before := w.look(nil, seed)
	l.ready()
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			after := w.look(before, seed)
			for _, path := range before.differences(after) {
				l.changed(path)
			}
			before = after
		}
	}
}

// look takes a snapshot. It reads only files that may have changed since the
// one before.
func (w watched) look(before snapshot, seed maphash.Seed) snapshot {
	found := snapshot{}
	// A file that can't be looked at is like one that isn't there.
	_ = w.walk(func(path string, entry fs.DirEntry) error {
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			return nil
		}
		s := stamp{size: info.Size(), time: info.ModTime(), fresh: time.Since(info.ModTime()) < coarse}
		if was, ok := before[path]; ok && !was.fresh && was.size == s.size && was.time.Equal(s.time) {
			found[path] = was
			return nil
		}
		if text, err := os.ReadFile(path); err == nil {
			s.sum = maphash.Bytes(seed, text)
		}
		found[path] = s
		return nil
	})
	return found
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
