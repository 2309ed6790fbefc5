package content

import (
	"testing"
)

func TestTopicsWithoutPagesGetPagesOfTheirOwn(t *testing.T) {
	e := firstEdition(t, files{
		"config.toml":     "title = \"Opas\"\nthemes = [\"theme\"]\n[[languages]]\ntag = \"fi\"\ntopics = \"Teemat\"\n",
		"content/fi/a.md": page("title = \"A\"\ntopics = [\"Äidit\", \"Nuoret\"]", ""),
		"content/fi/b.md": page("title = \"B\"\ntopics = [\"nuoret\"]", ""),
	})
	section := e.Page("topics")
	if section == nil || section.Address != "fi/teemat/index.html" || section.Title != "Teemat" || section.Kind != "section" || section.Of != "topic" {
		t.Fatalf("the section is %+v", section)
	}
	if len(section.Children) != 2 || section.Children[0].Title != "Nuoret" || section.Children[1].Address != "fi/teemat/aidit.html" {
		t.Errorf("it has pages %v", section.Children)
	}
	if last := e.Home.Children[len(e.Home.Children)-1]; last != section || section.Previous.Next != section {
		t.Error("the section isn't behind all others")
	}
	if len(e.Topics) != 2 || len(e.Topics[0].Pages) != 2 || e.Page("a").Topics[1] != e.Topics[0] {
		t.Errorf("topics are %+v", e.Topics)
	}
}

func TestWhereTopicsHavePagesOnlyThoseAreKnown(t *testing.T) {
	changed := files{
		"content/fi/teemat/_index.md": page("title = \"Teemat\"\nkind = \"topic\"", ""),
		"content/fi/teemat/nuoret.md": page(`title = "Nuoret"`, ""),
		"content/fi/teemat/vanhat.md": page(`title = "Vanhat"`, ""),
		"content/fi/a.md":             page("title = \"A\"\ntopics = [\"nuoret\"]", ""),
	}
	e := firstEdition(t, changed)
	if e.Page("topics") != nil || len(e.Topics) != 2 || len(e.Topics[0].Pages) != 1 || len(e.Topics[1].Pages) != 0 {
		t.Errorf("topics are %+v", e.Topics)
	}
	changed["content/fi/a.md"] = page("title = \"A\"\ntopics = [\"Nuret\"]", "")
	wrong{"", changed, []string{"content/fi/a.md:3:1 unknown-topic name=Nuret suggestion=Nuoret"}}.test(t)
}

func TestHomePageAloneCanHaveATopic(t *testing.T) {
	t.Skip("bug: panic: index out of range [-1] in makeTopicSection where Home names a topic and has no children")
	if e := firstEdition(t, files{"content/fi/_index.md": page("title = \"A\"\ntopics = [\"x\"]", "")}); len(e.Topics) != 1 {
		t.Errorf("topics are %v", e.Topics)
	}
}

func TestTopicsWithoutLettersAreReported(t *testing.T) {
	t.Skip(`bug: topics = ["", "日本"] give pages at fi/topics/.html; check then finds address-twice in a file without a name (":1:1: …")`)
	wrong{"", files{"content/fi/a.md": page("title = \"A\"\ntopics = [\"\"]", "")}, []string{"content/fi/a.md:3:1 key-value key=topics"}}.test(t)
}

func TestAFolderNamedTopicsIsNoTopicSection(t *testing.T) {
	t.Skip("bug: where content/fi/topics/_index.md stands but no topic has a page yet, a second section with the same ID and address is made")
	e := firstEdition(t, files{"content/fi/topics/_index.md": page("title = \"Teemat\"\nkind = \"topic\"", ""), "content/fi/a.md": page("title = \"A\"\ntopics = [\"x\"]", "")})
	seen := map[string]bool{}
	for _, p := range e.Pages {
		if seen[p.ID] {
			t.Errorf("the ID %s stands twice", p.ID)
		}
		seen[p.ID] = true
	}
}
