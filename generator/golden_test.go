package main

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"sparrausopas/generator/build"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/theme"
)

var update = flag.Bool("update", false, "write the golden files anew")

const (
	siteDir = "testdata/site"
	wantDir = "testdata/want"
)

// TestTinySiteInTwoLanguagesLooksAsItShould compares every file of a site that
// uses all that content can hold with the files in testdata/want. Look at the
// difference that go test -update makes before you commit it.
func TestTinySiteInTwoLanguagesLooksAsItShould(t *testing.T) {
	got := renderPlain(t, siteDir)
	if *update {
		writeGolden(t, wantDir, got)
	}
	want := readTree(t, wantDir)
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s isn't made any more", name)
		}
	}
	for name, text := range got {
		if want[name] != text {
			t.Errorf("%s", diff.Diff("want/"+name, []byte(want[name]), "got/"+name, []byte(text)))
		}
	}
}

// renderPlain makes a site in memory without making it small.
func renderPlain(t *testing.T, dir string) map[string]string {
	t.Helper()
	p, err := project.Open(dir, content.Layer{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	site, _, err := build.Load(p.FS, build.Settings{Layers: p.Layers})
	if err != nil {
		t.Fatal(err)
	}
	return rendered(t, p.FS, site, theme.Options{Settings: site.Settings})
}

// rendered makes the files of a site in memory.
func rendered(t *testing.T, fsys fs.FS, site *guide.Site, options theme.Options) map[string]string {
	t.Helper()
	look, err := theme.Load(fsys, site.Settings.Themes, options)
	if err != nil {
		t.Fatal(err)
	}
	var mutex sync.Mutex
	files := map[string]string{}
	err = look.Render(site, nil, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		files[name] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func writeGolden(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestDraftsAreMadeOnlyWhenAskedFor looks for the draft of the tiny site.
func TestDraftsAreMadeOnlyWhenAskedFor(t *testing.T) {
	for _, drafts := range []bool{false, true} {
		site, err := content.Load(os.DirFS(siteDir), content.Options{Drafts: drafts})
		if err != nil {
			t.Fatal(err)
		}
		if found := site.Locales[0].Page("questions/99") != nil; found != drafts {
			t.Errorf("with drafts %t the draft is there: %t", drafts, found)
		}
	}
}
