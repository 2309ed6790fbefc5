package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// folderOf opens a folder of the disk with these files in it.
func folderOf(t *testing.T, files map[string]string) (*folder, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	f, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	return f, dir
}

// opened reads a file as package content does, by opening it.
func opened(f *folder, name string) (string, error) {
	file, err := f.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	text := make([]byte, 100)
	n, err := file.Read(text)
	return string(text[:n]), err
}

func TestMoreFoldersCanBeReadThanAreHeld(t *testing.T) {
	files := map[string]string{}
	for i := range 2 * heldMost {
		files[fmt.Sprintf("content/fi/%d/a.md", i)] = fmt.Sprint("text ", i)
	}
	f, _ := folderOf(t, files)
	for range 2 {
		for name, want := range files {
			if got, err := opened(f, name); got != want || err != nil {
				t.Fatalf("%s is %q (%v)", name, got, err)
			}
		}
	}
	if len(f.held) != heldMost {
		t.Errorf("%d folders are held", len(f.held))
	}
}

func TestErrorsNameTheWholeFile(t *testing.T) {
	f, dir := folderOf(t, map[string]string{"content/fi/a.md": "a", "config.toml": ""})
	if err := os.Symlink(filepath.Join(dir, "..", "out"), filepath.Join(dir, "content", "out")); err != nil {
		t.Skip("no symbolic links here")
	}
	for _, name := range []string{"content/fi/b.md", "content/no/a.md", "content/out/a.md", "config.toml/a.md", "../a.md", "content//a.md"} {
		_, err := f.Open(name)
		var where *fs.PathError
		if !errors.As(err, &where) || filepath.ToSlash(where.Path) != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAReleasedFolderIsReadByItsNameAndHoldsNothing(t *testing.T) {
	f, dir := folderOf(t, map[string]string{"content/fi/a.md": "old", "fresh/a.md": "new"})
	if text, err := opened(f, "content/fi/a.md"); text != "old" {
		t.Fatal(text, err)
	}
	f.release()
	err := errors.Join(os.RemoveAll(filepath.Join(dir, "content", "fi")), os.Rename(filepath.Join(dir, "fresh"), filepath.Join(dir, "content", "fi")))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := opened(f, "content/fi/a.md"); text != "new" || err != nil {
		t.Errorf("after another folder took the place: %q (%v)", text, err)
	}
	if len(f.held) > 0 {
		t.Errorf("%d folders are held", len(f.held))
	}
}

func TestAFileThatIsReplacedHandsOnWhoMayReadIt(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := errors.Join(root.WriteFile("a", nil, 0o600), root.Chmod("a", 0o664), Replace(root, "a", []byte("new"))); err != nil {
		t.Fatal(err)
	}
	info, err := root.Stat("a")
	if err != nil || runtime.GOOS != "windows" && info.Mode() != 0o664 || info.Size() != 3 {
		t.Errorf("got %v %v", info, err)
	}
}
