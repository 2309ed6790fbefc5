package content

import (
	"strings"
	"testing"
)

// linked is a guide with things to link to from content/fi/q/07.md, which
// holds a text.
func linked(text string) files {
	return files{
		"content/fi/q/_index.md":     page("title = \"Kysymykset\"\nslug = \"kysymykset\"", ""),
		"content/fi/q/07.md":         page(`title = "Seitsemän"`, text),
		"content/fi/q/08.md":         page("title = \"Kahdeksan\"\nslug = \"uusi\"", "## Alku\n"),
		"content/fi/malli.md":        page(`title = "Malli"`, ""),
		"content/fi/draft.md":        page("title = \"Luonnos\"\ndraft = true", ""),
		"content/sv/q/08.md":         "-",
		"content/static/kuva.png":    "x",
		"content/static/a/ohje 1.md": "x",
	}
}

func TestLinksBecomeAddresses(t *testing.T) {
	for _, c := range []struct{ rule, link, want string }{
		{"a page beside", "08.md", "uusi.html"},
		{"a heading of a page beside", "08.md#alku", "uusi.html#alku"},
		{"a page above", "../malli.md", "../malli.html"},
		{"a section", "_index.md", "index.html"},
		{"the home page", "../_index.md", "../../index.html"},
		{"a way round", "../q/./08.md", "uusi.html"},
		{"the page itself", "07.md", "07.html"},
		{"a heading of the page itself", "#alku", "#alku"},
		{"a file", "../../static/kuva.png", "../../kuva.png"},
		{"a file with a space", "<../../static/a/ohje 1.md>", "../../a/ohje%201.md"},
		{"https", "https://thl.fi/?a=b#c", "https://thl.fi/?a=b#c"},
		{"http", "HTTP://thl.fi", "HTTP://thl.fi"},
		{"mail", "mailto:a@thl.fi", "mailto:a@thl.fi"},
		{"telephone", "tel:+358401234567", "tel:+358401234567"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := firstLocale(t, linked("[a]("+c.link+")")).Page("q/07").HTML
			if want := "<p><a href=\"" + c.want + "\">a</a></p>\n"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestLinksThatDoNotWorkAreReported(t *testing.T) {
	for _, c := range []struct{ rule, link, want string }{
		{"nothing of that name", "nowhere.md", "link-missing target=nowhere.md"},
		{"a misspelt name", "../mali.md", "link-missing suggestion=../malli.md target=../mali.md"},
		{"another folder", "malli.md", "link-missing suggestion=../malli.md target=malli.md"},
		{"its own name misspelt", "07.mdd", "link-missing target=07.mdd"},
		{"a folder", "../q/", "link-missing suggestion=_index.md target=../q/"},
		{"an address of the site", "../kysymykset/uusi.html", "link-published suggestion=08.md target=../kysymykset/uusi.html"},
		{"a missing file", "../../static/ei.png", "link-missing target=../../static/ei.png"},
		{"a draft", "../draft.md", "link-draft target=../draft.md"},
		{"a slash", "/q/08.md", "link-absolute suggestion=08.md target=/q/08.md"},
		{"another host", "//thl.fi", "link-web target=//thl.fi"},
		{"another language", "../../sv/q/08.md", "link-outside target=../../sv/q/08.md"},
		{"out of the project", "../../../../../etc/passwd", "link-outside target=../../../../../etc/passwd"},
		{"a script", "javascript:alert(1)", "link-scheme scheme=javascript"},
		{"a script in disguise", "JAVA&#115;cript:alert(1)", "link-missing target=JAVA&#115;cript:alert(1)"},
		{"data", "data:text/html,x", "link-scheme scheme=data"},
		{"a disk", "file:///C:/a.md", "link-disk target=file:///C:/a.md"},
		{"a broken address", "%zz", "link-missing target=%zz"},
	} {
		wrong{c.rule, linked("ää [a](" + c.link + ")"), []string{"content/fi/q/07.md:4:4 " + c.want}}.test(t)
	}
}

func TestLinksOfABodyKnowTheirPlaceInTheFile(t *testing.T) {
	text := "yksi\n\n[a](08.md#alku) [b](../malli.md) [c](https://thl.fi)\n"
	p := firstLocale(t, linked(text)).Page("q/07")
	source := page(`title = "Seitsemän"`, text)
	if len(p.Links) != 2 || p.Links[0].Fragment != "alku" || p.Links[0].To.ID != "q/08" || p.Links[1].To.ID != "malli" {
		t.Fatalf("links are %+v", p.Links)
	}
	for i, want := range []string{"[a]", "[b]"} {
		if at := p.Links[i].Offset; !strings.HasPrefix(source[at:], want) {
			t.Errorf("link %s stands at %d: %q", want, at, source[at:])
		}
	}
}

func TestLinksToFilesKeepTheirFragmentAndTheirSigns(t *testing.T) {
	for link, want := range map[string]string{
		"../../static/kuva.png#page=3": "../../kuva.png#page=3", "../../static/a%23b.pdf": "../../a%23b.pdf",
		"../../static/50%25.pdf#%C3%A4": "../../50%25.pdf#%C3%A4", "../../static/mit%C3%A4%3F.pdf": "../../mit%C3%A4%3F.pdf",
	} {
		changed := linked("[a](" + link + ")")
		changed["content/static/a#b.pdf"], changed["content/static/50%.pdf"], changed["content/static/mitä?.pdf"] = "x", "x", "x"
		if got := firstLocale(t, changed).Page("q/07").HTML; !strings.Contains(got, `"`+want+`"`) {
			t.Errorf("%s gives %s", link, got)
		}
	}
}
