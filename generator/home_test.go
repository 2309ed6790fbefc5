package main

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sparrausopas/generator/build"
)

// TestTheFrontPageCountsWhatTheGuideHas changes what the guide has, and finds
// the numbers of the front page changed.
func TestTheFrontPageCountsWhatTheGuideHas(t *testing.T) {
	if got, want := factsOf(t, nil), "3 tapaamista, yhteensä 6 tuntia|24 kysymystä|24 työpohjaa"; got != want {
		t.Errorf("the facts are %q, want %q", got, want)
	}
	programme := "+++\ntitle = \"Oma ohjelma\"\nkind = \"programme\"\nsummary = \"Kaksi kertaa.\"\nsessions = [\"event-1.md\", \"taster.md\"]\n+++\nKaksi kertaa.\n"
	sheet := "+++\ntitle = \"Oma pohja\"\nsummary = \"Yksi lisää.\"\naudience = \"group\"\nminutes = 10\npaper = \"A4\"\n+++\n\n```answer lines=2\nMitä?\n```\n"
	changed := map[string]string{"content/fi/sessions/three-events.md": programme, "content/fi/worksheets/oma.md": sheet}
	if got, want := factsOf(t, changed), "2 tapaamista, yhteensä 210 min|24 kysymystä|25 työpohjaa"; got != want {
		t.Errorf("with other content the facts are %q, want %q", got, want)
	}
}

// factsOf returns the facts on the front page of an edition with these files.
func factsOf(t *testing.T, files map[string]string) string {
	t.Helper()
	list := regexp.MustCompile(`(?s)<ul class="facts".*?</ul>`).FindString(frontPage(t, files))
	var facts []string
	for _, item := range regexp.MustCompile(`(?s)<li>.*?</li>`).FindAllString(list, -1) {
		facts = append(facts, strings.ReplaceAll(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(item, ""), "&nbsp;", " "))
	}
	return strings.Join(facts, "|")
}

// TestSessionsAreNarrowedByPeopleWhereTheyTellForHowMany changes for how many a
// session is, and finds it under other groups of the list. One that doesn't tell
// is under all.
func TestSessionsAreNarrowedByPeopleWhereTheyTellForHowMany(t *testing.T) {
	session := func(title, people string) string {
		return "+++\ntitle = \"" + title + "\"\nsummary = \"Yksi lisää.\"\nminutes = 30\n" + people + "\n+++\nTeksti.\n"
	}
	list := pageOf(t, "fi/sparraukset/index.html", map[string]string{
		"content/fi/sessions/few.md":  session("Pieni", `people = "4-8 kuntalaista"`),
		"content/fi/sessions/free.md": session("Vapaa", ""),
	})
	for title, want := range map[string]string{"Pieni": " p5|· 4–\u20608 kuntalaista", "Vapaa": " p5 p15 p25|"} {
		item := regexp.MustCompile(`<li class="facets([^"]*)">\s*<h3><a [^>]*>` + title + `</a></h3>\s*<p class="?mark"?>[^<·]*([^<]*)`).FindStringSubmatch(list)
		if item == nil {
			t.Fatalf("%s isn't listed", title)
		}
		if got := regexp.MustCompile(` t\d+`).ReplaceAllString(item[1], "") + "|" + strings.TrimRight(item[2], "\n"); got != want {
			t.Errorf("%s is under and tells %q, want %q", title, got, want)
		}
	}
}

// frontPage returns the front page of an edition with these files.
func frontPage(t *testing.T, files map[string]string) string {
	t.Helper()
	return pageOf(t, "index.html", files)
}

// pageOf returns a page of an edition with these files.
func pageOf(t *testing.T, address string, files map[string]string) string {
	t.Helper()
	base, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	folder, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	all := map[string]string{"config.toml": "base = " + strconv.Quote(filepath.ToSlash(base)) + "\n"}
	for name, text := range files {
		all[name] = text
	}
	writeGolden(t, folder, all)
	if _, err := build.Publish(t.Context(), build.Settings{Dir: folder}, out); err != nil {
		t.Fatal(err)
	}
	return readTree(t, out)[address]
}

// TestEachRoleOfTheFrontPageLeadsStraightToItsPage reads the ways of the front
// page: none leads to a place of the same page.
func TestEachRoleOfTheFrontPageLeadsStraightToItsPage(t *testing.T) {
	ways := regexp.MustCompile(`(?s)<nav class="ways".*?</nav>`).FindString(frontPage(t, nil))
	links := regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(ways, -1)
	if len(links) != 5 {
		t.Fatalf("there are %d ways: %s", len(links), ways)
	}
	for _, link := range links {
		if strings.HasPrefix(link[1], "#") || !strings.HasSuffix(link[1], ".html") {
			t.Errorf("a way leads to %s", link[1])
		}
	}
}
