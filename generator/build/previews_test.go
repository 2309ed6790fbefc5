package build

import "testing"

func TestWhatNoGuideIsMadeOfIsNotWatched(t *testing.T) {
	for name, want := range map[string]bool{
		"guide/public": true, "guide/node_modules": true, "content/fi/a.md~": true, "content/fi/~$a.docx": true, "content/fi/.a.md.swp": true,
		"content/fi/a.md": false, "content/fi/public.md": false, "themes": false,
	} {
		if got := ignores(name); got != want {
			t.Errorf("%s is passed over: %t", name, got)
		}
	}
}
