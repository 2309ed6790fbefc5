package publish

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestTwoContainersWriteOneFolderAndNoneLies starts pairs of processes that see
// neither each other nor each other's numbers, as in two containers; some are
// killed. What ends with success has left a whole site. PAIRS=all asks for 600
// pairs (make fuzz).
func TestTwoContainersWriteOneFolderAndNoneLies(t *testing.T) {
	pairs := 24
	if os.Getenv("PAIRS") == "all" {
		pairs = 600
	}
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	done, failed := 0, map[string]int{}
	for pair := range pairs {
		a, b := startOfAPair(t, out, "A", pair&1 != 0), startOfAPair(t, out, "B", pair&2 != 0)
		if pair%3 == 0 {
			time.AfterFunc(rand.N(30*time.Millisecond), func() { a.Process.Kill() })
		}
		succeeded := 0
		for _, child := range []*exec.Cmd{a, b} {
			if child.Wait() == nil {
				succeeded++
			} else {
				fault, _, _ := strings.Cut(child.Stdout.(*strings.Builder).String(), " ")
				failed[fault]++
			}
		}
		done += succeeded
		if succeeded > 0 {
			// A killed one may have left half of its own in place, and says so.
			wantWholePair(t, out, pair%3 == 0 && pair&1 != 0)
		}
		if pair%4 == 0 && pair%3 != 0 && succeeded < 2 {
			t.Errorf("pair %d: %d of two exchanges succeeded", pair, succeeded)
		}
	}
	t.Logf("%d of %d succeeded; the others: %v", done, 2*pairs, failed)
	if done < pairs/2 {
		t.Errorf("only %d of %d succeeded: %v", done, 2*pairs, failed)
	}
	lettered("A").write(t, out)
	wantSite(t, out, lettered("A"))
	wantOnly(t, parent, "public")
}

// startOfAPair starts a process that is the first of its own namespace.
func startOfAPair(t *testing.T, out, letter string, inPlace bool) *exec.Cmd {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), pairOut+"="+out, pairLetter+"="+letter)
	if inPlace {
		child.Env = append(child.Env, pairInPlace+"=1")
	}
	child.Stdout = &strings.Builder{}
	child.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWPID}
	if err := child.Start(); err != nil {
		t.Skipf("no process can have a namespace of its own here: %v", err)
	}
	return child
}

// wantWholePair wants one of the two sites, whole and with its manifest.
func wantWholePair(t *testing.T, out string, mayBeMixed bool) {
	t.Helper()
	got := read(t, out)
	letter := "A"
	if got["0/B-0.js"] != "" {
		letter = "B"
	}
	want := lettered(letter)
	if string(formatManifest(sortedNames(want), nil)) != got[manifestName] && !mayBeMixed {
		t.Errorf("the manifest of %s is\n%s", letter, got[manifestName])
	}
	for name, text := range want {
		if got[name] != text && !mayBeMixed {
			t.Fatalf("%s of %s holds %d letters", name, letter, len(got[name]))
		}
	}
}
