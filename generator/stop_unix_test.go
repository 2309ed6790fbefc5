//go:build unix

package main

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"sparrausopas/generator/check"
)

// TestABuildThatIsStoppedLeavesNothingBehind stops the real program at any
// moment, as Ctrl-C does.
func TestABuildThatIsStoppedLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	buildWith(t, "sparrausopas", dir)
	start := time.Now()
	buildWith(t, "sparrausopas", dir)
	took := time.Since(start)
	whole, want := hashTree(t, filepath.Join(dir, "public")), namesIn(t, dir)
	stopped := 0
	for try := 0; stopped < 20 && try < 200; try++ {
		command := exec.Command("sparrausopas", "build", "-dir", dir)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(took))))
		// A build that is done already can't be stopped.
		_ = command.Process.Signal(syscall.SIGINT)
		if command.Wait() != nil {
			stopped++
		} else {
			// The machine has become faster.
			took = took * 9 / 10
		}
		if names := namesIn(t, dir); !slices.Equal(names, want) {
			t.Fatalf("try %d: the folder holds %q", try, names)
		}
		if hashTree(t, filepath.Join(dir, "public")) != whole {
			t.Fatalf("try %d: the site is another", try)
		}
	}
	if stopped < 20 {
		t.Errorf("only %d of 200 builds were stopped", stopped)
	}
}

// TestACommandThatHangsCanBeStopped has commands read from a pipe into which
// nobody writes, a step that looks at no context.
func TestACommandThatHangsCanBeStopped(t *testing.T) {
	dir := t.TempDir()
	pipe := hangingGuide(t, dir)
	for _, one := range stopSignals() {
		stopHung(t, exec.Command("sparrausopas", "build", "-dir", dir), pipe, one)
		stopHung(t, exec.Command("sparrausopas", "check", "-dir", dir), pipe, one)
	}
}

// hangingGuide makes a guide that hangs whoever reads what it has published, and
// returns the pipe at which they do.
func hangingGuide(t *testing.T, dir string) (pipe string) {
	t.Helper()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	pipe = filepath.Join(dir, "public", check.PublishedFile)
	if err := errors.Join(os.Mkdir(filepath.Dir(pipe), 0o755), syscall.Mkfifo(pipe, 0o644)); err != nil {
		t.Fatal(err)
	}
	return pipe
}

// stopSignals are those that stop a command. One that was started under nohup, as
// these tests may be, doesn't end with its window.
func stopSignals() []os.Signal {
	signals := []os.Signal{syscall.SIGINT, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// TestACommandOutlivesItsWindowUnderNohup asks the system which signals a build
// ignores that was started by nohup.
func TestACommandOutlivesItsWindowUnderNohup(t *testing.T) {
	dir := t.TempDir()
	pipe := hangingGuide(t, dir)
	command := exec.Command("sh", "-c", "trap '' HUP; exec sparrausopas build -dir "+dir)
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", command.Process.Pid))
	if _ = errors.Join(command.Process.Kill(), command.Wait(), writer.Close()); err != nil {
		t.Skip(err)
	}
	mask := regexp.MustCompile(`SigIgn:\s*(\w+)`).FindSubmatch(status)
	if ignored, _ := strconv.ParseUint(string(mask[1]), 16, 64); ignored>>(syscall.SIGHUP-1)&1 == 0 {
		t.Errorf("it ends with its window:\n%s", status)
	}
}

// stopHung starts a command, and signals to it when it has opened the pipe.
func stopHung(t *testing.T, command *exec.Cmd, pipe string, signal os.Signal) {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	// The pipe opens when the command has opened it.
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	hung := time.AfterFunc(time.Minute, func() { _ = command.Process.Kill() })
	if err := command.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	if err := command.Wait(); !hung.Stop() || err == nil {
		t.Errorf("%s: %v ends it with %v", command, signal, err)
	}
	writer.Close()
}

func TestAPreviewThatIsStoppedLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	before := hashTree(t, dir)
	for _, one := range stopSignals() {
		command := exec.Command("sparrausopas", "serve", "-dir", dir, "-port", "0", "-open=false")
		said, err := command.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		// A preview that hangs is ended, and the test with it.
		late := time.AfterFunc(2*time.Minute, func() { _ = command.Process.Kill() })
		line, err := bufio.NewReader(said).ReadString('\n')
		address := regexp.MustCompile(`http://\S+`).FindString(line)
		if err != nil || address == "" {
			t.Fatalf("it says %q (%v)", line, err)
		}
		answer, err := http.Get(address)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatalf("%v %v", answer, err)
		}
		answer.Body.Close()
		if err := command.Process.Signal(one); err != nil {
			t.Fatal(err)
		}
		if err := command.Wait(); err != nil {
			t.Errorf("%v ends it with %v", one, err)
		}
		late.Stop()
		if _, err := http.Get(address); err == nil {
			t.Errorf("%v: somebody is at %s", one, address)
		}
	}
	if hashTree(t, dir) != before {
		t.Errorf("the folder is another; it holds %q", namesIn(t, dir))
	}
}

// namesIn lists what is in a folder.
func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}
