package theme

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// files are a theme's files that differ from the smallest one's; one that is
// "-" is taken away. Names begin with the theme's folder.
type files map[string]string

func folder(changed files) fstest.MapFS {
	all := files{
		"t/base.html":     "<!DOCTYPE html>\n<html><head><title>{{.Page.Title}}</title></head>\n<body>{{block \"main\" .}}{{.Body}}{{end}}</body></html>\n",
		"t/home.html":     "",
		"t/page.html":     "{{define \"main\"}}page {{.Body}}{{end}}",
		"t/section.html":  "{{define \"main\"}}section{{end}}",
		"t/redirect.html": "<a href=\"{{.Link .Page}}\">{{.Page.Title}}</a>",
	}
	maps.Copy(all, changed)
	fsys := fstest.MapFS{}
	for name, text := range all {
		if text != "-" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

// site is a guide of a home page, a section of terms, two pages in it and a
// page under Home.
func site() *guide.Site {
	page := func(parent *guide.Page, id, kind, address string) *guide.Page {
		p := &guide.Page{ID: id, Kind: kind, Address: address, File: "content/fi/" + id + ".md"}
		p.Title, p.HTML, p.Parent = strings.ToUpper(id), "<p>"+id+"</p>", parent
		if parent != nil {
			parent.Children = append(parent.Children, p)
		}
		return p
	}
	home := page(nil, "", "home", "index.html")
	home.Title = "Opas"
	section := page(home, "g", "section", "fi/g/index.html")
	section.Of = "term"
	l := &guide.Locale{Language: "fi", Name: "Suomi", Home: home, Words: map[string]string{"skip": "Siirry"}}
	l.Pages = []*guide.Page{home, section, page(section, "a", "page", "fi/g/a.html"), page(section, "b", "page", "fi/g/b.html"), page(home, "c", "page", "fi/c.html")}
	l.Index()
	return &guide.Site{Locales: []*guide.Locale{l}, Files: map[string]string{}}
}

// render returns the files that a theme makes of a site, or its problems.
func render(fsys fstest.MapFS, folders []string, options Options, s *guide.Site) (map[string]string, error) {
	t, err := Load(fsys, folders, options)
	if err != nil {
		return nil, err
	}
	return renderWith(t, s, nil)
}

// renderWith returns the files of a site with indexes to search in.
func renderWith(look *Theme, s *guide.Site, indexes map[string]string) (map[string]string, error) {
	var mutex sync.Mutex
	made := map[string]string{}
	err := look.Render(s, indexes, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		if _, twice := made[name]; twice {
			return fmt.Errorf("%s is made twice", name)
		}
		made[name] = string(data)
		return nil
	})
	return made, err
}

// made renders the site with a theme in which nothing is wrong.
func made(t *testing.T, changed files, s *guide.Site) map[string]string {
	t.Helper()
	all, err := render(folder(changed), []string{"t"}, Options{}, s)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func expectFile(t *testing.T, all map[string]string, name, want string) {
	t.Helper()
	if got, ok := all[name]; !ok || !strings.Contains(got, want) {
		t.Errorf("%s lacks %q: %q", name, want, got)
	}
}

func TestPagesAreFramedByTheirKind(t *testing.T) {
	all := made(t, nil, site())
	expectFile(t, all, "fi/c.html", "<title>C</title></head>\n<body>page <p>c</p></body>")
	expectFile(t, all, "index.html", "<body><p></p></body>")
	expectFile(t, all, "fi/g/index.html", "<body>section</body>")
	if len(all) != 6 {
		t.Errorf("%d files are made: %v", len(all), slices.Sorted(maps.Keys(all)))
	}
}

func TestSectionsHaveTheTemplateOfTheirPagesKindIfThereIsOne(t *testing.T) {
	for kind, want := range map[string]string{"section-term": "terms", "section-step": "section"} {
		all := made(t, files{"t/" + kind + ".html": "{{define \"main\"}}terms{{end}}"}, site())
		expectFile(t, all, "fi/g/index.html", "<body>"+want+"</body>")
	}
}

func TestFilesOfALaterFolderTakeThePlaceOfEarlierOnes(t *testing.T) {
	fsys := folder(files{
		"t/parts/a.html": "first", "t/parts/b.html": "first", "t/assets/a.css": "a{color:red}", "t/assets/b.css": "b{}",
		"t/page.html":      "{{define \"main\"}}{{template \"parts/a.html\"}} {{template \"parts/b.html\"}} {{.Asset \"a.css\"}} {{.Asset \"b.css\"}}{{end}}",
		"own/parts/b.html": "own", "own/assets/a.css": "a{color:blue}", "own/c/section.html": "x",
	})
	all, err := render(fsys, []string{"t", "own"}, Options{}, site())
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, all, "fi/c.html", "<body>first own ../assets/a-")
	var assets []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, "assets/") {
			assets = append(assets, all[name])
		}
	}
	if !slices.Equal(assets, []string{"a{color:blue}", "b{}"}) {
		t.Errorf("assets are %q", assets)
	}
}

func TestAssetsThatAreNamedTogetherAreOneFile(t *testing.T) {
	all := made(t, files{
		"t/assets/a.js": "let a", "t/assets/b.js": "(b)", "t/assets/c.js": "c", "t/assets/a.css": "a{}", "t/assets/b.css": "b{}",
		"t/page.html":    "{{define \"main\"}}[{{.Asset \"a.js\"\n \"b.js\"}}] [{{.Asset \"c.js\" \"b.js\"}}] [{{.Asset \"a.css\" \"b.css\"}}]{{end}}",
		"t/section.html": `{{define "main"}}[{{.Asset "c.js"}}]{{end}}`,
	}, site())
	named := func(page string) []string {
		var texts []string
		for _, name := range regexp.MustCompile(`\[\.\./([^\]]*)\]`).FindAllStringSubmatch(all[page], -1) {
			texts = append(texts, strings.Split(path.Base(name[1]), "-")[0]+": "+all[name[1]])
		}
		return texts
	}
	if got, want := named("fi/c.html"), []string{"a: let a;\n(b);\n", "c: c;\n(b);\n", "a: a{}b{}"}; !slices.Equal(got, want) {
		t.Errorf("the page loads %q, want %q", got, want)
	}
	assets := slices.DeleteFunc(slices.Collect(maps.Keys(all)), func(name string) bool { return !strings.HasPrefix(name, "assets/") })
	if len(assets) != 4 {
		t.Errorf("there are %q, of which one is a single asset", assets)
	}
}

func TestAssetsHaveANameThatChangesWithTheirContent(t *testing.T) {
	name := func(text string) string {
		all := made(t, files{"t/assets/fonts/a.css": text, "t/page.html": "{{define \"main\"}}[{{.Asset \"fonts/a.css\"}}]{{end}}"}, site())
		for name := range all {
			if strings.HasPrefix(name, "assets/") {
				expectFile(t, all, "fi/c.html", "[../"+name+"]")
				return name
			}
		}
		t.Fatal("there is no asset")
		return ""
	}
	one, two := name("a{}"), name("b{}")
	if one == two || name("a{}") != one || !regexp.MustCompile(`^assets/fonts/a-[0-9a-f]{8}\.css$`).MatchString(one) {
		t.Errorf("the names are %s and %s", one, two)
	}
}

func TestMinifyKeepsWhatScriptsAndStylesRelyOn(t *testing.T) {
	fsys := folder(files{
		"t/assets/a.css": "a {\n  color: red;\n}\n", "t/assets/a.js": "// why\nlet  a = 1;\n", "t/assets/a.svg": "<svg>\n  <g></g>\n</svg>\n", "t/assets/a.txt": "a  b\n",
		"t/page.html": "{{define \"main\"}}\n<ul>\n  <li class=\"a\">{{ .Page.Title }}</li>\n</ul>\n<!-- why -->{{end}}",
	})
	all, err := render(fsys, []string{"t"}, Options{Minify: true}, site())
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, all, "fi/c.html", `<html><head><title>C</title></head><body><ul><li class="a">C</li></ul></body></html>`)
	var assets []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, "assets/") {
			assets = append(assets, all[name])
		}
	}
	want := []string{"a  b\n", "a{color:red}"}
	slices.Sort(assets)
	if !slices.Contains(assets, want[0]) || !slices.Contains(assets, want[1]) || slices.ContainsFunc(assets, func(s string) bool { return strings.Contains(s, "why") }) {
		t.Errorf("assets are %q", assets)
	}
}

func TestRedirectsStandAtOldAddresses(t *testing.T) {
	s := site()
	s.Locales[0].Page("a").Aliases = []string{"fi/old/deep/a.html", "fi/a/index.html"}
	all := made(t, nil, s)
	expectFile(t, all, "fi/old/deep/a.html", `<a href="../../g/a.html">A</a>`)
	expectFile(t, all, "fi/a/index.html", `<a href="../g/a.html">A</a>`)
	expectFile(t, all, "fi/g/a.html", "<p>a</p>")
}

func TestWhatIsPrintedOfAPageIsFoundAtItsOldAddressToo(t *testing.T) {
	s := site()
	s.Locales[0].Page("a").Aliases = []string{"fi/old.html"}
	s.Locales[0].Words["address-sheet"] = "lomake"
	all := made(t, files{"t/page.sheet.html": "{{define \"main\"}}sheet{{end}}", "t/redirect.html": "<a href=\"{{.Moved}}\">"}, s)
	expectFile(t, all, "fi/old.html", `<a href="g/a.html">`)
	expectFile(t, all, "fi/old-lomake.html", `<a href="g/a-lomake.html">`)
}

func TestFilesOfContentAreCopiedAsTheyAre(t *testing.T) {
	s := site()
	s.Files = map[string]string{"a b.bin": "content/static/a b.bin"}
	fsys := folder(files{"content/static/a b.bin": "\x00\xff <b>"})
	all, err := render(fsys, []string{"t"}, Options{Minify: true}, s)
	if err != nil || all["a b.bin"] != "\x00\xff <b>" {
		t.Errorf("the file is %q (%v)", all["a b.bin"], err)
	}
	delete(fsys, "content/static/a b.bin")
	if _, err := render(fsys, []string{"t"}, Options{}, s); err == nil || !strings.Contains(err.Error(), "content/static/a b.bin: the file is missing") {
		t.Errorf("the error is %v", err)
	}
}

func TestHostileTextsAreShownAndNotRun(t *testing.T) {
	const hostile = "</title><script>alert(1)</script>\" onclick='x' \x00{{.}}"
	s := site()
	l := s.Locales[0]
	l.Page("c").Title, l.Page("c").Summary, l.Page("c").Short = hostile, hostile, hostile
	l.Home.Title, l.Words["skip"] = hostile, hostile
	s.Settings.Publisher.Name = "javascript:alert(1)"
	all := made(t, files{
		"t/page.html": "{{define \"main\"}}{{.Shared \"parts/nav.html\"}}<p title=\"{{.Page.Summary}}\" class={{.Page.Short}}>{{.Title}}{{word \"skip\"}}</p>" +
			"<a href=\"{{.Site.Settings.Publisher.Name}}\">x</a><script>let a = {{.Page.Title}}</script>{{end}}",
		"t/parts/nav.html": "{{range .Locale.Home.Children}}<a href=\"{{$.Link .}}\"{{$.Here .}}>{{.Label}}</a>{{end}}",
	}, s)
	got := all["fi/c.html"]
	if strings.Contains(got, "<script>alert") || regexp.MustCompile(`[^\\]" onclick`).MatchString(got) || strings.Contains(got, "href=\"javascript") || strings.Contains(got, "\x00") {
		t.Errorf("the page is %s", got)
	}
	if strings.Count(got, "&lt;script&gt;alert(1)") < 4 || strings.Count(got, "{{.}}") < 4 {
		t.Errorf("the page lacks its texts: %s", got)
	}
}

func TestFunctionsWriteDaysAndDurations(t *testing.T) {
	s := site()
	l := s.Locales[0]
	p := l.Page("c")
	p.Updated = time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)
	p.Detail = &guide.Session{Page: p, Duration: 65 * time.Minute}
	text := "{{define \"main\"}}{{date .Page.Updated}}|{{date .Page.Reviewed}}|{{with .Page.Detail}}{{minutes .Duration}}|{{clock .Duration}}{{end}}|{{word \"skip\"}}{{end}}"
	p.Kind = "session"
	expectFile(t, made(t, files{"t/session.html": text}, s), "fi/c.html", "<body>21.11.2026||65|1.05|Siirry</body>")
}

func TestHoursAreWrittenOfDurationsThatAreBestToldInThem(t *testing.T) {
	for d, want := range map[time.Duration]int{6 * time.Hour: 6, 2 * time.Hour: 2, time.Hour: 0, 330 * time.Minute: 0, 0: 0} {
		if got := wholeHours(d); got != want {
			t.Errorf("%s has %d hours, want %d", d, got, want)
		}
	}
}

func TestTwoRendersMakeTheSameBytes(t *testing.T) {
	fsys := folder(files{"t/parts/nav.html": "{{range .Siblings}}<a href=\"{{$.Link .}}\"{{$.Here .}}>{{.Title}}</a>{{end}}", "t/page.html": "{{define \"main\"}}{{.Shared \"parts/nav.html\"}}{{end}}"})
	first, err := render(fsys, []string{"t"}, Options{Minify: true}, site())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, err := render(fsys, []string{"t"}, Options{Minify: true}, site()); err != nil || !maps.Equal(first, again) {
			t.Errorf("%v, %v", again, err)
		}
	}
}

func TestRenderStopsWhenAFileCannotBeWritten(t *testing.T) {
	full := errors.New("the disk is full")
	for _, name := range []string{"fi/c.html", "fi/old.html", "a.txt", "assets/"} {
		s := site()
		s.Locales[0].Page("c").Aliases = []string{"fi/old.html"}
		s.Files = map[string]string{"a.txt": "t/page.html"}
		look, err := Load(folder(files{"t/assets/a.css": "a{}"}), []string{"t"}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		err = look.Render(s, nil, func(made string, _ []byte) error {
			if strings.HasPrefix(made, name) {
				return full
			}
			return nil
		})
		var problems report.Problems
		if !errors.Is(err, full) || errors.As(err, &problems) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestAStyleNamesOtherFilesByTheAddressThatTheyGet(t *testing.T) {
	style := files{"t/assets/a.css": "@font-face{font-family:x;src:url(\"x.woff2\")}", "t/assets/x.woff2": "x", "t/page.html": `{{define "main"}}{{.Asset "a.css"}}{{end}}`}
	all := made(t, style, site())
	font, css := "", ""
	for name, text := range all {
		if strings.HasPrefix(name, "assets/x-") {
			font = name
		}
		if strings.HasPrefix(name, "assets/a-") {
			css = text
		}
	}
	if font == "" || !strings.Contains(css, "url("+strings.TrimPrefix(font, "assets/")+")") {
		t.Errorf("the font is %q, the style %q", font, css)
	}
	before := all
	style["t/assets/x.woff2"] = "y"
	for name := range made(t, style, site()) {
		if strings.HasPrefix(name, "assets/a-") && before[name] != "" {
			t.Errorf("the style keeps its address %s though the font has changed", name)
		}
	}
}

func TestAFileThatAStyleNamesAndTheThemeLacksIsReported(t *testing.T) {
	_, err := Load(folder(files{"t/assets/a.css": "p{}\n@font-face{src:url(y.woff2)}", "t/assets/x.woff2": "x"}), []string{"t"}, Options{Minify: true})
	if err == nil || !strings.Contains(err.Error(), "t/assets/a.css:2:") {
		t.Errorf("the error is %v", err)
	}
}
