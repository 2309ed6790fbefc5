//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const (
	editionsAtOnce = 20
	// mostEditions is how many times as long all of them may take as one.
	mostEditions = 10
)

// TestEditionsBudget prints how long many editions of the guide take beside
// one, whole processes in turn. Each has a name, a colour and an example of its
// own. make bench sets EDITIONS_BUDGET to a folder with the built program
// generator.
func TestEditionsBudget(t *testing.T) {
	dir := os.Getenv("EDITIONS_BUDGET")
	if dir == "" {
		t.Skip("left out: measured by make bench")
	}
	work := t.TempDir()
	for i := range editionsAtOnce {
		writeEdition(t, filepath.Join(work, "editions", fmt.Sprintf("kunta-%02d", i)), i)
	}
	one, all := &peer{name: "one"}, &peer{name: "all"}
	for i := range peerRuns {
		// Each site is new: ext4 is slow to make files where many were removed.
		one.command = []string{"generator", "build", "-dir", filepath.Join("editions", "kunta-00"), "-out", fmt.Sprintf("one-%d", i)}
		all.command = []string{"generator", "build", "-all", "editions", "-out", fmt.Sprintf("all-%d", i)}
		one.run(t, dir, work)
		all.run(t, dir, work)
	}
	ratio := median(ratios(all.seconds, one.seconds))
	fmt.Printf("one edition %.3f s, %d editions %.3f s: %.1f times one (limit %d), peak %d MiB  %s\n",
		median(one.seconds), editionsAtOnce, median(all.seconds), ratio, mostEditions, all.peak>>10, verdict(ratio <= mostEditions))
}

func writeEdition(t *testing.T, dir string, number int) {
	t.Helper()
	config := fmt.Sprintf("base = \"built-in\"\ntitle = \"Kunnan %d opas\"\n[brand]\nname = \"Kunta %d\"\ncolour = \"#0b4f%02x\"\n", number, number, 80+number)
	local := filepath.Join(dir, "content", "fi", "local", "questions", fmt.Sprintf("%02d.md", 1+number%24))
	for name, text := range map[string]string{
		filepath.Join(dir, "config.toml"): config,
		local:                             fmt.Sprintf("Kunnassa %d kysyttiin tätä.\n", number),
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
