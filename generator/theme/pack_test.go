package theme

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

// packTheme has a form of each sort. Its pack page lists what can be packed.
var packTheme = files{
	"t/pack.html": `{{define "main"}}{{range .PackItems "session" "sheet" "cards"}}[{{.ID}} {{.Title}} {{.Address}}]{{end}}` +
		`{{range .PackItems "question"}}({{.ID}} {{.Title}} {{.Paper.Size}}){{end}}{{range .PackItems "term"}}term{{end}}` +
		`{{range .Locale.Sessions}}{{range $.PackReady .}}|{{.ID}} for {{.For}} {{.Paper.Pages}}/{{.Paper.Cards}}/{{.Paper.PerSheet}}{{end}}{{end}}` +
		`{{range .Locale.Sessions}}<i id="r" data-items="{{($.PackReady .).IDs}}"></i>{{end}}{{end}}`,
	"t/session.html":            `{{define "line"}}line {{.Page.Title}}{{end}}`,
	"t/session.sheet.html":      "",
	"t/question.html":           "",
	"t/worksheet.html":          "",
	"t/term.html":               "",
	"t/pack/session.sheet.html": `<h1>{{template "line" .}}</h1>{{.Body}}<a href="{{.Link .Locale.Home}}">home</a>{{.Page.Detail.Goal}}`,
	"t/pack/session.cards.html": `{{range .Page.Detail.Cards.Cards}}{{.Number}}{{end}}`,
	"t/pack/question.html":      `{{.Body}}`,
	"t/pack/worksheet.html":     `{{.Body}}`,
}

// packSite is a site of a pack page, two sessions, two questions and a
// worksheet. The first session uses the second question and the worksheet.
func packSite() *guide.Site {
	s := site()
	s.Kinds = guide.Kinds{{Name: "question", Numbering: guide.Counted}}
	l := s.Locales[0]
	add := func(parent *guide.Page, id, kind, address string, detail func(*guide.Page) guide.Detail) *guide.Page {
		p := &guide.Page{ID: id, Kind: kind, Address: address, File: "content/fi/" + id + ".md"}
		p.Title, p.HTML, p.Parent, p.Detail = "T "+id, "<p>"+id+"</p>", parent, detail(p)
		parent.Children = append(parent.Children, p)
		l.Pages = append(l.Pages, p)
		return p
	}
	worksheet, question, session := &guide.Worksheet{Paper: "A4 landscape"}, &guide.Question{}, &guide.Session{Goal: "g</script>"}
	add(l.Home, "pack", "pack", "fi/w/pack.html", func(*guide.Page) guide.Detail { return nil })
	add(l.Home, "w/a", "worksheet", "fi/w/a.html", func(p *guide.Page) guide.Detail { worksheet.Page = p; return worksheet })
	add(l.Home, "q/1", "question", "fi/q/1.html", func(p *guide.Page) guide.Detail { p.Number = 1; return &guide.Question{Page: p} })
	add(l.Home, "q/2", "question", "fi/q/2.html", func(p *guide.Page) guide.Detail { p.Number, question.Page = 2, p; return question })
	first := add(l.Home, "s/a,b", "session", "fi/s/ab.html", func(p *guide.Page) guide.Detail { session.Page = p; return session })
	first.HTML = `<a href="../q/2.html#x">q</a> <a href="#y">y</a> <a href="https://example.org/a">out</a> <a href="mailto:a@b">m</a> <a href="other.html?a=1&amp;b=2">o</a>` + "\u2028"
	session.Agenda = []guide.Item{{Duration: time.Minute, Questions: []*guide.Question{question}}}
	session.Uses = []guide.Use{{Key: "agenda.0.text", Worksheet: worksheet}}
	empty := &guide.Session{}
	add(l.Home, "s/c", "session", "fi/s/c.html", func(p *guide.Page) guide.Detail { empty.Page = p; return empty })
	maps.Copy(l.Words, map[string]string{"address-pack": "paketti", "address-sheet": "arkki", "sheet": "Arkki", "cards": "Kortit"})
	l.Index()
	return s
}

// packed reads the item that a script hands over.
func packed(t *testing.T, all map[string]string, name string) map[string]string {
	t.Helper()
	text, ok := strings.CutPrefix(all[name], "opas.packItem(")
	text, end := strings.CutSuffix(text, ");\n")
	item := map[string]string{}
	if err := json.Unmarshal([]byte(text), &item); err != nil || !ok || !end {
		t.Fatalf("%s isn't one statement: %v %q", name, err, all[name])
	}
	return item
}

func TestThePackPageListsTheItemsInTheOrderOfTheGuide(t *testing.T) {
	all := made(t, packTheme, packSite())
	expectFile(t, all, "fi/w/pack.html", "[s/a,b.sheet T s/a,b – Arkki ../s/ab-arkki.html]"+
		"[s/a,b.cards T s/a,b – Kortit ../s/ab.html][s/c.sheet T s/c – Arkki ../s/c-arkki.html]"+
		"(q/1 1. T q/1 A4)(q/2 2. T q/2 A4)")
}

func TestAReadyPackHasWhatItsSessionNeeds(t *testing.T) {
	expectFile(t, made(t, packTheme, packSite()), "fi/w/pack.html", `data-items="s%2Fa%2Cb.sheet,s%2Fa%2Cb.cards,w%2Fa"></i><i id="r" data-items="s%2Fc.sheet"`)
	without := files{"t/pack/session.cards.html": "-"}
	for name, text := range packTheme {
		if _, ok := without[name]; !ok {
			without[name] = text
		}
	}
	expectFile(t, made(t, without, packSite()), "fi/w/pack.html", `data-items="s%2Fa%2Cb.sheet,w%2Fa,q%2F2"`)
}

func TestAnItemSaysWhoGetsItAndHowMuchPaperItTakes(t *testing.T) {
	s := packSite()
	session := s.Locales[0].Page("s/a,b").Detail.(*guide.Session)
	worksheet, question := session.Uses[0].Worksheet, session.Questions()[0]
	worksheet.Headings = []guide.Heading{{Level: 2}, {Level: 2, Classes: "leader"}, {Level: 3}, {Level: 2}}
	for _, c := range []struct {
		audience        string
		pages, perSheet int
		want            string
	}{
		{"sparrer", 0, 0, "leader 0/0/0"}, {"room", 0, 1, "leader 2/0/1"}, {"group", 0, 2, "table 0/2/2"}, {"participant", 0, 4, "person 0/2/4"}, {"group", 3, 0, "table 3/0/0"},
	} {
		worksheet.Audience, worksheet.Pages, worksheet.PerSheet = c.audience, c.pages, c.perSheet
		expectFile(t, made(t, packTheme, s), "fi/w/pack.html", "|s/a,b.sheet for leader 2/0/0|s/a,b.cards for table 0/1/0|w/a for "+c.want)
	}
	session.Uses = append(session.Uses, guide.Use{Key: "materials", Cards: []*guide.Question{question}, Once: true})
	expectFile(t, made(t, packTheme, s), "fi/w/pack.html", "|s/a,b.cards for leader 0/1/0")
}

func TestEachItemIsAScriptThatHandsItOver(t *testing.T) {
	all := made(t, packTheme, packSite())
	var scripts []string
	for name := range all {
		if strings.HasSuffix(name, ".js") {
			scripts = append(scripts, strings.TrimPrefix(name, "fi/w/paketti/"))
		}
	}
	slices.Sort(scripts)
	if want := []string{"q/1.js", "q/2.js", "s/a,b.cards.js", "s/a,b.sheet.js", "s/c.sheet.js", "w/a.js"}; !slices.Equal(scripts, want) {
		t.Errorf("there are %v, want %v", scripts, want)
	}
	worksheet := packed(t, all, "fi/w/paketti/w/a.js")
	if worksheet["id"] != "w/a" || worksheet["title"] != "T w/a" || worksheet["kind"] != "worksheet" || worksheet["paper"] != "A4 landscape" || worksheet["html"] != "<p>w/a</p>" {
		t.Errorf("the worksheet is %v", worksheet)
	}
	if cards := packed(t, all, "fi/w/paketti/s/a,b.cards.js"); cards["html"] != "2" || cards["view"] != "cards" {
		t.Errorf("the cards are %v", cards)
	}
}

func TestLinksOfAnItemLeadFromThePackPage(t *testing.T) {
	html := packed(t, made(t, packTheme, packSite()), "fi/w/paketti/s/a,b.sheet.js")["html"]
	for _, want := range []string{`<h1>line T s/a,b</h1>`, `href="../q/2.html#x"`, `href="#y"`, `href="https://example.org/a"`, `href="mailto:a@b"`,
		`href="../s/other.html?a=1&amp;b=2"`, `href="../../index.html"`} {
		if !strings.Contains(html, want) {
			t.Errorf("%q isn't in %q", want, html)
		}
	}
}

func TestTheScriptOfAnItemIsHarmlessInAPage(t *testing.T) {
	script := made(t, packTheme, packSite())["fi/w/paketti/s/a,b.sheet.js"]
	for _, bad := range []string{"</", "\u2028", "\u2029"} {
		if strings.Contains(script, bad) {
			t.Errorf("%q is in %q", bad, script)
		}
	}
	if strings.Count(script, "\n") != 1 {
		t.Errorf("the script has more lines than one: %q", script)
	}
}

func TestWithoutAPackPageThereAreNoItems(t *testing.T) {
	s := packSite()
	l := s.Locales[0]
	l.Pages = slices.DeleteFunc(l.Pages, func(p *guide.Page) bool { return p.Kind == "pack" })
	delete(l.Words, "address-pack")
	l.Index()
	changed := files{"t/page.html": `{{define "main"}}{{with .Pack}}pack{{end}}{{with .PackItem .Page ""}}item{{end}}none{{end}}`}
	maps.Copy(changed, packTheme)
	all := made(t, changed, s)
	expectFile(t, all, "fi/c.html", "<body>none</body>")
	for name := range all {
		if strings.HasSuffix(name, ".js") {
			t.Errorf("%s is made", name)
		}
	}
}

func TestAFormThatFailsNamesItsLineAndItsPage(t *testing.T) {
	changed := files{"t/pack/question.html": "<p>one</p>\n\n<p>{{.Page.Nothing}}</p>"}
	for name, text := range packTheme {
		if _, ok := changed[name]; !ok {
			changed[name] = text
		}
	}
	for _, minify := range []bool{false, true} {
		_, err := render(folder(changed), []string{"t"}, Options{Minify: minify}, packSite())
		if err == nil || !strings.Contains(err.Error(), "t/pack/question.html:3") || !strings.Contains(err.Error(), "content/fi/q/1.md") {
			t.Errorf("minified %v: the problem is %v", minify, err)
		}
	}
	s := packSite()
	delete(s.Locales[0].Words, "address-pack")
	if _, err := render(folder(packTheme), []string{"t"}, Options{}, s); err == nil || !strings.Contains(err.Error(), "address-pack") {
		t.Errorf("without the folder's name the problem is %v", err)
	}
}
