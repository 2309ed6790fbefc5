package check

import (
	"maps"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/report"
)

func TestLinksOutOfTheSiteAreCollectedEachOnce(t *testing.T) {
	var o Output
	o.Add("b.html", []byte(`<a href="https://a.fi/x?a=1&amp;b=2">a</a><a href="a.html">a</a><a href="mailto:a@a.fi">a</a>`))
	o.Add("a.html", []byte(`<link rel="canonical" href="https://oma.fi/a.html"><a href="https://a.fi/x?a=1&amp;b=2">a</a><a href="http://b.fi">b</a>`))
	if got := o.Outside(); !maps.Equal(got, map[string]string{"https://a.fi/x?a=1&b=2": "a.html", "http://b.fi": "a.html"}) {
		t.Errorf("got %v", got)
	}
}

func TestADeadLinkIsToldWhereverItStandsInTheGuide(t *testing.T) {
	p := newProject()
	p.page("a", "")
	p.page("b", "")
	p.fsys["content/fi/a.md"].Data = []byte("+++\n+++\n[a](https://a.fi/x) [b](https://a.fi/xy)\n\n<https://a.fi/x>\n")
	p.fsys["content/fi/b.md"].Data = []byte("+++\n+++\n[ä](https://a.fi/ä \"ä\")\n")
	p.fsys["content/sources.toml"] = &fstest.MapFile{Data: []byte("[a]\nurl = \"https://a.fi/x\"\n")}
	p.site.Locales[0].Pages[0].Local = "content/fi/local/a.md"
	p.fsys["content/fi/local/a.md"] = &fstest.MapFile{Data: []byte("Meillä:\n<https://a.fi/oma>\n")}
	cited := Cite(p.site, p.fsys, "content/sources.toml")
	for address, want := range map[string][]string{
		"https://a.fi/x":      {"content/fi/a.md:3:5 link-dead target=…", "content/fi/a.md:5:2 link-dead target=…", "content/sources.toml:2:8 link-dead target=…"},
		"https://a.fi/%C3%A4": {"content/fi/b.md:3:5 link-dead target=…"},
		"https://a.fi/oma":    {"content/fi/local/a.md:2:2 link-dead target=…"},
		"https://a.fi/theme":  {"fi/a.html link-dead target=…"},
	} {
		expect(t, found(cited.Problems(address, "fi/a.html", "link-dead", report.Values{"target": "…"})), want)
	}
}
