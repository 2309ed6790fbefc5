package browser_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// project is the folder of the guide.
const project = "../.."

// site returns the folder of the real site, which is built for the first test
// that asks for it. Its path is as hard as a reader's own may be.
func site(t *testing.T) string {
	t.Helper()
	return builtBy(t, buildSite)
}

// translated returns the folder of the real site in all its languages, though
// some may be drafts.
func translated(t *testing.T) string {
	t.Helper()
	return builtBy(t, buildTranslated)
}

func builtBy(t *testing.T, build func() (string, error)) string {
	t.Helper()
	needBrowser(t)
	folder, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

const hardPath = "Sparrausopas ä ja väli"

var (
	buildSite       = sync.OnceValues(func() (string, error) { return buildTo(hardPath, "-single", filepath.Join(temp, hardPath, singleName)) })
	buildTranslated = sync.OnceValues(func() (string, error) { return buildTo("Översättningar", "-drafts") })
)

func buildTo(name string, options ...string) (string, error) {
	program, err := buildProgram()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(temp, name, "public")
	if err := os.Mkdir(filepath.Dir(folder), 0o755); err != nil {
		return "", err
	}
	return folder, output(program, append([]string{"build", "-dir", project, "-out", folder}, options...)...)
}

// wholeSite returns the folder of the real site with the languages that aren't
// shown yet.
func wholeSite(t *testing.T) string {
	t.Helper()
	needBrowser(t)
	folder, err := buildWholeSite()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

var buildWholeSite = sync.OnceValues(func() (string, error) {
	program, err := buildProgram()
	folder := filepath.Join(temp, "whole", "public")
	return folder, errors.Join(err, os.MkdirAll(filepath.Dir(folder), 0o755), output(program, "build", "-drafts", "-dir", project, "-out", folder))
})

// singleName is the name of the site as one file, which stands beside its
// folder.
const singleName = "opas #1.html"

// single returns the address of the real site as one file.
func single(t *testing.T) string {
	t.Helper()
	return strings.TrimSuffix(fileURL(filepath.Join(filepath.Dir(site(t)), singleName)), "/")
}

// buildProgram returns the path of the program, which is built for the first
// test that asks for it.
var buildProgram = sync.OnceValues(func() (string, error) {
	if err := seeSources(); err != nil {
		return "", err
	}
	program := filepath.Join(temp, "sparrausopas.exe")
	return program, output("go", "build", "-o", program, project+"/generator")
})

// seeSources looks at every file that the site is made of. Go remembers the
// result of a test by the files that the test itself looked at.
func seeSources() error {
	for _, folder := range []string{"content", "themes", "generator", "config.toml"} {
		err := filepath.WalkDir(filepath.Join(project, folder), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			_, err = os.Stat(name)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// output runs a program and returns what it wrote if it fails.
func output(name string, args ...string) error {
	if text, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, text)
	}
	return nil
}

// fileURL returns the address of a folder, with a slash at its end.
func fileURL(folder string) string {
	path := filepath.ToSlash(folder) + "/"
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// pagesOf lists the pages of a site as paths with slashes, in order, and apart
// from them the old addresses, which only lead to a page.
func pagesOf(t *testing.T, folder string) (pages, old []string) {
	t.Helper()
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		text, err := fs.ReadFile(root, name)
		switch {
		case name == "404.html":
			// A host shows it in place of pages that aren't there.
		case strings.Contains(string(text), `http-equiv="refresh"`):
			old = append(old, name)
		default:
			pages = append(pages, name)
		}
		return err
	})
	if err != nil || len(pages) < 2 {
		t.Fatalf("%s holds %d pages (%v)", folder, len(pages), err)
	}
	return pages, old
}
