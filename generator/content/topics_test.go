package content

import (
	"strings"
	"testing"
)

func TestTopicsWithoutPagesGetPagesOfTheirOwn(t *testing.T) {
	l := firstLocale(t, files{
		"config.toml":     someSettings + "topics = \"Teemat\"\n",
		"content/fi/a.md": page("title = \"A\"\ntopics = [\"Äidit\", \"Nuoret\"]", ""),
		"content/fi/b.md": page("title = \"B\"\ntopics = [\"nuoret\"]", ""),
	})
	section := l.Page("topics")
	if section == nil || section.Address != "fi/teemat/index.html" || section.Title != "Teemat" || section.Kind != "section" || section.Of != "topic" {
		t.Fatalf("the section is %+v", section)
	}
	if len(section.Children) != 2 || section.Children[0].Title != "Nuoret" || section.Children[1].Address != "fi/teemat/aidit.html" {
		t.Errorf("it has pages %v", section.Children)
	}
	if last := l.Home.Children[len(l.Home.Children)-1]; last != section || section.Previous.Next != section {
		t.Error("the section isn't behind all others")
	}
	if len(l.Topics()) != 2 || len(l.Topics()[0].Pages) != 2 || l.Page("a").Topics[0] != l.Topics()[0] {
		t.Errorf("topics are %+v", l.Topics())
	}
}

func TestWhereTopicsHavePagesOnlyThoseAreKnown(t *testing.T) {
	changed := files{
		"content/fi/teemat/_index.md": page("title = \"Teemat\"\nkind = \"topic\"", ""),
		"content/fi/teemat/nuoret.md": page(`title = "Nuoret"`, ""),
		"content/fi/teemat/vanhat.md": page(`title = "Vanhat"`, ""),
		"content/fi/a.md":             page("title = \"A\"\ntopics = [\"nuoret\"]", ""),
	}
	l := firstLocale(t, changed)
	if l.Page("topics") != nil || len(l.Topics()) != 2 || len(l.Topics()[0].Pages) != 1 || len(l.Topics()[1].Pages) != 0 {
		t.Errorf("topics are %+v", l.Topics())
	}
	changed["content/fi/a.md"] = page("title = \"A\"\ntopics = [\"Nuret\"]", "")
	wrong{"", changed, []string{"content/fi/a.md:3:1 unknown-topic name=Nuret suggestion=Nuoret"}}.test(t)
}

func TestHomePageAloneCanHaveATopic(t *testing.T) {
	if l := firstLocale(t, files{"content/fi/_index.md": page("title = \"A\"\ntopics = [\"x\"]", "")}); len(l.Topics()) != 1 {
		t.Errorf("topics are %v", l.Topics())
	}
}

func TestTopicsWithoutLettersAreReported(t *testing.T) {
	wrong{"", files{"content/fi/a.md": page("title = \"A\"\ntopics = [\"\", \" \"]", "")},
		[]string{`content/fi/a.md:3:1 key-value key=topics value="" wanted=wanted-full`}}.test(t)
}

func TestTopicsWithoutLettersOfTheAlphabetHaveAddressesOfTheirOwn(t *testing.T) {
	l := firstLocale(t, files{"content/fi/a.md": page("title = \"A\"\ntopics = [\"日本\", \"x\", \"§\"]", "")})
	var addresses []string
	for _, topic := range l.Page("a").Topics {
		addresses = append(addresses, topic.Address)
	}
	if got := strings.Join(addresses, " "); got != "fi/topics/topic-3.html fi/topics/x.html fi/topics/topic-1.html" {
		t.Errorf("the addresses are %s", got)
	}
}

func TestATopicNamedTwiceIsReported(t *testing.T) {
	changed := files{"content/fi/a.md": page("title = \"A\"\ntopics = [\"t\", \"T\"]", "")}
	wrong{"", changed, []string{"content/fi/a.md:3:1 value-twice key=topics value=T"}}.test(t)
	site, _ := Load(project(changed), Options{})
	if got := site.Locales[0].Page("a"); len(got.Topics) != 1 || len(got.Related) > 0 {
		t.Errorf("topics are %v, related pages %v", got.Topics, got.Related)
	}
}

func TestTopicsWithoutPagesHangInTheSectionThatIsThere(t *testing.T) {
	for folder, kind := range map[string]string{"topics": "topic", "teemat": "topic", "topics ": "page"} {
		folder = strings.TrimSpace(folder)
		l := firstLocale(t, files{
			"content/fi/" + folder + "/_index.md": page("title = \"Teemat\"\nslug = \"aiheet\"\nkind = \""+kind+"\"", ""),
			"content/fi/a.md":                     page("title = \"A\"\ntopics = [\"x\"]", ""),
		})
		section := l.Page(folder)
		if len(l.Pages) != 4 || len(l.Home.Children) != 2 || len(section.Children) != 1 {
			t.Fatalf("%s: there are %d pages, %d sections", folder, len(l.Pages), len(l.Home.Children))
		}
		if x := section.Children[0]; x.Address != "fi/aiheet/x.html" || x.Parent != section || x.ID != folder+"/x" {
			t.Errorf("the topic is %+v", x)
		}
	}
}
