package overlay

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// counting counts how often files are opened.
type counting struct {
	fs.FS
	mutex  sync.Mutex
	opened map[string]int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mutex.Lock()
	c.opened[name]++
	c.mutex.Unlock()
	return c.FS.Open(name)
}

func TestAStillFolderIsAFolder(t *testing.T) {
	files := fstest.MapFS{
		"config.toml": {Data: []byte("title")}, "content/fi/a.md": {Data: []byte("a")}, "content/fi/b/c.md": {},
		"content/static/film.mp4": {Data: []byte(strings.Repeat("x", stillLimit+1))},
	}
	if err := fstest.TestFS(StillOf(files), "config.toml", "content/fi/a.md", "content/fi/b/c.md", "content/static/film.mp4"); err != nil {
		t.Error(err)
	}
}

func TestAStillFolderReadsEachFileOnceAndKeepsIt(t *testing.T) {
	files := fstest.MapFS{"a": {Data: []byte("before")}, "big": {Data: []byte(strings.Repeat("x", stillLimit+1))}}
	below := &counting{FS: files, opened: map[string]int{}}
	still := StillOf(below)
	var readers sync.WaitGroup
	for range 20 {
		readers.Go(func() {
			if text, err := fs.ReadFile(still, "a"); err != nil || string(text) != "before" {
				t.Errorf("it reads %q (%v)", text, err)
			}
		})
	}
	readers.Wait()
	opened := below.opened["a"]
	files["a"] = &fstest.MapFile{Data: []byte("after")}
	text, err := fs.ReadFile(still, "a")
	if err != nil || string(text) != "before" || below.opened["a"] != opened || opened > 2 {
		t.Errorf("it reads %q (%v), after %d and %d times", text, err, opened, below.opened["a"])
	}
	if _, err := fs.ReadFile(still, "missing"); err == nil {
		t.Error("a file that isn't there can be read")
	}
}

func TestWhoChangesWhatAStillFolderGaveChangesOnlyTheOwnCopy(t *testing.T) {
	still := StillOf(fstest.MapFS{"a": {Data: []byte("abc")}, "b": {}})
	text, _ := still.ReadFile("a")
	text[0] = 'X'
	list, _ := still.ReadDir(".")
	_ = append(list[:1], list[1])
	again, _ := still.ReadFile("a")
	if string(again) != "abc" {
		t.Errorf("the file is %q", again)
	}
}
