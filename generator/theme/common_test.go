package theme

import (
	"html/template"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/guide"
)

// municipality is the small site with settings of its own.
func municipality(number int) *guide.Site {
	s, n := site(), strconv.Itoa(number)
	s.Settings.Title = `Kunta "` + n + `" + 'muut' & <naapurit>`
	s.Settings.Publisher.Name = "Kunta " + n
	s.Settings.Brand = guide.Brand{Name: "Kunta " + n, Colour: "#0b4f5" + n, Logo: guide.Logo{Address: "logo-" + n + ".svg"}}
	s.Settings.Web = guide.Web{Base: "https://kunta" + n + ".fi/", Offline: number%2 == 0}
	s.Editions[0].Title = s.Settings.Title
	s.Editions[0].Words["address-sheet"] = "lomake"
	return s
}

// commonTheme has colours, a style and a worker.
func commonTheme(changed files) files {
	all := files{
		"t/assets/opas.css":   ":root { --accent: #0b4f51; --paper: #ffffff }\n@media (prefers-color-scheme: dark) { :root { --paper: #000000; --accent: #7fd0d0 } }",
		"t/assets/plain.css":  "p { margin: 0 }",
		"t/service-worker.js": "let x",
		"t/parts/own.html":    `{{.Title}} {{.Site.Settings.Publisher.Name}} {{.Page.Title}} {{.Asset "opas.css"}}`,
		"t/parts/equal.html":  `{{range .Edition.Sections}}<a href="{{$.Link .}}"{{$.Here .}}>{{.Title}}</a>{{end}}`,
		"t/contrast.txt":      "accent paper 3\n",
	}
	maps.Copy(all, changed)
	return all
}

// expectSame makes sites one after the other with a memory of pages, and each
// by itself; it gives the memory.
func expectSame(t *testing.T, what string, changed files, sites ...func() *guide.Site) *Pages {
	t.Helper()
	memo, pages := NewMemo(), NewPages()
	make := func(s *guide.Site, memo *Memo, pages *Pages) map[string]string {
		look, err := Load(folder(commonTheme(changed)), []string{"t"}, Options{Minify: true, Settings: s.Settings, Memo: memo, Pages: pages})
		if err != nil {
			t.Fatal(what, err)
		}
		all, err := renderWith(look, s, map[string]string{"fi": "search/" + s.Settings.Publisher.Name + ".js"})
		if err != nil {
			return map[string]string{"error": err.Error()}
		}
		return all
	}
	for i, s := range sites {
		want := make(s(), nil, nil)
		for name, got := range make(s(), memo, pages) {
			if got != want[name] {
				t.Errorf("%s: site %d has\n%s\nas %s, by itself\n%s", what, i, got, name, want[name])
			}
		}
	}
	return pages
}

func one() *guide.Site { return municipality(1) }
func two() *guide.Site { return municipality(2) }

// shows are pages that show what a site has of its own, in all ways in which a
// template can ask a view.
var shows = map[string]string{
	"Absolute":      `{{.Absolute .Page}}`,
	"AbsoluteAsset": `{{.AbsoluteAsset "plain.css"}}`,
	"Address":       `{{.Address}}`,
	"Alphabet":      `{{range .Alphabet}}{{.ID}}{{end}}`,
	"Alternates":    `{{len .Alternates}}`,
	"Anchor":        `{{.Anchor .Page}}`,
	"Asset":         `{{.Asset "plain.css"}} {{.Asset "opas.css"}}`,
	"Body":          `{{.Body}}`,
	"Canonical":     `{{.Canonical}}`,
	"Colour":        `{{.Colour "light" "accent"}}<meta name="a" content="{{.Colour "dark" "accent"}}">`,
	"Contents":      `{{len .Contents}}`,
	"Edition":       `{{.Edition.Title}} {{.Edition.Language}} {{len .Edition.Pages}} {{with .Edition.Find "page"}}{{.Title}}{{end}}`,
	"Guide":         `<p data-guide="{{.Guide}}">{{.Guide}}</p>`,
	"HTML":          `{{$.HTML "<p>"}}`,
	"Here":          `<a{{.Here .Page}}></a>`,
	"In":            `{{.In .Page}}`,
	"Inline":        `{{.Inline "opas.css"}}`,
	"Intro":         `{{.Intro}}`,
	"Link":          `<a href="{{.Link .Edition.Home}}">x</a>`,
	"LinkView":      `<a href="{{.LinkView .Page "sheet"}}">x</a>`,
	"Logo":          `<img src="{{.Logo}}">`,
	"Manifest":      `{{.Manifest}}`,
	"Of":            `{{len (.Of "page")}}`,
	"Own":           `<p>{{.Own "parts/own.html"}}</p>`,
	"Pack":          `{{.Pack}}`,
	"PackItem":      `{{.PackItem .Page ""}}`,
	"PackItems":     `{{len (.PackItems "page")}}`,
	"PackReady":     ``,
	"Parts":         `{{len .Parts}}`,
	"Picture":       `{{.Picture "steps"}}`,
	"Pictures":      `{{len .Pictures}}`,
	"Policy":        `{{.Policy}}{{.Policy "opas.css"}}`,
	"Root":          `{{.Root}}`,
	"SearchIndex":   `{{.SearchIndex}}`,
	"SearchPage":    `{{with .SearchPage}}x{{end}}`,
	"Shared":        `{{.Shared "parts/own.html" .Page}}{{.Shared "parts/equal.html"}}{{.Shared "parts/equal.html" .Page.Parent}}`,
	"Sheets":        `{{len (.Sheets .Edition.Questions 4)}}`,
	"Siblings":      `{{len .Siblings}}`,
	"Site":          `{{.Site.Settings.Publisher.Name}}`,
	"Sources":       `{{len .Sources}}`,
	"Title":         `{{.Title}}<p title="{{.Title}}">{{.Title}} {{printf "%s" .Title}}</p>`,
	"Translations":  `{{len .Translations}}`,
	"Using":         ``,
	"With":          `{{len (.With .Edition.Questions).Questions}}`,
	"Worker":        `{{.Worker}}`,
}

func TestWhateverAPageShowsIsItsOwnSites(t *testing.T) {
	for i, view := 0, reflect.TypeFor[*View](); i < view.NumMethod(); i++ {
		name := view.Method(i).Name
		text, ok := shows[name]
		if !ok {
			t.Errorf("no page shows %s", name)
		}
		expectSame(t, name, files{"t/page.html": `{{define "main"}}` + text + `{{end}}`}, one, two, one)
	}
}

func TestATitleIsRightWhereverItStands(t *testing.T) {
	for _, text := range []string{
		`<a href="{{.Title}}">x</a>`, `<a href="?q={{.Title}}">x</a>`, `<p title={{.Title}}>x</p>`, `<p title='{{.Title}}'>x</p>`, `<textarea>{{.Title}}</textarea>`,
		`<script>let a = {{.Title}}</script>`, `<script>let a = "{{.Title}}"</script>`, `<style>p { color: "{{.Title}}" }</style>`, `<p onclick="a('{{.Title}}')">x</p>`,
		`<!-- {{.Title}} -->`, `{{$t := .Title}}{{$t}} {{$t}}<a href="{{$t}}">x</a>`, `{{$t := .Title}}x`, `{{if eq .Title "x"}}a{{else}}b{{end}}`, `{{len .Title}}`,
		`{{if .Title}}a{{end}}`, `{{soft .Title}}`, `{{printf "%q %.3s" .Title .Title}}`, `{{html .Title}}`, `{{urlquery .Title}}`, `{{js .Title}}`, `{{with .Edition}}{{.Title}}{{end}}`,
		`<p title="{{.Shared "parts/own.html" .Page}}">{{.Shared "parts/own.html" .Page}}</p>`, `<textarea>{{.Own "parts/own.html"}}</textarea>`,
		`{{$own := .Own "parts/own.html"}}{{$own}} {{$own}}`, `<p title={{.Own "parts/own.html"}}>x</p>`, "{{.Title}} \x01 &#43;/0/ \x01", `%01 {{.Title}}`,
	} {
		expectSame(t, text, files{"t/page.html": `{{define "main"}}` + text + `{{end}}`}, one, two)
	}
}

func TestATitleIsWrittenAsHTMLTemplateDoes(t *testing.T) {
	form := template.Must(template.New("").Parse(`{{.}}|<p title="{{.}}"></p><title>{{.}}</title>`))
	for b := range 256 {
		text := "a" + string(rune(b)) + "b"
		var want strings.Builder
		if err := form.Execute(&want, text); err != nil {
			t.Fatal(err)
		}
		if got := escaper.Replace(text); want.String() != got+`|<p title="`+got+`"></p><title>`+got+`</title>` {
			t.Errorf("%q is written %q, want %s", text, got, want.String())
		}
	}
}

func TestAPageShowsTheTextsOfItsOwnGuide(t *testing.T) {
	other := func() *guide.Site {
		s := municipality(2)
		s.Editions[0].Page("b").HTML = "<p>toinen</p>"
		return s
	}
	for _, text := range []string{`{{.Body}}`, `{{range .Siblings}}{{$.HTML .HTML}}{{end}}`, `{{range .Siblings}}{{with .Text}}{{len .HTML}}{{end}}{{end}}`} {
		expectSame(t, text, files{"t/page.html": `{{define "main"}}` + text + `{{end}}`}, one, other)
	}
	for text, change := range map[string]func(*guide.Page){
		`{{range .Contents}}{{soft .ID}}{{end}}`:  func(p *guide.Page) { p.Headings = slices.Repeat([]guide.Heading{{Level: 2, ID: "a"}}, 3) },
		`{{range .Siblings}}{{.Local}}{{end}}`:    func(p *guide.Page) { p.Local = "content/fi/local/b.md" },
		`{{range .Siblings}}{{.Headings}}{{end}}`: func(p *guide.Page) { p.Headings = []guide.Heading{{Level: 3, ID: "a"}} },
	} {
		expectSame(t, text, files{"t/page.html": `{{define "main"}}` + text + `{{end}}`}, one, func() *guide.Site {
			s := municipality(2)
			change(s.Editions[0].Page("b"))
			return s
		})
	}
}

func TestAGuideThatHasAnotherPageHasItsOwnPages(t *testing.T) {
	for what, change := range map[string]func(*guide.Edition){
		"renamed": func(e *guide.Edition) { e.Page("b").Title = "Uusi" },
		"hidden":  func(e *guide.Edition) { e.Page("g").Children = e.Page("g").Children[:1] },
		"word":    func(e *guide.Edition) { e.Words["skip"] = "Ohita" },
		"soft": func(e *guide.Edition) {
			e.Lexicon = map[string]guide.Word{"siirrytäänpä": {Borders: "siirry|täänpä"}}
		},
	} {
		expectSame(t, what, files{"t/page.html": `{{define "main"}}{{word "skip"}} {{range .Siblings}}{{.Title}}{{end}} {{soft "siirrytäänpä"}}{{end}}`}, one, func() *guide.Site {
			s := two()
			change(s.Editions[0])
			return s
		}, one)
	}
}

func TestPagesThatShowNothingOfSettingsAreMadeOnce(t *testing.T) {
	form := files{"t/page.html": `{{define "main"}}{{.Title}} {{.Shared "parts/own.html" .Page}} {{.Own "parts/own.html"}} {{.Shared "parts/equal.html"}} {{.Body}}{{end}}`}
	pages := expectSame(t, "three sites", form, one, two, func() *guide.Site { return municipality(3) })
	if len(pages.pages) != 5 {
		t.Errorf("%d pages are remembered, want the 5 of a site", len(pages.pages))
	}
	for key, page := range pages.pages {
		if page.err != nil {
			t.Errorf("%s is no common page: %v", key.file, page.err)
		}
	}
}

func TestSitesMadeAtTheSameTimeSharePages(t *testing.T) {
	fsys := folder(commonTheme(files{"t/page.html": `{{define "main"}}{{.Title}} {{.Own "parts/own.html"}} {{.Body}}{{end}}`}))
	memo, pages := NewMemo(), NewPages()
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			s := municipality(i % 4)
			with, err := render(fsys, []string{"t"}, Options{Settings: s.Settings, Memo: memo, Pages: pages}, s)
			alone, other := render(fsys, []string{"t"}, Options{Settings: s.Settings}, s)
			if err != nil || other != nil || !maps.Equal(with, alone) {
				t.Errorf("site %d is another: %v, %v", i, err, other)
			}
		})
	}
	group.Wait()
}

func TestAPageThatFailsSaysTheSameAsByItself(t *testing.T) {
	expectSame(t, "a fault", files{"t/page.html": "{{define \"main\"}}\n{{.Nope}}{{end}}"}, one, two)
	expectSame(t, "a fault in a part", files{"t/page.html": `{{define "main"}}{{.Own "parts/own.html"}}{{end}}`, "t/parts/own.html": "a\n{{.Nope}}"}, one, two)
}
