package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestAFilmIsNeverInMemory builds and checks a guide with a file that is larger
// than all that the program may take.
func TestAFilmIsNeverInMemory(t *testing.T) {
	const film, most = 200 << 20, 120 << 10 // bytes, and KiB of a process
	guide := t.TempDir()
	if err := os.CopyFS(guide, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(guide, "content", "static", "film.mp4")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, film); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"build", "build", "check"} {
		command := exec.Command("sparrausopas", name, "-dir", guide)
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); !ok || usage.Maxrss > most {
			t.Errorf("%s took %d KiB", name, usage.Maxrss)
		}
	}
	if info, err := os.Stat(filepath.Join(guide, "public", "film.mp4")); err != nil || info.Size() != film {
		t.Errorf("the film is %v (%v)", info, err)
	}
}
