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
// build runs at a time, so that no older one is ever shown after a newer. What
// is watched can be another after a build.
func (s *show) author(ctx context.Context) {
	changes, builds := make(chan string), make(chan []string)
	var workers sync.WaitGroup
	defer workers.Wait()
	workers.Go(func() { gather(ctx, changes, builds) })
	paths := s.Watch()
	ready, stop := s.watch(ctx, paths, changes, &workers)
	defer func() { stop() }()
	select {
	case <-ready:
	case <-ctx.Done():
		return
	}
	var saved []string
	for ctx.Err() == nil {
		s.build(ctx, saved)
		if now := s.Watch(); !slices.Equal(now, paths) {
			stop()
			paths = now
			_, stop = s.watch(ctx, paths, changes, &workers)
		}
		select {
		case <-ctx.Done():
		case saved = <-builds:
		}
	}
}

// watch begins to watch paths; ready is closed when no change is missed any
// more.
func (s *show) watch(ctx context.Context, paths []string, changes chan<- string, workers *sync.WaitGroup) (ready <-chan struct{}, stop func()) {
	ctx, stop = context.WithCancel(ctx)
	begun := make(chan struct{})
	tell := s.watching(ctx, paths, changes, begun)
	workers.Go(func() { newWatched(paths, s.Ignore).watch(ctx, s.Poll, tell) })
	return begun, stop
}

// watching passes changes on, and closes ready when none is missed any more.
func (s *show) watching(ctx context.Context, paths []string, changes chan<- string, ready chan<- struct{}) watching {
	changed := func(path string) {
		select {
		case changes <- path:
		case <-ctx.Done():
		}
	}
	polling := func(why error) {
		s.diary().polling(why)
		if len(paths) > 0 {
			// What happened while nobody watched isn't known.
			changed(paths[0])
		}
	}
	return watching{changed, sync.OnceFunc(func() { close(ready) }), polling}
}

// outcome is what a build gives.
type outcome struct {
	site     Site
	warnings report.Problems
	err      error
}

// build makes the site anew because of changes and shows it. A build that is
// still at work when ctx ends is left behind.
func (s *show) build(ctx context.Context, changed []string) {
	start := time.Now()
	made := make(chan outcome, 1)
	go func() {
		site, warnings, err := s.Build(ctx)
		made <- outcome{site, warnings, err}
	}()
	select {
	case <-ctx.Done():
	case o := <-made:
		if ctx.Err() != nil {
			return
		}
		before := s.now()
		s.put(o)
		s.diary().built(lasting(changed), time.Since(start), before, s.now())
	}
}

// lasting gives the paths of what is still there, or all where nothing is:
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
