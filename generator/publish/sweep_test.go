package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"
)

// noLocks is the locker of a file system without locks.
func noLocks(*os.File) error { return errors.ErrUnsupported }

func TestLeftoversOfDeadProcessesAreSweptAndNoOthers(t *testing.T) {
	const stage, old = ".public.abcdefgh2345.new", ".public.abcdefgh2345.old"
	for _, c := range []struct {
		rule   string
		locker locker
		files  site   // what lies beside the output folder
		held   string // the stage whose maker lives
		age    time.Duration
		swept  bool
	}{
		{rule: "a dead process's new folder goes", files: site{stage + "/d/x": "1", stage + "/" + manifestName: ""}, swept: true},
		{rule: "a living process's new folder stays", files: site{stage + "/d/x": "1"}, held: stage, age: 48 * time.Hour},
		{rule: "half a new folder goes", files: site{stage + "/d/x": "1"}, swept: true},
		{rule: "an old site put aside goes", files: site{old + "/" + manifestName: ""}, swept: true},
		{rule: "an old site put aside by a living process stays", files: site{old + "/" + manifestName: ""}, held: stage},
		{rule: "another site's folder stays", files: site{".publics.abcdefgh2345.new/x": ""}},
		{rule: "a folder named by people stays", files: site{".public.backup.new/x": "", ".public.abcdefgh234-.new/x": "", ".public.abcdefgh2345.tmp/x": ""}},
		{rule: "a file of that name stays", files: site{stage: "x"}},
		{rule: "without locks a fresh folder stays", locker: noLocks, files: site{stage + "/" + manifestName: ""}, age: leaseHolds - time.Minute},
		{rule: "without locks one goes whose lease ran out", locker: noLocks, files: site{stage + "/" + manifestName: ""}, age: leaseHolds + time.Minute, swept: true},
	} {
		t.Run(c.rule, func(t *testing.T) {
			parent := t.TempDir()
			root := openRoot(t, parent)
			put(t, parent, c.files)
			put(t, filepath.Join(parent, "public"), nil)
			st := stages{root, "public", lock}
			if c.held != "" {
				put(t, filepath.Join(parent, c.held), nil)
				l, err := newLease(openRoot(t, filepath.Join(parent, c.held)), lock)
				if err != nil {
					t.Fatal(err)
				}
				defer l.end()
			}
			if c.locker != nil {
				st.lock = c.locker
			}
			then := time.Now().Add(-c.age)
			for name := range c.files {
				if err := os.Chtimes(filepath.Join(parent, name), then, then); err != nil {
					t.Fatal(err)
				}
			}
			before := read(t, parent)
			st.sweep("public")
			if c.swept {
				wantOnly(t, parent, "public")
			} else if after := read(t, parent); len(after) != len(before) {
				t.Errorf("it holds %q, and before %q", after, before)
			}
		})
	}
}

func TestAnOldSitePutAsideComesBackBeforeAnythingElse(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	site{"a": "1"}.write(t, out)
	if err := os.Rename(out, filepath.Join(parent, ".public.abcdefgh2345.old")); err != nil {
		t.Fatal(err)
	}
	put(t, parent, site{".public.abcdefgh2345.new/half": ""})
	broken := errors.New("broken")
	if _, err := Write(out, Options{}, func(Emit) error { return broken }); err != broken {
		t.Fatal(err)
	}
	wantSite(t, out, site{"a": "1"})
	wantOnly(t, parent, "public")
}

// TestANewFolderThatIsTakenForALeftoverIsNotPublished removes what a Write is
// making, as another does that can't see that it lives.
func TestANewFolderThatIsTakenForALeftoverIsNotPublished(t *testing.T) {
	for _, inPlace := range []bool{false, true} {
		parent := t.TempDir()
		out := filepath.Join(parent, "public")
		site{"a": "1"}.write(t, out)
		_, err := Write(out, Options{InPlace: inPlace}, func(emit Emit) error {
			for _, pattern := range []string{".public.*.new/d/b", "public/.sparrausopas.new/0"} {
				defer func() {
					found, _ := filepath.Glob(filepath.Join(parent, pattern))
					for _, name := range found {
						os.Remove(name)
					}
				}()
			}
			return site{"d/b": "2", "d/c": "2"}.render(emit)
		})
		if err == nil {
			t.Errorf("in place %t: half a site was published: %q", inPlace, read(t, out))
		}
		if !inPlace {
			wantSite(t, out, site{"a": "1"})
			wantOnly(t, parent, "public")
		}
		site{"a": "1"}.write(t, out)
		wantSite(t, out, site{"a": "1"})
	}
}

func TestWithoutLocksALeaseIsRenewedUntilItEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := t.TempDir()
		l, err := newLease(openRoot(t, folder), noLocks)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			time.Sleep(leaseRenewed)
			synctest.Wait()
			if got := stat(t, filepath.Join(folder, manifestName)).ModTime(); !got.Equal(time.Now()) {
				t.Errorf("the lease is of %v at %v", got, time.Now())
			}
		}
		l.end()
	})
}
