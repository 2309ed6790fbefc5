package publish

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// deadPID is the number of a process that has ended.
func deadPID(t *testing.T) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	if err := child.Run(); err != nil {
		t.Fatal(err)
	}
	return child.Process.Pid
}

func TestLeftoversOfDeadProcessesAreSweptAndNoOthers(t *testing.T) {
	dead, own := deadPID(t), os.Getpid()
	for _, c := range []struct {
		rule  string
		name  string
		age   time.Duration
		swept bool
	}{
		{"a dead process's new folder goes", fmt.Sprintf(".public.%d.new", dead), 0, true},
		{"so does its second one", fmt.Sprintf(".public.%d-2.new", dead), 0, true},
		{"so does an old site it put aside", fmt.Sprintf(".public.%d.old", dead), 0, true},
		{"a living process's new folder stays", fmt.Sprintf(".public.%d.new", own), time.Hour, false},
		{"a new folder older than a day goes", fmt.Sprintf(".public.%d.new", own), 25 * time.Hour, true},
		{"an old site may be of any age", fmt.Sprintf(".public.%d.old", own), 25 * time.Hour, false},
		{"another site's folder stays", fmt.Sprintf(".publics.%d.new", dead), 48 * time.Hour, false},
		{"a name without a number stays", ".public.x.new", 48 * time.Hour, false},
		{"a name with number 0 stays", ".public.0.new", 48 * time.Hour, false},
		{"a name with another end stays", fmt.Sprintf(".public.%d.tmp", dead), 48 * time.Hour, false},
	} {
		t.Run(c.rule, func(t *testing.T) {
			parent := t.TempDir()
			out, left := filepath.Join(parent, "public"), filepath.Join(parent, c.name)
			put(t, out, nil)
			put(t, left, site{"d/x": "1"})
			then := time.Now().Add(-c.age)
			if err := os.Chtimes(left, then, then); err != nil {
				t.Fatal(err)
			}
			site{"a": "1"}.write(t, out)
			if _, err := os.Lstat(left); os.IsNotExist(err) != c.swept {
				t.Errorf("%s: got %v, want it swept: %v", c.name, err, c.swept)
			}
		})
	}
}

func TestAFileOrALinkNamedLikeALeftoverStays(t *testing.T) {
	parent := t.TempDir()
	name := fmt.Sprintf(".public.%d.new", deadPID(t))
	put(t, parent, site{name: "x"})
	site{"a": "1"}.write(t, filepath.Join(parent, "public"))
	wantOnly(t, parent, name, "public")
}

func TestAnOldSitePutAsideComesBackBeforeAnythingElse(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	site{"a": "1"}.write(t, out)
	pid := deadPID(t)
	for end, name := range map[string]string{oldSuffix: "public", newSuffix: "half"} {
		put(t, filepath.Join(parent, name), nil)
		if err := os.Rename(filepath.Join(parent, name), filepath.Join(parent, fmt.Sprintf(".public.%d%s", pid, end))); err != nil {
			t.Fatal(err)
		}
	}
	broken := errors.New("broken")
	if _, err := Write(out, func(Emit) error { return broken }); err != broken {
		t.Fatal(err)
	}
	wantSite(t, out, site{"a": "1"})
	wantOnly(t, parent, "public")
}
