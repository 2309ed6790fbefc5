package serve

import (
	"context"
	"hash/maphash"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"
)

// coarse is the step in which a file's time may be kept: a file that was
// changed this short a time ago may change again under the same time.
const coarse = 2 * time.Second

// stamp is what a file is known by.
type stamp struct {
	size int64
	time time.Time
	// sum is that of the content, of files whose time is too fresh to be
	// trusted.
	sum uint64
}

// snapshot are the files that are watched, by path.
type snapshot map[string]stamp

// watchByPolling looks at all files at an interval and tells of those that
// changed, came or went.
func watchByPolling(ctx context.Context, w watched, interval time.Duration, tell watching) {
	seed := maphash.MakeSeed()
	before := w.look(nil, seed)
	tell.ready()
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			after := w.look(before, seed)
			for _, path := range before.differences(after) {
				tell.changed(path)
			}
			before = after
		}
	}
}

// look takes a snapshot. The one before tells which files were too fresh then.
func (w watched) look(before snapshot, seed maphash.Seed) snapshot {
	found := snapshot{}
	// A file that can't be looked at is like one that isn't there.
	_ = w.walk(func(path string, entry fs.DirEntry) error {
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			found[path] = stampOf(path, info, before[path], seed)
		}
		return nil
	})
	return found
}

func stampOf(path string, info fs.FileInfo, before stamp, seed maphash.Seed) stamp {
	s := stamp{size: info.Size(), time: info.ModTime()}
	fresh := time.Since(s.time) < coarse
	if fresh || before.sum != 0 && s.like(before) {
		if text, err := os.ReadFile(path); err == nil {
			s.sum = maphash.Bytes(seed, text) | 1
		}
	}
	if !fresh && s.sum == before.sum {
		s.sum = 0
	}
	return s
}

func (s stamp) like(other stamp) bool { return s.size == other.size && s.time.Equal(other.time) }

// changed reports whether a file has another content than before.
func (s stamp) changed(before stamp) bool {
	return !s.like(before) || s.sum != 0 && before.sum != 0 && s.sum != before.sum
}

// differences returns the paths that changed, came or went, in order.
func (s snapshot) differences(after snapshot) []string {
	var paths []string
	for path, was := range s {
		if is, there := after[path]; !there || is.changed(was) {
			paths = append(paths, path)
		}
	}
	for path := range maps.Keys(after) {
		if _, there := s[path]; !there {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}
