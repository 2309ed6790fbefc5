package language

import (
	"strings"
	"testing"
)

func TestSoftHyphensGoIntoWhatIsReadOfHTML(t *testing.T) {
	h := For("fi").Hyphenator(func(word string) string {
		if word == "osallisuusohjelma" {
			return "osallisuus|ohjelma"
		}
		return ""
	})
	for _, c := range []struct{ rule, html, want string }{
		{"in running text", "<p>Osallisuusohjelma on.</p>", "<p>Osal~li~suus~oh~jel~ma on.</p>"},
		{"in a marked word", "<strong>osallisuusohjelma</strong>", "<strong>osal~li~suus~oh~jel~ma</strong>"},
		{"in a link's text, not in its address", `<a href="osallisuusohjelma.html" class="term">osallisuusohjelma</a>`,
			`<a href="osallisuusohjelma.html" class="term">osal~li~suus~oh~jel~ma</a>`},
		{"in a heading, not in its id", `<h2 id="osallisuusohjelma">Osallisuusohjelma</h2>`, `<h2 id="osallisuusohjelma">Osal~li~suus~oh~jel~ma</h2>`},
		{"not in code", "<code>osallisuusohjelma</code>", "<code>osallisuusohjelma</code>"},
		{"not in a picture's text", `<img alt="a osallisuusohjelma">`, `<img alt="a osallisuusohjelma">`},
		{"not in an address that is shown", "<a>https://a.fi/osallisuusohjelma</a>", "<a>https://a.fi/osallisuusohjelma</a>"},
		{"to the end of HTML that breaks off", "osallisuusohjelma<p", "osal~li~suus~oh~jel~ma<p"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := strings.ReplaceAll(h.SoftenHTML(c.html), "\u00ad", "~"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
