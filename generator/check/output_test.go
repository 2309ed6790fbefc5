package check

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"sparrausopas/generator/report"
)

// output is what a site of these files has wrong.
func output(files map[string]string) []string {
	var o Output
	for name, text := range files {
		o.Add(name, []byte(text))
	}
	return found(o.Problems())
}

func TestOutputFollowsEveryLink(t *testing.T) {
	for _, c := range []struct{ rule, html, want string }{
		{"a page", `<a href="malli/b.html">b</a>`, ""},
		{"a page above", `<a href="../index.html">b</a>`, ""},
		{"a place of a page", `<a href="malli/b.html#alku">b</a>`, ""},
		{"a place of a page in escapes", `<a href="malli/b.html#%C3%A4%20x">b</a>`, ""},
		{"a place of this page", `<p id="a"><a href="#a">b</a>`, ""},
		{"the top of this page", `<a href="#">a</a><a href="">b</a>`, ""},
		{"a page with a query", `<a href="malli/b.html?a=1&amp;b=2">b</a>`, ""},
		{"a file with a space", `<a href="../ohje%201.pdf">b</a>`, ""},
		{"another site", `<a href="https://thl.fi/">b</a><a href="mailto:a@b.fi">c</a>`, ""},
		{"a style and a script", `<link rel="stylesheet" href="../s.css"><script src="../s.js"></script>`, ""},
		{"another site's page of the same text", `<link rel="canonical" href="https://thl.fi/"><link rel="alternate" href="https://thl.fi/">`, ""},
		{"a broken link", `<p><a href="nowhere.html">b</a>`, "fi/a.html:1:4 output-link target=nowhere.html"},
		{"the case of letters counts", `<a href="malli/B.html">b</a>`, "fi/a.html:1:1 output-link target=malli/B.html"},
		{"a broken picture", `<img src="nowhere.png">`, "fi/a.html:1:1 output-link target=nowhere.png"},
		{"out of the site", `<a href="../../index.html">b</a>`, "fi/a.html:1:1 output-link target=../../index.html"},
		{"no address at all", `<a href="%zz">b</a>`, "fi/a.html:1:1 output-link target=%zz"},
		{"a missing place", `<a href="malli/b.html#loppu">b</a>`, "fi/a.html:1:1 output-fragment target=malli/b.html#loppu"},
		{"a missing place of this page", "<p>\n<a href=\"#loppu\">b</a>", "fi/a.html:2:1 output-fragment target=#loppu"},
		{"a slash", `<a href="/fi/malli/b.html">b</a>`, "fi/a.html:1:1 output-absolute target=/fi/malli/b.html"},
		{"a folder", `<a href="malli/">b</a>`, "fi/a.html:1:1 output-absolute target=malli/"},
		{"an outside style", `<link rel="stylesheet" href="https://cdn.fi/a.css">`, "fi/a.html:1:1 output-outside target=https://cdn.fi/a.css"},
		{"an outside script", `<script src="//cdn.fi/a.js"></script>`, "fi/a.html:1:1 output-outside target=//cdn.fi/a.js"},
		{"an outside picture", `<img src="http://cdn.fi/a.png">`, "fi/a.html:1:1 output-outside target=http://cdn.fi/a.png"},
		{"two ids", `<p id="a"></p><p id="b"></p>` + "\n" + `<h2 id="a">x</h2>`, "fi/a.html:2:1 output-id id=a"},
		{"a commented link", `<!-- <a href="nowhere.html"> -->`, ""},
		{"a link in a script", `<script>"<a href='nowhere.html'>"</script>`, ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := output(map[string]string{
				"fi/a.html": c.html, "index.html": "", "fi/malli/b.html": `<h2 id="alku">x</h2><p id="ä x">`, "ohje 1.pdf": "<a href=\"x\">", "s.css": "", "s.js": "",
			})
			var want []string
			if c.want != "" {
				want = []string{c.want}
			}
			expect(t, got, want)
		})
	}
}

func TestOutputFindsEveryFetchFromOutside(t *testing.T) {
	for _, html := range []string{
		`<img srcset="https://cdn.fi/a.png 2x">`, `<img srcset="b.png 1x,https://cdn.fi/a.png 2x, b.png 3x">`, `<video poster="https://cdn.fi/a.png">`,
		`<object data="https://cdn.fi/a.svg">`, `<p style="background: url(https://cdn.fi/a.png)">`, `<style>@import "https://cdn.fi/a.css";</style>`,
		`<svg><image href="https://cdn.fi/a.png"/></svg>`,
	} {
		if got := output(map[string]string{"a.html": html, "b.png": ""}); len(got) != 1 || !strings.Contains(got[0], "output-outside") {
			t.Errorf("%s gives %q", html, got)
		}
	}
}

func TestWhatBeginsWithTheAddressOfTheSiteIsOfTheSite(t *testing.T) {
	for html, want := range map[string]string{
		`<link rel="icon" href="https://kunta.fi/opas/assets/icon.svg">`:  "",
		`<link rel="icon" href="https://kunta.fi/opas/assets/other.svg">`: "404.html:1:1 output-link target=https://kunta.fi/opas/assets/other.svg",
		`<link rel="icon" href="https://kunta.fi/icon.svg">`:              "404.html:1:1 output-outside target=https://kunta.fi/icon.svg",
		`<a href="https://kunta.fi/opas/">b</a>`:                          "",
	} {
		o := Output{Base: "https://kunta.fi/opas/"}
		o.Add("404.html", []byte(html))
		o.Add("assets/icon.svg", nil)
		if got := strings.Join(found(o.Problems()), "\n"); got != want {
			t.Errorf("%s gives %q, want %q", html, got, want)
		}
	}
}

func TestOutputFollowsWhatStylesName(t *testing.T) {
	for _, c := range []struct{ rule, css, want string }{
		{"a picture", `a{background:url(b.png)}`, ""},
		{"a picture in quotes", `a{background:url( "b.png" )}b{background:url('../b.png?x#y')}`, ""},
		{"a style", `@import"c.css";@import url(c.css);`, ""},
		{"data", `a{background:url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>%</svg>")}`, ""},
		{"a comment", `/* url(nowhere.png) */`, ""},
		{"a part of the page", `a{clip-path:url(#clip)}`, ""},
		{"a missing picture", "a{}\nb{background:url(nowhere.png)}", "css/a.css:2:14 output-link target=nowhere.png"},
		{"a missing style", `@import 'nowhere.css';`, "css/a.css:1:1 output-link target=nowhere.css"},
		{"an outside font", `@font-face{src:local(x),url(//cdn.fi/a.woff2)}`, "css/a.css:1:25 output-outside target=//cdn.fi/a.woff2"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			var want []string
			if c.want != "" {
				want = []string{c.want}
			}
			expect(t, output(map[string]string{"css/a.css": c.css, "css/b.png": "", "b.png": "", "css/c.css": ""}), want)
		})
	}
}

func TestOutputLetsFragmentsOfOtherFilesAndDataBe(t *testing.T) {
	got := output(map[string]string{"a.html": `<a href="b.pdf#page=3">b</a><img src="data:image/png;base64,AA==">`, "b.pdf": ""})
	expect(t, got, nil)
}

func TestALinkIsShownInItsTag(t *testing.T) {
	var o Output
	o.Add("a.html", []byte("<p>ä\n<b>ö</b> <a class=x\n href=\"b.html\">b</a><style>b{}\ni{background:url(c.png)}</style><p style=\"background:url(d.png)\">"))
	var got []string
	for _, p := range o.Problems() {
		got = append(got, fmt.Sprintf("%s %s at %d", p.Place, p.Excerpt, p.Mark()))
	}
	want := []string{"a.html:2:10 <a class=x at 1", "a.html:4:14 url(c.png) at 1", `a.html:4:33 <p style="background:url(d.png)"> at 1`}
	if !slices.Equal(got, want) {
		t.Errorf("the problems are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAStyleInAPageIsReadAsItStands(t *testing.T) {
	for html, want := range map[string]string{
		"<style>\r\n\r\na{background:url(x.png)}</style>":            "a.html:3:14 url(x.png)",
		"<style>\x00\x00\x00a{background:url(x.png)}</style>":        "a.html:1:24 url(x.png)",
		"<p\r\n title=ä><a\r\n href=b>c</a>":                         "a.html:2:10 <a",
		`<a title="` + strings.Repeat("ä", 200) + `" href="b">c</a>`: `a.html:1:1 <a title="` + strings.Repeat("ä", 145),
	} {
		var o Output
		o.Add("a.html", slices.Clip([]byte(html)))
		problems := o.Problems()
		if len(problems) != 1 {
			t.Errorf("%q has %d problems", html, len(problems))
		} else if got := problems[0].Place.String() + " " + problems[0].Excerpt; got != want {
			t.Errorf("%q is told as %q, want %q", html, got, want)
		}
	}
}

func TestOutputTakesFilesFromManyAtOnce(t *testing.T) {
	var o Output
	var group sync.WaitGroup
	for i := range 50 {
		group.Go(func() {
			o.Add(fmt.Sprintf("%d.html", i), fmt.Appendf(nil, `<a href="%d.html">x</a><a href="nowhere.html">y</a>`, (i+1)%50))
		})
	}
	group.Wait()
	if got := o.Problems(); len(got) != 50 {
		t.Errorf("there are %d problems", len(got))
	}
}

func TestNoOutputHasNoProblems(t *testing.T) {
	var o Output
	if got := o.Problems(); len(got) != 0 {
		t.Errorf("there are %v", got)
	}
}

func FuzzOutput(f *testing.F) {
	for _, seed := range []string{`<a href="#a" id=a>`, `<img src=x`, "<script src='//x'>\x00</script>", `<a href="\xff%zz" id="" id="">`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		var o Output
		o.Add("a.html", page)
		for _, p := range o.Problems() {
			if p.Place.File != "a.html" || (report.Printer{}).Text(p) == p.Rule {
				t.Errorf("%q has the problem %v", page, p)
			}
		}
	})
}
