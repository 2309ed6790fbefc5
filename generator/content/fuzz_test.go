package content

import (
	"errors"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"", "+++", "+++\n+++\n", "---\ntitle: A\n---\n", "\uFEFF+++\r\ntitle = \"A\"\r\n+++\r\n# A\r\n", "+++\ntitle = \"A\n+++\n",
		page("title = ”A”", ""), page("title = \"A\"\ntitle = \"B\"", ""), page("title = 1\nweight = \"x\"\nnope = []\n[a]\nb = 1", "<b>\n\n[a](b.md)"),
		page("title = \"A\"\nkind = \"session\"\nminutes = 9\n[[agenda]]\ntitel = 1\n[[agenda]]\ntext = \"<b>\"", ""),
		page("title = \"A\"\nkind = \"question\"\nnumber = -1\narea = \"x\"\ntopics = [\"a\", \"\"]", ""),
		page("title = '''\nA\n'''\nkind = \"step\"\nquestions = [1]\naliases = [\"../a\"]\nslug = \"Ä\"", ""),
		page("a.b.c = 1\n\"\" = 2\n[[x]]\n[x.y]", ""), "+++\ntitle = \"K\xe4\"\n+++\n", "+++\ntitle = \"A\"\n+++\n\x00\xff",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := project(files{"content/fi/a.md": string(data), "content/fi/b.md": page(`title = "B"`, "[a](a.md)")})
		site, err := Load(fsys, Options{Drafts: true})
		var problems report.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatalf("the error isn't a list of problems: %v", err)
		}
		if err == nil && site == nil {
			t.Error("there is neither a site nor a problem")
		}
		lines := 1 + strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), "\n")
		for _, p := range problems {
			if p.Place.File != "content/fi/a.md" && p.Place.File != "content/fi/b.md" {
				t.Errorf("%q: a problem in %q: %v", data, p.Place.File, p)
			}
			if p.Place.Line < 0 || p.Place.File == "content/fi/a.md" && p.Place.Line > lines || p.Place.Line > 0 && p.Place.Column < 1 {
				t.Errorf("%q has %d lines: %v", data, lines, p)
			}
			if (report.Printer{}).Text(p) == p.Rule {
				t.Errorf("%q: the rule %s has no text", data, p.Rule)
			}
		}
	})
}
