package serve

import (
	"context"
	"slices"
	"sync"
)

// unknown is the path of a change that may have happened unseen.
const unknown = ""

// watcher watches what the site is made of.
type watcher struct {
	show    *broadcaster
	changes *changes
	workers *sync.WaitGroup
	paths   []string
	stop    func()
}

// watch begins to watch paths in place of others, and waits until no change is
// missed any more.
func (g *watcher) watch(ctx context.Context, paths []string) {
	stopOthers := g.stop
	own, stop := context.WithCancel(ctx)
	g.paths, g.stop = paths, stop
	ready := make(chan struct{})
	tell := g.telling(ready)
	g.workers.Go(func() { newWatched(paths, g.show.Ignore).watch(own, g.show.Poll, tell) })
	select {
	case <-ready:
	case <-ctx.Done():
	}
	stopOthers()
}

// renew watches other paths when a build has found that the site is made of
// others. What happened there since they were read isn't known.
func (g *watcher) renew(ctx context.Context) {
	if now := g.show.Watch(); ctx.Err() == nil && !slices.Equal(now, g.paths) {
		g.watch(ctx, now)
		g.changes.add(unknown)
	}
}

// telling passes changes on, and closes ready when none is missed any more.
// Where events fail, what happened until the files are looked at isn't known.
func (g *watcher) telling(ready chan<- struct{}) watching {
	failed := false
	once := sync.OnceFunc(func() { close(ready) })
	return watching{
		changed: g.changes.add,
		ready: func() {
			if failed {
				g.changes.add(unknown)
			}
			once()
		},
		polling: func(why error) {
			failed = true
			g.show.log().polling(why)
		},
	}
}
