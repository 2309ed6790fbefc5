package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestATabTellsWhatAPageDoesWrong(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	for _, c := range []struct{ name, page, trouble string }{
		{"console error", `<script>console.error("milk", "spilt")</script>`, `console error: "milk" "spilt"`},
		{"exception", `<script>throw new Error("torn")</script>`, "torn"},
		{"lost promise", `<script>Promise.reject(new Error("broken"))</script>`, "broken"},
		{"missing file", `<img src="missing.png">`, "missing.png"},
		{"file outside the folder", `<img src="../other.png">`, "request outside the site: file:///"},
		{"other server", `<img src="http://elsewhere.test/a.png">`, "request outside the site: http://elsewhere.test/a.png"},
		{"socket", `<script>new WebSocket("ws://elsewhere.test/")</script>`, "request outside the site: ws://elsewhere.test/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := openPage(t, c.page)
			if troubles := strings.Join(tab.takeTroubles(), "\n"); !strings.Contains(troubles, c.trouble) {
				t.Errorf("got %q, want %q in it", troubles, c.trouble)
			}
			// What else it does wrong comes after the test, or not at all.
			tab.open("about:blank")
			tab.takeTroubles()
		})
	}
}

func TestATabIsQuietAboutAGoodPage(t *testing.T) {
	t.Parallel()
	tab := openPage(t, `<link rel="icon" href="data:,"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><script>console.warn("fine")</script>`)
	if troubles := tab.takeTroubles(); len(troubles) > 0 {
		t.Errorf("got %q", troubles)
	}
	if requests := tab.takeRequests(); len(requests) == 0 || !strings.HasSuffix(requests[0], "/page.html") {
		t.Errorf("requests are %q, want page.html first", requests)
	}
}

// openPage opens a page of a folder of its own.
func openPage(t *testing.T, html string) *tab {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "page.html"), []byte("<!doctype html><title>page</title>"+html), 0o644); err != nil {
		t.Fatal(err)
	}
	tab := openTab(t, fileURL(folder))
	tab.open(fileURL(folder) + "page.html")
	return tab
}

func TestChromiumIsTheOneThatTheEnvironmentNames(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own-chromium")
	if err := os.WriteFile(own, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CHROMIUM", own)
	if path, err := findChromium(); path != own {
		t.Errorf("got %q, %v; want %q", path, err, own)
	}
	t.Setenv("CHROMIUM", "")
	t.Setenv("PATH", t.TempDir())
	if path, err := findChromium(); err == nil || !strings.Contains(err.Error(), "install") {
		t.Errorf("got %q, %v; want a hint how to install it", path, err)
	}
}
