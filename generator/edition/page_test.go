package edition

import (
	"testing"
	"testing/fstest"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
)

func TestFilesThatAreNoTextAreNotShownLineByLine(t *testing.T) {
	of := func(text string) fstest.MapFS { return fstest.MapFS{"content/static/a.png": {Data: []byte(text)}} }
	for _, other := range []string{"\x89PNG\x00", "\xff\n"} {
		p := &project.Project{Layers: []content.Layer{{FS: of(other)}, {Name: "../base", FS: of("a\n")}}}
		page, err := comparePage(p, "content/static/a.png", "replaced")
		if err != nil {
			t.Fatal(err)
		}
		if page.Text || len(page.Places) > 0 {
			t.Errorf("got %+v", page)
		}
	}
}

func TestLineEndsMakeNoFileOld(t *testing.T) {
	if sum([]byte("a\nb\n")) != sum([]byte("\uFEFFa\r\nb\r\n")) {
		t.Error("the same text has two sums")
	}
	if sum([]byte("\x00a\r\n")) == sum([]byte("\x00a\n")) {
		t.Error("other bytes have the same sum")
	}
	common := fstest.MapFS{"content/fi/a.md": {Data: []byte("a\r\n")}}
	var d Difference
	list, err := d.listFor("content/fi/a.md", fstest.MapFS{"content/fi/a.md": {Data: []byte("own\n")}}, common, sums{"content/fi/a.md": sum([]byte("a\n"))}, false)
	if err != nil || list != &d.Replaced {
		t.Errorf("the page is old (%v)", err)
	}
}

func TestWhatIsNewBelowIsToldFromWhatIsTheEditionsOwn(t *testing.T) {
	of := func(text string) fstest.MapFS {
		return fstest.MapFS{"content/fi/a.md": {Data: []byte(text)}, "base.copies/content/fi/a.md": {Data: []byte("a\nb\nc\nd\ne\nf\ng\n")}}
	}
	p := &project.Project{Layers: []content.Layer{{FS: of("a\nB\nc\nd\ne\nf\ng\n")}, {Name: "../base", FS: of("a\n2\nc\nd\ne\nf\n7\n")}}}
	page, err := comparePage(p, "content/fi/a.md", "changed")
	if err != nil || !page.Kept || len(page.Since) != 2 {
		t.Fatalf("got %+v (%v)", page, err)
	}
	first, second := page.Since[0], page.Since[1]
	if !first.Both || first.Then.Lines[0] != "b" || first.Now.Lines[0] != "2" || second.Both || second.Then.Line != 7 || second.Now.Lines[0] != "7" {
		t.Errorf("got %+v", page.Since)
	}
}
