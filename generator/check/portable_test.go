package check

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestNamesThatWindowsCannotHaveAreToldEverywhere(t *testing.T) {
	for name, want := range map[string]string{
		"esite.pdf": "", "console.pdf": "", "com.pdf": "", "nulla.pdf": "", "päätös 1.pdf": "", ".well-known/a": "", "a.b.pdf": "",
		"con.pdf": "con.pdf", "AUX": "AUX", "nul.tar.gz": "nul.tar.gz", "lpt1.pdf": "lpt1.pdf", "com².pdf": "com².pdf", "prn .pdf": "prn .pdf",
		"mitä?.pdf": "mitä?.pdf", "osa: 1.pdf": "osa: 1.pdf", "a<b>.pdf": "a<b>.pdf", `"a".pdf`: `"a".pdf`, "a|b.pdf": "a|b.pdf", "a*.pdf": "a*.pdf",
		"trail.": "trail.", "loppu ": "loppu ", "osa./a.pdf": "osa.", "aux/a.pdf": "aux",
	} {
		p := newProject()
		p.site.Files[name] = "content/static/" + name
		var wanted []string
		if want != "" {
			wanted = []string{"content/static/" + name + " name-windows name=" + want}
		}
		expect(t, found(Run(p.site, p.fsys)), wanted)
	}
}

func TestPagesHaveNamesThatWindowsCanHave(t *testing.T) {
	p := newProject()
	p.page("con", "")
	p.page("a", "slug = \"aux\"\n").Address = "fi/aux.html"
	p.page(strings.Repeat("b", 240), "")
	expect(t, found(Run(p.site, p.fsys)), []string{
		"content/fi/a.md:3:1 name-windows name=aux.html",
		"content/fi/" + strings.Repeat("b", 240) + ".md name-long length=254 limit=240",
		"content/fi/con.md name-windows name=con.md",
	})
}

func TestNamesThatLookTheSameAreTwins(t *testing.T) {
	const composed, parted = "pa\u0308a\u0308to\u0308s", "päätös"
	p := newProject()
	for _, name := range []string{composed + ".pdf", parted + ".pdf", "a/" + composed + "/1.pdf", "a/" + parted + "/2.pdf", "b/" + parted + "/2.pdf", "a/KUVA.png"} {
		p.site.Files[name] = "content/static/" + name
		p.fsys["content/static/"+name] = &fstest.MapFile{Data: []byte("\x89PNG\r\n")}
	}
	delete(p.site.Files, "a/KUVA.png")
	got := found(Run(p.site, p.fsys))
	twins := 0
	for _, problem := range got {
		if strings.Contains(problem, "name-twin") {
			twins++
		}
	}
	if twins != 2 {
		t.Errorf("got %q", got)
	}
}
