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

// walk visits what is watched and there: visit gets each folder before what is
// in it, so that what comes into it meanwhile is seen. Links aren't followed,
// and what goes away while it is walked isn't missed.
func (w watched) walk(visit func(path string, entry fs.DirEntry) error) error {
	for _, root := range w.paths {
		if err := w.walkFrom(root, root, visit); err != nil {
			return err
		}
	}
	return nil
}

func (w watched) walkFrom(start, root string, visit func(string, fs.DirEntry) error) error {
	// A root may be a link to a folder.
	if info, err := os.Stat(start); start == root && err == nil && info.IsDir() {
		if err := visit(start, fs.FileInfoToDirEntry(info)); err != nil {
			return err
		}
		return w.walkIn(start, root, visit)
	}
	return filepath.WalkDir(start, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
			return nil
		case err != nil:
			return err
		case w.skipped(path, root) && entry.IsDir():
			return fs.SkipDir
		case w.skipped(path, root):
			return nil
		}
		return visit(path, entry)
	})
}

func (w watched) walkIn(folder, root string, visit func(string, fs.DirEntry) error) error {
	entries, err := os.ReadDir(folder)
	if err != nil && len(entries) == 0 {
		// A folder that can't be read, or is gone, has nothing to see.
		return nil
	}
	for _, entry := range entries {
		if err := w.walkFrom(filepath.Join(folder, entry.Name()), root, visit); err != nil {
			return err
		}
	}
	return nil
}

// watching is what a watch tells.
type watching struct {
	changed func(path string)
	ready   func()          // from here on no change is missed
	polling func(why error) // there are no events of the file system
}

// slow is how often files are looked at where there are no events.
const slow = time.Second

// watch tells of each change until ctx ends. An interval of 0 asks for events
// of the file system.
func (w watched) watch(ctx context.Context, interval time.Duration, tell watching) {
	if interval == 0 {
		w.watchOrPoll(ctx, watchEvents, tell)
		return
	}
	watchByPolling(ctx, w, interval, tell)
}

// watchOrPoll trusts events as long as they come, then looks at the files.
func (w watched) watchOrPoll(ctx context.Context, events func(context.Context, watched, watching) error, tell watching) {
	err := events(ctx, w, tell)
	if ctx.Err() != nil {
		return
	}
	tell.polling(err)
	watchByPolling(ctx, w, slow, tell)
}
