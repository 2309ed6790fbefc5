package markdown

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// renderWith renders a text with a lexicon of one word, and shows soft hyphens
// as ~.
func renderWith(text string) Page {
	lexicon := map[string]guide.Word{"osallisuusohjelma": "\t\tosallisuus|ohjelma"}
	r := New(language.For("fi"), &guide.Locale{Language: "fi", Lexicon: lexicon}, nil)
	page := r.Render(&guide.Page{Address: "fi/a.html"}, []byte(text), resolve, nil)
	page.HTML = strings.TrimSpace(strings.ReplaceAll(page.HTML, "\u00ad", "~"))
	return page
}

func TestSoftHyphensGoIntoWhatIsRead(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"in running text", "Osallisuusohjelma on.", "<p>Osal~li~suus~oh~jel~ma on.</p>"},
		{"in a marked word", "**osallisuusohjelma**", "<p><strong>osal~li~suus~oh~jel~ma</strong></p>"},
		{"in a link's text, not in its address", "[osallisuusohjelma](https://a.fi/osallisuusohjelma)",
			`<p><a href="https://a.fi/osallisuusohjelma">osal~li~suus~oh~jel~ma</a></p>`},
		{"not in a heading, whose word goes to the next line", "## Osallisuusohjelma", `<h2 id="osallisuusohjelma">Osallisuusohjelma</h2>`},
		{"in a heading's word that is longer than a line, not in its id", "## Osallisuusohjelmallisuus\n\nOsallisuusohjelma",
			`<h2 id="osallisuusohjelmallisuus">Osal~li~suu~soh~jel~mal~li~suus</h2>` + "\n<p>Osal~li~suus~oh~jel~ma</p>"},
		{"not in code", "`osallisuusohjelma`", "<p><code>osallisuusohjelma</code></p>"},
		{"not in a block of code", "```\nosallisuusohjelma\n```", "<pre><code>osallisuusohjelma\n</code></pre>"},
		{"not in another language", "[understanding possibilities]{lang=en} osallisuusohjelma",
			`<p><span lang="en">understanding possibilities</span> osal~li~suus~oh~jel~ma</p>`},
		{"not in a picture's text", "![a osallisuusohjelma](tips.md)", `<p><img src="../malli/vinkit.html" alt="a osallisuusohjelma"></p>`},
		{"not in an address that is shown", "<https://a.fi/osallisuusohjelma>",
			`<p><a href="https://a.fi/osallisuusohjelma">https://a.fi/osallisuusohjelma</a></p>`},
		{"across what Markdown takes apart", "kunnan_osallisuusohjelma", "<p>kunnan_osallisuusohjelma</p>"},
		{"and ranges stay on one line", "3-5", "<p>3–\u20605</p>"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := renderWith(c.text).HTML; got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSpansAreTheWordsThatAReaderSees(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"words of one sentence are together", "a *b* [c](tips.md) `d`", "|a ,b, ,c, ,d"},
		{"blocks are parted", "a\n\n- b\n- c\n\n| d | e |\n|---|---|\n| f | |", "|a|b|c|d|e|f"},
		{"lines that are broken are parted", "a\\\nb", "|a|b"},
		{"pictures and footnotes are read", "![a](tips.md)[^1]\n\n[^1]: b", "|a,1|b&#160;,↑"},
		{"signs are as HTML has them", "1 \\< 2 &amp; 3", "|1 &lt; 2 &amp; 3"},
		{"marks and comments are nothing", "a\n\n```local\n```\n\n<!-- b -->\n\nc", "|a|c"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			page := newRenderer("fi", nil).Render(&guide.Page{Address: "fi/a.html"}, []byte(c.text), resolve, nil)
			if got := marked(page.Text); got != c.want {
				t.Errorf("got  %q\nwant %q in %s", got, c.want, page.HTML)
			}
		})
	}
}

// marked returns the words of a text, with a bar before those that are parted
// from the last and a comma before others.
func marked(text guide.Text) string {
	var out strings.Builder
	for s := range text.Spans.All() {
		sign := ","
		if s.Parted {
			sign = "|"
		}
		out.WriteString(sign + text.HTML[s.Start:s.End])
	}
	return out.String()
}

func TestASectionBeginsAtEachHeading(t *testing.T) {
	page := render("fi", "a\n\n## 3\\. b\n\nc\n\n### d &amp; e\n\nf\n\n## g\n")
	var got []string
	for i, h := range page.Headings {
		got = append(got, page.HTML[h.Start:h.Body]+h.Text+page.Under(i))
	}
	want := []string{
		"<h2 id=\"3-b\">3. b</h2>3. b\n<p>c</p>\n<h3 id=\"d-e\">d &amp; e</h3>\n<p>f</p>\n",
		"<h3 id=\"d-e\">d &amp; e</h3>d & e\n<p>f</p>\n",
		"<h2 id=\"g\">g</h2>g\n",
	}
	if strings.Join(got, "---") != strings.Join(want, "---") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
