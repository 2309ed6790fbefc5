//go:build unix

package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestABuildKilledAtAnyMomentLeavesOneWholeSite starts the real program again
// and again on a guide that changes each time, kills it, and looks whether the
// site is one of those that whole builds make.
func TestABuildKilledAtAnyMomentLeavesOneWholeSite(t *testing.T) {
	const program = "sparrausopas"
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	// What a build keeps of the one before is of the same day in each.
	t.Setenv("SOURCE_DATE_EPOCH", "1795305600")
	var whole []string
	took := time.Duration(0)
	for version := range 4 {
		writeVersion(t, dir, version%2)
		start := time.Now()
		buildWith(t, program, dir)
		took = max(took, time.Since(start))
		// The first two have other files to keep.
		if version > 1 {
			whole = append(whole, hashTree(t, filepath.Join(dir, "public")))
		}
	}
	killed := 0
	for try := 0; killed < 30 && try < 200; try++ {
		writeVersion(t, dir, try%2)
		context, cancel := context.WithTimeout(t.Context(), time.Duration(rand.Int64N(int64(took)*3/2)))
		if err := exec.CommandContext(context, program, "build", "-dir", dir).Run(); err != nil {
			killed++
		} else {
			// The machine has become faster.
			took = took * 9 / 10
		}
		cancel()
		if got := hashTree(t, filepath.Join(dir, "public")); !slices.Contains(whole, got) {
			t.Fatalf("try %d: the site is neither the one nor the other", try)
		}
	}
	if killed < 30 {
		t.Errorf("only %d of 200 builds were killed", killed)
	}
	buildWith(t, program, dir)
	left, err := filepath.Glob(filepath.Join(dir, ".public*"))
	if err != nil || len(left) > 0 {
		t.Errorf("a build leaves behind %v %v", left, err)
	}
}

// writeVersion changes many pages of the guide at once: all of them show the
// title.
func writeVersion(t *testing.T, dir string, version int) {
	t.Helper()
	text := fmt.Sprintf("+++\ntitle = \"Opas %d\"\n+++\n", version)
	if err := os.WriteFile(filepath.Join(dir, "content", "fi", "_index.md"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func buildWith(t *testing.T, program, dir string) {
	t.Helper()
	if out, err := exec.Command(program, "build", "-dir", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// hashTree returns one value for the names and bytes of all files in a folder.
func hashTree(t *testing.T, dir string) string {
	t.Helper()
	files := readTree(t, dir)
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	sum := sha256.New()
	for _, name := range names {
		fmt.Fprintf(sum, "%q %q\n", name, files[name])
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}
