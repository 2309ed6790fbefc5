package theme

import (
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

// onWeb is the site of two languages at an address.
func onWeb(base string) *guide.Site {
	s := site()
	s.Settings.Web.Base = base
	sv := *s.Locales[0]
	sv.Language, sv.Name = "sv", "Svenska"
	home := *sv.Home
	home.Address, home.Children = "sv/index.html", nil
	c := *s.Locales[0].Page("c")
	c.Address, c.Parent = "sv/ö&.html", &home
	sv.Home, sv.Pages = &home, []*guide.Page{&home, &c}
	sv.Index()
	s.Locales = append(s.Locales, &sv)
	s.Locales[0].Page("c").Updated = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	return s
}

func TestThereAreNoAddressesOfTheWebWithoutBaseURL(t *testing.T) {
	all := made(t, files{"t/page.html": `{{define "main"}}[{{.Canonical}}{{.Alternates}}{{.AbsoluteAsset "a.png"}}]{{end}}`, "t/assets/a.png": "x"}, onWeb(""))
	expectFile(t, all, "fi/c.html", "[[]]")
	expectFile(t, all, "robots.txt", "User-agent: *\nAllow: /\n")
	if _, ok := all["sitemap.xml"]; ok || strings.Contains(all["robots.txt"], "Sitemap") {
		t.Errorf("there is a sitemap of an unknown host: %q", all["robots.txt"])
	}
}

func TestPagesKnowTheirAddressesOnTheWeb(t *testing.T) {
	all := made(t, files{
		"t/page.html":    `{{define "main"}}[{{.Canonical}}]{{range .Alternates}} {{.Language}}={{.Address}}{{end}}{{end}}`,
		"t/home.html":    `{{define "main"}}[{{.Canonical}}]{{.AbsoluteAsset "a.png"}}{{end}}`,
		"t/assets/a.png": "x",
	}, onWeb("https://x.fi/opas/"))
	expectFile(t, all, "index.html", "[https://x.fi/opas/]https://x.fi/opas/assets/a-")
	expectFile(t, all, "sv/index.html", "[https://x.fi/opas/sv/index.html]")
	expectFile(t, all, "fi/c.html", "[https://x.fi/opas/fi/c.html] fi=https://x.fi/opas/fi/c.html sv=https://x.fi/opas/sv/%C3%B6&amp;.html x-default=https://x.fi/opas/fi/c.html")
	expectFile(t, all, "fi/g/a.html", "[https://x.fi/opas/fi/g/a.html]</body>")
}

func TestASecondViewHasTheAddressOfItsPage(t *testing.T) {
	s := onWeb("https://x.fi/")
	for _, l := range s.Locales {
		l.Words["address-wide"] = "leve"
	}
	all := made(t, files{"t/page.wide.html": `{{define "main"}}[{{.Canonical}}{{.Alternates}}]{{end}}`}, s)
	expectFile(t, all, "fi/c-leve.html", "[https://x.fi/fi/c.html[]]")
	if strings.Contains(all["sitemap.xml"], "leve") {
		t.Error("the sitemap has a second view")
	}
}

func TestTheSitemapHasEveryPageThatIsNoDraft(t *testing.T) {
	s := onWeb("https://x.fi/opas/")
	s.Locales[0].Page("b").Draft = true
	all := made(t, nil, s)
	const start = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://x.fi/opas/</loc>`
	const links = `<xhtml:link rel="alternate" hreflang="fi" href="https://x.fi/opas/fi/c.html"></xhtml:link><xhtml:link rel="alternate" hreflang="sv" href="https://x.fi/opas/sv/%C3%B6&amp;.html"></xhtml:link><xhtml:link rel="alternate" hreflang="x-default" href="https://x.fi/opas/fi/c.html"></xhtml:link>`
	expectFile(t, all, "sitemap.xml", start)
	expectFile(t, all, "sitemap.xml", "<url><loc>https://x.fi/opas/fi/c.html</loc><lastmod>2026-11-21</lastmod>"+links+"</url>")
	expectFile(t, all, "sitemap.xml", "<url><loc>https://x.fi/opas/fi/g/a.html</loc></url>")
	expectFile(t, all, "robots.txt", "Allow: /\nSitemap: https://x.fi/opas/sitemap.xml\n")
	if n := strings.Count(all["sitemap.xml"], "<loc>"); n != 6 {
		t.Errorf("the sitemap has %d pages", n)
	}
}

func TestFilesOfContentTakeThePlaceOfThoseForHosts(t *testing.T) {
	s := onWeb("https://x.fi/")
	s.Files = map[string]string{"robots.txt": "content/static/robots.txt", "404.html": "content/static/404.html"}
	fsys := folder(files{"content/static/robots.txt": "own", "content/static/404.html": "own", "t/404.html": "theme"})
	all, err := render(fsys, []string{"t"}, Options{}, s)
	if err != nil || all["robots.txt"] != "own" || all["404.html"] != "own" {
		t.Errorf("got %q and %q (%v)", all["robots.txt"], all["404.html"], err)
	}
}

func TestTheMissingPageNamesOnlyAddressesWithAHost(t *testing.T) {
	form := files{
		"t/404.html":     `{{.Policy "a.css"}}{{.Inline "a.css"}}{{with .Canonical}}<a href="{{.}}">{{word "skip"}}</a>{{end}}{{range .Locale.Sections}}<a href="{{$.Absolute .}}">{{.Title}}</a>{{end}}`,
		"t/assets/a.css": "a{}",
	}
	all := made(t, form, onWeb("https://x.fi/opas/"))
	// The hash is that of "a{}", as openssl dgst -sha256 -binary gives it.
	const hashOfA = "X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk="
	expectFile(t, all, "404.html", "style-src 'self' 'sha256-"+hashOfA+"'")
	expectFile(t, all, "404.html", `<style>a{}</style><a href="https://x.fi/opas/">Siirry</a><a href="https://x.fi/opas/fi/g/index.html">G</a>`)
}

func TestEveryLocaleHasAManifest(t *testing.T) {
	form := files{
		"t/manifest.webmanifest": `{"name": {{json .Title}}, "scope": {{json .Root}},
  "start_url": {{json (.Link .Locale.Home)}}, "icon": {{json (.Asset "a.png")}}}`,
		"t/assets/a.png": "x", "t/page.html": `{{define "main"}}[{{.Manifest}}]{{end}}`,
	}
	s := onWeb("")
	s.Locales[0].Title = `A "B"`
	all := made(t, form, s)
	expectFile(t, all, "manifest.webmanifest", `{"name":"A \"B\"","scope":"./","start_url":"index.html","icon":"assets/a-`)
	expectFile(t, all, "sv/manifest.webmanifest", `"scope":"./../","start_url":"index.html","icon":"../assets/a-`)
	expectFile(t, all, "fi/g/a.html", "[../../manifest.webmanifest]")
	expectFile(t, all, "sv/ö&.html", "[manifest.webmanifest]")
}

func TestWhatIsWrongWithTheFilesForHostsIsReported(t *testing.T) {
	for name, text := range map[string]string{
		"404.html": "{{.Nothing}}", "manifest.webmanifest": `{"name": {{json .Nothing}}}`,
	} {
		_, err := render(folder(files{"t/" + name: text}), []string{"t"}, Options{}, onWeb(""))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, text := range map[string]string{"manifest.webmanifest": `{"name": }`, "404.html": `{{.Inline "none.css"}}`} {
		if _, err := render(folder(files{"t/" + name: text}), []string{"t"}, Options{}, onWeb("")); err == nil {
			t.Errorf("%s: %s isn't wrong", name, text)
		}
	}
}
