package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/fsnotify/fsnotify"
)

// eventBuffer is how many events wait while a snapshot is taken.
const eventBuffer = 1000

// watchEvents compares snapshots after events of the file system. Events say no
// more than that it is time to look: systems differ in what they report, and
// may lose events or report what isn't part of the guide. The error says why
// events can't be had.
func watchEvents(ctx context.Context, w watched, l listener) (snapshot, error) {
	system, err := fsnotify.NewBufferedWatcher(eventBuffer)
	if err != nil {
		return nil, err
	}
	defer system.Close()
	known := folders{}
	add := func(folder string) error { return known.add(system, folder) }
	return w.compare(ctx, nil, l, add, func() error { return await(ctx, system) })
}

// folders are those whose events are reported, by path. The system reports what
// happens right in a folder, not what happens below.
type folders map[string]fs.FileInfo

// add adds a folder, again if it is there already: it may be another of the
// same name. Windows, which would begin to collect events anew, knows folders
// apart.
func (f folders) add(system *fsnotify.Watcher, folder string) error {
	info, err := os.Stat(folder)
	if err != nil || runtime.GOOS == "windows" && os.SameFile(f[folder], info) {
		return nil
	}
	f[folder] = info
	if err = system.Add(folder); errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}

// await waits for an event, and takes those that came with it.
func await(ctx context.Context, system *fsnotify.Watcher) error {
	select {
	case <-ctx.Done():
	case _, open := <-system.Events:
		if !open {
			return fsnotify.ErrClosed
		}
	case err := <-system.Errors:
		if !errors.Is(err, fsnotify.ErrEventOverflow) {
			return err
		}
	}
	for len(system.Events) > 0 {
		<-system.Events
	}
	return nil
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
