package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// site is a small site: contents by name.
type site map[string]string

func (s site) render(emit Emit) error {
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if err := emit(name, []byte(s[name])); err != nil {
			return err
		}
	}
	return nil
}

// write writes s to out and must not fail.
func (s site) write(t *testing.T, out string) Result {
	t.Helper()
	result, err := Write(out, Options{}, s.render)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// read reads every file in a folder.
func read(t *testing.T, folder string) site {
	t.Helper()
	s := site{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		s[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// put writes files by hand.
func put(t *testing.T, folder string, files site) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		full := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// wantOnly fails unless the folder holds just these names.
func wantOnly(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", folder, got, want)
	}
}

func wantSite(t *testing.T, folder string, want site) {
	t.Helper()
	got := read(t, folder)
	delete(got, noJekyllName)
	delete(got, manifestName)
	if !maps.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", folder, got, want)
	}
}
