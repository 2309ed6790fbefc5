package markdown

import (
	"testing"

	"sparrausopas/generator/guide"
)

func TestWhatIsNearlyMarkdownIsToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a heading without its space", "a\n\n##Alku nyt", "3 heading-space map[text:## Alku nyt]"},
		{"code in a heading without its space", "##Alku `a`", "0 heading-space map[text:## Alku `a`]"},
		{"a hard space behind the signs", "###\u00a0Alku", "0 heading-space map[text:### Alku]"},
		{"a heading right below a text", "a\n##Alku", "2 heading-space map[text:## Alku]"},
		{"a link with a space inside", "Ks. [vinkit] (tips.md).", "4 link-parted map[target:tips.md text:vinkit]"},
		{"a link that goes on in the next line", "[kunnan\nvinkit]\n(../model/tips.md#alku)", "0 link-parted map[target:../model/tips.md#alku text:kunnan vinkit]"},
		{"a link to the web with a space inside", "[THL] (https://thl.fi/a)", "0 link-parted map[target:https://thl.fi/a text:THL]"},
		{"a link the wrong way round", "Ks. (hyvät vinkit)[tips.md]", "4 link-reversed map[target:tips.md text:hyvät vinkit]"},
		{"bullets of Word", "Asiat:\n• yksi\n• kaksi\n• kolme", "7 list-sign map[sign:•]"},
		{"bullets in paragraphs of their own", "• yksi\n\n• kaksi\n\n• kolme", "0 list-sign map[sign:•]"},
		{"bullets over several lines", "•\tyksi\njatkuu\n•\tkaksi", "0 list-sign map[sign:•]"},
		{"signs of Word's fonts", "\uf0b7 yksi\n\uf0b7 kaksi", "0 list-sign map[sign:•]"},
		{"dots", "· yksi\n· kaksi", "0 list-sign map[sign:·]"},
		{"dashes", "a\n\n– yksi\n– kaksi", "3 list-sign map[sign:–]"},
		{"stars with spaces inside", "a ** tärkeää ** b", "2 stars-stay map[text:tärkeää]"},
		{"a space before the last stars", "**tärkeää ** b", "0 stars-stay map[text:tärkeää]"},
		{"no space behind the last stars", "**Huom!**Muista", "0 stars-stay map[text:Huom!]"},
		{"three stars before, two behind", "***a** b", "0 mark-left map[text:*]"},
		{"two stars before, three behind", "Tämä **a*** b\n\n**c***", "10 mark-left map[text:*]; 20 mark-left map[text:*]"},
		{"three lines before, two behind", "b ___a__ c", "2 mark-left map[text:_]"},
		{"a star in bold text", "**a *b** c", "0 mark-left map[text:*]"},
		{"a line in bold text", "**a b_ c** d", "5 mark-left map[text:_]"},
		{"a star before a line", "*__a__ b", "0 mark-left map[text:*]"},
		{"no footnote", "Teksti[^1] ja toinen[^1].", "6 note-missing map[name:[^1]]"},
		{"no mark of a footnote", "Teksti[^1].\n\n[^1]: Yksi.\n[^b]: Kaksi.", "25 note-unused map[name:[^b]]"},
		{"a mark without lang=", "Sanotaan [så här]{sv}.", "9 language-mark-form map[mark:{sv} tag:sv text:så här]"},
		{"a mark with a colon", "Sanotaan [så här]{lang:sv}.", "9 language-mark-form map[mark:{lang:sv} tag:sv text:så här]"},
		{"a mark behind a space", "Sanotaan [hej där] {lang=sv}.", "9 language-mark-form map[mark:{lang=sv} tag:sv text:hej där]"},
		{"a mark in words", "Sanotaan [hej]{ruotsi}.", "9 language-mark-form map[mark:{ruotsi} text:hej]"},
		{"an id with a space", "## Alku {#Omat Tiedot}", "0 heading-id-form map[id:Omat Tiedot suggestion:omat-tiedot]"},
		{"an id that isn't closed", "## Alku {#omat", "0 heading-id-form map[id:omat suggestion:omat]"},
		{"front matter in the text", "a\n\n+++\ntitle\n", "3 front-in-text map[]"},
		{"a fence that isn't closed", "a\n\n```\nb\n\nc\n", "3 fence-open map[marks:```]"},
		{"a fence without lines", "a\n\n~~~~", "3 fence-open map[marks:~~~~]"},
		{"a fence that takes in another", "```\na\n\n```html\nb\n```\n", "0 fence-open map[marks:```]"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestWhatOnlyLooksLikeASlipIsLeftInPeace(t *testing.T) {
	for rule, text := range map[string]string{
		"times and prices":                 "Klo 9–16 ja 18 – 20, hinta 5–10 €.\n\n– 5 °C oli pakkasta.",
		"one line of speech":               "– Mitä kuuluu? hän kysyi.",
		"lines of speech by themselves":    "– Mitä kuuluu?\n\n– Hyvää, kiitos.\n\n– No niin.",
		"lines of speech with ends":        "– Mitä kuuluu?\\\n– Hyvää, kiitos.  \n– No niin.",
		"one bullet":                       "• yksi",
		"bullets far from each other":      "• yksi\n\nteksti\n\n• kaksi",
		"a dash inside of lines":           "kunta – asukas\nvaltio – kunta",
		"a list":                           "- yksi\n- kaksi\n\n1. yksi\n2. kaksi",
		"words of social media":            "#osallisuus ja #kunta\n\nTila #2\n\n#1 on paras.",
		"signs by themselves":              "\\## ei otsikko\n\na ## b",
		"a heading and its id":             "## Alku {#alku}\n\n### [Så här]{lang=sv} {#sv}",
		"braces in a heading's code":       "## Merkki `{#Tunniste X}`",
		"brackets behind brackets":         "[kunta] (ks. sivu 3) ja [1] (2) ja [liite] (pdf) ja (kunta)[sic] ja (näin)[^1]\n\n[^1]: Näin.",
		"a link and brackets":              "[vinkit](tips.md) (tips.md) ja ([vinkit](tips.md))",
		"a mark of a language":             "[så här]{lang=sv} ja [hej]{lang=sv} (tips.md)",
		"braces without brackets":          "joukko {sv} ja a[i] {x = 1}",
		"bold text":                        "**a** ja **b**, ***c***, **a b**, (**d**)",
		"marks in each other":              "***a** b* ja **_c_**, *a **b***, ***a* b**, **a***b*, **2*3_x**",
		"a star behind a backslash":        "**Hinta**\\* ja **a \\*b** ja \\***a**",
		"stars that are notes":             "Hinta** ilman veroa.\n\n** Arvio. \\*\\*Hinta \\*\\*x \\*\\*",
		"sums":                             "2**3 ja 4**5, 2 ** 3",
		"footnotes":                        "a[^1] b[^pitkä-nimi]\n\n[^1]: Yksi.\n\n    Jatkuu.\n[^pitkä-nimi]: Kaksi.",
		"a footnote in a footnote":         "a[^1]\n\n[^1]: Yksi[^2].\n[^2]: Kaksi.",
		"a footnote in code":               "`[^1]` ja\n\n```\n[^2]: a\n##b\n• c\n• d\n```",
		"all of it in code":                "`[a] (b.md)`, `(a)[b.md]`, `** x **`, `[a]{sv}` ja `a\n##b`\n\n~~~\n+++\n[a] (b.md)\n~~~",
		"a comment":                        "<!-- [a] (b.md)\n##b\n• c\n• d -->",
		"plus signs":                       "a +++ b\n\nC+++",
		"closed fences":                    "```\na\n```\n\n- b\n\n  ```\n  c\n  ```\n\n> ~~~\n> d\n> ~~~\n\n````\n```html\n````\n\n```\n```",
		"a fence closed on the last line":  "```\na\n```",
		"a longer fence closes":            "```\na\n`````\n",
		"a picture beside another bracket": "![kuva](tips.md) [1]",
	} {
		if got := issuesOf("fi", text); got != "" {
			t.Errorf("%s: %s", rule, got)
		}
	}
}

func TestAFieldThatIsNotClosedIsToldOfAtItsFence(t *testing.T) {
	for _, c := range []struct{ rule, text, want, fields string }{
		{"at the end", "a\n\n```answer\nKysymys?\n\n## Loppu\n", "3 field-open map[marks:```]; ", "kysymys "},
		{"before another", "```choice\nA?\n- b\n- c\n\n```answer\nD?\n```\n", "0 field-open map[marks:```]; ", "a "},
		{"a table before another", "```rows\nA\nb | c\n\n```answer\nD?\n```\n\n```answer\nE?\n```\n", "0 field-open map[marks:```]; ", "a e "},
		{"closed ones", "```answer\nA?\n\nVinkki.\n```\n\n```rows\nB\nb | c\n```", "", "a b "},
	} {
		page := newRenderer("fi", nil).Render(&guide.Page{Kind: "worksheet", Address: "a.html"}, []byte(c.text), resolve, nil)
		got, fields := "", ""
		for _, i := range page.Issues {
			got += issueText(i) + "; "
		}
		for _, f := range page.Fields {
			fields += f.Name + " "
		}
		if got != c.want || fields != c.fields {
			t.Errorf("%s: got %q and the fields %q", c.rule, got, fields)
		}
	}
}
