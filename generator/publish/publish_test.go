package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestTheFolderHoldsExactlyWhatRenderEmits(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	for _, s := range []site{
		{"index.html": "a", "fi/index.html": "b", "fi/kysymykset/1.html": "c"},
		{"index.html": "a2", "sv/index.html": "d"},
		{"fi": "a file where a folder was"},
		{},
	} {
		s.write(t, out)
		wantSite(t, out, s)
		wantOnly(t, parent, "public")
	}
}

func TestMissingParentsOfTheFolderAreMade(t *testing.T) {
	out := filepath.Join(t.TempDir(), "a", "b", "public")
	site{"x": "1"}.write(t, out)
	wantSite(t, out, site{"x": "1"})
}

func TestParentsThatWereMadeInVainGoAgain(t *testing.T) {
	top := t.TempDir()
	put(t, top, site{"there/x": "1"})
	broken := errors.New("broken")
	for _, out := range []string{"a/b/public", "there/c/public", "there/public"} {
		if _, err := Write(filepath.Join(top, out), Options{}, func(Emit) error { return broken }); err != broken {
			t.Errorf("%s: got %v", out, err)
		}
	}
	if _, err := Write(filepath.Join(top, "d", strings.Repeat("x", 300), "public"), Options{}, site{}.render); err == nil {
		t.Error("a folder with so long a name was made")
	}
	wantOnly(t, top, "there")
	wantOnly(t, filepath.Join(top, "there"), "x")
}

func TestAWriteThatFailsTakesNoParentFromAnother(t *testing.T) {
	top := t.TempDir()
	broken := errors.New("broken")
	for range 50 {
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() { Write(filepath.Join(top, "a", "b", "failed"), Options{}, func(Emit) error { return broken }) })
		}
		wg.Go(func() { site{"x": "1"}.write(t, filepath.Join(top, "a", "b", "public")) })
		wg.Wait()
		wantSite(t, filepath.Join(top, "a", "b", "public"), site{"x": "1"})
		wantOnly(t, filepath.Join(top, "a", "b"), "public")
		if err := os.RemoveAll(filepath.Join(top, "a")); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryWriteAddsNoJekyllAndASortedManifest(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"b/c": "", "a": "", "!": ""}.write(t, out)
	got := read(t, out)
	if text, found := got[noJekyllName]; !found || text != "" {
		t.Errorf(".nojekyll is %q (found: %v)", text, found)
	}
	if want := manifestHead + "\n!\n.nojekyll\na\nb/c\n"; got[manifestName] != want {
		t.Errorf("the manifest is\n%s\nwant\n%s", got[manifestName], want)
	}
}

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	parent := t.TempDir()
	s := site{}
	for i := range 100 {
		s[fmt.Sprintf("%d/%d.html", i%7, i)] = strings.Repeat("x", i)
	}
	var runs []site
	for _, name := range []string{"one", "two"} {
		out := filepath.Join(parent, name)
		_, err := Write(out, Options{}, func(emit Emit) error {
			var wg sync.WaitGroup
			for name, text := range s { // in no order, at once
				wg.Go(func() { emit(name, []byte(text)) })
			}
			wg.Wait()
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		runs = append(runs, read(t, out))
	}
	if !maps.Equal(runs[0], runs[1]) || len(runs[0]) != len(s)+2 {
		t.Errorf("the runs differ: %d and %d files", len(runs[0]), len(runs[1]))
	}
}

func TestResultCountsFilesBytesAndChanges(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, step := range []struct {
		does string
		site site
		want Result
	}{
		{"a first site is all new", site{"a": "1", "b": "22"}, Result{Files: 2, Bytes: 3, Changed: 2}},
		{"the same site changes nothing", site{"a": "1", "b": "22"}, Result{Files: 2, Bytes: 3}},
		{"a file of the same size is compared", site{"a": "1", "b": "23"}, Result{Files: 2, Bytes: 3, Changed: 1}},
		{"a new file counts and one gone doesn't", site{"b": "23", "c": ""}, Result{Files: 2, Bytes: 2, Changed: 1}},
	} {
		if got := step.site.write(t, out); got != step.want {
			t.Errorf("%s: got %+v, want %+v", step.does, got, step.want)
		}
	}
}

func TestUnchangedFilesKeepTheirTimeAndOthersGetThePresentOne(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"d/same": "1", "differs": "1"}.write(t, out)
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, name := range []string{"d/same", "differs", noJekyllName, manifestName} {
		if err := os.Chtimes(filepath.Join(out, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	site{"d/same": "1", "differs": "2"}.write(t, out)
	for name, kept := range map[string]bool{"d/same": true, "differs": false, noJekyllName: true, manifestName: true} {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.ModTime().Equal(past) != kept || !kept && time.Since(info.ModTime()) > time.Minute {
			t.Errorf("%s has the time %v", name, info.ModTime())
		}
	}
}

func TestAnUnchangedFileIsTheOldOne(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"d/same": "1", "differs": "1"}.write(t, out)
	before := map[string]os.FileInfo{}
	for _, name := range []string{"d/same", "differs"} {
		before[name] = stat(t, filepath.Join(out, name))
	}
	site{"d/same": "1", "differs": "2"}.write(t, out)
	for name, kept := range map[string]bool{"d/same": true, "differs": false} {
		if os.SameFile(before[name], stat(t, filepath.Join(out, name))) != kept {
			t.Errorf("%s: the same file: %t", name, !kept)
		}
	}
}

func TestAFileThatIsNotTheOneThatWasComparedIsNotKept(t *testing.T) {
	top := t.TempDir()
	site{"a": "1", "b": "1"}.write(t, filepath.Join(top, "public"))
	p, err := openPlace(filepath.Join(top, "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	s, err := p.begin(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.remove()
	a, b := stat(t, filepath.Join(top, "public", "a")), stat(t, filepath.Join(top, "public", "b"))
	// Between comparing and keeping another Write has put its own site there.
	if s.keep("a", b) || !isMissing(s.folders.root, "a") {
		t.Error("another file is kept")
	}
	if !s.keep("a", a) || isMissing(s.folders.root, "a") {
		t.Error("the file that was compared isn't kept")
	}
}

func stat(t *testing.T, name string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestAfterAnErrorTheOldSiteStays(t *testing.T) {
	broken := errors.New("content/fi/a.md:1:1: broken")
	for does, render := range map[string]func(Emit) error{
		"render fails":                 func(emit Emit) error { emit("new", nil); return broken },
		"a name is refused":            func(emit Emit) error { return emit("../x", nil) },
		"a write fails":                func(emit Emit) error { return emit(strings.Repeat("x", 300), nil) },
		"render lets an error pass":    func(emit Emit) error { emit(strings.Repeat("x", 300), nil); return emit("y", nil) },
		"a folder can't be made":       func(emit Emit) error { return emit(strings.Repeat("x", 300)+"/y", nil) },
		"render lets a bad name pass":  func(emit Emit) error { emit("/x", nil); return nil },
		"two files have the same name": func(emit Emit) error { emit("x", nil); emit("x", nil); return nil },
	} {
		t.Run(does, func(t *testing.T) {
			parent := t.TempDir()
			out := filepath.Join(parent, "public")
			site{"a": "1"}.write(t, out)
			result, err := Write(out, Options{}, render)
			if err == nil || result != (Result{}) {
				t.Errorf("got %+v, %v", result, err)
			}
			if does == "render fails" && err != broken {
				t.Errorf("the error came back as %v", err)
			}
			wantSite(t, out, site{"a": "1"})
			wantOnly(t, parent, "public")
		})
	}
}

func TestAPanicInRenderLeavesNothingBehind(t *testing.T) {
	parent := t.TempDir()
	func() {
		defer func() { recover() }()
		Write(filepath.Join(parent, "public"), Options{}, func(emit Emit) error { emit("a", nil); panic("bug") })
	}()
	wantOnly(t, parent)
}

func TestSeveralWritesAtOnceLeaveOneWholeSite(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	sites := []site{{"a": "1", "d/b": "1"}, {"a": "2", "e/b": "2"}, {"a": "3", "f/b": "3"}}
	sites[0].write(t, out)
	var wg sync.WaitGroup
	for _, s := range sites {
		wg.Go(func() {
			if _, err := Write(out, Options{}, s.render); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	got := read(t, out)
	wantSite(t, out, sites[got["a"][0]-'1'])
	wantOnly(t, parent, "public")
}

func TestCountChecksAndCountsButWritesNothing(t *testing.T) {
	got, err := Count(site{"a": "1", "b/c": "22"}.render)
	if want := (Result{Files: 2, Bytes: 3}); err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if _, err := Count(site{"a": "1", "A": "22"}.render); err == nil {
		t.Error("two names that differ in case passed")
	}
	broken := errors.New("broken")
	if _, err := Count(func(Emit) error { return broken }); err != broken {
		t.Errorf("got %v, want render's own error", err)
	}
}
