package publish

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWithoutAnExchangeTwoRenamesReplaceTheFolder(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, site{"public/a": "1", ".public.7.new/a": "2"})
	root := openRoot(t, parent)
	old, err := replaceByRenames(root, ".public.7.new", "public")
	if err != nil || old != ".public.7.old" {
		t.Fatalf("got %q, %v", old, err)
	}
	wantSite(t, filepath.Join(parent, "public"), site{"a": "2"})
	wantSite(t, filepath.Join(parent, old), site{"a": "1"})
}

func TestTheFirstRenameIsUndoneIfTheSecondFails(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, site{"public/a": "1"})
	root := openRoot(t, parent)
	if _, err := replaceByRenames(root, ".public.7.new", "public"); err == nil {
		t.Error("a folder that isn't there took the place")
	}
	wantSite(t, filepath.Join(parent, "public"), site{"a": "1"})
	wantOnly(t, parent, "public")
}

func openRoot(t *testing.T, folder string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}
