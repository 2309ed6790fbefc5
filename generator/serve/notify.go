package serve

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// eventWatch turns events of the file system into paths. The system tells of
// what happens right in a folder, not of what happens below: each folder is
// watched by itself.
type eventWatch struct {
	watched
	system *fsnotify.Watcher
	folder map[string]bool // those that are watched
	// stale is set when folders went away or were moved: the system may have
	// forgotten more than it told of.
	stale bool
	tell  watching
}

// watchEvents tells of each change until ctx ends. The error says why events
// can't be had.
func watchEvents(ctx context.Context, w watched, tell watching) error {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer system.Close()
	e := &eventWatch{watched: w, system: system, folder: map[string]bool{}, tell: tell}
	if err := e.addAll(); err != nil {
		return err
	}
	tell.ready()
	for {
		if err := e.next(ctx); err != nil || ctx.Err() != nil {
			return err
		}
	}
}

// next waits for an event and takes it in.
func (e *eventWatch) next(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case event, open := <-e.system.Events:
		if !open {
			return fsnotify.ErrClosed
		}
		return e.take(event)
	case err := <-e.system.Errors:
		if !errors.Is(err, fsnotify.ErrEventOverflow) {
			return err
		}
		// More happened than the system could tell.
		err = e.addAll()
		e.tell.changed(unknown)
		return err
	}
}

func (e *eventWatch) take(event fsnotify.Event) error {
	path := filepath.Clean(event.Name)
	// A change of rights or times alone is none of the content; programs that
	// search or guard the disk make such. And some systems call a folder
	// written when something in it, which may not count, comes or goes.
	if event.Op == fsnotify.Chmod || event.Op == fsnotify.Write && e.folder[path] || !e.concerns(path) {
		return nil
	}
	if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
		e.forget(path)
	}
	if err := e.add(path, event.Has(fsnotify.Create)); err != nil {
		return err
	}
	e.tell.changed(path)
	return nil
}

// forget stops watching a folder that is gone, and those that were in it.
func (e *eventWatch) forget(path string) {
	for folder := range e.folder {
		if folder == path || below(folder, path) {
			// The system has forgotten it, too, unless it was moved.
			_ = e.system.Remove(folder)
			delete(e.folder, folder)
			e.stale = true
		}
	}
}

// add watches a folder that has come, or all anew if some may be lost.
func (e *eventWatch) add(path string, came bool) error {
	info, err := os.Lstat(path)
	if came && err == nil && info.IsDir() || e.stale {
		e.stale = false
		return e.addAll()
	}
	return nil
}

// addAll watches each folder that isn't yet: those in and above the watched
// paths that are there.
func (e *eventWatch) addAll() error {
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

func (e *eventWatch) addFolder(path string) error {
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
