package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTitlesAndSummariesAreNotCut(t *testing.T) {
	for _, c := range []struct {
		rule                  string
		title, short, summary int
		want                  []string
	}{
		{"as long as may be", 60, 1, 160, nil},
		{"a long title", 61, 0, 0, []string{"content/fi/a.md:2:1 title-long key=title length=61 limit=60"}},
		{"a long title with a short one", 120, 60, 0, nil},
		{"a title that is too long for all", 121, 10, 0, []string{"content/fi/a.md:2:1 title-long key=title length=121 limit=120"}},
		{"a short title that is long", 70, 61, 0, []string{"content/fi/a.md:3:1 title-long key=short length=61 limit=60"}},
		{"a long summary", 5, 1, 161, []string{"content/fi/a.md:4:1 summary-long key=summary length=161 limit=160"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			front := fmt.Sprintf("title = %q\nshort = %q\nsummary = %q", strings.Repeat("ä", c.title), strings.Repeat("ä", c.short), strings.Repeat("ä", c.summary))
			front = strings.Replace(front, "short = \"\"\n", "", 1)
			front = strings.Replace(front, "\nsummary = \"\"", "", 1)
			if got := problemsIn(t, project(files{"content/fi/a.md": page(front, "")})); !slices.Equal(got, c.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
		})
	}
}
