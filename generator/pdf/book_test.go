package pdf

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// bookSite has a section with two pages: the first is several sheets long.
func bookSite() Site {
	page := func(title, text string) string {
		return fmt.Sprintf(`<!doctype html><html lang="fi"><title>%s</title><body class="kind-page"><main><nav class="breadcrumbs">Murupolku</nav><h1>%s</h1>%s</main>`, title, title, text)
	}
	files := map[string]string{
		"print.css":      `a[href^="http"]::after { content: " (" attr(href) ")" }`,
		"fi/index.html":  page("Osio", `<link rel="stylesheet" href="../print.css">`+`<p id="same">Alku</p><p><a href="toka.html#same">Toiseen</a> <a href="../muu.html">Muualle</a></p>`),
		"fi/eka.html":    page("Ensimmäinen", strings.Repeat("<p>Pitkä teksti.</p>", 200)),
		"fi/toka.html":   page("Toinen", `<h2 id="same">Alaotsikko</h2><p>Loppu</p>`),
		"fi/unseen.html": page("Muu", ""),
	}
	return Site{File: func(address string) ([]byte, error) {
		text, ok := files[address]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	}}
}

func TestABookSaysOnWhatPageEachChapterBegins(t *testing.T) {
	needBrowser(t)
	book := Page{Address: "fi/index.html", Title: "Kirja", Date: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), Book: &Book{
		Title: "Kirja", Contents: "Sisällys",
		Chapters: []Chapter{{"index.html", "Osio", 1}, {"eka.html", "Ensimmäinen", 2}, {"toka.html", "Toinen", 2}},
	}}
	made, err := Print(t.Context(), bookSite(), []Page{book, book})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Error("the same book makes other bytes")
	}
	if bytes.Contains(made[0], []byte(nowhere)) {
		t.Error("a link leads nowhere")
	}
	f, err := read(made[0])
	if err != nil {
		t.Fatal(err)
	}
	if f.dict(f.dict(f.root)["Dests"])["c2-same"] == nil || f.dict(f.root)["Outlines"] == nil {
		t.Error("a link leads to no place in its chapter, or there is no outline")
	}
	sheets, tags := readBook(t, made[0])
	for _, chapter := range []string{"Osio", "Ensimmäinen", "Toinen"} {
		found := regexp.MustCompile(`(?m)^\s*` + chapter + `\s+(\d+)\s*$`).FindStringSubmatch(sheets[1])
		if found == nil {
			t.Fatalf("the contents don't say where %s is:\n%s", chapter, sheets[1])
		}
		var number int
		if _, err := fmt.Sscan(found[1], &number); err != nil || number < 3 || number > len(sheets) || !regexp.MustCompile(`(?m)^\s*`+chapter+`\s*$`).MatchString(sheets[number-1]) {
			t.Errorf("%s isn't on page %s", chapter, found[1])
		}
	}
	if text := strings.Join(sheets, ""); strings.Contains(text, "Murupolku") {
		t.Error("what is of use on screens alone is printed")
	}
	for level, want := range map[string]int{"H1 (block)": 3, "H2 (block)": 2, "H3 (block)": 1} {
		if got := strings.Count(tags, level); got != want {
			t.Errorf("there are %d headings %s, not %d:\n%s", got, level, want, tags)
		}
	}
}

func TestABookWritesNoAddressOfTheGuideOut(t *testing.T) {
	needBrowser(t)
	site := bookSite()
	site.Base = "https://www.example.com/opas/"
	book := Page{Address: "fi/index.html", Title: "Kirja", Book: &Book{Title: "Kirja", Contents: "Sisällys", Chapters: []Chapter{{"index.html", "Osio", 1}}}}
	made, err := Print(t.Context(), site, []Page{book})
	if err != nil {
		t.Fatal(err)
	}
	sheets, _ := readBook(t, made[0])
	if text := strings.Join(sheets, ""); !strings.Contains(text, "Toiseen Muualle") {
		t.Errorf("addresses are written out:\n%s", text)
	}
}

// readBook returns the text of each sheet, and the tag tree.
func readBook(t *testing.T, data []byte) (sheets []string, tags string) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("poppler-utils are missing")
	}
	file := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	tree, err := exec.Command("pdfinfo", "-struct", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f"), string(tree)
}
