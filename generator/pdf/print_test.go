package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

// needBrowser skips a test where there is no browser, or fails it if one must
// be.
func needBrowser(t *testing.T) {
	t.Helper()
	if _, err := find(); err != nil {
		if os.Getenv("BROWSER_TESTS") == "required" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

// testSite is the site in testdata; it notes what is asked for.
func testSite(asked *sync.Map) Site {
	return Site{File: func(address string) ([]byte, error) {
		asked.Store(address, true)
		return os.ReadFile(filepath.Join("testdata", filepath.FromSlash(address)))
	}}
}

func testPage() Page {
	return Page{Address: "form.html", Title: "Lomake äöå", Date: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), Form: `{"format":"sparrausopas-worksheet"}`, Row: "rivi {number}"}
}

// keep keeps what Chromium wrote, for the tests without it.
func keep(t *testing.T, site Site) {
	t.Helper()
	browser, _, stop, err := start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	tab, err := newTab(browser, site)
	if err != nil {
		t.Fatal(err)
	}
	printed, said, err := tab.print(testPage())
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(said, "", "  ")
	if err := errors.Join(err, os.WriteFile("testdata/form-printed.pdf", printed, 0o644), os.WriteFile("testdata/form-said.json", text, 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestAFreshPrintIsAForm prints the page in testdata.
func TestAFreshPrintIsAForm(t *testing.T) {
	needBrowser(t)
	var asked sync.Map
	if *update {
		keep(t, testSite(&asked))
	}
	plain := testPage()
	plain.Form = ""
	told := 0
	site := testSite(&asked)
	site.Progress = func(done, total int) {
		if told++; done != told || total != 3 {
			t.Errorf("%d of %d are done, and %d were told", done, total, told)
		}
	}
	made, err := Print(t.Context(), site, []Page{testPage(), plain, testPage()})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made[0], made[2]) {
		t.Error("the same page makes other bytes")
	}
	for _, noise := range []string{"Chrome", "Skia", time.Now().UTC().Format("2006010215")} {
		if bytes.Contains(made[0], []byte(noise)) {
			t.Errorf("the document tells of %s", noise)
		}
	}
	if told != 3 {
		t.Errorf("%d documents were told of", told)
	}
	if _, ok := asked.Load("form.js"); !ok {
		t.Error("a page that isn't filled in has no script")
	}
	fresh := outline(t, made[0])
	kept := keptForm(t)
	if got, want := fields(fresh), fields(kept); got != want {
		t.Errorf("fields are\n%s\nwanted are\n%s", got, want)
	}
	if f := fields(outline(t, made[1])); f != "" {
		t.Errorf("a page that isn't a form has fields:\n%s", f)
	}
	checkWithOthers(t, made[0])
}

// checkWithOthers lets other programs read a document, where they are.
func checkWithOthers(t *testing.T, data []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("qpdf"); err == nil {
		if said, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("qpdf: %s", said)
		}
	}
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("poppler-utils are missing")
	}
	said, err := exec.Command("pdfinfo", "-struct-text", file).CombinedOutput()
	if err != nil || strings.Contains(string(said), "Error") {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, want := range []string{"H1 (block)", "\"Lomake äöå\"", "Sanan tavuviiva", "Table (block)", "/Scope /Column", "/Scope /Row", "Caption"} {
		if !strings.Contains(string(said), want) {
			t.Errorf("the tag tree has no %s", want)
		}
	}
	if got := strings.Count(string(said), "Form\n"); got != 13 {
		t.Errorf("the tag tree has %d forms:\n%s", got, said)
	}
}

func TestTheEndOfTheContextEndsTheBrowser(t *testing.T) {
	needBrowser(t)
	temp, err := os.MkdirTemp("", "o")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(temp) })
	t.Setenv("TMPDIR", temp)
	ctx, cancel := context.WithCancel(t.Context())
	var began time.Time
	site := Site{File: func(string) ([]byte, error) {
		began = time.Now()
		cancel()
		return nil, fs.ErrNotExist
	}}
	_, err = Print(ctx, site, []Page{testPage()})
	if err == nil {
		t.Fatal("it printed")
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("the browser leaves %v (%v)", left, err)
	}
}

func TestAPageThatIsNotThereIsAProblem(t *testing.T) {
	needBrowser(t)
	var asked sync.Map
	page := testPage()
	page.Address = "x.html"
	_, err := Print(t.Context(), testSite(&asked), []Page{page})
	var problems report.Problems
	if !errors.As(err, &problems) || problems[0].Rule != "pdf-page-fails" || problems[0].Place.File != "x.html" {
		t.Errorf("the error is %v", err)
	}
}

func TestBrowsersAreLookedForWhereSystemsKeepThem(t *testing.T) {
	windows := places("windows", func(name string) string {
		return map[string]string{"ProgramFiles(x86)": `C:\Program Files (x86)`}[name]
	})
	if want := `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`; !slices.Contains(windows, want) {
		t.Errorf("%s isn't among %q", want, windows)
	}
	mac := places("darwin", func(string) string { return "/Users/x" })
	if want := "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; mac[0] != want {
		t.Errorf("the first is %s", mac[0])
	}
}

func TestNoBrowserIsSaid(t *testing.T) {
	t.Setenv(browserVariable, "/no/such/browser")
	var refused *report.Refusal
	if _, err := Print(t.Context(), Site{}, []Page{testPage()}); !errors.As(err, &refused) || refused.Rule != "pdf-browser-missing" {
		t.Errorf("the error is %v", err)
	}
}
