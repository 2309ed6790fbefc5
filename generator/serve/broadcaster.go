package serve

import (
	"crypto/rand"
	"errors"
	"slices"
	"strconv"
	"sync"

	"sparrausopas/generator/report"
)

// state is what browsers show after a build. It never changes.
type state struct {
	// site is the last good one, nil before there is any.
	site *built
	// version is that of the site or, before there is any, of the state.
	version string
	// err stopped the last build: report.Problems or another.
	err      error
	warnings report.Problems
	// next is closed when there is a newer state.
	next chan struct{}
}

// hasProblem reports whether a file has a problem.
func (s *state) hasProblem(file string) bool {
	return len(about(s.warnings, file)) > 0 || len(about(problemsOf(s.err), file)) > 0
}

// problemsOf returns the problems that an error consists of, if it does.
func problemsOf(err error) report.Problems {
	problems, _ := errors.AsType[report.Problems](err)
	return problems
}

// about returns those of the problems that are in a file.
func about(problems report.Problems, file string) report.Problems {
	return slices.DeleteFunc(slices.Clone(problems), func(p report.Problem) bool { return file == "" || p.Place.File != file })
}

// broadcaster holds the latest state for all browsers that show the site.
type broadcaster struct {
	Options
	// pass is who may write, stop ends the program.
	pass     pass
	stop     func()
	entrance *entrance
	// visitors is nil where the terminal ends the program; there running is empty.
	visitors *visitors
	running  Running
	// session distinguishes this run of the program from others.
	session string
	// first is closed when there is a state to be shown.
	first <-chan struct{}

	mu    sync.Mutex
	state *state
	count int
	// old is the site that was shown before, as long as pages of it are
	// compared with those of the latest.
	old Site
}

func newBroadcaster(o Options) *broadcaster {
	next := make(chan struct{})
	e := &entrance{Door: o.Door, opened: make(chan struct{})}
	if o.Door == nil || o.Build != nil {
		close(e.opened)
	}
	return &broadcaster{Options: o, entrance: e, session: rand.Text()[:8], first: next, state: &state{next: next}}
}

// now returns the latest state.
func (s *broadcaster) now() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// put broadcasts the outcome of a build. After one that failed, the last good
// site is still shown.
func (s *broadcaster) put(o outcome) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	before := s.state
	after := &state{site: before.site, version: s.session + "." + strconv.Itoa(s.count), err: o.err, warnings: o.warnings, next: make(chan struct{})}
	if o.err == nil {
		after.site = &built{Site: o.site, version: after.version}
	}
	switch {
	case before.site == nil:
	case o.err == nil:
		s.old = before.site.Site
	default:
		after.version = before.version
	}
	s.state = after
	close(before.next)
}

// retire ends the site that was shown before the latest.
func (s *broadcaster) retire() {
	s.mu.Lock()
	old := s.old
	s.old = nil
	s.mu.Unlock()
	// It may wait for a page that is being made: not while mu is held.
	if old != nil {
		old.Retire()
	}
}
