package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestHintOfATwofoldIDShows(t *testing.T) {
	if hint := (Printer{}).Hint(Problem{Rule: "heading-id-twice", Values: Values{"id": "a"}}); !strings.HasSuffix(hint, "## Heading {#other-id}") {
		t.Errorf("the hint is %q", hint)
	}
}

func TestEveryRuleThatTheProgramNamesIsInTheCatalogue(t *testing.T) {
	for name, at := range rulesInSource(t).named {
		if !slices.Contains(allNames(), name) {
			t.Errorf("%s: the catalogue has no rule %q", at, name)
		}
	}
}

func TestEveryRuleOfTheCatalogueIsUsed(t *testing.T) {
	texts := rulesInSource(t).texts
	for _, name := range allNames() {
		if !isUsed(name, texts) {
			t.Errorf("nothing in the program says %q", name)
		}
	}
}

// TestEveryValueOfAMessageIsGiven finds a name in braces that is misspelt, in
// all languages alike.
func TestEveryValueOfAMessageIsGiven(t *testing.T) {
	texts := rulesInSource(t).texts
	for _, name := range allNames() {
		w := Printer{}.wording(name)
		for _, hole := range holes(strings.Join(append(w.hints, w.text), "\n")) {
			if !texts[hole] {
				t.Errorf("%s: nothing in the program gives {%s}", name, hole)
			}
		}
	}
}

// isUsed reports whether a text of the source names a message: as it is,
// without an ending that is put behind it, or as the beginning "kind-" of
// several.
func isUsed(name string, texts map[string]bool) bool {
	for _, ending := range []string{"", "-one", "-many", "-part"} {
		stem := strings.TrimSuffix(name, ending)
		if texts[stem] {
			return true
		}
	}
	dash := strings.Index(name, "-")
	return dash >= 0 && texts[name[:dash+1]]
}

func TestTheSearchForRulesFindsThoseGivenInEveryWay(t *testing.T) {
	named := rulesInSource(t).named
	for way, rule := range map[string]string{
		"Whole": "file-twice", "Fault": "home-missing", "At": "file-encoding", "AtLine": "front-open", "AtKey": "editions-id", "checker.inFile": "number-missing", "fields.problem": "key-unknown",
		"checker.atKey": "agenda-minutes", "issue": "link-scheme", "walker.issue": "heading-level", "a variable": "front-yaml",
		"a result beside values": "asset-missing", "a word": "wanted-slug", "a result": "output-fragment",
	} {
		if named[rule] == "" {
			t.Errorf("%s: %s isn't found", way, rule)
		}
	}
}

// found is what the program's source says.
type found struct {
	// named are the names given as rules, and where; texts are all strings.
	named map[string]string
	texts map[string]bool
}

// rulesInSource reads the program's source, but for tests and the catalogue.
func rulesInSource(t *testing.T) found {
	t.Helper()
	result := found{map[string]string{}, map[string]bool{}}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err == nil {
			ast.Inspect(file, func(n ast.Node) bool {
				result.add(n, func(n ast.Node) string { return files.Position(n.Pos()).String() })
				return true
			})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// reporters are the functions that take a rule before their last argument,
// and followers those that give one.
var (
	reporters = []string{"At", "AtLine", "AtKey", "Whole", "Fault", "problem", "atKey", "inFile", "issue"}
	followers = []string{"follow"}
)

func (f found) add(n ast.Node, place func(ast.Node) string) {
	note := func(e ast.Expr) {
		if text, ok := stringOf(e); ok && text != "" {
			f.named[text] = place(e)
		}
	}
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := stringOf(n); ok {
			f.texts[text] = true
		}
	case *ast.CallExpr:
		if nameOf(n.Fun) == "Word" && len(n.Args) == 1 {
			note(n.Args[0])
		}
		if len(n.Args) >= 2 && slices.Contains(reporters, nameOf(n.Fun)) {
			note(n.Args[len(n.Args)-2])
		}
		// What may come behind says how to mend it.
		if len(n.Args) == 4 && nameOf(n.Fun) == "problem" {
			note(n.Args[1])
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && nameOf(n.Lhs[0]) == "rule" {
			note(n.Rhs[0])
		}
	case *ast.ReturnStmt:
		if len(n.Results) == 2 && isValues(n.Results[1]) {
			note(n.Results[0])
		}
	case *ast.FuncDecl:
		if !slices.Contains(followers, n.Name.Name) {
			return
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
				note(r.Results[0])
			}
			return true
		})
	}
}

func stringOf(e ast.Expr) (string, bool) {
	literal, ok := e.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func isValues(e ast.Expr) bool {
	literal, ok := e.(*ast.CompositeLit)
	return ok && literal.Type != nil && nameOf(literal.Type) == "Values"
}

// TestEveryHintCanBeShown finds hints that stand below one whose values are
// always known: of several only the first such is shown.
func TestEveryHintCanBeShown(t *testing.T) {
	for _, language := range Languages() {
		for _, name := range allNames() {
			hints := Printer{Language: language}.wording(name).hints
			for i, hint := range hints {
				if i+1 < len(hints) && !hole.MatchString(strings.ReplaceAll(hint, "{program}", "")) {
					t.Errorf("%s: %s: nobody sees the hint below %q", language, name, hint)
				}
			}
		}
	}
}
