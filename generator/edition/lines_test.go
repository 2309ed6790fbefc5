package edition

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
)

// lines is a passage that begins at a line.
func lines(line int, text ...string) Passage { return Passage{line, append([]string{}, text...)} }

func TestTheLinesThatDifferAreToldWithTheirNumbersInBothFiles(t *testing.T) {
	ten := strings.Split("abcdefghij", "")
	with := func(at int, line ...string) string {
		return strings.Join(append(append(append([]string{}, ten[:at]...), line...), ten[at:]...), "\n") + "\n"
	}
	all := with(0)
	for name, c := range map[string]struct {
		own, common string
		want        []Passages
	}{
		"nothing":                {all, all, nil},
		"an end without a line":  {all, strings.TrimSuffix(all, "\n"), nil},
		"a line that is more":    {with(5, "x"), all, []Passages{{lines(6, "x"), lines(6)}}},
		"lines that are missing": {all, with(10, "x", "", "y"), []Passages{{lines(11), lines(11, "x", "", "y")}}},
		"a line at the start":    {all, with(0, "x"), []Passages{{lines(1), lines(1, "x")}}},
		"another line":           {strings.Replace(all, "c", "x", 1), all, []Passages{{lines(3, "x"), lines(3, "c")}}},
		"two places near": {strings.NewReplacer("c", "x", "e", "y").Replace(all), all,
			[]Passages{{lines(3, "x"), lines(3, "c")}, {lines(5, "y"), lines(5, "e")}}},
		"two places apart": {strings.Replace(with(0, "x"), "j", "y", 1), all,
			[]Passages{{lines(1, "x"), lines(1)}, {lines(11, "y"), lines(10, "j")}}},
		"an empty file":        {"", "a\nb\n", []Passages{{lines(0), lines(1, "a", "b")}}},
		"signs of other forms": {"-- a\n@@ b\n", "++ a\n@@ b\n", []Passages{{lines(1, "-- a"), lines(1, "++ a")}}},
	} {
		got := differing([]byte(c.own), []byte(c.common))
		if !(len(got) == 0 && len(c.want) == 0) && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestLinesAreShownWithWhatCanNotBeSeen(t *testing.T) {
	got := lines(9, "a  ", "", "\x1b[31mb\tc").String()
	if want := "    9 | a··\n   10 |\n   11 |  [31mb c\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

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
