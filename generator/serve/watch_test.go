package serve

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

// sight is a watch of a folder, and what it reported.
type sight struct {
	t      *testing.T
	folder string
	mu     sync.Mutex
	paths  []string
	marks  map[string]bool // those in the folder marks that were reported
	last   int             // the number of the last mark
}

// see watches content and config.toml of a folder in one of both ways until the
// test ends.
func see(t *testing.T, interval time.Duration) *sight {
	t.Helper()
	s := &sight{t: t, folder: t.TempDir(), marks: map[string]bool{}}
	s.make("content/fi/a.md")
	s.make("config.toml")
	s.make("marks/0")
	ready := make(chan struct{})
	l := listener{s.note, sync.OnceFunc(func() { close(ready) }), func(why error) { t.Errorf("no events: %v", why) }}
	w := newWatched([]string{s.path("content"), s.path("config.toml"), s.path("own/theme"), s.path("marks")}, func(path string) bool { return strings.HasSuffix(path, ".bak") })
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.watch(ctx, interval, watchEvents, l)
	}()
	t.Cleanup(func() { cancel(); <-ended })
	<-ready
	return s
}

func (s *sight) path(name string) string { return filepath.Join(s.folder, filepath.FromSlash(name)) }

func (s *sight) note(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name, _ := filepath.Rel(s.folder, path)
	if name = filepath.ToSlash(name); strings.HasPrefix(name, "marks/") {
		s.marks[name] = true
		return
	}
	s.paths = append(s.paths, name)
}

func (s *sight) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	paths := s.paths
	s.paths = nil
	return paths
}

func (s *sight) make(name string) {
	s.t.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	s.must(os.WriteFile(s.path(name), []byte(name), 0o644))
}

func (s *sight) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *sight) rename(old, now string) { s.t.Helper(); s.must(os.Rename(s.path(old), s.path(now))) }

// seen waits until one of the paths is reported, and forgets what else is that
// happened so far.
func (s *sight) seen(what string, any ...string) {
	s.t.Helper()
	var all []string
	until(s.t, fmt.Sprintf("%s (one of %q)", what, any), func() bool {
		all = append(all, s.take()...)
		return slices.ContainsFunc(any, func(path string) bool { return slices.Contains(all, path) })
	})
	s.reported()
}

// reported waits until all that has happened so far is reported, and returns
// it. Changes are reported in their order: when a mark is, what came before it
// is. Changes that are found at one look are reported in the order of their
// names: so a second mark is made after the first.
func (s *sight) reported() []string {
	s.t.Helper()
	for range 2 {
		s.last++
		mark := fmt.Sprintf("marks/%d", s.last)
		s.make(mark)
		until(s.t, "a mark is reported", func() bool {
			s.mu.Lock()
			defer s.mu.Unlock()
			return s.marks[mark]
		})
	}
	return s.take()
}

// inBothWays runs a test with events of the file system and with polling.
func inBothWays(t *testing.T, test func(*testing.T, *sight)) {
	for name, interval := range map[string]time.Duration{"events": 0, "polling": 10 * time.Millisecond} {
		t.Run(name, func(t *testing.T) { test(t, see(t, interval)) })
	}
}

func TestASaveIsSeen(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		write(t, s.path("content/fi/a.md"), "new text")
		s.seen("a save", "content/fi/a.md")
	})
}

func TestASaveOfTheSameLengthAtOnceIsSeen(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		name := s.path("content/fi/a.md")
		info, err := os.Stat(name)
		s.must(err)
		write(t, name, strings.ToUpper("content/fi/a.md"))
		s.must(os.Chtimes(name, info.ModTime(), info.ModTime()))
		s.seen("a save under the same time", "content/fi/a.md")
	})
}

func TestASaveByRenameIsSeen(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		for range 3 {
			write(t, s.path("content/fi/.a.md.tmp"), time.Now().String())
			s.rename("content/fi/.a.md.tmp", "content/fi/a.md")
			s.seen("a save by rename", "content/fi/a.md")
		}
		write(t, s.path(".config.tmp"), time.Now().String())
		s.rename(".config.tmp", "config.toml")
		s.seen("the settings saved by rename", "config.toml")
		write(t, s.path("config.toml"), "again")
		s.seen("the settings saved again", "config.toml")
	})
}

func TestNewFoldersAndWhatIsInThemIsSeen(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		s.make("content/fi/new/deep/b.md")
		s.seen("a new folder", "content/fi/new", "content/fi/new/deep", "content/fi/new/deep/b.md")
		write(t, s.path("content/fi/new/deep/b.md"), "more text")
		s.seen("a save in a new folder", "content/fi/new/deep/b.md")
		s.make("own/theme/base.html")
		s.seen("a watched folder that comes later", "own", "own/theme", "own/theme/base.html")
		write(t, s.path("own/theme/base.html"), "more text")
		s.seen("a save in it", "own/theme/base.html")
	})
}

func TestARemovedFileIsSeen(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		s.must(os.Remove(s.path("content/fi/a.md")))
		s.seen("a file that goes", "content/fi/a.md")
		s.make("content/fi/a.md")
		s.seen("a file that comes back", "content/fi/a.md")
	})
}

func TestARenamedFolderIsWatchedUnderItsNewName(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		s.make("content/fi/one/deep/b.md")
		s.seen("a new folder", "content/fi/one", "content/fi/one/deep/b.md")
		s.rename("content/fi/one", "content/fi/two")
		s.seen("the renamed folder", "content/fi/two", "content/fi/two/deep/b.md")
		write(t, s.path("content/fi/two/deep/b.md"), "a longer text")
		s.seen("a save in it", "content/fi/two/deep/b.md")
		s.make("content/fi/one/c.md")
		s.seen("a folder with the old name", "content/fi/one", "content/fi/one/c.md")
		write(t, s.path("content/fi/one/c.md"), "a longer text")
		s.seen("a save in that", "content/fi/one/c.md")
	})
}

func TestARemovedFolderThatComesBackIsWatched(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		s.must(os.RemoveAll(s.path("content")))
		s.seen("the folder goes", "content", "content/fi/a.md")
		s.make("content/fi/a.md")
		s.seen("the folder comes back", "content", "content/fi", "content/fi/a.md")
		write(t, s.path("content/fi/a.md"), "a longer text")
		s.seen("a save in it", "content/fi/a.md")
	})
}

func TestWhatDoesNotBelongToTheGuideIsNotSeen(t *testing.T) {
	inBothWays(t, func(t *testing.T, s *sight) {
		for _, name := range []string{"content/.git/index", "content/fi/.a.md.swp", "content/fi/a.md~", "content/fi/~$a.docx", "content/fi/a.bak", "public/index.html", "own/other.txt"} {
			s.make(name)
		}
		s.must(os.Symlink(s.path("public"), s.path("content/link")))
		// That the link and the folder own have come may be reported.
		s.reported()
		write(t, s.path("public/index.html"), "through the link")
		write(t, s.path("content/.git/index"), "hidden")
		write(t, s.path("content/fi/a.bak"), "ignored")
		if paths := s.reported(); len(paths) > 0 {
			t.Errorf("%q", paths)
		}
	})
}

func TestFilesAreLookedAtWhereThereAreNoEvents(t *testing.T) {
	s := &sight{t: t, folder: t.TempDir()}
	s.make("a.md")
	ready, failed := make(chan struct{}), make(chan error, 1)
	l := listener{s.note, sync.OnceFunc(func() { close(ready) }), func(why error) { failed <- why }}
	full := func(context.Context, watched, listener) (snapshot, error) { return nil, syscall.ENOSPC }
	go newWatched([]string{s.folder}, nil).watch(t.Context(), 0, full, l)
	if why := <-failed; why != syscall.ENOSPC {
		t.Error(why)
	}
	<-ready
	write(t, s.path("a.md"), "new text")
	until(t, "a save is seen", func() bool { return slices.Contains(s.take(), "a.md") })
}

func TestWhatChangesWhenEventsEndIsSeen(t *testing.T) {
	s := &sight{t: t, folder: t.TempDir()}
	l := listener{s.note, func() { t.Error("ready once more") }, func(error) {}}
	ending := func(ctx context.Context, w watched, l listener) (snapshot, error) {
		before, err := w.look(nil, func(string) error { return nil })
		s.make("a.md")
		return before, err
	}
	go newWatched([]string{s.folder}, nil).watch(t.Context(), 0, ending, l)
	until(t, "a file that came meanwhile is seen", func() bool { return slices.Contains(s.take(), "a.md") })
}

func TestTheTerminalNamesTheFileThatWasSavedAndNotWhatTheEditorMadeBesideIt(t *testing.T) {
	p := start(t, home())
	write(t, filepath.Join(p.folder, "0.tmp"), "text")
	if err := os.Rename(filepath.Join(p.folder, "0.tmp"), filepath.Join(p.folder, "a.md")); err != nil {
		t.Fatal(err)
	}
	until(t, "the save is logged", func() bool { return strings.Contains(p.said.String(), "/a.md: the pages are ready, ") })
	if said := p.said.String(); strings.Contains(said, "0.tmp") {
		t.Error(said)
	}
}

func TestWhatHappensBeforeANewFolderIsWatchedIsNotMissed(t *testing.T) {
	own, base := t.TempDir(), t.TempDir()
	var mu sync.Mutex
	paths, builds := []string{own}, 0
	p := start(t, home(), func(o *Options) {
		o.Watch = func() []string {
			mu.Lock()
			defer mu.Unlock()
			return paths
		}
		build := o.Build
		o.Build = func(ctx context.Context) (Site, report.Problems, error) {
			mu.Lock()
			defer mu.Unlock()
			// The second build reads the base, where something is saved after
			// that.
			if builds++; builds == 2 {
				paths = []string{own, base}
				write(t, filepath.Join(base, "a.md"), "text")
			}
			return build(ctx)
		}
	})
	write(t, filepath.Join(own, "config.toml"), "base")
	until(t, "what was saved in the base is built", func() bool { return p.builder.count() == 3 })
}
