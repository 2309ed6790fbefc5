package serve

import (
	"context"
	"slices"
	"sync"
	"time"
)

const (
	// brief is how long nothing must have changed before a build begins:
	// writing a file means two changes at least.
	brief = 3 * time.Millisecond
	// quiet is how long nothing must have changed before a build is shown: an
	// editor that saves touches more than one file, and a file more than once.
	quiet = 15 * time.Millisecond
	// longest is how long changes without a pause delay a build.
	longest = 200 * time.Millisecond
)

// changes are those to the files that aren't shown yet.
type changes struct {
	mu   sync.Mutex
	list []change
	// begun is how many of them the latest build takes in.
	begun int
	// last is when something changed last, begunLast when the build began.
	last, begunLast time.Time
	// added holds something when there are more.
	added chan struct{}
}

// change is one change; path is unknown if nothing more is known of it.
type change struct {
	path string
	at   time.Time
}

func newChanges() *changes { return &changes{added: make(chan struct{}, 1)} }

// add adds a change at a path. It never waits: one value in added is enough to
// wake who waits, however many changes there are.
func (c *changes) add(path string) {
	c.mu.Lock()
	c.last = time.Now()
	c.list = append(c.list, change{path, c.last})
	c.mu.Unlock()
	select {
	case c.added <- struct{}{}:
	default:
	}
}

// wait waits as long as left returns a time that is left, which is asked again
// after each change, and reports whether ctx hasn't ended.
func (c *changes) wait(ctx context.Context, left func() time.Duration) bool {
	for ctx.Err() == nil {
		c.mu.Lock()
		most := left()
		c.mu.Unlock()
		if most <= 0 {
			return true
		}
		timer := time.NewTimer(most)
		select {
		case <-c.added:
		case <-timer.C:
		case <-ctx.Done():
		}
		timer.Stop()
	}
	return false
}

// await waits for a change and a brief pause after it, and reports whether
// there was one before ctx ended.
func (c *changes) await(ctx context.Context) bool {
	return c.wait(ctx, func() time.Duration {
		if len(c.list) == 0 {
			return time.Hour
		}
		return c.untilPause(brief)
	})
}

// begin notes that a build takes in all changes up to now. It is late if the
// first of them has waited for a pause too long: then the build is to be shown,
// whatever changes meanwhile.
func (c *changes) begin() (late bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.begun, c.begunLast = len(c.list), c.last
	return c.begun > 0 && time.Since(c.list[0].at) >= longest
}

// settled waits for what follows the changes that the latest build took in, and
// reports whether nothing did for a quiet time. The build is stale if something
// has changed since it began.
func (c *changes) settled(ctx context.Context) (settled, stale bool) {
	done := c.wait(ctx, func() time.Duration {
		settled, stale = true, len(c.list) > c.begun
		if stale {
			settled = c.list[c.begun].at.Sub(c.begunLast) >= quiet
			return 0
		}
		return time.Until(c.begunLast.Add(quiet))
	})
	return settled && done, stale
}

// more waits until nothing has changed for a quiet time, and reports whether
// something has since the latest build began.
func (c *changes) more(ctx context.Context) (more bool) {
	return c.wait(ctx, func() time.Duration {
		more = len(c.list) > c.begun
		return c.untilPause(quiet)
	}) && more
}

// untilPause returns how long it is until nothing has changed for a time.
// Changes without a pause don't delay what is to be built for ever.
func (c *changes) untilPause(pause time.Duration) time.Duration {
	left := time.Until(c.last.Add(pause))
	if len(c.list) > c.begun {
		left = min(left, time.Until(c.list[0].at.Add(longest)))
	}
	return left
}

// shown returns the paths of the changes that the latest build has taken in,
// each once, as far as they are known: they are shown now.
func (c *changes) shown() (paths []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, one := range c.list[:c.begun] {
		if one.path != unknown && !slices.Contains(paths, one.path) {
			paths = append(paths, one.path)
		}
	}
	c.list, c.begun = c.list[c.begun:], 0
	return paths
}
