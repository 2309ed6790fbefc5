package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sparrausopas/generator/guide"
)

// seeds are texts from which the fuzzer starts.
var seeds = []string{
	"", "## Alku {#oma .tila}\n\nOsallisuus 22 § \"3-5\"\n", "# Ylin\n\nAlku\n===\n",
	"[a](tips.md#b) ![c](https://d.fi 'e') <https://f.fi> [g][h]\n\n[h]: tips.md\n",
	"| a | b |\n|:-:|--:|\n| <b> | `c` |\n", "Sana\n: selitys\n", "a[^1][^1]\n\n[^1]: b\n",
	"<script>alert(1)</script> <img src=x onerror=alert(1)>\n", "<!-- a --> b <!--\nc", "[a](javascript:alert(1)) [b](<java\tscript:x>) <javascript:x>",
	"[a](&#106;avascript:x) ![b](data:text/html,x \"\\\" onclick=x\")", "## A {onclick=\"x\"}\n", "~~~js onload=x\n<script>\n~~~\n",
	"##Alku\n-yksi\n-kaksi\n\n•\tyksi\n• kaksi\n\n3. a\n17. b\n\n** c ** d **e\n", "a ‹!– b\n\n[a] (b.md) (c)[d.md] [e]{sv} ~~f~~ www.g.fi\n\n1\t2\n3\t4\n",
	"| a | b |\n|---|\n\n| a |\n|---|\n| b | c |\n\nd\n---\n![](e f.png) <!-- g --> h\n<!-- i\n\n\tj k\n\n~~~\n",
	"osallisuuden\nohjelma \xff\x00 \u0308 İ", "1. a\n   - b\n\n     > c\n", "\\<b> &lt;i&gt; ''\"\" -- --- ... << >>",
}

func FuzzRender(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	r := newRenderer("fi", terms())
	// The author's every link is let through: what then is in the page is up
	// to the renderer.
	trusting := func(destination string) (Target, *Issue) { return Target{Href: destination}, nil }
	f.Fuzz(func(t *testing.T, text string) {
		for _, follow := range []Resolve{resolve, trusting} {
			page := r.Render(&guide.Page{Address: "fi/a.html"}, []byte(text), follow, nil)
			for _, issue := range page.Issues {
				if issue.Offset < 0 || issue.Offset > len(text) || issue.Rule == "" {
					t.Errorf("%q has the issue %+v", text, issue)
				}
				if detail, _ := issue.Values["detail"].(string); strings.Contains(detail, "out of range") {
					t.Errorf("%q gives %s", text, detail)
				}
				if issue.Fix != nil && issue.Fix.Within([]byte(text), 0) == nil {
					t.Errorf("%q has the fix %+v", text, issue.Fix)
				}
			}
			for _, link := range page.Links {
				if link.Offset < 0 || link.Offset > len(text) || link.To == nil {
					t.Errorf("%q has the link %+v", text, link)
				}
			}
			checkHarmless(t, text, page.HTML)
		}
		r.Inline(tips, text, resolve)
	})
}

// checkHarmless fails if HTML made from a text could run a script.
func checkHarmless(t *testing.T, text, rendered string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(rendered))
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		switch token.Data {
		case "script", "style", "iframe", "object", "embed", "base", "form", "svg":
			t.Errorf("%q gives <%s>: %s", text, token.Data, rendered)
		}
		for _, a := range token.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
				// Reported as heading-attribute, which stops the build.
				t.Errorf("%q gives the attribute %s: %s", text, a.Key, rendered)
			}
			if runsScript(a.Val) && (a.Key == "href" || a.Key == "src") {
				t.Errorf("%q gives %s=%q", text, a.Key, a.Val)
			}
		}
	}
}

// runsScript reads an address as browsers do: without control characters.
func runsScript(address string) bool {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, strings.ToLower(address))
	return strings.HasPrefix(address, "javascript:") || strings.HasPrefix(address, "vbscript:") || strings.HasPrefix(address, "data:text/html")
}

func TestScriptsAreRecognisedHoweverTheyAreWritten(t *testing.T) {
	for address, want := range map[string]bool{
		"javascript:x": true, " JavaScript:x": true, "java\tscript:x": true, "vbscript:x": true, "data:text/html,x": true,
		"javascript.html": false, "https://javascript.fi": false, "#javascript:": false,
	} {
		if got := runsScript(address); got != want {
			t.Errorf("%q runs a script: %t", address, got)
		}
	}
}
