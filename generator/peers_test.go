//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

// peerRuns is how often each program builds each site.
const peerRuns = 5

// peer is a program that makes a site of the same pages. Its command is run in
// a folder that holds the corpus, and writes to the folder "out" there.
type peer struct {
	name    string
	command []string
	// seconds are those that passed, processor those that all processors
	// worked.
	seconds, processor []float64
	peak               int64
}

// TestPeers prints how long this program takes beside the least that a
// Markdown site needs (floor), beside Hugo and beside Hugo with Pagefind, which
// do an equal job; whole processes in turn, so that a drift of the machine meets
// all of them. make bench sets PEERS to a folder with the built programs
// generator and, where they are, floor, hugo and hugo-pagefind, and with the
// corpora in folders named by their size.
func TestPeers(t *testing.T) {
	dir := os.Getenv("PEERS")
	if dir == "" {
		t.Skip("left out: measured by make bench")
	}
	for _, size := range []string{"100", "1000", "10000"} {
		corpus := filepath.Join(dir, size)
		if _, err := os.Stat(corpus); err != nil {
			continue
		}
		peers := []*peer{
			{name: "generator", command: []string{"generator", "build", "-dir", "opas", "-out", "out"}},
			{name: "floor", command: []string{"floor", "-gfm", "opas/content/fi", "out"}},
			{name: "hugo", command: []string{"hugo", "-s", "hugo", "-d", filepath.Join(corpus, "out"), "--quiet", "--minify"}},
			{name: "hugo and pagefind", command: []string{"hugo-pagefind", "-s", "hugo", "-d", filepath.Join(corpus, "out"), "--quiet", "--minify"}},
		}
		peers = slices.DeleteFunc(peers, func(p *peer) bool {
			_, err := os.Stat(filepath.Join(dir, p.command[0]))
			return err != nil
		})
		for range peerRuns {
			for _, p := range peers {
				p.run(t, dir, corpus)
			}
		}
		for _, p := range peers {
			fmt.Printf("%6s pages  %-17s %7.3f s  %5.2f times the generator; processor %7.3f s, %5.2f times; peak %5d MiB\n",
				size, p.name, median(p.seconds), median(ratios(p.seconds, peers[0].seconds)),
				median(p.processor), median(ratios(p.processor, peers[0].processor)), p.peak>>10)
		}
	}
}

func (p *peer) run(t *testing.T, dir, corpus string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(corpus, "out")); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(filepath.Join(dir, p.command[0]), p.command[1:]...)
	command.Dir = corpus
	start := time.Now()
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", p.name, err, out)
	}
	p.seconds = append(p.seconds, time.Since(start).Seconds())
	p.processor = append(p.processor, (command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds())
	if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
		p.peak = max(p.peak, int64(usage.Maxrss))
	}
}

// ratios compares each run with another program's run of the same turn.
func ratios(own, others []float64) []float64 {
	ratios := make([]float64, len(own))
	for i := range ratios {
		ratios[i] = own[i] / others[i]
	}
	return ratios
}

func median(values []float64) float64 {
	values = slices.Sorted(slices.Values(values))
	return values[len(values)/2]
}
