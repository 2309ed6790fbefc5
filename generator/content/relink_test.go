package content

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// led leads to model/old.md where model/new.md is now, and nowhere to gone.md.
func led(file string) (string, bool) {
	switch file {
	case "content/fi/model/old.md":
		return "content/fi/info/new.md", true
	case "content/fi/model/gone.md":
		return "", false
	}
	return file, true
}

func TestLinksOfAllFormsFollowAPage(t *testing.T) {
	const at = "content/fi/model/tips.md"
	for name, c := range map[string]struct{ text, want string }{
		"inline":             {"A [b](old.md) c", "A [b](../info/new.md) c"},
		"fragment":           {"[b](old.md#c-d \"t\")", "[b](../info/new.md#c-d \"t\")"},
		"query":              {"[b](../model/old.md?n=1,2)", "[b](../info/new.md?n=1,2)"},
		"brackets":           {"[b](<old.md>)", "[b](<../info/new.md>)"},
		"reference":          {"[b][c] and [c]\n\n[c]: old.md \"t\"\n", "[b][c] and [c]\n\n[c]: ../info/new.md \"t\"\n"},
		"several":            {"[a](old.md) ![b](../../static/b.svg) [c](other.md) [*d*](old.md)", "[a](../info/new.md) ![b](../../static/b.svg) [c](other.md) [*d*](../info/new.md)"},
		"front":              {"+++\ntitle = \"A\"\npage = \"old.md\" # old.md\ntext = \"[b](old.md#c) d\"\nsessions = [\"old.md\",\n  'other.md']\n+++\n[b](old.md)\n", "+++\ntitle = \"A\"\npage = \"../info/new.md\" # old.md\ntext = \"[b](../info/new.md#c) d\"\nsessions = [\"../info/new.md\",\n  'other.md']\n+++\n[b](../info/new.md)\n"},
		"prose":              {"+++\ntext = \"\"\"\n7\\\\. [b](old.md)\"\"\"\n+++\n", "+++\ntext = \"\"\"\n7\\\\. [b](../info/new.md)\"\"\"\n+++\n"},
		"code":               {"`[b](old.md)` [b](old.md)\n\n```answer\n[b](old.md)\n```\n\n<!-- [b](old.md) -->\n", "`[b](old.md)` [b](../info/new.md)\n\n```answer\n[b](old.md)\n```\n\n<!-- [b](old.md) -->\n"},
		"escaped":            {"\\[b\\](old.md) [b](old.md)", "\\[b\\](old.md) [b](../info/new.md)"},
		"plain":              {"A [**b** `]` c](gone.md#d) e", "A **b** `]` c e"},
		"plain with title":   {"([b](gone.md \"t\"))", "(b)"},
		"plain in a table":   {"| a |\n|---|\n| [b](gone.md) |\n", "| a |\n|---|\n| b |\n"},
		"a path stays":       {"+++\npage = \"gone.md\"\ntext = \"see [b](gone.md)\"\n+++\n", "+++\npage = \"gone.md\"\ntext = \"see b\"\n+++\n"},
		"a definition stays": {"[b][c] [d](gone.md)\n\n[c]: gone.md\n", "[b][c] [d](gone.md)\n\n[c]: gone.md\n"},
		"elsewhere":          {"[b](https://x.fi/old.md) [c](/model/old.md) [d](#old.md) <mailto:old.md@x.fi>", "[b](https://x.fi/old.md) [c](/model/old.md) [d](#old.md) <mailto:old.md@x.fi>"},
	} {
		if got, _ := Relink(at, at, c.text, led); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestAPageThatMovesKeepsItsLinks(t *testing.T) {
	text := "+++\npage = \"other.md\"\n+++\n[a](tips.md#b) [b](../questions/01.md) ![c](../../static/a%20b.svg) [d](_index.md)\n"
	want := "+++\npage = \"../model/other.md\"\n+++\n[a](new-tips.md#b) [b](../questions/01.md) ![c](../../static/a%20b.svg) [d](../model/_index.md)\n"
	got, list := Relink("content/fi/model/tips.md", "content/fi/info/new-tips.md", text, func(file string) (string, bool) {
		return strings.Replace(file, "model/tips.md", "info/new-tips.md", 1), true
	})
	if got != want || len(list) != 3 || list[0].Line != 2 || list[1].Line != 4 {
		t.Errorf("%q %v", got, list)
	}
}

// TestEveryLinkOfTheGuideIsFound moves each page of the guide by one folder and
// back again.
func TestEveryLinkOfTheGuideIsFound(t *testing.T) {
	guide, links := os.DirFS("../.."), 0
	stay := func(file string) (string, bool) { return file, true }
	for _, name := range FilesIn(guide, "content") {
		raw, err := fs.ReadFile(guide, name)
		if err != nil || path.Ext(name) != ".md" {
			continue
		}
		deeper := path.Join(path.Dir(name), "deeper", path.Base(name))
		moved, there := Relink(name, deeper, string(raw), stay)
		back, _ := Relink(deeper, name, moved, stay)
		if links += len(there); back != string(raw) || len(there) != strings.Count(string(raw), ".md)")+strings.Count(string(raw), ".md#")+strings.Count(string(raw), ".md\"")+strings.Count(string(raw), ".md?") {
			t.Errorf("%s: %d links, and back again it is\n%s", name, len(there), back)
		}
	}
	if links < 1000 {
		t.Errorf("%d links", links)
	}
}

func FuzzRelinkTouchesLinksAlone(f *testing.F) {
	for _, seed := range []string{"[a](old.md)", "[a](gone.md)", "[b]\n\n[b]: old.md", "`[a](old.md)`", "[a]([b](old.md)", "+++\na = \"old.md\"\n+++\n[a](<gone.md>)", "[a](old.md 't')\n> [c](\ngone.md)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, list := Relink("content/fi/model/tips.md", "content/fi/model/tips.md", text, led)
		if (len(list) == 0) != (got == text) {
			t.Errorf("%q became %q by %v", text, got, list)
		}
		// Without what links have, all else is the same.
		bare := strings.NewReplacer("../info/new.md", "", "old.md", "", "gone.md", "", "[", "", "]", "", "(", "", ")", "", "<", "", ">", "", "\"", "", "'", "", " ", "", "\n", "", "\t", "", "#", "", "?", "")
		if len(list) == 1 && list[0].To != "" && bare.Replace(got) != bare.Replace(text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}
