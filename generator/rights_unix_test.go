//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sparrausopas/generator/report"
)

// nobody is a user who owns nothing.
const nobody = 65534

// TestWhereTheUserMayNotWriteNothingIsMadeAndTheReasonIsTold runs the program
// as a user who may read a guide but not write into its folder.
func TestWhereTheUserMayNotWriteNothingIsMadeAndTheReasonIsTold(t *testing.T) {
	dir, program := t.TempDir(), programForAll(t)
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	setModes(t, dir, 0o555)
	defer setModes(t, dir, 0o755)
	before, reason := hashTree(t, dir), report.Printer{}.Message("reason-permission", nil)
	for _, c := range []struct{ command, says string }{
		{"build", reason + " [out-beside]"},
		{"build -out deep/new/site", reason + " [out-parent]"},
		{"new site fresh", reason + " [file-failed]"},
		{"new edition fresh/deep", reason + " [file-failed]"},
		{"new question Who?", reason + " [file-failed]"},
	} {
		command := asNobody(exec.Command(program, strings.Fields(c.command)...))
		command.Dir = dir
		command.Env = []string{"LANG=en"}
		out, err := command.CombinedOutput()
		if err == nil || !strings.Contains(string(out), c.says) {
			t.Errorf("%s: it says (%v)\n%s", c.command, err, out)
		}
	}
	if hashTree(t, dir) != before {
		t.Errorf("the folder is another; it holds %q", namesIn(t, dir))
	}
}

func TestAFileThatTheUserMayNotReadIsNamed(t *testing.T) {
	dir, program := t.TempDir(), programForAll(t)
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	setModes(t, dir, 0o755)
	if err := os.Chmod(filepath.Join(dir, "content", "fi", "questions", "01.md"), 0); err != nil {
		t.Fatal(err)
	}
	command := asNobody(exec.Command(program, "check", "-dir", dir))
	command.Env = []string{"LANG=en"}
	out, err := command.CombinedOutput()
	if err == nil || !strings.Contains(string(out), report.Printer{}.Message("reason-permission", nil)+" [file-unreadable]") {
		t.Errorf("it says (%v)\n%s", err, out)
	}
}

// asNobody has a command run by a user who isn't root, whom no modes hold.
func asNobody(command *exec.Cmd) *exec.Cmd {
	if os.Geteuid() == 0 {
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	return command
}

// programForAll returns the program where each user can run it.
func programForAll(t *testing.T) string {
	t.Helper()
	found, err := exec.LookPath("sparrausopas")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(found)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	// The folder above is the user's own otherwise.
	setModes(t, filepath.Dir(dir), 0o755)
	program := filepath.Join(dir, "sparrausopas")
	if err := os.WriteFile(program, data, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := asNobody(exec.Command(program, "version")).CombinedOutput(); err != nil {
		t.Skipf("no other user can run the program: %v %s", err, out)
	}
	return program
}

// setModes sets the same rights for all folders below one.
func setModes(t *testing.T, dir string, mode os.FileMode) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			err = os.Chmod(name, mode)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
