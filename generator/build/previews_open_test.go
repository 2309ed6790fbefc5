package build

import (
	"os"
	"runtime/debug"
	"testing"
)

// Each state keeps its guide open until the garbage collector comes by: so it
// may hold a file or two, but not every folder of the guide.
func TestStatesOfAPreviewHoldNoFoldersOpen(t *testing.T) {
	const list = "/proc/self/fd"
	open := func() int {
		entries, err := os.ReadDir(list)
		if err != nil {
			t.Skip("the system doesn't list open files")
		}
		return len(entries)
	}
	ps, err := newPreviews(Settings{Dir: "../.."})
	if err != nil {
		t.Fatal(err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	const states = 3
	before := open()
	for range states {
		if _, _, err := ps.next(); err != nil {
			t.Fatal(err)
		}
	}
	if more := open() - before; more > 2*states {
		t.Errorf("%d states hold %d files open", states, more)
	}
}
