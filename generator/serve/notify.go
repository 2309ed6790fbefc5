package serve

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// eventWatcher turns events of the file system into paths. The system reports
// what happens right in a folder, not what happens below: each folder is
// watched by itself.
type eventWatcher struct {
	watched
	listener
	system *fsnotify.Watcher
	folder map[string]bool // those that are watched
}

// watchEvents reports each change until ctx ends. The error says why events
// can't be had.
func watchEvents(ctx context.Context, w watched, l listener) error {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer system.Close()
	e := &eventWatcher{watched: w, listener: l, system: system, folder: map[string]bool{}}
	if err := e.addAll(); err != nil {
		return err
	}
	l.ready()
	for {
		if err := e.next(ctx); err != nil || ctx.Err() != nil {
			return err
		}
	}
}

// next waits for an event and handles it.
func (e *eventWatcher) next(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case event, open := <-e.system.Events:
		if !open {
			return fsnotify.ErrClosed
		}
		return e.handle(event)
	case err := <-e.system.Errors:
		if !errors.Is(err, fsnotify.ErrEventOverflow) {
			return err
		}
		// More happened than the system could report.
		err = e.addAll()
		e.changed(unknown)
		return err
	}
}

func (e *eventWatcher) handle(event fsnotify.Event) error {
	path := filepath.Clean(event.Name)
	// A change of rights or times alone is none of the content; programs that
	// search or guard the disk make such. And some systems call a folder
	// written when something in it, which may not count, comes or goes.
	if event.Op == fsnotify.Chmod || event.Op == fsnotify.Write && e.folder[path] || !e.concerns(path) {
		return nil
	}
	if e.removed(event, path) || event.Has(fsnotify.Create) && isFolder(path) {
		if err := e.addAll(); err != nil {
			return err
		}
	}
	e.changed(path)
	return nil
}

// removed reports whether watched folders were removed or moved, and stops
// watching them. The system may have forgotten more than it reports.
func (e *eventWatcher) removed(event fsnotify.Event, path string) (some bool) {
	if !event.Has(fsnotify.Remove) && !event.Has(fsnotify.Rename) {
		return false
	}
	for folder := range e.folder {
		if folder == path || below(folder, path) {
			// The system has forgotten it, too, unless it was moved.
			_ = e.system.Remove(folder)
			delete(e.folder, folder)
			some = true
		}
	}
	return some
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// addAll watches each folder that isn't yet: those in and above the watched
// paths that are there.
func (e *eventWatcher) addAll() error {
	for _, root := range e.paths {
		if err := e.addFolder(nearest(filepath.Dir(root))); err != nil {
			return err
		}
	}
	return e.walk(func(path string, entry os.DirEntry) error {
		if !entry.IsDir() {
			return nil
		}
		return e.addFolder(path)
	})
}

func (e *eventWatcher) addFolder(path string) error {
	if e.folder[path] {
		return nil
	}
	err := e.system.Add(path)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
		return nil
	}
	e.folder[path] = err == nil
	return err
}

// nearest returns the folder or, if it isn't there, the next above it that is.
func nearest(folder string) string {
	for {
		above := filepath.Dir(folder)
		if _, err := os.Stat(folder); err == nil || above == folder {
			return folder
		}
		folder = above
	}
}
