package browser_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheSearchGoesOnWhenTheSiteIsPublishedAgain gives the parts of the index
// other names while a page has the old index.
func TestTheSearchGoesOnWhenTheSiteIsPublishedAgain(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "public")
	if err := os.CopyFS(folder, os.DirFS(site(t))); err != nil {
		t.Fatal(err)
	}
	tab := openTab(t, fileURL(folder))
	tab.open(fileURL(folder) + question)
	push(tab, "#search-box")
	tab.until(`Boolean(window.opas.searchBox.loading && window.opas.find)`)
	renameParts(t, filepath.Join(folder, "search", "fi"))
	typeIntoBox(tab, "osallisuus")
	if found := panel(tab); len(found.Titles) == 0 {
		t.Errorf("it says %q", found.Count)
	}
	for _, trouble := range tab.takeTroubles() {
		if !strings.Contains(trouble, "ERR_FILE_NOT_FOUND") {
			t.Error(trouble)
		}
	}
}

// renameParts gives all parts of an index other names, as a build does when the
// guide has changed.
func renameParts(t *testing.T, folder string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.js"))
	if err != nil || len(names) < 2 {
		t.Fatalf("there are no parts (%v)", err)
	}
	sum := regexp.MustCompile(`[0-9a-f]{10}`)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		base := filepath.Base(name)
		for _, own := range sum.FindAllString(base, -1) {
			text, base = bytes.ReplaceAll(text, []byte(own), []byte("0123456789")), strings.ReplaceAll(base, own, "0123456789")
		}
		if base == "index.js" {
			text = regexp.MustCompile(`"[0-9a-f]{10}"`).ReplaceAll(text, []byte(`"0123456789"`))
		}
		if err := os.WriteFile(filepath.Join(folder, base), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
