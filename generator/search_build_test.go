//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// What search may add to a build: a share of the time at any size, and memory
// at 10,000 pages.
const (
	mostTime   = 0.40
	mostMemory = 100 // MiB
)

// TestSearchBuild prints what search adds to a build, whole processes in turn.
// make bench sets SEARCH_BUDGET to a folder with the built program generator
// and a folder for each size, which holds the guide in opas and the same guide
// in bare, whose theme lacks the word that gives the search page its address:
// it is built without search.
func TestSearchBuild(t *testing.T) {
	dir := os.Getenv("SEARCH_BUDGET")
	if dir == "" {
		t.Skip("left out: measured by make bench")
	}
	for _, size := range []string{"100", "1000", "10000"} {
		corpus := filepath.Join(dir, size)
		if _, err := os.Stat(filepath.Join(corpus, "bare")); err != nil {
			continue
		}
		bare := &peer{name: "without", command: []string{"generator", "build", "-dir", "bare", "-out", "out"}}
		with := &peer{name: "with", command: []string{"generator", "build", "-dir", "opas", "-out", "out"}}
		for range peerRuns {
			bare.run(t, dir, corpus)
			with.run(t, dir, corpus)
		}
		time, memory := median(ratios(with.seconds, bare.seconds))-1, (with.peak-bare.peak)>>10
		fmt.Printf("%6s pages  build %.3f s without search, %.3f s with: %+.0f %% (limit %+.0f %%)  %s\n",
			size, median(bare.seconds), median(with.seconds), 100*time, 100*mostTime, verdict(time <= mostTime))
		fmt.Printf("%6s pages  peak %d MiB without search, %d MiB with: %+d MiB (limit %+d MiB)  %s\n",
			size, bare.peak>>10, with.peak>>10, memory, mostMemory, verdict(memory <= mostMemory))
	}
}

func verdict(within bool) string {
	if within {
		return "ok"
	}
	return "OVER"
}
