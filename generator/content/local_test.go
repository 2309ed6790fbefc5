package content

import (
	"slices"
	"strings"
	"testing"
)

const marked = "Alku.\n\n```local\n```\n\nLoppu.\n"

func TestALocalTextStandsAtTheMarkOfItsPage(t *testing.T) {
	const own = "Meillä [B](../b.md).\n"
	const box = "<section class=\"local\" aria-label=\"Meillä: Esimerkkilä\">\n<p class=\"local-title\">Meillä: Esimerkkilä</p>\n<p>Meillä <a href=\"b.html\">B</a>.</p>\n</section>\n"
	for rule, c := range map[string]struct{ text, local, want string }{
		"a mark":             {marked, own, "<p>Alku.</p>\n" + box + "<p>Loppu.</p>\n"},
		"no mark":            {"Alku.\n", own, "<p>Alku.</p>\n" + box},
		"two marks":          {marked + "\n```local\n```\n", own, "<p>Alku.</p>\n" + box + "<p>Loppu.</p>\n"},
		"no text":            {marked, "-", "<p>Alku.</p>\n<p>Loppu.</p>\n"},
		"a title of its own": {"Alku.\n", page("title = \"Kylässä \\\"A\\\"\"", "B\n"), "<p>Alku.</p>\n<section class=\"local\" aria-label=\"Kylässä ”A”\">\n<p class=\"local-title\">Kylässä ”A”</p>\n<p>B</p>\n</section>\n"},
	} {
		l := firstLocale(t, files{
			"config.toml":           someSettings + "[brand]\nname = \"Esimerkkilä\"\n",
			"theme/words/fi.toml":   "local-title = \"Meillä\"\n",
			"content/fi/a.md":       page("title = \"A\"", c.text),
			"content/fi/b.md":       page("title = \"B\"", ""),
			"content/fi/local/a.md": c.local,
		})
		if got := l.Page("a").HTML; got != c.want {
			t.Errorf("%s:\n%s", rule, got)
		}
		if l.Page("local/a") != nil {
			t.Errorf("%s: the text is a page", rule)
		}
	}
}

func TestALocalTextCanStandInAnyPage(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/local/_index.md":   "Kotona\n",
		"content/fi/local/w.md":        "Osiossa\n",
		"content/fi/local/w/sheet.md":  "```answer\nei kenttä\n```\n",
		"content/fi/w/_index.md":       page("title = \"W\"\nkind = \"worksheet\"", ""),
		"content/fi/w/sheet.md":        page("title = \"Pohja\"\naudience = \"group\"", "```local\n```\n```answer\nA\n```\n"),
		"content/fi/local/w/notes.csv": "ei luettava",
	})
	for id, want := range map[string]string{"": "Kotona", "w": "Osiossa", "w/sheet": "ei kenttä"} {
		if html := l.Page(id).HTML; !strings.Contains(html, want) || !strings.Contains(html, "class=\"local\"") {
			t.Errorf("%q has %s", id, html)
		}
	}
}

func TestWhatIsWrongWithALocalTextIsReportedInItsFile(t *testing.T) {
	for rule, c := range map[string]struct {
		name, text string
		want       []string
	}{
		"no page":                        {"content/fi/local/model/tps.md", "A", []string{"content/fi/local/model/tps.md local-nowhere content/fi/local/model/tips.md"}},
		"left out":                       {"content/fi/local/gone.md", "A", []string{"content/fi/local/gone.md local-hidden"}},
		"front matter that isn't closed": {"content/fi/local/model/tips.md", "+++\ntitle = \"B\"\n\nA\n", []string{"content/fi/local/model/tips.md:1:1 front-open"}},
		"front matter that isn't opened": {"content/fi/local/model/tips.md", "title = \"B\"\n+++\n\nA\n", []string{"content/fi/local/model/tips.md:2:1 front-in-text"}},
		"front matter below":             {"content/fi/local/model/tips.md", "\n+++\ntitle = \"B\"\n+++\n\nA\n", []string{"content/fi/local/model/tips.md:2:1 front-in-text"}},
		"YAML":                           {"content/fi/local/model/tips.md", "---\ntitle: B\n---\n\nA\n", []string{"content/fi/local/model/tips.md:1:1 front-yaml"}},
		"a fence of Word":                {"content/fi/local/model/tips.md", "–––\ntitle: B\n–––\n\nA\n", []string{"content/fi/local/model/tips.md:1:1 front-fence"}},
		"front matter without a gap":     {"content/fi/local/model/tips.md", "++\ntitle = \"B\"\n+++\nA\n", []string{"content/fi/local/model/tips.md:1:1 front-fence"}},
		"a heading":                      {"content/fi/local/model/tips.md", "A\n\n## B\n", []string{"content/fi/local/model/tips.md:3:1 local-heading"}},
		"a footnote":                     {"content/fi/local/model/tips.md", "A[^1]\n\n[^1]: B\n", []string{"local-footnote"}},
		"a dead link":                    {"content/fi/local/model/tips.md", page("title = \"B\"", "[a](tips.md)"), []string{"content/fi/local/model/tips.md:4:1 link-missing ../../model/tips.md"}},
		"an unknown key":                 {"content/fi/local/model/tips.md", page("titel = \"B\"", "A"), []string{"content/fi/local/model/tips.md:2:1 key-unknown title"}},
		"an empty file":                  {"content/fi/local/model/tips.md", " \n", []string{"content/fi/local/model/tips.md file-empty"}},
	} {
		got := wrongIn(files{"config.toml": "base = \"x\"\nhide = [\"gone\"]\n", c.name: c.text}, files{
			"content/fi/model/_index.md": page("title = \"M\"", ""), "content/fi/model/tips.md": page("title = \"T\"", ""),
			"content/fi/gone.md": page("title = \"G\"", ""),
		})
		if len(got) != 1 || !strings.Contains(got[0], c.want[0]) {
			t.Errorf("%s: %q", rule, got)
		}
	}
}

func TestALocalTextOfABaseGoesWithItsPage(t *testing.T) {
	if got := wrongIn(files{"config.toml": "base = \"x\"\nhide = [\"gone\"]\n"}, files{
		"content/fi/gone.md": page("title = \"G\"", ""), "content/fi/local/gone.md": "A"}); len(got) > 0 {
		t.Errorf("got %q", got)
	}
}

func TestTheMarkOfALocalTextIsEmpty(t *testing.T) {
	got := problemsIn(t, project(files{"content/fi/a.md": page("title = \"A\"", "```local\nMeillä\n```\n")}))
	if want := []string{"content/fi/a.md:4:4 local-mark"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestALocalTextOfATermDoesNotLinkToTheTerm(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/kunta.md":       page("title = \"Kunta\"\nkind = \"term\"\nforms = [\"kunnan\"]", "Kunta on.\n"),
		"content/fi/kyla.md":        page("title = \"Kylä\"\nkind = \"term\"\nforms = [\"kylän\"]", ""),
		"content/fi/local/kunta.md": "Kunnan kylän\n",
	})
	if html := l.Page("kunta").HTML; !strings.Contains(html, `<p>Kunnan <a href="kyla.html" class="term">kylän</a></p>`) {
		t.Errorf("the page is %s", html)
	}
}

func TestLinksOfALocalTextKnowTheirFile(t *testing.T) {
	l := firstLocale(t, files{
		"content/fi/a.md":       page("title = \"A\"", "[b](b.md)\n"),
		"content/fi/b.md":       page("title = \"B\"", "## Alku\n"),
		"content/fi/local/a.md": "[b](../b.md#alku)\n",
	})
	links := l.Page("a").Links
	if len(links) != 2 || links[0].File != "" || links[1].File != "content/fi/local/a.md" || links[1].Offset != 0 {
		t.Errorf("the links are %+v", links)
	}
}
