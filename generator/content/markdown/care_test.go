package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// issuesOf returns the issues of a text one by one: offset, rule and values.
func issuesOf(tag, text string) string {
	var lines []string
	for _, i := range render(tag, text).Issues {
		lines = append(lines, issueText(i))
	}
	return strings.Join(lines, "; ")
}

func issueText(i Issue) string { return fmt.Sprint(i.Offset, " ", i.Rule, " ", i.Values) }

func TestHeadingsLeaveOutNoLevel(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"down step by step", "## A\n\n### B\n\n#### C", ""},
		{"up in one go", "## A\n\n### B\n\n#### C\n\n## D\n\n### E", ""},
		{"a jump", "## A\n\n#### B", "6 heading-order map[above:2 heading:B level:4 marks:###]"},
		{"the first below the second level", "a\n\n### B", "3 heading-order map[above:1 heading:B level:3 marks:##]"},
		{"a jump is told once", "## A\n\n#### B\n\n#### C", "6 heading-order map[above:2 heading:B level:4 marks:###]"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestLinkTextsSayWhereTheyLead(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a name", "[vinkit](tips.md) ja [12](tips.md)", ""},
		{"here", "Lue [tästä](tips.md).", "4 link-text map[text:tästä]"},
		{"read more, with marks", "[*Lue lisää* »](tips.md)", "0 link-text map[text:Lue lisää »]"},
		{"nothing", "a [](tips.md)", "2 link-text map[text:]"},
		{"a picture with a text", "[![vinkit](tips.md)](tips.md)", ""},
		{"an address", "[https://a.fi/b](https://a.fi/b)", "0 link-address map[text:https://a.fi/b]"},
		{"the address of a site", "<https://a.fi/> ja [http://a.fi](https://a.fi)", ""},
		{"an address as it is", "ks. <https://a.fi/1-2>", "4 link-address map[text:https://a.fi/1-2]"},
		{"the name of a site", "[thl.fi](https://thl.fi)", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestPicturesHaveTextsAndTablesHeaders(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a picture with a text", "![kaavio](tips.md)", ""},
		{"a picture without", "a\n\n![ ](tips.md)", "3 image-text map[target:tips.md]"},
		{"a table with an empty corner", "| | b |\n|---|---|\n| 1 | 2 |", ""},
		{"a table without a header", "a\n\n| | |\n|---|---|\n| 1 | 2 |", "3 table-header map[]"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestProseThatBecomesCodeIsToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a tab", "a\n\n\tKunta on kaikkien.", "4 text-indented map[sign:sign-tab]"},
		{"four spaces", "a\n\n    Kunta on kaikkien.\n    Ja muiden.", "7 text-indented map[sign:sign-spaces]"},
		{"a line of a paragraph", "a\n\tKunta on kaikkien.", ""},
		{"a paragraph of a list", "- a\n\n    Kunta on kaikkien.", ""},
		{"numbers", "a\n\n\t1 + 1 = 2", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestALinkWithASpaceInItsAddressIsToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a file", "Ks. [hyvät vinkit](hyvät vinkit.md).", "18 link-space map[target:hyvät vinkit.md]"},
		{"on the web", "[a](https://a.fi/b c)", "2 link-space map[target:https://a.fi/b c]"},
		{"a title", "[vinkit](tips.md \"vinkit\")", ""},
		{"code", "`[a](b c.md)`", ""},
		{"brackets", "a [b] (c d)", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
