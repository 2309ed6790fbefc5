package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestAFilmIsNeverInMemory builds and checks a guide with a file that is larger
// than all that the program may take.
func TestAFilmIsNeverInMemory(t *testing.T) {
	const film = 300 << 20
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
		// The limits are in KiB; threads have stacks, too.
		command := exec.Command("sh", "-c", `ulimit -s 512 && ulimit -d 250000 && exec sparrausopas "$@"`, "sh", name, "-dir", guide)
		command.Env = append(os.Environ(), "GOMAXPROCS=2")
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v: %.1000s", err, out)
		}
	}
	if info, err := os.Stat(filepath.Join(guide, "public", "film.mp4")); err != nil || info.Size() != film {
		t.Errorf("the film is %v (%v)", info, err)
	}
}
