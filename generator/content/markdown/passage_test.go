package markdown

import (
	"strings"
	"testing"
)

func TestWordsInAnotherLanguageAreMarked(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"words", "Sanotaan: [nothing about us]{lang=en}!", `Sanotaan: <span lang="en">nothing about us</span>!`},
		{"a language with a region", "[hej]{lang=sv-FI}", `<span lang="sv-FI">hej</span>`},
		{"in quotes", `[hej]{lang="sv"}`, `<span lang="sv">hej</span>`},
		{"mark-up in them", "[*hej* och **du**]{lang=sv}", `<span lang="sv"><em>hej</em> och <strong>du</strong></span>`},
		{"in mark-up", "*[hej]{lang=sv}*", `<em><span lang="sv">hej</span></em>`},
		{"a link in them", "[se [vinkit](tips.md)]{lang=sv}", `<span lang="sv">se <a href="../malli/vinkit.html">vinkit</a></span>`},
		{"in a link", "[[tips]{lang=sv}](tips.md)", `<a href="../malli/vinkit.html"><span lang="sv">tips</span></a>`},
		{"one in another", "[a [b]{lang=en} c]{lang=sv}", `<span lang="sv">a <span lang="en">b</span> c</span>`},
		{"on two lines", "[hej\ndu]{lang=sv}", "<span lang=\"sv\">hej\ndu</span>"},
		{"no term is linked in them", "[osallisuus]{lang=sv}", `<span lang="sv">osallisuus</span>`},
		{"brackets alone are brackets", "[a] [b]{x} c]{lang=sv}", "[a] [b]{x} c]{lang=sv}"},
		{"a mark that isn't closed is a text", "[a]{lang=sv", "[a]{lang=sv"},
		{"an escaped bracket is a bracket", `\[a]{lang=sv}`, "[a]{lang=sv}"},
		{"code is code", "`[a]{lang=sv}`", "<code>[a]{lang=sv}</code>"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := paragraph(t, "fi", c.text); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMarksOfLanguageStandInTablesListsAndHeadings(t *testing.T) {
	page := render("fi", "## [Ord]{lang=sv} {#ord}\n\n- [ett]{lang=sv}\n\n| a |\n|---|\n| [två]{lang=sv} |\n\n> [tre]{lang=sv}\n")
	if got := strings.Count(page.HTML, `<span lang="sv">`); got != 4 || len(page.Issues) > 0 {
		t.Errorf("%d passages in %s %v", got, page.HTML, page.Issues)
	}
	if len(page.Headings) != 1 || page.Headings[0].Text != "Ord" {
		t.Errorf("headings are %v", page.Headings)
	}
}

func TestMarksOfLanguageThatDoNotWorkAreIssues(t *testing.T) {
	for text, want := range map[string]string{
		"a [b]{lang=ei oo}":     "4 language-mark-unknown map[mark:{lang=ei oo} tag:ei oo]",
		"[b]{lang=}":            "2 language-mark-unknown map[mark:{lang=} tag:]",
		`[b]{lang=a"><script>}`: "2 language-mark-unknown map[mark:{lang=a\"><script>} tag:a\"><script>]",
		"[a *b]{lang=sv} c*":    "5 language-mark map[mark:{lang=sv}]",
	} {
		if got := issuesOf("fi", text); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
		if html := render("fi", text).HTML; strings.Contains(html, "<script") {
			t.Errorf("%q gives %s", text, html)
		}
	}
}

func TestPassagesInAnotherLanguageWithoutAMarkAreIssues(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"emphasised", "Sanotaan *nothing about us without us* usein", "9 language-missing map[language:language-en tag:en text:nothing about us without us]"},
		{"quoted", `Sanotaan "nothing about us without us" usein`, "10 language-missing map[language:language-en tag:en text:nothing about us without us]"},
		{"linked", "ks. [ingenting om oss utan oss](tips.md)", "4 language-missing map[language:language-sv tag:sv text:ingenting om oss utan oss]"},
		{"a whole paragraph, told once", "a\n\n*It* is what it is and we know that", "3 language-missing map[language:language-en tag:en text:It is what it is and we know that]"},
		{"marked", "Sanotaan *[nothing about us without us]{lang=en}* usein", ""},
		{"a name", "Lue kirja *Design for Social Innovation* ja kerro", ""},
		{"one's own", "Sanotaan *ei mitään meistä ilman meitä* usein, ja se on totta", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
