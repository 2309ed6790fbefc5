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

// layers is the order of the program, from the top: main knows everybody; build
// and edition put the others together; project is the guide on the disk; the
// packages in the middle each know one thing, and never each other but for
// their own rooms; those at the bottom know nobody.
var layers = []map[string]layer{
	{
		"": {[]string{"build", "content", "edition", "outside", "project", "report"}, []string{"golang.org/x/sys"}},
	}, {
		"build":   {packages: []string{"check", "content", "docx", "edit", "guide", "language", "lexicon", "pdf", "project", "publish", "report", "search", "serve", "single", "theme", "upload", "word"}},
		"edition": {packages: []string{"project", "report"}},
	}, {
		"project": {packages: []string{"content", "guide", "language", "publish", "report"}},
	}, {
		"check":            {[]string{"guide", "report"}, []string{"golang.org/x/net", "golang.org/x/text"}},
		"content":          {[]string{"colour", "content/markdown", "guide", "language", "memo", "report"}, []string{"github.com/BurntSushi/toml", "golang.org/x/net", "golang.org/x/sync"}},
		"content/markdown": {[]string{"guide", "language", "memo", "report"}, []string{"github.com/yuin/goldmark"}},
		"docx":             {packages: []string{"guide", "language", "report"}},
		"edit":             {[]string{"report"}, []string{"golang.org/x/image"}},
		"lexicon":          {[]string{"guide", "language"}, []string{"golang.org/x/net"}},
		"outside":          {[]string{"report"}, []string{"golang.org/x/sync"}},
		"pdf":              {[]string{"report"}, []string{"github.com/chromedp/cdproto", "github.com/chromedp/chromedp", "golang.org/x/sync"}},
		"picture":          {[]string{"guide"}, []string{"rsc.io/qr"}},
		"publish":          {[]string{"guide"}, []string{"golang.org/x/sys"}},
		"search":           {packages: []string{"guide", "language", "report"}},
		"serve":            {[]string{"report"}, []string{"github.com/fsnotify/fsnotify"}},
		"single":           {modules: []string{"golang.org/x/net"}},
		"upload":           {[]string{"report"}, []string{"github.com/pkg/sftp", "golang.org/x/crypto", "golang.org/x/sync"}},
		"theme":            {[]string{"colour", "guide", "language", "memo", "picture", "report"}, []string{"github.com/tdewolff/minify/v2", "golang.org/x/sync"}},
		// Reads what others wrote in Word, where docx writes for Word: they share nothing.
		"word": {[]string{"report"}, []string{"golang.org/x/net"}},
	}, {
		"colour":   {},
		"guide":    {},
		"language": {modules: []string{"github.com/blevesearch/snowballstem", "golang.org/x/text"}},
		"memo":     {},
		"report":   {modules: []string{"github.com/rogpeppe/go-internal"}},
	},
}

// rooms are packages that only one other knows, which stands in their layer.
var rooms = map[string]string{"content/markdown": "content", "picture": "theme"}

// Who adds to these limits does so knowingly.
const (
	layersMost = 5
	edgesMost  = 64
)

func TestEachLayerKnowsThoseBelowItAlone(t *testing.T) {
	edges := 0
	for depth, row := range layers {
		for name, may := range row {
			edges += len(may.packages)
			for _, known := range may.packages {
				if at := depthOf(known); at <= depth && rooms[known] != name {
					t.Errorf("%q knows %s, which isn't below it", name, known)
				}
			}
		}
	}
	if edges > edgesMost || len(layers) > layersMost {
		t.Errorf("there are %d edges in %d layers, at most %d and %d may be", edges, len(layers), edgesMost, layersMost)
	}
}

// depthOf returns the layer of a package, -1 for none.
func depthOf(name string) int {
	return slices.IndexFunc(layers, func(row map[string]layer) bool { _, here := row[name]; return here })
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
	for _, row := range layers {
		for name := range row {
			if !found[name] {
				t.Errorf("the table has a package %q that doesn't exist", name)
			}
		}
	}
}

func checkImports(t *testing.T, dir, name string) {
	t.Helper()
	depth := depthOf(dir)
	if depth < 0 {
		t.Errorf("%s: the package isn't in the table of layers; a new one needs a better reason than size", name)
		return
	}
	may := layers[depth][dir]
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
