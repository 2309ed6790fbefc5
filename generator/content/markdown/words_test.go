package markdown

import (
	"strings"
	"testing"
)

// term is a link to a term as it is rendered on the page fi/kysymykset/07.html.
func term(slug, text string) string {
	return `<a href="../sanasto/` + slug + `.html" class="term">` + text + "</a>"
}

func TestFirstMentionOfATermBecomesALink(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"the title", "Se on osallisuus.", "Se on " + term("osallisuus", "osallisuus") + "."},
		{"a form", "osallisuutta lisää", term("osallisuus", "osallisuutta") + " lisää"},
		{"whatever the case", "OSALLISUUS on", term("osallisuus", "OSALLISUUS") + " on"},
		{"once a page, in whatever form", "osallisuus osallisuuden Osallisuus", term("osallisuus", "osallisuus") + " osallisuuden Osallisuus"},
		{"the longest of several words", "osallisuuden ohjelma on", term("ohjelma", "osallisuuden ohjelma") + " on"},
		{"several words in any case", "Osallisuuden Ohjelman on", term("ohjelma", "Osallisuuden Ohjelman") + " on"},
		{"a word that goes on is another", "osallisuuden ohjelmat", term("osallisuus", "osallisuuden") + " ohjelmat"},
		{"two terms", "osallisuus, osallisuuden ohjelma", term("osallisuus", "osallisuus") + ", " + term("ohjelma", "osallisuuden ohjelma")},
		{"marked words", "**osallisuus**", "<strong>" + term("osallisuus", "osallisuus") + "</strong>"},
		{"quoted words", `"osallisuus"`, "”" + term("osallisuus", "osallisuus") + "”"},
		{"a part of a word isn't it", "osallisuusohjelma epäosallisuus x-osallisuus-x y", "osallisuusohjelma epäosallisuus x-osallisuus-x y"},
		{"a term without forms isn't linked", "kunta Kunta", "kunta Kunta"},
		{"a link has no link in it", "[osallisuus](tips.md) osallisuus", `<a href="../malli/vinkit.html">osallisuus</a> ` + term("osallisuus", "osallisuus")},
		{"a link with marks neither", "[*osallisuus*](tips.md)", `<a href="../malli/vinkit.html"><em>osallisuus</em></a>`},
		{"a picture's text neither", "![osallisuus](https://a.fi/b.png)", `<img src="https://a.fi/b.png" alt="osallisuus">`},
		{"code neither", "`osallisuus`", "<code>osallisuus</code>"},
		{"the rest is set as the language wants it", "osallisuus 22 % ja", term("osallisuus", "osallisuus") + " 22\u00a0% ja"},
		{"a line break stays", "osallisuus  \nja osallisuus", term("osallisuus", "osallisuus") + "<br>\nja osallisuus"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := paragraph(t, "fi", c.text); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestTermsAreLinkedInTheWholePageOnce(t *testing.T) {
	page := render("fi", "## Osallisuus\n\n    osallisuus\n\n- osallisuus\n\n| osallisuus |\n|---|\n| osallisuus |\n\nosallisuus[^1]\n\n[^1]: osallisuus\n")
	if got := strings.Count(page.HTML, `class="term"`); got != 1 || !strings.Contains(page.HTML, "<li>"+term("osallisuus", "osallisuus")) {
		t.Errorf("%d links in %s", got, page.HTML)
	}
	if len(page.Links) > 0 {
		t.Errorf("links to terms are among the author's: %v", page.Links)
	}
}

func TestATermIsNotLinkedOnItsOwnPage(t *testing.T) {
	all := terms()
	page := newRenderer("fi", all).Render(all[0].Page, []byte("osallisuus, osallisuuden ohjelma"), resolve, nil)
	if want := "<p>osallisuus, <a href=\"ohjelma.html\" class=\"term\">osallisuuden ohjelma</a></p>\n"; withoutSoftHyphens(page.HTML) != want {
		t.Errorf("got %s", page.HTML)
	}
}

func TestTextBeforeALinkedTermIsSetToo(t *testing.T) {
	if got, want := paragraph(t, "fi", "kuntalain 50 % ja osallisuus on"), "kuntalain 50\u00a0% ja "+term("osallisuus", "osallisuus")+" on"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestATermOfSeveralWordsCanStandOnTwoLines(t *testing.T) {
	if got := paragraph(t, "fi", "osallisuuden\nohjelma"); !strings.Contains(got, "ohjelma.html") {
		t.Errorf("got %s", got)
	}
}

func TestALastCompoundOfALineIsOneWord(t *testing.T) {
	if got := paragraph(t, "fi", "se on osallisuus-asia"); strings.Contains(got, "<a") {
		t.Errorf("got %s", got)
	}
}
