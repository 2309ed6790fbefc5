package serve

import (
	"context"
	"os"
	"slices"
	"sync"
	"time"

	"sparrausopas/generator/report"
)

// author builds the site, and again after each change, until ctx ends. One
// build runs at a time, so that no older one is ever shown after a newer.
func (s *broadcaster) author(ctx context.Context) {
	var workers sync.WaitGroup
	defer workers.Wait()
	w := &watcher{broadcaster: s, changes: newChanges(), workers: &workers, stop: func() {}}
	defer func() { w.stop() }()
	w.watch(ctx, s.Watch())
	for run := ctx.Err() == nil; run; run = w.changes.await(ctx) {
		s.follow(ctx, w)
	}
}

// follow builds until nothing changes any more. The first build begins soon, as
// there is mostly but one save; if more changes at once, its outcome is
// discarded, and the next build waits for a pause.
func (s *broadcaster) follow(ctx context.Context, w *watcher) {
	for more := true; more && ctx.Err() == nil; more = w.changes.more(ctx) {
		late := w.changes.begin()
		o := s.build(ctx)
		settled, stale := w.changes.settled(ctx)
		switch {
		case ctx.Err() != nil:
		// A failure may come of a file that was just being written.
		case late || settled && (o.err == nil || !stale):
			before := s.now()
			s.put(o)
			s.logBuild(lasting(w.changes.shown()), o.took, before, s.now())
		case o.site != nil:
			o.site.Retire()
		}
		w.renew(ctx)
	}
}

// outcome is that of a build.
type outcome struct {
	site     Site
	warnings report.Problems
	err      error
	took     time.Duration
}

// build makes the site anew. It doesn't wait for a build when ctx ends.
func (s *broadcaster) build(ctx context.Context) outcome {
	s.retire()
	start := time.Now()
	made := make(chan outcome, 1)
	go func() {
		site, warnings, err := s.Build(ctx)
		made <- outcome{site, warnings, err, time.Since(start)}
	}()
	select {
	case <-ctx.Done():
		return outcome{err: ctx.Err()}
	case o := <-made:
		return o
	}
}

// lasting returns the paths of what is still there, or all where nothing is:
// editors save by way of files that go away at once.
func lasting(paths []string) []string {
	there := slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
		_, err := os.Lstat(path)
		return err != nil
	})
	if len(there) == 0 {
		return paths
	}
	return there
}
