package markdown

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// terms are a glossary for tests, at addresses in fi/sanasto.
func terms() []*guide.Term {
	term := func(title, slug string, forms ...string) *guide.Term {
		p := &guide.Page{Address: "fi/sanasto/" + slug + ".html"}
		p.Title = title
		return &guide.Term{Page: p, Forms: forms}
	}
	return []*guide.Term{
		term("Osallisuus", "osallisuus", "osallisuuden", "osallisuutta"),
		term("Osallisuuden ohjelma", "ohjelma", "osallisuuden ohjelman"),
		term("Kunta", "kunta"),
		term("§ 22", "pykala", "22 §"),
	}
}

var tips = &guide.Page{Address: "fi/malli/vinkit.html"}

func newRenderer(tag string, terms []*guide.Term) *Renderer {
	l := &guide.Locale{Language: tag, Kinds: map[string][]*guide.Page{}}
	for _, term := range terms {
		term.Detail = term
		l.Kinds["term"] = append(l.Kinds["term"], term.Page)
	}
	return New(language.For(tag), l, nil)
}

// resolve knows tips.md and http addresses alone.
func resolve(destination string) (Target, *Issue) {
	name, fragment, _ := strings.Cut(destination, "#")
	switch {
	case name == "tips.md":
		return Target{Href: "../malli/vinkit.html", Page: tips, Fragment: fragment}, nil
	case strings.HasPrefix(name, "https:"):
		return Target{Href: destination}, nil
	}
	return Target{}, &Issue{Rule: "link-missing", Values: report.Values{"target": destination}}
}

// render renders a text of the page fi/kysymykset/07.html.
func render(tag, text string) Page {
	page := newRenderer(tag, terms()).Render(&guide.Page{Address: "fi/kysymykset/07.html"}, []byte(text), resolve, nil)
	page.HTML = withoutSoftHyphens(page.HTML)
	return page
}

// withoutSoftHyphens makes HTML readable where they, and what keeps ranges
// whole, don't matter; hyphens_test.go is about them.
func withoutSoftHyphens(html string) string {
	return strings.NewReplacer("\u00ad", "", "\u2060", "").Replace(html)
}

// paragraph renders a text that is one paragraph and returns what is in it.
func paragraph(t *testing.T, tag, text string) string {
	t.Helper()
	html := strings.TrimSpace(render(tag, text).HTML)
	inner, found := strings.CutPrefix(html, "<p>")
	if !found || strings.Count(html, "<p>") != 1 {
		t.Errorf("%q isn't one paragraph: %s", text, html)
	}
	return strings.TrimSuffix(inner, "</p>")
}

func TestMarkdownHasTheExtensionsThatGuidesNeed(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a table scrolls in its box", "| a | b |\n|---|--:|\n| 1 | 2 |\n",
			"<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"a, b\"><table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th class=\"right\" scope=\"col\">b</th>\n</tr>\n</thead>\n" +
				"<tbody>\n<tr>\n<td>1</td>\n<td class=\"right\">2</td>\n</tr>\n</tbody>\n</table></div>\n"},
		{"a column can be centred", "| a |\n|:-:|\n| 1 |\n",
			"<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"a\"><table>\n<thead>\n<tr>\n<th class=\"center\" scope=\"col\">a</th>\n</tr>\n</thead>\n" +
				"<tbody>\n<tr>\n<td class=\"center\">1</td>\n</tr>\n</tbody>\n</table></div>\n"},
		{"a left column is as any other", "| a |\n|:--|\n", "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"a\"><table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table></div>\n"},
		{"a table's name is only text", "| **<3** | \"b\" |\n|---|---|\n", "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"&lt;3, ”b”\"><table>\n<thead>\n<tr>\n<th scope=\"col\"><strong>&lt;3</strong></th>\n<th scope=\"col\">”b”</th>\n</tr>\n</thead>\n</table></div>\n"},
		{"a definition list", "Sana\n: selitys\n", "<dl>\n<dt>Sana</dt>\n<dd>selitys</dd>\n</dl>\n"},
		{"a footnote leads there and back", "a[^1]\n\n[^1]: huomaa\n",
			"<p>a<sup id=\"fnref:1\"><a href=\"#fn:1\" class=\"footnote-ref\" role=\"doc-noteref\">1</a></sup></p>\n" +
				"<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n<li id=\"fn:1\">\n" +
				"<p>huomaa&#160;<a href=\"#fnref:1\" class=\"footnote-backref\" role=\"doc-backlink\">↑</a></p>\n</li>\n</ol>\n</div>\n"},
		{"a heading has an id and a class", "## Alku {#oma .tila}\n", "<h2 id=\"oma\" class=\"tila\">Alku</h2>\n"},
		{"code stays as it is", "    \"3-5\" 22 §\n", "<pre><code>&quot;3-5&quot; 22 §\n</code></pre>\n"},
		{"an empty text is empty", "", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if page := render("fi", c.text); page.HTML != c.want || len(page.Issues) > 0 {
				t.Errorf("got\n%s\nwant\n%s%v", page.HTML, c.want, page.Issues)
			}
		})
	}
}

func TestTypographerSetsTheMarksOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"fi", `"Hei", sanoi 'hän'.`, "”Hei”, sanoi ’hän’."},
		{"en", `"Hello", 'we' said.`, "“Hello”, ‘we’ said."},
		{"en", `don't`, "don’t"},
		{"fi", "a -- b --- c...", "a – b — c…"},
		{"fi", "sivut 3-5 *ja*", "sivut 3–5 <em>ja</em>"},
		{"fi", "22 § ja **50 %** ja 2026-11-21.", "22\u00a0§ ja <strong>50\u00a0%</strong> ja 2026-11-21."},
		{"fi", "`\"3-5\" 22 §` ja 22 %", "<code>&quot;3-5&quot; 22 §</code> ja 22\u00a0%"},
		{"fi", `\"3\-5`, "&quot;3-5"},
		{"fi", "5 %\n6 %", "5\u00a0%\n6\u00a0%"},
		{"fi", "5 %  \n6 %", "5\u00a0%<br>\n6\u00a0%"},
		{"fi", "&lt;b&gt; 5 % &amp; \\<i>", "&lt;b&gt; 5\u00a0% &amp; &lt;i&gt;"},
	} {
		page := newRenderer(c.tag, nil).Render(&guide.Page{}, []byte(c.text), resolve, nil)
		if got := strings.TrimSpace(withoutSoftHyphens(page.HTML)); got != "<p>"+c.want+"</p>" || len(page.Issues) > 0 {
			t.Errorf("%s: %q gives %s, want %s %v", c.tag, c.text, got, c.want, page.Issues)
		}
	}
}

func TestEveryRangeOfATextGetsItsDash(t *testing.T) {
	for text, want := range map[string]string{
		"vuosina 2019-2023": "vuosina 2019–2023", "3-5 ja 7-9": "3–5 ja 7–9", "3-5\n7-9": "3–5\n7–9", "(3-5)": "(3–5)",
	} {
		if got := paragraph(t, "fi", text); got != want {
			t.Errorf("%q gives %q", text, got)
		}
	}
	if got := render("fi", "## 2019-2023").HTML; !strings.Contains(got, "2019–2023") {
		t.Errorf("a heading gives %s", got)
	}
}

func TestInlineHasNoParagraphAndNoTerms(t *testing.T) {
	r := newRenderer("fi", terms())
	for _, c := range []struct{ text, want string }{
		{"Tutustutaan *toisiin*.", "Tutustutaan <em>toisiin</em>."},
		{"osallisuus 22 §", "osallisuus 22\u00a0§"},
		{"[vinkit](tips.md)", `<a href="../malli/vinkit.html">vinkit</a>`},
		{"", ""},
	} {
		if got := r.Inline(tips, c.text, resolve); got.HTML != c.want || len(got.Issues) > 0 {
			t.Errorf("%q gives %q, want %q %v", c.text, got.HTML, c.want, got.Issues)
		}
	}
	if got := r.Inline(tips, "a <b>", resolve).Issues; len(got) != 1 || got[0].Rule != "html-in-text" {
		t.Errorf("HTML gives %v", got)
	}
}

func TestInlineIsOneParagraph(t *testing.T) {
	for _, text := range []string{"- a\n- b", "a\n\nb", "a\n\n- b", "## a"} {
		issues := newRenderer("fi", nil).Inline(tips, text, resolve).Issues
		if len(issues) != 1 || issues[0].Rule != "text-not-short" {
			t.Errorf("%q gives %v", text, issues)
		}
	}
}

func TestRendererServesManyPagesAtOnce(t *testing.T) {
	r := newRenderer("fi", terms())
	text := "## Alku\n\nOsallisuus ja [vinkit](tips.md) \"22 §\"[^1]\n\n[^1]: a\n"
	want := r.Render(&guide.Page{}, []byte(text), resolve, nil).HTML
	done := make(chan string)
	for range 20 {
		go func() { done <- r.Render(&guide.Page{}, []byte(text), resolve, nil).HTML }()
	}
	for range 20 {
		if got := <-done; got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}
