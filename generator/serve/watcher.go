package serve

import (
	"context"
	"slices"
	"sync"

	"sparrausopas/generator/report"
)

// unknown is the path of a change that may have happened unseen.
const unknown = ""

// watcher watches what the site is made of.
type watcher struct {
	*broadcaster
	changes *changes
	workers *sync.WaitGroup
	paths   []string
	stop    func()
}

// watch begins to watch paths in place of others, and waits until no change is
// missed any more.
func (w *watcher) watch(ctx context.Context, paths []string) {
	stopOthers := w.stop
	own, stop := context.WithCancel(ctx)
	w.paths, w.stop = paths, stop
	ready := make(chan struct{})
	l := w.listener(ready)
	w.workers.Go(func() { newWatched(paths, w.Ignore).watch(own, w.Poll, l) })
	select {
	case <-ready:
	case <-ctx.Done():
	}
	stopOthers()
}

// renew watches other paths when a build has found that the site is made of
// others. What happened there since they were read isn't known.
func (w *watcher) renew(ctx context.Context) {
	if now := w.Watch(); ctx.Err() == nil && !slices.Equal(now, w.paths) {
		w.watch(ctx, now)
		w.changes.add(unknown)
	}
}

// listener returns one that passes changes on, and closes ready when none is
// missed any more. Where events fail, what changed before the first poll isn't
// known.
func (w *watcher) listener(ready chan<- struct{}) listener {
	failed := false
	once := sync.OnceFunc(func() { close(ready) })
	return listener{
		changed: w.changes.add,
		ready: func() {
			if failed {
				w.changes.add(unknown)
			}
			once()
		},
		polling: func(why error) {
			failed = true
			w.log(w.Voice.Advise("serve-polling", report.Values{"error": why.Error()}))
		},
	}
}
