package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// shownSite opens the tiny guide as a preview does.
func shownSite(t *testing.T) *previews {
	t.Helper()
	ps, err := newPreviews(Settings{Dir: filepath.Join("..", "testdata", "site"), Drafts: true})
	if err == nil {
		_, _, err = ps.next()
	}
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

const worksheet, question, draft = "content/fi/worksheets/plan.md", "content/sv/questions/01.md", "99.md"

func TestWhatCanBePutIntoATextFitsWhatIsLookedFor(t *testing.T) {
	ps := shownSite(t)
	for _, c := range []struct{ file, kind, query, first string }{
		{worksheet, "link", "kunta", "../glossary/kunta.md"},
		{worksheet, "link", " OSA-ALUE ", ""},
		{worksheet, "link", "omassa elämässä", "../questions/own-life.md"},
		{"content/fi/ei-sivua.md", "link", "kunta", "glossary/kunta.md"},
		{worksheet, "link", "etusivu ei ole", ""},
		{question, "term", "kunta", "../glossary/kunta.md"}, // where it will be once it is translated
		{worksheet, "term", "ohjelma", "../glossary/osallisuusohjelma.md"},
		{worksheet, "link", "www.kunta.fi/a(b)", "https://www.kunta.fi/a%28b%29"},
		{worksheet, "link", "HTTPS://thl.fi", "HTTPS://thl.fi"},
		{worksheet, "link", "osallisuus@kunta.fi", "mailto:osallisuus@kunta.fi"},
		{worksheet, "link", "javascript:alert(1)//a.b", ""},
		{worksheet, "link", "https://nimi:sana@kunta.fi", ""},
		{worksheet, "link", "https://a b.fi", ""},
		{worksheet, "language", "", "sv"},
		{worksheet, "language", "ruotsi", ""},
		{worksheet, "language", "se", "se"},
		{question, "language", "", "fi"},
		{worksheet, "field", "rasti", "```checklist\nMitä tässä kysytään?\n- Vaihtoehto 1\n- Vaihtoehto 2\n```"},
		{worksheet, "field", "questions", "```questions numbers=\"1 2\" points=4 from=\"ei lainkaan\" to=\"täysin\"\n```"},
		{question, "field", "", ""},
		{"content/de/a.md", "link", "", ""},
		{"../../etc/passwd", "link", "", ""},
		{worksheet, "other", "", ""},
	} {
		list, first := ps.places(c.file, c.kind, c.query), ""
		if len(list) > 0 {
			first = list[0].Insert
		}
		if first != c.first {
			t.Errorf("%s, %s %q: %q, want %q", c.file, c.kind, c.query, first, c.first)
		}
	}
	for _, place := range ps.places(worksheet, "link", "") {
		if strings.HasSuffix(place.Insert, draft) {
			t.Error("a link to a draft is offered")
		}
	}
}

// TestEveryLinkThatIsOfferedLeadsSomewhere puts all of them into a text.
func TestEveryLinkThatIsOfferedLeadsSomewhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	ps, err := newPreviews(Settings{Dir: dir})
	if err == nil {
		_, _, err = ps.next()
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, worksheet))
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range append(ps.places(worksheet, "link", ""), ps.places(worksheet, "term", "")...) {
		text = append(text, "\n["+place.Title+"]("+place.Insert+")\n"...)
	}
	if err := os.WriteFile(filepath.Join(dir, worksheet), text, 0o644); err != nil {
		t.Fatal(err)
	}
	_, warnings, err := ps.next()
	for _, p := range append(warnings, Problems(err)...) {
		if p.Place.File == worksheet && strings.HasPrefix(p.Rule, "link-") {
			t.Error(report.Printer{}.Text(p))
		}
	}
}
