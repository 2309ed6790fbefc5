package content

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

// layer is a folder whose files all hold a text.
func layer(text string, files ...string) Layer {
	fsys := fstest.MapFS{}
	for _, name := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Layer{FS: fsys}
}

func three() *Joined {
	return Join(
		layer("own", "config.toml", "content/fi/a.md", "content/fi/own.md", "content/fi/both"),
		layer("county", "config.toml", "content/fi/a.md", "content/fi/b.md", "content/fi/both/hidden.md"),
		layer("common", "config.toml", "content/fi/a.md", "content/fi/b.md", "content/fi/c/d.md", "content/static/x.svg"))
}

func TestTheNearestFileIsThere(t *testing.T) {
	for name, want := range map[string]string{
		"config.toml": "own", "content/fi/a.md": "own", "content/fi/own.md": "own", "content/fi/both": "own",
		"content/fi/b.md": "county", "content/fi/c/d.md": "common",
	} {
		if got, err := fs.ReadFile(three(), name); err != nil || string(got) != want {
			t.Errorf("%s is that of %q: %v", name, got, err)
		}
	}
}

func TestFoldersAreJoined(t *testing.T) {
	entries, err := fs.ReadDir(three(), "content/fi")
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if want := []string{"a.md", "b.md", "both", "c", "own.md"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("the folder holds %v: %v", names, err)
	}
}

func TestAFileHidesAFolderBelowIt(t *testing.T) {
	for _, name := range []string{"content/fi/both/hidden.md", "content/fi/none.md", "nowhere/at/all"} {
		if _, err := three().Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is there: %v", name, err)
		}
		if three().Layer(name) != -1 {
			t.Errorf("%s has a layer", name)
		}
	}
	if _, err := fs.ReadDir(three(), "content/fi/both"); err == nil {
		t.Error("a file can be listed")
	}
}

func TestEachFileKnowsItsLayer(t *testing.T) {
	for name, want := range map[string]int{"content/fi/a.md": 0, "content/fi/b.md": 1, "content/static/x.svg": 2, "content": 0} {
		if got := three().Layer(name); got != want {
			t.Errorf("%s comes from layer %d, not %d", name, got, want)
		}
	}
}

func TestLayersServeAsAFileSystem(t *testing.T) {
	want := []string{"config.toml", "content/fi/a.md", "content/fi/b.md", "content/fi/both", "content/fi/c/d.md", "content/static/x.svg"}
	if err := fstest.TestFS(three(), want...); err != nil {
		t.Error(err)
	}
}

func TestFoldersOnDiskServeAsLayers(t *testing.T) {
	var layers []Layer
	for _, name := range []string{"a/x.md", "b/x.md"} {
		dir := t.TempDir()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		layers = append(layers, Layer{FS: root.FS()})
	}
	if err := fstest.TestFS(Join(layers...), "a/x.md", "b/x.md"); err != nil {
		t.Error(err)
	}
	// On disk a file above a name is another error than a missing name.
	covering := filepath.Join(t.TempDir(), "b")
	if err := os.WriteFile(covering, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	over := Join(Layer{FS: os.DirFS(filepath.Dir(covering))}, layers[1])
	if _, err := over.Open("b/x.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file doesn't hide the folder: %v", err)
	}
}

func TestOneLayerIsItself(t *testing.T) {
	if err := fstest.TestFS(Join(layer("x", "a/b/c.md", "d")), "a/b/c.md", "d"); err != nil {
		t.Error(err)
	}
}
