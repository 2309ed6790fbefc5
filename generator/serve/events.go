package serve

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// eventBuffer is how many events wait while a snapshot is taken.
const eventBuffer = 1000

// watchEvents compares snapshots after events of the file system. Events say no
// more than that it is time to look: systems differ in what they report, and
// may lose events or report what isn't part of the guide. The system reports
// what happens right in a folder, not what happens below, so that each folder
// is added; to add one again costs little, and finds one that was replaced. The
// error says why events can't be had.
func watchEvents(ctx context.Context, w watched, l listener) (snapshot, error) {
	system, err := fsnotify.NewBufferedWatcher(eventBuffer)
	if err != nil {
		return nil, err
	}
	defer system.Close()
	add := func(folder string) error {
		err := system.Add(folder)
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
			return nil
		}
		return err
	}
	return w.compare(ctx, nil, l, add, func() error { return await(ctx, system) })
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
