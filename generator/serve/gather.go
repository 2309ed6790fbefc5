package serve

import (
	"context"
	"time"
)

const (
	// quiet is how long nothing must happen before a build starts: an editor
	// that saves touches more than one file.
	quiet = 15 * time.Millisecond
	// longest is how long changes that never rest keep a build waiting.
	longest = 200 * time.Millisecond
)

// batch are the changes since the last build.
type batch struct {
	paths []string
	seen  map[string]bool
	due   time.Time // when to build
	last  time.Time // when to build at the latest
}

func (b *batch) add(path string, now time.Time) {
	if len(b.paths) == 0 {
		b.last, b.seen = now.Add(longest), map[string]bool{}
	}
	if !b.seen[path] {
		b.seen[path] = true
		b.paths = append(b.paths, path)
	}
	b.due = now.Add(quiet)
	if b.due.After(b.last) {
		b.due = b.last
	}
}

// gather takes in the paths of changes and sends those that belong to one build
// when they have come to rest. While nobody takes them, it gathers on.
func gather(ctx context.Context, changes <-chan string, builds chan<- []string) {
	var b batch
	timer := time.NewTimer(longest)
	timer.Stop()
	for {
		var ready chan<- []string
		if len(b.paths) > 0 && !time.Now().Before(b.due) {
			ready = builds
		}
		select {
		case <-ctx.Done():
			return
		case path := <-changes:
			b.add(path, time.Now())
			timer.Reset(time.Until(b.due))
		case <-timer.C:
		case ready <- b.paths:
			b = batch{}
		}
	}
}
