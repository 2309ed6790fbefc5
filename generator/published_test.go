package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestNothingOfTheEditorReachesThePublishedSite looks through every file of a
// site, and the one that holds it all, for what the editor and the preview consist
// of.
func TestNothingOfTheEditorReachesThePublishedSite(t *testing.T) {
	out := t.TempDir()
	site, single := filepath.Join(out, "site"), filepath.Join(out, "site.html")
	if code := run([]string{"build", "-dir", siteDir, "-out", site, "-single", single}, io.Discard, os.Stderr); code != exitDone {
		t.Fatal("the site can't be built")
	}
	assets := readTree(t, "serve/assets")
	found := editorMarks(assets)
	for name, text := range assets {
		if !strings.HasSuffix(name, ".css") && name != "no-worker.js" && name != "plain.html" && !found.MatchString(text) {
			t.Errorf("%s would be overlooked", name)
		}
	}
	for name, text := range readTree(t, out) {
		if assets[filepath.Base(name)] != "" {
			t.Errorf("%s is a file of the editor", name)
		}
		if mark := found.FindString(text); mark != "" {
			t.Errorf("%s has %q", name, mark)
		}
	}
}

// editorMarks matches what only the editor and the preview have, even made small:
// their addresses, their folder and element, what their scripts share.
func editorMarks(assets map[string]string) *regexp.Regexp {
	marks := []string{`/\.preview\b`, `\.sparrausopas/`, `preview-layer`, `execCommand`, `getElementById\(["']reading`}
	shared := regexp.MustCompile(`(?m)^\s*(preview\.\w+) = `)
	for _, text := range assets {
		for _, name := range shared.FindAllStringSubmatch(text, -1) {
			marks = append(marks, regexp.QuoteMeta(name[1])+`\b`)
		}
	}
	return regexp.MustCompile(strings.Join(marks, "|"))
}
