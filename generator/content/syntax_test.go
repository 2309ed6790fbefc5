package content

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestEachSlipOfTheAuthorHasItsRule(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a line of plain text", "Teksti", "1:6 syntax-equals"},
		{"plain text of several words", "Tervetuloa mukaan", "1:12 syntax-equals"},
		{"plain text before another line", "Teksti\ntitle = \"a\"", "1:7 syntax-equals"},
		{"a colon as in YAML", "title: Otsikko", "1:6 syntax-colon"},
		{"a space in a name", "my title = \"a\"", "1:4 syntax-name"},
		{"a letter with dots in a name", "päivä = 2026-11-21", "1:2 syntax-name"},
		{"no name", "= \"a\"", "1:1 syntax-name-missing"},
		{"no value", "title =\nshort = \"a\"", "1:8 syntax-value key=title"},
		{"no value on the last line", "title =", "1:7 syntax-value key=title"},
		{"no quotes", "title = Otsikko", "1:9 syntax-quotes example=title = \"Otsikko\""},
		{"no quotes around several words", "title = Mikä on opas?", "1:9 syntax-quotes example=title = \"Mikä on opas?\""},
		{"no quotes around what begins with a number", "title = 24 kysymystä", "1:11 syntax-quotes example=title = \"24 kysymystä\""},
		{"no quotes in a list", "topics = [a, b]", "1:11 syntax-quotes example=topics = [\"…\", \"…\"]"},
		{"quotes on one side", "title = Otsikko\"", "1:9 syntax-quotes example=title = \"…\""},
		{"yes in capitals", "draft = True", "1:9 syntax-truth key=draft"},
		{"no in Finnish", "draft = ei", "1:9 syntax-truth key=draft"},
		{"a quote that isn't closed", "title = \"Otsikko\nshort = \"a\"", "1:17 syntax-quote-open"},
		{"a quote that isn't closed on the last line", "title = \"Otsikko", "1:16 syntax-quote-open"},
		{"an apostrophe that isn't closed", "title = 'Otsikko", "1:16 syntax-quote-open"},
		{"three quotes that aren't closed", "title = \"\"\"a\nb", "2:1 syntax-quotes-open"},
		{"quotes inside of a text", "title = \"Sano \"hei\" heti\"", "1:16 syntax-inner-quotes"},
		{"a text behind a text", "title = \"a\" b", "1:12 syntax-inner-quotes"},
		{"a list without brackets", "topics = \"a\", \"b\"", "1:13 syntax-list"},
		{"a comma behind a number", "number = 7,", "1:11 syntax-rest"},
		{"a comma behind a text", "title = \"a\",", "1:12 syntax-rest"},
		{"a word for a number", "number = seven", "1:10 syntax-number value=seven"},
		{"a number with its unit", "minutes = 2 h", "1:12 syntax-number value=2 h"},
		{"something behind yes", "draft = true kai", "1:13 syntax-rest"},
		{"no comma in a list", "topics = [\"a\" \"b\"]", "1:15 syntax-list"},
		{"a list that isn't closed", "topics = [\"a\"\nshort = \"b\"", "2:1 syntax-list"},
		{"two commas in a list", "topics = [\"a\",,]", "1:15 syntax-comma"},
		{"a heading that isn't closed", "[publisher\nname = \"a\"", "1:11 syntax-heading"},
		{"a heading without a name", "[]", "1:2 syntax-heading"},
		{"a heading with a space", "[a b]", "1:4 syntax-heading"},
		{"something behind a heading", "[a] b", "1:4 syntax-heading"},
		{"a folder of Windows", `title = "C:\kansio"`, "1:10 syntax-escape"},
		{"a folder of Windows that begins with u", `title = "C:\uusi"`, "1:10 syntax-escape"},
		{"a number with a zero before it", "number = 07", "1:10 syntax-zero key=number number=7 value=07"},
		{"a number that is none", "number = 1.", "1:10 syntax-number value=1."},
		{"a number far too large", "number = 99999999999999999999", "1:10 syntax-number value=99999999999999999999"},
		{"a name twice", "title = \"a\"\ntitle = \"b\"", "2:1 key-twice key=title"},
		{"a heading twice", "[brand]\n[brand]", "2:1 key-twice key=brand"},
		{"a name and a heading", "title = \"a\"\n[title]\na = 1", "2:1 key-twice key=title"},
		{"a sign that isn't seen", "title = \"a\x01b\"", "1:10 syntax-control"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := slipIn(t, c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// slipIn gives the only problem of a text: place, rule and values.
func slipIn(t *testing.T, text string) string {
	t.Helper()
	var problems report.Problems
	parseFields(report.Source{Name: "a.md", Text: []byte(text)}, text, 0, Options{}.keys(), &problems)
	if len(problems) != 1 {
		t.Fatalf("there are %d problems", len(problems))
	}
	p := problems[0]
	got := strconv.Itoa(p.Place.Line) + ":" + strconv.Itoa(p.Place.Column) + " " + p.Rule
	for _, name := range []string{"example", "key", "number", "value"} {
		if value, ok := p.Values[name]; ok {
			got += fmt.Sprintf(" %s=%v", name, value)
		}
	}
	return got
}

// TestEveryMessageOfTheReaderHasACause reads them out of its source, so that a
// new release of it can't bring one that nobody knows.
func TestEveryMessageOfTheReaderHasACause(t *testing.T) {
	known := 0
	for _, format := range readerMessages(t) {
		said := regexp.MustCompile(`%[a-z]`).ReplaceAllString(strings.ReplaceAll(format, "%q", `"x"`), "x")
		if rule, _ := (misread{said: said, line: "a = 1", rest: "1"}).explain(); rule == "syntax-line" && !neverSeen(said) {
			t.Errorf("%q has no cause", format)
		}
		known++
	}
	if known < 35 {
		t.Errorf("only %d messages are in the reader's source", known)
	}
}

// neverSeen tells of messages that no author can bring about, for files are
// UTF-8 when they are read and no key is a duration, and of those that say
// nothing of the cause.
func neverSeen(said string) bool {
	return strings.HasPrefix(said, "invalid UTF-8") || strings.HasPrefix(said, "invalid duration") || said == "x" || said == "unexpected EOF" ||
		strings.HasPrefix(said, "unexpected '=': key name")
}

// readerMessages are the texts that the reader makes errors of.
func readerMessages(t *testing.T) []string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/BurntSushi/toml").Output()
	if err != nil {
		t.Skip(err)
	}
	var texts []string
	for _, name := range []string{"lex.go", "parse.go", "error.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			texts = append(texts, errorText(n)...)
			return true
		})
	}
	return texts
}

// errorText gives the text of a call that makes an error, or of a function
// that words one.
func errorText(n ast.Node) []string {
	var arguments []ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr:
		makers := "errorf panicf panicItemf Errorf"
		if called, ok := n.Fun.(*ast.SelectorExpr); !ok || !strings.Contains(makers, called.Sel.Name) {
			return nil
		}
		arguments = n.Args
	case *ast.FuncDecl:
		if n.Name.Name != "Error" || n.Body == nil || n.Recv == nil || strings.Contains(typeOf(n), "ParseError") {
			return nil
		}
		result, ok := n.Body.List[0].(*ast.ReturnStmt)
		if !ok {
			return nil
		}
		arguments = result.Results
		if call, ok := result.Results[0].(*ast.CallExpr); ok {
			arguments = call.Args
		}
	}
	for _, argument := range arguments {
		if literal, ok := argument.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			text, _ := strconv.Unquote(literal.Value)
			return []string{text}
		}
	}
	return nil
}

func typeOf(method *ast.FuncDecl) string {
	if name, ok := method.Recv.List[0].Type.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// FuzzNoWordOfTheReaderIsShown looks for the English of the TOML reader in what
// an author sees.
func FuzzNoWordOfTheReaderIsShown(f *testing.F) {
	for _, seed := range []string{"a", "a = ", "a = [1", "[[a", "a = \"\\q\"", "a = 1\na = 2", "a = {b = 1,", "a = 0x", "a = 1e", "a = +", "a.b = 1\na = 2", "'''", "a = '''''' b", "a = 12:99", "\x01"} {
		f.Add(seed)
	}
	english := regexp.MustCompile(`(?i)expected|unexpected|delimiter|top-level|terminator|hexadecimal|EOF|toml|newline|underscore|invalid|escape|control char`)
	f.Fuzz(func(t *testing.T, text string) {
		text = string(report.Clean([]byte(strings.ToValidUTF8(text, ""))))
		var problems report.Problems
		parseFields(report.Source{Name: "a.md", Text: []byte(text)}, text, 0, Options{}.keys(), &problems)
		for _, p := range problems {
			voice := report.Voice{Language: "fi"}
			// What the author wrote may be shown, and be English.
			values := fmt.Sprint(p.Values["key"], " ", p.Values["value"], " ", p.Values["example"])
			if said := voice.Text(p) + voice.Hint(p); english.MatchString(said) && !english.MatchString(values) {
				t.Errorf("%q: %s", text, said)
			}
			if p.Rule == voice.Text(p) {
				t.Errorf("%q: there is no message for %s", text, p.Rule)
			}
		}
	})
}
