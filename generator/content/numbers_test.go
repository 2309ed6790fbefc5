package content

import "testing"

// asking is a guide with three questions, one of them a draft, and a page.
func asking(keys, text string) files {
	return files{
		"content/fi/q/_index.md": page("title = \"{count.questions} kysymystä\"\nkind = \"question\"", ""),
		"content/fi/q/1.md":      page("title = \"A\"\nnumber = 1\narea = \"x\"", ""),
		"content/fi/q/2.md":      page("title = \"B\"\nnumber = 2\narea = \"x\"", ""),
		"content/fi/q/3.md":      page("title = \"C\"\nnumber = 3\narea = \"x\"\ndraft = true", ""),
		"content/fi/q/x.md":      page("title = \"X\"\nkind = \"area\"", ""),
		"content/fi/a.md":        page("title = \"A\"\n"+keys, text),
	}
}

func TestNumbersOfTheGuideComeFromTheGuide(t *testing.T) {
	l := firstLocale(t, asking("summary = \"Osa {count.questions}:sta\"", "## Kaikki {count.questions} {#kaikki}\n\n[{count.questions} kysymystä](q/_index.md), {count.areas} alue, {count.sessions} kertaa, \\{count.steps}"))
	p := l.Page("a")
	if title := l.Page("q").Title; title != "2 kysymystä" {
		t.Errorf("the title is %q", title)
	}
	want := "<h2 id=\"kaikki\">Kaikki 2</h2>\n<p><a href=\"q/index.html\">2 kysymystä</a>, 1 alue, 0 kertaa, {count.steps}</p>\n"
	if p.Summary != "Osa 2:sta" || p.HTML != want || p.Headings[0].Text != "Kaikki 2" {
		t.Errorf("the page is %q, %q", p.Summary, p.HTML)
	}
}

func TestAMarkOfANumberThatIsNoneIsToldOfAtItsPlace(t *testing.T) {
	for _, c := range []wrong{
		{"in a text", asking("", "{count.questions} ja {count.question}"), []string{"content/fi/a.md:5:22 count-unknown suggestion={count.questions} text={count.question}"}},
		{"in a key", asking("summary = \"{count pages}\"", ""), []string{"content/fi/a.md:3:1 count-unknown text={count pages}"}},
		{"what is wrong behind a number", asking("", "{count.questions} ja\n{count.areas} [a](b.md)"), []string{"content/fi/a.md:6:15 link-missing target=b.md"}},
	} {
		c.test(t)
	}
}
