//go:build unix

package publish

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// killedOut, when set, makes the test binary the child of
// TestKilledAtAnyMoment: it writes two sites to that folder in turn for ever.
const killedOut = "PUBLISH_TEST_KILLED_OUT"

func TestMain(m *testing.M) {
	if out := os.Getenv(killedOut); out != "" {
		writeForEver(out)
	}
	os.Exit(m.Run())
}

func writeForEver(out string) {
	for i := 0; ; i++ {
		if _, err := Write(out, lettered("AB"[i%2:i%2+1]).render); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if i == 0 {
			fmt.Println("at work")
		}
	}
}

// lettered is a site whose names and contents all tell which one it is.
func lettered(letter string) site {
	s := site{}
	for i := range 60 {
		s[fmt.Sprintf("%d/%s-%d.html", i%5, letter, i)] = strings.Repeat(letter, 1000)
	}
	return s
}

func TestAProcessOfAnotherUserIsAlive(t *testing.T) {
	for pid, want := range map[int]bool{1: true, os.Getpid(): true, deadPID(t): false} {
		if alive(pid) != want {
			t.Errorf("process %d: want alive %v", pid, want)
		}
	}
}

func TestKilledAtAnyMomentTheFolderHoldsOneWholeSite(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux exchanges two folders in one step")
	}
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	lettered("A").write(t, out)
	leftovers := 0
	seen := map[string]int{}
	for range 60 {
		killOne(t, out)
		letter := wholeSite(t, out)
		seen[letter]++
		entries, err := os.ReadDir(parent)
		if err != nil {
			t.Fatal(err)
		}
		leftovers += len(entries) - 1
		if rand.N(2) == 0 {
			lettered(letter).write(t, out)
			wantOnly(t, parent, "public")
		}
	}
	t.Logf("sites seen %v, leftovers %d", seen, leftovers)
	if leftovers == 0 {
		t.Error("no kill hit a Write under way")
	}
	site{"last": ""}.write(t, out)
	wantOnly(t, parent, "public")
}

// killOne starts a child and kills it at a random moment after its first site.
func killOne(t *testing.T, out string) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), killedOut+"="+out)
	var said strings.Builder
	child.Stderr = &said
	work, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	// However long the child takes to begin, it is at work for this long.
	_, _ = bufio.NewReader(work).ReadString('\n')
	time.Sleep(rand.N(40 * time.Millisecond))
	child.Process.Kill()
	child.Wait()
	if said.Len() > 0 {
		t.Fatalf("the child failed by itself: %s", said.String())
	}
}

// wholeSite tells which of the two sites the folder holds.
func wholeSite(t *testing.T, out string) string {
	t.Helper()
	letter := "A"
	if _, err := os.Stat(filepath.Join(out, "0/B-0.html")); err == nil {
		letter = "B"
	}
	wantSite(t, out, lettered(letter))
	if t.Failed() {
		t.FailNow()
	}
	return letter
}
