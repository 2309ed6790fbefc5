package markdown

import (
	"fmt"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

func TestHeadingsHaveIDsMadeOfTheirTextsAndUniqueInThePage(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"ä and ö lose their dots", "## Yhteistyö äidille", "yhteistyo-aidille"},
		{"marks don't count", "## *Yhteistyö* ja `koodi` \"x\"", "yhteistyo-ja-koodi-x"},
		{"the second of the same gets a number", "## Alku\n\n## Alku\n\n### Alku", "alku alku-2 alku-3"},
		{"a number that is taken is passed over", "## Alku 2\n\n## Alku\n\n## Alku", "alku-2 alku alku-3"},
		{"ids of the templates are taken", "## Main\n\n## Contents\n\n## Sources", "main-2 contents-2 sources-2"},
		{"a text without letters", "## 日本\n\n## 中国", "section section-2"},
		{"an id of one's own", "## Alku {#oma}\n\n## Oma", "oma oma-2"},
		{"an id of one's own below", "## Oma\n\n## Alku {#oma}", "oma-2 oma"},
		{"a link and a sign in a heading", "## Katso [vinkit](tips.md) & <https://thl.fi>", "katso-vinkit-https-thl-fi"},
		{"headings of all levels", "## A\n\n### B\n\n#### C\n\n## D", "a b c d"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			page := render("fi", c.text)
			var ids []string
			for _, h := range page.Headings {
				ids = append(ids, h.ID)
				if !strings.Contains(page.HTML, fmt.Sprintf("<h%d id=%q", h.Level, h.ID)) {
					t.Errorf("the HTML lacks %+v: %s", h, page.HTML)
				}
			}
			if got := strings.Join(ids, " "); got != c.want || len(page.Issues) > 0 {
				t.Errorf("ids are %q, want %q %v", got, c.want, page.Issues)
			}
		})
	}
}

func TestHeadingTextIsPlainAndSet(t *testing.T) {
	page := render("fi", "## *Yhteistyö* ja `koodi` \"22 §\" &amp; [vinkit](tips.md) 3-5\n\nAlku\nja loppu\n---\n")
	want := []guide.Heading{
		{Level: 2, ID: "yhteistyo-ja-koodi-22-amp-vinkit-tips-md-3-5", Text: "Yhteistyö ja koodi ”22\u00a0§” & vinkit 3–5"},
		{Level: 2, ID: "ja-loppu", Text: "Alku ja loppu"},
	}
	for i, h := range page.Headings {
		if h.Text != want[i].Text {
			t.Errorf("the heading is %q, want %q", h.Text, want[i].Text)
		}
	}
}

func TestHeadingsOfTheFirstLevelBelongToTheTitle(t *testing.T) {
	for text, at := range map[string]int{"# Ylin": 0, "a\n\n# Ylin": 3, "Ylin\n===": 0} {
		page := render("fi", text)
		if len(page.Issues) != 1 || page.Issues[0].Rule != "heading-level" || page.Issues[0].Values["heading"] != "Ylin" || page.Issues[0].Offset != at {
			t.Errorf("%q gives %v", text, page.Issues)
		}
		if len(page.Headings) > 0 {
			t.Errorf("%q has headings %v", text, page.Headings)
		}
	}
}

func TestHeadingsHaveNoAttributesButIDAndClass(t *testing.T) {
	for _, c := range []struct{ text, rule, values string }{
		{"## A {.tila}", "", ""},
		{"## A {#oma .tila .toinen}", "", ""},
		{`## A {onclick="x"}`, "heading-attribute", "map[name:onclick]"},
		{`## A {#oma style="x"}`, "heading-attribute", "map[name:style]"},
		{"## A {#sama}\n\n## B {#sama}", "heading-id-twice", "map[id:sama]"},
	} {
		issues := render("fi", c.text).Issues
		if c.rule == "" && len(issues) > 0 {
			t.Errorf("%q gives %v", c.text, issues)
		}
		if c.rule != "" && (len(issues) != 1 || issues[0].Rule != c.rule || fmt.Sprint(issues[0].Values) != c.values) {
			t.Errorf("%q gives %v, want %s %s", c.text, issues, c.rule, c.values)
		}
	}
}

func TestHeadingWithANumberForItsIDIsAnIssue(t *testing.T) {
	for _, text := range []string{"## A {id=5}", "## A {id=true}", "A {id=5}\n---"} {
		if issues := render("fi", text).Issues; len(issues) != 1 {
			t.Errorf("%q gives %v", text, issues)
		}
	}
}

func TestIDsThatDoNotWorkAreIssues(t *testing.T) {
	for _, text := range []string{"## A {#}", `## A {id="a b"}`, "## A {#main}"} {
		if issues := render("fi", text).Issues; len(issues) != 1 {
			t.Errorf("%q gives %v", text, issues)
		}
	}
}

func TestAHeadingKnowsHowManyLinksStandBeforeIt(t *testing.T) {
	page := render("fi", "[vinkit](tips.md)\n\n## Alku\n\n[vinkit](tips.md) https://thl.fi\n\n## [Vinkit](tips.md)\n\n## Loppu\n")
	var got []int
	for _, h := range page.Headings {
		got = append(got, h.Links)
	}
	if fmt.Sprint(got, len(page.Links)) != "[1 2 3] 3" {
		t.Errorf("before the headings stand %v of %d links", got, len(page.Links))
	}
}

func TestTextsThatALineBelowMakesHeadingsAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a line below a paragraph", "Teksti,\njoka jatkuu\n---\n\na", "0 heading-underline map[heading:Teksti, joka jatkuu]"},
		{"a list that begins below a paragraph", "Asiat\n-\n", "0 heading-underline map[heading:Asiat]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}
