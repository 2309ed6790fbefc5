package serve

import (
	"context"
	"hash/maphash"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// watched are the folders and files whose changes count.
type watched struct {
	paths  []string
	ignore func(path string) bool
	seed   maphash.Seed // of the sums in snapshots
}

func newWatched(paths []string, ignore func(string) bool) watched {
	w := watched{ignore: ignore, seed: maphash.MakeSeed()}
	for _, path := range paths {
		w.paths = append(w.paths, filepath.Clean(path))
	}
	return w
}

// skipped reports whether something below a watched path is hidden or ignored.
func (w watched) skipped(path string) bool {
	return strings.HasPrefix(filepath.Base(path), ".") || w.ignore != nil && w.ignore(path)
}

// walk visits what is watched: each folder before what is in it, so that what
// comes into it meanwhile is seen. Links aren't followed, but for watched paths
// themselves. What can't be read is like what isn't there.
func (w watched) walk(visit func(path string, entry fs.DirEntry) error) error {
	for _, root := range w.paths {
		start := root
		if info, err := os.Stat(root); err == nil && info.IsDir() {
			// So a root that is a link to a folder is followed.
			start += string(filepath.Separator)
		}
		err := filepath.WalkDir(start, func(path string, entry fs.DirEntry, err error) error {
			path = filepath.Clean(path)
			switch {
			case err != nil:
				return nil
			case path == root || !w.skipped(path):
				return visit(path, entry)
			case entry.IsDir():
				return fs.SkipDir
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// listener receives what a watch notices.
type listener struct {
	changed func(path string)
	ready   func()          // from here on no change is missed
	polling func(why error) // there are no events of the file system
}

// pollInterval is how often files are looked at where there are no events.
const pollInterval = time.Second

// watch reports each change until ctx ends. It looks at the files at an
// interval or, if that is 0, after events of the system, as long as there are
// any.
func (w watched) watch(ctx context.Context, interval time.Duration, events func(context.Context, watched, listener) (snapshot, error), l listener) {
	var before snapshot
	if interval == 0 {
		var err error
		if before, err = events(ctx, w, l); ctx.Err() != nil {
			return
		}
		l.polling(err)
		interval = pollInterval
	}
	tick := time.NewTicker(interval)
	defer tick.Stop()
	_, _ = w.compare(ctx, before, l, func(string) error { return nil }, func() error {
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
		return nil
	})
}
