package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestOnAFullDiskNothingStaysAndTheReasonIsTold runs the program on a disk that
// is too small for what it makes.
func TestOnAFullDiskNothingStaysAndTheReasonIsTold(t *testing.T) {
	disk, guide := smallDisk(t, "size=64k"), t.TempDir()
	if err := os.CopyFS(guide, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"new", "site", filepath.Join(disk, "own")}, "own: there is no room: the disk is full [disk-full]"},
		{[]string{"new", "site", filepath.Join(disk, "deep", "own")}, "there is no room: the disk is full [disk-full]"},
		{[]string{"build", "-dir", guide, "-out", filepath.Join(disk, "site")}, "the file can't be written: the disk is full [out-unwritable]"},
	} {
		command := exec.Command("sparrausopas", c.args...)
		command.Env = append(os.Environ(), "LC_ALL=en")
		out, err := command.CombinedOutput()
		if err == nil || !strings.Contains(string(out), c.says) {
			t.Errorf("%q: it says (%v)\n%s", c.args, err, out)
		}
		if left := namesIn(t, disk); len(left) > 0 {
			t.Errorf("%q leaves %q", c.args, left)
		}
	}
}

// TestAFullDiskKeepsTheLastGoodSite builds other pages where the disk has room
// for no more. The same pages would need none.
func TestAFullDiskKeepsTheLastGoodSite(t *testing.T) {
	disk := smallDisk(t, "size=16m")
	dir := filepath.Join(disk, "guide")
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	buildWith(t, "sparrausopas", dir)
	before, names := hashTree(t, filepath.Join(dir, "public")), namesIn(t, dir)
	config, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "config.toml"), bytes.Replace(config, []byte(`title = "`), []byte(`title = "Uusi `), 1), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	fillDisk(t, filepath.Join(disk, "filler"))
	if out, err := exec.Command("sparrausopas", "build", "-dir", dir).CombinedOutput(); err == nil {
		t.Errorf("there was room:\n%s", out)
	}
	if got := namesIn(t, dir); !slices.Equal(got, names) {
		t.Errorf("the folder holds %q, and before %q", got, names)
	}
	if hashTree(t, filepath.Join(dir, "public")) != before {
		t.Error("the site is another")
	}
}

// smallDisk returns the folder of a disk of a size in memory, which only root
// can have.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, size); err != nil {
		t.Skipf("no disk can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	return disk
}

// fillDisk writes a file until there is no more room.
func fillDisk(t *testing.T, name string) {
	t.Helper()
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for err == nil {
		_, err = file.Write(make([]byte, 4096))
	}
}
