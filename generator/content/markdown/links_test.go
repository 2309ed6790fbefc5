package markdown

import (
	"fmt"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

func TestLinksLeadWhereTheyAreResolvedTo(t *testing.T) {
	for _, c := range []struct{ rule, text, html, links string }{
		{"a page", "Lue [vinkit](tips.md).", `Lue <a href="../malli/vinkit.html">vinkit</a>.`, "@4"},
		{"a heading of a page", "[vinkit](tips.md#alku)", `<a href="../malli/vinkit.html">vinkit</a>`, "alku@0"},
		{"an outside page", "[thl](https://thl.fi/?a=1&b=2)", `<a href="https://thl.fi/?a=1&amp;b=2">thl</a>`, ""},
		{"a title", "[vinkit](tips.md \"Lue\")", `<a href="../malli/vinkit.html" title="Lue">vinkit</a>`, "@0"},
		{"a reference", "ks. [vinkit][v]\n\n[v]: tips.md", `ks. <a href="../malli/vinkit.html">vinkit</a>`, "@4"},
		{"mail as it is", "<a@thl.fi>", `<a href="mailto:a@thl.fi">a@thl.fi</a>`, ""},
		{"code has none", "`[vinkit](tips.md)`", "<code>[vinkit](tips.md)</code>", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			page := render("fi", c.text)
			if got := strings.TrimSpace(page.HTML); got != "<p>"+c.html+"</p>" || len(page.Issues) > 0 {
				t.Errorf("got %s, want %s %v", got, c.html, page.Issues)
			}
			var links []string
			for _, link := range page.Links {
				links = append(links, fmt.Sprintf("%s@%d", link.Fragment, link.Offset))
			}
			if got := strings.Join(links, " "); got != c.links {
				t.Errorf("links are %q, want %q", got, c.links)
			}
		})
	}
}

func TestLinksThatLeadNowhereAreIssuesAtTheirPlace(t *testing.T) {
	for text, at := range map[string]int{
		"[x](nowhere.md)": 0, "ää [x](nowhere.md)": 5, "a\n\n- b ![x](nowhere.md)": 7, "| a |\n|---|\n| [x](nowhere.md) |": 14,
	} {
		issues := render("fi", text).Issues
		if len(issues) != 1 || issues[0].Rule != "link-missing" || issues[0].Values["target"] != "nowhere.md" || issues[0].Offset != at {
			t.Errorf("%q gives %v, want offset %d", text, issues, at)
		}
	}
}

func TestAddressesInAngleBracketsAreResolvedToo(t *testing.T) {
	for _, text := range []string{"<javascript:alert(1)>", "<file:///etc/passwd>", "<ftp://x.fi/>"} {
		if issues := render("fi", text).Issues; len(issues) != 1 {
			t.Errorf("%s gives %v", text, issues)
		}
	}
}

func TestHTMLInTheTextIsAnIssueAtItsPlaceAndDoesNotShow(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		places     []int
		html       string
	}{
		{"a tag", "a <b>c</b>", []int{2, 6}, "<b>"},
		{"a tag in the second line", "ä\n<br> c", []int{3}, "<br>"},
		{"a block", "a\n\n<div class=\"x\">\nb\n</div>\n", []int{3}, `<div class="x">`},
		{"a script", "<script>\nalert(1)\n</script>", []int{0}, "<script>"},
		{"a tag in a table", "| a |\n|---|\n| <b> |", []int{14}, "<b>"},
		{"a tag behind a comment", "<!-- a --> <b>", []int{0}, "<!-- a --> <b>"},
		{"a processing instruction", "a <?php x ?>", []int{2}, "<?php x ?>"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			page := render("fi", c.text)
			if len(page.Issues) != len(c.places) {
				t.Fatalf("the issues are %v", page.Issues)
			}
			for i, at := range c.places {
				if page.Issues[i].Rule != "html-in-text" || page.Issues[i].Offset != at {
					t.Errorf("issue %d is %v, want offset %d", i, page.Issues[i], at)
				}
			}
			if got := page.Issues[0].Values["html"]; got != c.html {
				t.Errorf("the HTML is %q, want %q", got, c.html)
			}
			for _, tag := range []string{"<b>", "<br", "<div class=\"x\"", "<script", "<?"} {
				if strings.Contains(page.HTML, tag) {
					t.Errorf("the page shows %s: %s", tag, page.HTML)
				}
			}
		})
	}
}

func TestCommentsAreLeftOutInSilence(t *testing.T) {
	for _, text := range []string{"a <!-- b --> c", "a\n\n<!-- b -->\n\nc", "a <!-- b\nb --> c", "- a\n\n  <!-- b -->\n- c", "a <!----> c"} {
		page := render("fi", text)
		if len(page.Issues) > 0 || strings.Contains(page.HTML, "<!--") || !strings.Contains(page.HTML, "c") {
			t.Errorf("%q gives %s %v", text, page.HTML, page.Issues)
		}
	}
}

func TestCommentsOfManyLinesAreLeftOutInSilence(t *testing.T) {
	for _, text := range []string{"<!--\na\n-->\n\nc", "<!-- a\n\nb -->\n\nc", "a\n<!-- b\nb -->\nc"} {
		if page := render("fi", text); len(page.Issues) > 0 || strings.Contains(page.HTML, "<!--") {
			t.Errorf("%q gives %s %v", text, page.HTML, page.Issues)
		}
	}
}

func TestLinksOfARendererStartFromThePageAtHand(t *testing.T) {
	r := newRenderer("fi", terms())
	for address, want := range map[string]string{
		"fi/a.html": `href="sanasto/osallisuus.html"`, "fi/sanasto/b.html": `href="osallisuus.html"`, "index.html": `href="fi/sanasto/osallisuus.html"`,
	} {
		if got := r.Render(&guide.Page{Address: address}, []byte("osallisuus"), resolve, nil).HTML; !strings.Contains(got, want) {
			t.Errorf("from %s: %s, want %s", address, got, want)
		}
	}
}

func TestAPictureFromOutsideIsAnIssue(t *testing.T) {
	for _, text := range []string{"![kuva](https://thl.fi/a.png)", "a ![kuva](//thl.fi/a.png)"} {
		issues := render("fi", text).Issues
		if len(issues) == 0 || issues[0].Rule != "output-outside" {
			t.Errorf("%s gives %v", text, issues)
		}
	}
}
