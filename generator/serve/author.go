package serve

import (
	"context"
	"os"
	"sync"
	"time"

	"sparrausopas/generator/report"
)

// author builds the site, and again after each change, until ctx ends. One
// build runs at a time, so that no older one is ever shown after a newer.
func (s *broadcaster) author(ctx context.Context) {
	var workers sync.WaitGroup
	defer workers.Wait()
	g := &watcher{show: s, changes: newChanges(), workers: &workers, stop: func() {}}
	defer func() { g.stop() }()
	g.watch(ctx, s.Watch())
	for run := ctx.Err() == nil; run; run = g.changes.await(ctx) {
		s.follow(ctx, g)
	}
}

// follow builds until nothing changes any more. The first build begins soon,
// for mostly there is but one save; if more comes at once, it was in vain, and
// the next one waits for rest.
func (s *broadcaster) follow(ctx context.Context, g *watcher) {
	c := g.changes
	for more := true; more && ctx.Err() == nil; {
		late := c.begin()
		o := s.build(ctx)
		rested := c.rested(ctx)
		// A fault may come of a file that was just being written.
		if pending, _ := c.look(quiet); late || rested && (o.err == nil || !pending) {
			s.present(ctx, o, c)
		} else {
			o.discard()
		}
		g.renew(ctx)
		more = c.more(ctx, quiet)
	}
}

// present shows the outcome of a build, and tells what changed.
func (s *broadcaster) present(ctx context.Context, o outcome, c *changes) {
	if ctx.Err() != nil {
		return
	}
	before := s.now()
	s.put(o)
	s.log().built(lasting(c.shown()), o.took, before, s.now())
}

// outcome is what a build gives.
type outcome struct {
	site     Site
	warnings report.Problems
	err      error
	took     time.Duration
}

// discard gives up an outcome that nobody will see.
func (o outcome) discard() {
	if o.site != nil {
		o.site.Retire()
	}
}

// build makes the site anew. A build that is still at work when ctx ends is
// left behind.
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
	var there []string
	for _, path := range paths {
		if _, err := os.Lstat(path); err == nil {
			there = append(there, path)
		}
	}
	if len(there) == 0 {
		return paths
	}
	return there
}
