package markdown

import (
	"strings"
	"testing"
)

func TestListsAndQuotationsAreNotTooDeepInEachOther(t *testing.T) {
	quotes := func(depth int) string { return strings.Repeat("> ", depth) + "a\n" }
	list := func(depth int) string {
		var out strings.Builder
		for level := range depth {
			out.WriteString(strings.Repeat("  ", level) + "- a\n")
		}
		return out.String()
	}
	for _, c := range []struct{ rule, text, want string }{
		{"quotations", quotes(20), ""},
		{"a quotation more", quotes(21), "40 nest-deep map[most:20]"},
		{"many more are told of once", quotes(600), "40 nest-deep map[most:20]"},
		{"two of them", quotes(21) + "\nb\n\n" + quotes(21), "40 nest-deep map[most:20]"},
		{"lists", list(20), ""},
		{"a list more", list(21), "500 nest-deep map[most:20]"},
		{"both", "> > " + strings.ReplaceAll(list(19), "\n", "\n> > "), "490 nest-deep map[most:20]"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := issuesOf("fi", c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
