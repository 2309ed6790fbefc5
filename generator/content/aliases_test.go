package content

import (
	"slices"
	"testing"
)

func TestAnAliasIsUnderstoodAsListAndBrowsersShowIt(t *testing.T) {
	const base = "base-url = \"https://hyvä.fi/opas/\"\n"
	for alias, want := range map[string]string{
		"malli/vinkit.html":                                   "fi/malli/vinkit.html",
		"/malli/vinkit.html":                                  "fi/malli/vinkit.html",
		"fi/malli/vinkit.html":                                "fi/malli/vinkit.html",
		"/fi/malli/":                                          "fi/malli/index.html",
		"https://hyvä.fi/opas/fi/malli/vinkit.html":           "fi/malli/vinkit.html",
		"https://xn--hyv-sla.fi/opas/fi/malli/vinkit.html":    "fi/malli/vinkit.html",
		"https://xn--hyv-sla.fi/opas/fi/mit%C3%A4%20nyt.html": "fi/mitä nyt.html",
	} {
		site := load(t, files{"config.toml": base + someSettings, "content/fi/a.md": page("title = \"A\"\naliases = [\""+alias+"\"]", "")})
		if got := site.Locales[0].Page("a").Aliases; !slices.Equal(got, []string{want}) {
			t.Errorf("%s is %q, want %s", alias, got, want)
		}
	}
}

func TestAnAliasThatIsNoAddressOfTheGuideIsRefused(t *testing.T) {
	for _, alias := range []string{
		"https://www.kunta.fi/fi/malli.html", "https://hyvä.fi/muu/fi/malli.html", "//x.fi/fi/a.html", "malli.html#alku", "malli.html?a=b",
		"malli", "malli.php", "../x.html", "fi/../../x.html", "50%.html",
	} {
		wrong{alias, files{"config.toml": "base-url = \"https://hyvä.fi/opas/\"\n" + someSettings, "content/fi/a.md": page("title = \"A\"\naliases = [\""+alias+"\"]", "")},
			[]string{"content/fi/a.md:3:1 key-value key=aliases value=" + alias + " wanted=wanted-alias"}}.test(t)
	}
}
