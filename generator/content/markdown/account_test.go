package markdown

import (
	"strings"
	"testing"
)

func TestMarksThatReadersSeeAreToldOf(t *testing.T) {
	for text, mark := range map[string]string{
		"Tämä on ==tärkeää==.":              "==tärkeää==",
		"Tämä on ++uutta++.":                "++uutta++",
		"H~2~O":                             "~2~",
		"10 m^2^":                           "^2",
		"viite^[Alaviite]":                  "^[",
		"__lihava __ teksti":                "__l",
		"_kesken":                           "_k",
		"*kursiivi * teksti":                "*kursiivi *",
		"`koodi kesken":                     "`",
		"{{ muuttuja }}":                    "{{ muuttuja }}",
		"{% include x %}":                   "{% include x %}",
		"%% muista %%":                      "%%",
		"//muista kysyä":                    "//m",
		"/* muista */":                      "/*",
		":smile: hymy":                      ":smile:",
		"![kuva]":                           "![",
		"[TOC]":                             "[TOC]",
		"[x]valmis":                         "[x]",
		"[teksti](yksi.md":                  "](",
		"[teksti(yksi.md)":                  "[teksti(yksi.md)",
		"<https://thl.fi/a b>":              "<https://thl.fi/a",
		"5&nbsp€":                           "&nbsp€",
		"a &amp;nbsp; b":                    "&amp;nbsp;",
		"&lt;!-- muista --&gt;":             "&lt;!",
		"\\pagebreak":                       "\\p",
		"nuoli \ue0f0 tässä":                "\ue0f0",
		"kysymys\ufffdmerkki":               "\ufffd",
		"väli, sitten\n==tärkeä== ja {{a}}": "==tärkeä==",
	} {
		if got := issuesOf("fi", text); !strings.HasSuffix(got, " mark-left map[text:"+mark+"]") || strings.Count(got, "map[") > 1 {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestSignsThatAreMeantAreLeftInPeace(t *testing.T) {
	for _, text := range []string{
		"\\==tärkeää== \\{{ a }} \\_kesken \\`", "K:\\Hallinto\\Osallisuus", "5 000 €* ja 3 000 €*\n\n* Arvio.", "oma_tiedosto_nimi",
		"Nimi: ________", "kunta|alue", "klo 9:30 ja suhde 1:2", "ja/tai, https-osoite", "[kunnan nimi] ja [1] sekä […]", "a = b, a == b", "C++ ja R&D",
		"`{{ a }} ==b== <c>`", "~5 henkeä", "<!-- {{ a }} -->", "Alku<!-- ==b== -->", "100 % ja 5 %", "a &#8594; b", "alle <5 ja <ä",
	} {
		expectIssues(t, text, text, "")
	}
}

func TestWordsThatReadersDontSeeAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"what looks like an address", "[Huom]: tärkeää", "0 words-lost map[text:[Huom]: tärkeää]"},
		{"an address that nothing names", "[b][2]\n\n[1]: https://thl.fi\n[2]: https://thl.fi", "8 words-lost map[text:[1]: https://thl.fi]"},
		{"a file that nothing names", "a\n\n[Liite 1]: liite.pdf\n\nb", "3 words-lost map[text:[Liite 1]: liite.pdf]"},
		{"the second of two footnotes", "a[^1]\n\n[^1]: Eka\n[^1]: Toka", "23 words-lost map[text:Toka]"},
		{"addresses that are named", "[a][1], [b] ja [c](https://thl.fi/(x) \"Sanoja\")\n\n[1]: https://thl.fi \"Otsikko\"\n[B]: <https://thl.fi>", ""},
		{"pictures, marks and ids", "## Otsikko {#alku .leader}\n\n[så]{lang=sv} <https://thl.fi> <!-- x -->\n\n> - a\\\n>   b `c`\n\n```text\nd\n```\n\nTermi\n: Selitys", ""},
		{"a table", "| A | `B` |\n|:--|--:|\n| **c** | [d](https://thl.fi) |", ""},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}
