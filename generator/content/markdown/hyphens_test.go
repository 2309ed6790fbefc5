package markdown

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// softened renders a page of a worksheet in an edition whose lexicon knows one
// word, and shows soft hyphens as ~.
func softened(text string) (string, Page) {
	e := &guide.Edition{Language: "fi", Terms: terms(), Lexicon: map[string]guide.Word{"osallisuusohjelma": {Borders: "osallisuus|ohjelma"}}}
	page := New(language.For("fi"), e).Render(&guide.Page{Address: "fi/kysymykset/07.html", Kind: "worksheet"}, []byte(text), resolve)
	return strings.ReplaceAll(page.HTML, "\u00ad", "~"), page
}

func TestLongWordsOfTheTextHaveSoftHyphens(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"in running text", "Osallisuusohjelma on.", "<p>Osal~li~suus~oh~jel~ma on.</p>"},
		{"in a marked word", "**osallisuusohjelma**", "<strong>osal~li~suus~oh~jel~ma</strong>"},
		{"around a term and in it", "osallisuusohjelma, osallisuuden osallisuusohjelma", "osal~li~suus~oh~jel~ma, " + term("osallisuus", "osal~li~suu~den") + " osal~li~suus~oh~jel~ma"},
		{"in the text of a link", "[osallisuusohjelma](tips.md)", `<a href="../malli/vinkit.html">osal~li~suus~oh~jel~ma</a>`},
		{"in a heading, but not in its id", "## Osallisuusohjelma", `<h2 id="osallisuusohjelma">Osal~li~suus~oh~jel~ma</h2>`},
		{"in what a field asks, but not in its name", "```answer\nOsallisuusohjelma\n```", `<label for="field-osallisuusohjelma">Osal~li~suus~oh~jel~ma</label>`},
		{"not in code", "`osallisuusohjelma`", "<code>osallisuusohjelma</code>"},
		{"not in a picture's text", "![a *osallisuusohjelma*](https://a.fi/b.png)", `alt="a osallisuusohjelma"`},
		{"not in an address", "<https://a.fi/osallisuusohjelma>", ">https://a.fi/osallisuusohjelma</a>"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got, _ := softened(c.text); !strings.Contains(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestHeadingsAndFieldsAreKeptWithoutSoftHyphens(t *testing.T) {
	_, page := softened("## Osallisuusohjelma\n\n```answer\nOsallisuusohjelma\n```\n")
	if page.Headings[0].Text != "Osallisuusohjelma" || page.Fields[0].Label != "Osallisuusohjelma" {
		t.Errorf("%q, %q", page.Headings[0].Text, page.Fields[0].Label)
	}
}
