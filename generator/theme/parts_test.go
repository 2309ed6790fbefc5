package theme

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

func TestATextIsPartedAtItsHeadingsOfTheSecondLevel(t *testing.T) {
	s := site()
	for _, test := range []struct {
		html, want string
		headings   []guide.Heading
	}{
		{"<p>all</p>", "[<p>all</p>]", nil},
		{`<p>in</p><h2 id="a">A</h2><p>one</p><h3 id="c">C</h3><h2 id="b">B</h2>`, `[<p>in</p>] a A <p>one</p><h3 id="c">C</h3>; b B ;`,
			[]guide.Heading{{Level: 2, ID: "a", Text: "A"}, {Level: 3, ID: "c", Text: "C"}, {Level: 2, ID: "b", Text: "B"}}},
		{`<h2 id="a">A</h2>`, "[] a A ;", []guide.Heading{{Level: 2, ID: "a", Text: "A"}}},
	} {
		page := s.Locales[0].Pages[1]
		page.HTML, page.Headings = test.html, placed(test.html, test.headings)
		template := `{{define "main"}}[{{.Intro}}]{{range .Parts}} {{.ID}} {{.Text}} {{.Body}};{{end}}{{end}}`
		all := made(t, files{"t/page.html": template, "t/section.html": template, "t/home.html": template}, s)
		expectFile(t, all, page.Address, "<body>"+test.want+"</body>")
	}
}

func TestATemplateGetsThePartsThatTheAuthorMarked(t *testing.T) {
	s := site()
	html := `<h2 id="a">A</h2><p>one</p><h2 id="b">B</h2><p>two</p><h3 id="c">C</h3><p>three</p>`
	page := s.Locales[0].Pages[1]
	page.HTML, page.Headings = html, placed(html, []guide.Heading{
		{Level: 2, ID: "a", Text: "A"}, {Level: 2, ID: "b", Text: "B", Classes: "leader card"}, {Level: 3, ID: "c", Text: "C"}})
	template := `{{define "main"}}{{range .Marked "leader"}}{{.ID}} {{.Has "card"}} {{.Has "car"}} {{.Body}}{{end}}{{end}}`
	all := made(t, files{"t/page.html": template, "t/section.html": template, "t/home.html": template}, s)
	expectFile(t, all, page.Address, `<body>b true false <p>two</p><h3 id="c">C</h3><p>three</p></body>`)
}

func TestATextIsCutBehindAMarkedPart(t *testing.T) {
	s := site()
	html := `<h2 id="a">A</h2><p>one</p><h3 id="c">C</h3><p>two</p><h2 id="b">B</h2><p>three</p>`
	page := s.Locales[0].Pages[1]
	page.HTML, page.Headings = html, placed(html, []guide.Heading{
		{Level: 2, ID: "a", Classes: "hours"}, {Level: 3, ID: "c"}, {Level: 2, ID: "b"}})
	template := `{{define "main"}}{{.Through "hours"}}|{{.After "hours"}}|{{.Through "none"}}|{{.After "none"}}{{end}}`
	all := made(t, files{"t/page.html": template, "t/section.html": template, "t/home.html": template}, s)
	expectFile(t, all, page.Address, "<body>"+strings.Replace(html, `<h2 id="b">`, `|<h2 id="b">`, 1)+"|"+html+"|</body>")
}

func TestADurationIsSpeltInHoursAndMinutes(t *testing.T) {
	for d, want := range map[time.Duration]string{45 * time.Minute: "45 min", 2 * time.Hour: "2 h", 135 * time.Minute: "2 h 15 min"} {
		if got := strings.ReplaceAll(hoursAndMinutes(d), "\u00a0", " "); got != want {
			t.Errorf("%s is %q, want %q", d, got, want)
		}
	}
}

func TestAPartLeadsToTheFirstPageThatItLinksTo(t *testing.T) {
	s := site()
	l := s.Locales[0]
	html := `<p>in</p><h2 id="a">A</h2><p>one</p><h3 id="c">C</h3><p>two</p><h2 id="b">B</h2><h2 id="m">M</h2><h2 id="d">D</h2>`
	page := l.Page("c")
	page.HTML, page.Headings = html, placed(html, []guide.Heading{
		{Level: 2, ID: "a", Links: 1}, {Level: 3, ID: "c", Links: 1}, {Level: 2, ID: "b", Links: 2},
		{Level: 2, ID: "m", Links: 2, Classes: "noticed"}, {Level: 2, ID: "d", Links: 3}})
	page.Links = []guide.Link{{To: l.Home}, {To: l.Page("a")}, {To: l.Home}, {To: l.Page("b")}}
	template := `{{define "main"}}{{range .Parts}}{{.ID}} {{with .To}}{{.ID}}{{else}}nowhere{{end}};{{end}}{{end}}`
	expectFile(t, made(t, files{"t/page.html": template}, s), page.Address, `<body>a a;b nowhere;d b;</body>`)
}

// placed returns headings with their places in HTML.
func placed(html string, headings []guide.Heading) []guide.Heading {
	for i, h := range headings {
		headings[i].Start = strings.Index(html, fmt.Sprintf("<h%d id=%q", h.Level, h.ID))
		headings[i].Body = headings[i].Start + strings.Index(html[headings[i].Start:], "</h") + len("</h2>")
	}
	return headings
}
