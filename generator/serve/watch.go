package serve

import (
	"context"
	"errors"
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
}

func newWatched(paths []string, ignore func(string) bool) watched {
	w := watched{ignore: ignore}
	for _, path := range paths {
		w.paths = append(w.paths, filepath.Clean(path))
	}
	return w
}

// concerns reports whether a change at a path counts: one at a watched path,
// below it, or of a folder above it.
func (w watched) concerns(path string) bool {
	for _, root := range w.paths {
		if path == root || below(root, path) {
			return true
		}
		if below(path, root) {
			return !w.skipped(path, root)
		}
	}
	return false
}

// below reports whether a path is in a folder or in one below it.
func below(path, folder string) bool {
	if folder == "." {
		return !filepath.IsAbs(path) && path != ".." && !strings.HasPrefix(path, ".."+string(filepath.Separator))
	}
	return strings.HasPrefix(path, strings.TrimSuffix(folder, string(filepath.Separator))+string(filepath.Separator))
}

// skipped reports whether a path below a root is hidden or ignored, or in a
// folder that is.
func (w watched) skipped(path, root string) bool {
	for ; path != root && below(path, root); path = filepath.Dir(path) {
		if strings.HasPrefix(filepath.Base(path), ".") || w.ignore != nil && w.ignore(path) {
			return true
		}
	}
	return false
}

// walk visits what is watched and there: each folder before what is in it, so
// that what comes into it meanwhile is seen. Links aren't followed, but for
// watched paths themselves, and what goes away while it is walked isn't missed.
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
			case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
				return nil
			case err != nil:
				return err
			case !w.skipped(path, root):
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
// interval or, if that is 0, has the system's events, as long as there are any.
func (w watched) watch(ctx context.Context, interval time.Duration, l listener) {
	w.watchOrPoll(ctx, interval, watchEvents, l)
}

func (w watched) watchOrPoll(ctx context.Context, interval time.Duration, events func(context.Context, watched, listener) error, l listener) {
	if interval == 0 {
		err := events(ctx, w, l)
		if ctx.Err() != nil {
			return
		}
		l.polling(err)
		interval = pollInterval
	}
	poll(ctx, w, interval, l)
}
