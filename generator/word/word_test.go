package word

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

var update = flag.Bool("update", false, "write what the documents become")

// kept keeps pictures by their numbers.
func kept() func(Picture) (string, error) {
	count := 0
	return func(p Picture) (string, error) {
		count++
		return fmt.Sprintf("kuva-%d.png", count), nil
	}
}

// TestDocumentsBecomeMarkdown compares what documents become with files that read as
// text. A folder holds the parts of a Word document.
func TestDocumentsBecomeMarkdown(t *testing.T) {
	names, err := filepath.Glob("testdata/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var made Made
		switch info, _ := os.Stat(name); {
		case filepath.Base(name) == "fuzz":
			continue
		case info.IsDir():
			made, err = FromDocx(zipped(t, os.DirFS(name)), Options{Keep: kept(), Title: true})
		case filepath.Ext(name) == ".docx":
			made, err = FromDocx(read(t, name), Options{Keep: kept(), Title: true})
		case filepath.Ext(name) == ".html":
			made, err = FromHTML(string(read(t, name)), Options{Keep: kept()})
		default:
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := strings.TrimSuffix(name, filepath.Ext(name)) + ".md"
		if *update {
			if err := os.WriteFile(want, []byte(shown(made)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got := shown(made); got != string(read(t, want)) {
			t.Errorf("%s became\n%s", name, got)
		}
		for _, issue := range issuesOf(made.Markdown) {
			t.Errorf("%s: %s", name, issue)
		}
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// zipped makes a document of its parts.
func zipped(t *testing.T, parts fs.FS) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if err := w.AddFS(parts); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// shown writes what was made as a text.
func shown(m Made) string {
	var out strings.Builder
	fmt.Fprintf(&out, "title: %s\n\n%s\nleft:\n", m.Title, m.Markdown)
	for _, l := range m.Left {
		fmt.Fprintf(&out, "  %d %s: %s\n", l.Count, l.What, strings.Join(l.Where, " / "))
	}
	return out.String()
}

// render renders Markdown as a page of the guide.
func render(text string) markdown.Page {
	r := markdown.New(language.For("fi"), &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{}}, nil)
	return r.Render(&guide.Page{Address: "fi/a.html"}, []byte(text), func(to string) (markdown.Target, *markdown.Issue) { return markdown.Target{Href: to}, nil }, nil)
}

// authors are issues that only an author can mend: what a link leads to, what a picture
// shows. Numbers are those that the document has.
var authors = map[string]bool{"link-text": true, "link-address": true, "image-text": true, "language-missing": true, "list-begins": true}

// issuesOf returns what the guide finds wrong with a text.
func issuesOf(text string) (issues []string) {
	for _, i := range render(text).Issues {
		if !authors[i.Rule] {
			issues = append(issues, report.Source{Name: "made.md", Text: []byte(text)}.At(i.Offset, i.Rule, i.Values).Error())
		}
	}
	return issues
}

// wordsOf returns the letters and digits that HTML shows.
func wordsOf(text string) string {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return ""
	}
	var out strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && !is(n.Parent, "script", "style") {
			out.WriteString(n.Data)
		}
	}
	return letters(out.String())
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, clean(text))
}
