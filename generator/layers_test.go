package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layer is what a package may know: packages of the program, and modules from
// outside, which no other package knows unless it is listed there, too.
type layer struct{ packages, modules []string }

// layers is the order of the program: main knows everybody; the packages in
// the middle know guide, report and language, never each other, but for
// content's own room and the pictures and colours of themes; those at the
// bottom know nobody.
var layers = map[string]layer{
	"": {[]string{"check", "content", "guide", "lexicon", "outside", "overlay", "publish", "report", "search", "serve", "starter", "theme"},
		[]string{"github.com/rogpeppe/go-internal"}},
	"check":            {[]string{"guide", "report"}, []string{"golang.org/x/net"}},
	"colour":           {},
	"content":          {[]string{"colour", "content/markdown", "guide", "language", "memo", "report"}, []string{"github.com/BurntSushi/toml", "golang.org/x/sync"}},
	"content/markdown": {[]string{"guide", "language", "memo", "report"}, []string{"github.com/yuin/goldmark"}},
	"guide":            {},
	"language":         {modules: []string{"github.com/blevesearch/snowballstem", "golang.org/x/text"}},
	"lexicon":          {[]string{"guide", "language"}, []string{"golang.org/x/net"}},
	"memo":             {},
	"outside":          {[]string{"report"}, []string{"golang.org/x/sync"}},
	"overlay":          {},
	"picture":          {packages: []string{"guide"}},
	"publish":          {modules: []string{"golang.org/x/sys"}},
	"report":           {},
	"search":           {packages: []string{"guide", "language", "report"}},
	"serve":            {[]string{"report"}, []string{"github.com/fsnotify/fsnotify"}},
	"starter":          {packages: []string{"guide", "language", "report"}},
	"theme":            {[]string{"colour", "guide", "language", "memo", "picture", "report"}, []string{"github.com/tdewolff/minify/v2", "golang.org/x/sync"}},
}

const module = "sparrausopas/generator"

func TestPackagesKnowOnlyWhatTheirLayerMay(t *testing.T) {
	found := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return fs.SkipDir
		case path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		dir := strings.TrimPrefix(path.Dir(name), ".")
		found[dir] = true
		checkImports(t, dir, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range layers {
		if !found[name] {
			t.Errorf("the table has a package %q that doesn't exist", name)
		}
	}
}

func checkImports(t *testing.T, dir, name string) {
	t.Helper()
	may, ok := layers[dir]
	if !ok {
		t.Errorf("%s: the package isn't in the table of layers; a new one needs a better reason than size", name)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if own, ok := strings.CutPrefix(imported, module+"/"); ok && !slices.Contains(may.packages, own) {
			t.Errorf("%s may not know %s", name, own)
		}
		if imported == path.Dir(module) && dir != "" {
			t.Errorf("%s may not know the guide in the program, which is for main to hand on", name)
		}
		first, _, _ := strings.Cut(imported, "/")
		outside := strings.Contains(first, ".")
		if outside && !slices.ContainsFunc(may.modules, func(m string) bool { return imported == m || strings.HasPrefix(imported, m+"/") }) {
			t.Errorf("%s may not know the module of %s", name, imported)
		}
	}
}
