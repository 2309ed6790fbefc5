package content

import (
	"fmt"
	"testing"
)

// pictureFiles are a small guide with a page that tells these pictures.
func pictureFiles(front string) files {
	return guideFiles(files{"content/fi/s/tells.md": page("title = \"Kuvat\"\nkind = \"page\"\n"+front, "")})
}

func TestAPageTellsTheCourseAndWhoSparrsWhom(t *testing.T) {
	l := firstLocale(t, pictureFiles(`[[course]]
title = "\"Kartoitus\""
text = "Missä kunta on?"
page = "../q/01.md"
[[course]]
title = "Kerrat"
programme = "program.md"
[[sparrings]]
sparrer = "resident"
from = "Kuntalainen"
to = "Kunta"
text = "Tuo tietoa"
page = "one.md"`))
	told := l.Page("s/tells").Pictures
	if got := fmt.Sprint(len(told.Course), len(told.Sparrings), len(l.Course())); got != "2 1 2" {
		t.Fatalf("of each there are %s", got)
	}
	first, second := told.Course[0], told.Course[1]
	if first.Title != "”Kartoitus”" || first.Text != "Missä kunta on?" || first.Page.ID != "q/01" || first.Programme != nil {
		t.Errorf("the first phase is %+v", first)
	}
	if second.Page != nil || second.Programme == nil || len(second.Programme.Sessions) != 2 {
		t.Errorf("the second phase is %+v", second)
	}
	if s := told.Sparrings[0]; s.Sparrer != "resident" || s.From != "Kuntalainen" || s.To != "Kunta" || s.Text != "Tuo tietoa" || s.Page.ID != "s/one" {
		t.Errorf("the kind of sparring is %+v", s)
	}
	if other := l.Page("s/one").Pictures; other.Course != nil || other.Sparrings != nil {
		t.Errorf("another page tells %+v", other)
	}
}

func TestPicturesAreReadStrictly(t *testing.T) {
	const file = "content/fi/s/tells.md"
	for _, c := range []struct {
		rule, front string
		want        []string
	}{
		{"a phase without a title", "[[course]]\ntext = \"a\"", []string{file + ":4:1 key-missing key=title"}},
		{"a misspelt key", "[[course]]\ntitle = \"a\"\nprograme = \"program.md\"", []string{file + ":6:1 key-unknown key=programe suggestion=programme"}},
		{"a course that is a text", "course = \"a\"", []string{file + ":4:1 key-type found=type-text key=course wanted=wanted-tables"}},
		{"a page that isn't there", "[[course]]\ntitle = \"a\"\npage = \"../q/0l.md\"", []string{file + ":6:1 link-missing suggestion=../q/01.md target=../q/0l.md"}},
		{"a page outside", "[[course]]\ntitle = \"a\"\npage = \"https://example.org/\"",
			[]string{file + ":6:1 key-value key=page value=https://example.org/ wanted=wanted-page"}},
		{"a heading of a page", "[[course]]\ntitle = \"a\"\npage = \"one.md#a\"",
			[]string{file + ":6:1 key-value key=page value=one.md#a wanted=wanted-page"}},
		{"a programme that is none", "[[course]]\ntitle = \"a\"\n[[course]]\ntitle = \"b\"\nprogramme = \"one.md\"", []string{file + ":8:1 unknown-programme name=one.md"}},
		{"an unknown sparrer", "[[sparrings]]\nsparrer = \"robot\"\nfrom = \"a\"\nto = \"b\"",
			[]string{file + ":5:1 key-value key=sparrer value=robot wanted=wanted-one"}},
		{"nobody who is sparred", "[[sparrings]]\nsparrer = \"expert\"\nfrom = \"a\"", []string{file + ":4:1 key-missing key=to"}},
	} {
		wrong{c.rule, pictureFiles(c.front), c.want}.test(t)
	}
}
