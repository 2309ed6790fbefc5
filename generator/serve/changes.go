package serve

import (
	"context"
	"sync"
	"time"
)

const (
	// brief is how long nothing must have happened before a build begins: to
	// write a file means two changes at the least.
	brief = 3 * time.Millisecond
	// quiet is how long nothing must have happened before a build is shown: an
	// editor that saves touches more than one file, and a file more than once.
	quiet = 15 * time.Millisecond
	// longest is how long changes that never rest keep what they do from being
	// shown.
	longest = 200 * time.Millisecond
)

// changes are those to the files that aren't shown yet.
type changes struct {
	mu   sync.Mutex
	list []change
	// begun is how many of them the latest build takes in, and until when
	// nothing more may happen for them to be at rest.
	begun int
	until time.Time
	// last is when something changed last.
	last time.Time
	// stir holds something when more has happened.
	stir chan struct{}
}

type change struct {
	path string
	at   time.Time
}

func newChanges() *changes { return &changes{stir: make(chan struct{}, 1)} }

// add takes in a change.
func (c *changes) add(path string) {
	c.mu.Lock()
	c.last = time.Now()
	c.list = append(c.list, change{path, c.last})
	c.mu.Unlock()
	select {
	case c.stir <- struct{}{}:
	default:
	}
}

// await waits for a change and for a brief rest, and reports whether one came
// before ctx ended.
func (c *changes) await(ctx context.Context) bool {
	for ctx.Err() == nil {
		c.mu.Lock()
		some := len(c.list) > 0
		c.mu.Unlock()
		if some {
			return c.more(ctx, brief)
		}
		select {
		case <-c.stir:
		case <-ctx.Done():
		}
	}
	return false
}

// pause waits until something happens, at most so long.
func (c *changes) pause(ctx context.Context, most time.Duration) {
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-c.stir:
	case <-timer.C:
	case <-ctx.Done():
	}
}

// begin notes that a build takes in all changes up to now. It is late if some
// of them have waited for rest too long: then it is to be shown, whatever
// happens meanwhile.
func (c *changes) begin() (late bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.begun, c.until = len(c.list), c.last.Add(quiet)
	return c.begun > 0 && time.Since(c.list[0].at) >= longest
}

// rested waits until it is sure whether what the latest build took in was at
// rest.
func (c *changes) rested(ctx context.Context) bool {
	for ctx.Err() == nil {
		c.mu.Lock()
		next := time.Now()
		if len(c.list) > c.begun {
			next = c.list[c.begun].at
		}
		wait := c.until.Sub(next)
		sure := wait <= 0 || len(c.list) > c.begun
		c.mu.Unlock()
		if sure {
			return wait <= 0
		}
		c.pause(ctx, wait)
	}
	return false
}

// more waits until nothing has happened for so long, and reports whether
// something has changed since the latest build began.
func (c *changes) more(ctx context.Context, rest time.Duration) bool {
	for ctx.Err() == nil {
		more, wait := c.look(rest)
		if wait <= 0 {
			return more
		}
		c.pause(ctx, wait)
	}
	return false
}

// look reports whether something has changed since the latest build began, and
// how long to wait for a rest.
func (c *changes) look(rest time.Duration) (more bool, wait time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	more = len(c.list) > c.begun
	wait = time.Until(c.last.Add(rest))
	if more {
		wait = min(wait, time.Until(c.list[0].at.Add(longest)))
	}
	return more, wait
}

// shown returns the paths of the changes that the latest build has taken in,
// each once, as far as they are known: they are shown now.
func (c *changes) shown() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var paths []string
	seen := map[string]bool{}
	for _, one := range c.list[:c.begun] {
		if one.path != unknown && !seen[one.path] {
			seen[one.path] = true
			paths = append(paths, one.path)
		}
	}
	c.list, c.begun = c.list[c.begun:], 0
	return paths
}
