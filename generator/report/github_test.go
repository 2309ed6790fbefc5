package report

import (
	"strings"
	"testing"
)

func TestGitHubGetsALineForEachProblem(t *testing.T) {
	for _, c := range []struct {
		rule    string
		problem Problem
		want    string
	}{
		{"a fault with a hint", Source{"content/fi/a.md", []byte("nunber = 7")}.AtLine(1, 1, "key-unknown", Values{"key": "nunber", "suggestion": "number"}),
			"::error file=content/fi/a.md,line=1,col=1,title=key-unknown::unknown key `nunber`%0Adid you mean `number`?\n"},
		{"a warning", Source{"a.md", []byte("[tästä](b.md)")}.AtLine(1, 1, "link-text", Values{"text": "tästä"}),
			"::warning file=a.md,line=1,col=1,title=link-text::the link text `tästä` doesn't say where it leads%0Aname what is there: link texts are read one by one, too\n"},
		{"a whole file with a strange name", Source{Name: "a, b: 100%\n.md"}.Whole("never-heard-of", nil),
			"::error file=a%2C b%3A 100%25%0A.md,title=never-heard-of::never-heard-of\n"},
		{"a text that looks like a command", Source{Name: "a.md"}.Whole("html-in-text", Values{"html": "100%\r\n::error::"}),
			"::error file=a.md,title=html-in-text::HTML in the text: `100%25%0D%0A::error::`%0Awrite it as Markdown; HTML doesn't show on the page\n"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			var out strings.Builder
			if err := (Printer{}).ShowGitHub(&out, Problems{c.problem}); err != nil || out.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s(%v)", out.String(), c.want, err)
			}
		})
	}
}
