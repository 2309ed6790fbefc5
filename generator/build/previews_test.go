package build

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestWhatNoGuideIsMadeOfIsNotWatched(t *testing.T) {
	for name, want := range map[string]bool{
		"guide/node_modules": true, "content/fi/a.md~": true, "content/fi/~$a.docx": true, "content/fi/.a.md.swp": true,
		"content/serve.log": true, "content/nohup.out": true,
		"content/fi/a.md": false, "content/fi/public.md": false, "content/fi/public": false, "themes": false,
	} {
		if got := ignores(name); got != want {
			t.Errorf("%s is passed over: %t", name, got)
		}
	}
}

func TestOnlyWhatTheGuideIsMadeOfIsWatched(t *testing.T) {
	work := t.TempDir()
	for name, text := range map[string]string{
		"own/config.toml": "base = \"../base\"\n",
		// The report of the preview itself is no part of the guide.
		"own/nohup.out":    "",
		"base/config.toml": "title = \"x\"\nthemes = [\"looks/a\", \"looks/b\"]\n[[languages]]\ntag = \"fi\"\n",
		"base/looks/a/x":   "",
		"base/looks/b/x":   "",
	} {
		file := filepath.Join(work, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	own := filepath.Join(work, "own")
	ps, err := newPreviews(Settings{Dir: own})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, path := range ps.made() {
		short, err := filepath.Rel(work, path)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(short))
	}
	want := []string{"own/.sparrausopas/unsaved", "own/config.toml", "own/content", "own/looks/a", "own/looks/b", "base/config.toml", "base/content", "base/looks/a", "base/looks/b"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
