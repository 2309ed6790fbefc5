package serve

import (
	"crypto/rand"
	"errors"
	"slices"
	"strconv"
	"sync"

	"sparrausopas/generator/report"
)

// state is what is to be seen after a build. Nobody changes it.
type state struct {
	// site is the last good one, nil before there is any.
	site *built
	// version is that of the site or, before there is any, of the state.
	version string
	// faults stopped the last build; broken is what stopped it where that was
	// no problem in a file.
	faults   report.Problems
	broken   error
	warnings report.Problems
	// next is closed when there is a newer state.
	next chan struct{}
}

// faulty reports whether the last build failed.
func (s *state) faulty() bool { return len(s.faults) > 0 || s.broken != nil }

// troubled reports whether a file has a problem.
func (s *state) troubled(file string) bool {
	in := func(p report.Problem) bool { return p.Place.File == file }
	return slices.ContainsFunc(s.faults, in) || slices.ContainsFunc(s.warnings, in)
}

// about returns the warnings about a file.
func (s *state) about(file string) report.Problems {
	var found report.Problems
	for _, p := range s.warnings {
		if p.Place.File == file && file != "" {
			found = append(found, p)
		}
	}
	return found
}

// broadcaster holds the latest state to all who look.
type broadcaster struct {
	Options
	// session tells this run of the program from others.
	session string
	// first is closed when there is a state.
	first chan struct{}

	mu    sync.Mutex
	state *state
	count int
	// old is the site that was shown before: browsers' pages of it are compared
	// with those of the next one. It is nil when that is over.
	old Site
}

func newBroadcaster(o Options) *broadcaster {
	return &broadcaster{Options: o, session: rand.Text()[:8], first: make(chan struct{}), state: &state{next: make(chan struct{})}}
}

// now returns the latest state.
func (s *broadcaster) now() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// put shows the outcome of a build. After one that failed, the last good site
// stays to be seen.
func (s *broadcaster) put(o outcome) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	before := s.state
	after := &state{site: before.site, version: s.session + "." + strconv.Itoa(s.count), warnings: o.warnings, next: make(chan struct{})}
	switch {
	case o.err == nil:
		after.site = newBuilt(o.site, after.version)
		if before.site != nil {
			s.old = before.site.Site
		}
	case !errors.As(o.err, &after.faults):
		after.broken = o.err
	}
	if o.err != nil && before.site != nil {
		after.version = before.version
	}
	s.state = after
	if s.count == 1 {
		close(s.first)
	}
	close(before.next)
}

// retire ends the site that was shown before the latest.
func (s *broadcaster) retire() {
	s.mu.Lock()
	old := s.old
	s.old = nil
	s.mu.Unlock()
	if old != nil {
		old.Retire()
	}
}
