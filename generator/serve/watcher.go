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
	l := listener{w.changes.add, func() { close(ready) }, func(why error) {
		w.log(w.Printer.WithHint("serve-polling", report.Values{"error": why.Error()}))
	}}
	w.workers.Go(func() { newWatched(paths, w.Ignore).watch(own, w.Poll, watchEvents, l) })
	select {
	case <-ready:
	case <-ctx.Done():
	}
	stopOthers()
}

// renew watches other paths when a build has found that the site is made of
// others. What changed there since they were read isn't known.
func (w *watcher) renew(ctx context.Context) {
	if now := w.Watch(); ctx.Err() == nil && !slices.Equal(now, w.paths) {
		w.watch(ctx, now)
		w.changes.add(unknown)
	}
}
