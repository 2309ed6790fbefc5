package content

import (
	"slices"
	"testing"
)

func TestAnEditionFollowsPagesThatItsBaseMoves(t *testing.T) {
	base := files{
		"content/fi/info/_index.md":  page(`title = "Tietoa"`, ""),
		"content/fi/info/funding.md": page(`title = "Rahoitus"`, ""),
		"content/fi/info/hints.md":   page("title = \"Vinkit\"\nid = \"model/tips\"", ""),
	}
	own := files{"config.toml": "base = \"../base\"\nhide = [\"model/funding\"]\n", "content/fi/local/model/tips.md": "Oma.\n"}
	want := []string{"config.toml:2:1 hide-moved info/funding", "content/fi/local/model/tips.md local-moved content/fi/local/info/hints.md"}
	if got := wrongIn(own, base); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	site, _ := edited(own, base)
	if l := site.Locales[0]; l.Page("info/funding") != nil || l.Page("info/hints").Local == "" {
		t.Error("the page isn't left out, or the text doesn't stand in its page")
	}
	own = files{"config.toml": "base = \"../base\"\nhide = [\"model/gone\"]\n"}
	want = []string{"config.toml:2:1 hide-unknown"}
	if got := wrongIn(own, base); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
