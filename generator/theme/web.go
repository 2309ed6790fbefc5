package theme

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"slices"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
)

// Search engines and those who share a page need addresses with a host, which
// the site has where config.toml names it (base-url). Without it there are no
// canonical addresses, no links between languages in the head and no sitemap,
// and the site works the same.
//
// A second view of a page is the page in a form to print: its canonical
// address is that of the page, and it isn't in the sitemap.

// Canonical is the page's own address on the web, or that of the page whose text
// it shows because it isn't translated; "" where that isn't known.
func (v *View) Canonical() string {
	if v.Page.Original.Language != "" {
		return v.Absolute(v.Page.Original.Page)
	}
	return v.Absolute(v.Page)
}

// Absolute is the address of a page on the web, "" where that isn't known. The
// first page is known by its folder alone, as people write it; the others by
// their file, as all links name them.
func (v *View) Absolute(p *guide.Page) string { return absolute(v.Site, p.Address) }

func absolute(site *guide.Site, address string) string {
	base := site.Settings.Web.Base
	switch {
	case base == "":
		return ""
	case address == "index.html":
		return base
	}
	return base + (&url.URL{Path: address}).EscapedPath()
}

// WebAddress is the address on the web of the form of the page that is printed,
// "" where that isn't known. In a pack it is that of the item.
func (v *View) WebAddress() (string, error) {
	address, err := v.packPage(v.Page, v.View)
	return absolute(v.Site, address), err
}

// AbsoluteAsset is the address of an asset on the web, "" where that isn't
// known.
func (v *View) AbsoluteAsset(name string) (string, error) {
	_, err := v.Asset(name)
	return absolute(v.Site, v.templates.theme.assets[name]), err
}

// Alternate is a page in one of the languages of the site, as search engines
// know it.
type Alternate struct {
	// Language is "x-default" for the page that those get who read none of
	// the languages.
	Language string `xml:"hreflang,attr"`
	Address  string `xml:"href,attr"`
}

// Alternates are the page in each of its languages, its own too, if there is
// more than one.
func (v *View) Alternates() []Alternate {
	if v.View != "" {
		return nil
	}
	return alternates(v.Site, v.Page)
}

func alternates(site *guide.Site, p *guide.Page) []Alternate {
	isBorrowed := func(t guide.Translation) bool { return t.Page.Original.Language != "" }
	translations := slices.DeleteFunc(site.Translations(p.ID), isBorrowed)
	if site.Settings.Web.Base == "" || len(translations) < 2 || p.Original.Language != "" {
		return nil
	}
	var list []Alternate
	for _, t := range translations {
		list = append(list, Alternate{t.Locale.Language, absolute(site, t.Page.Address)})
	}
	return append(list, Alternate{"x-default", list[0].Address})
}

// addRobots adds robots.txt and what it names: the sitemap, in parts if it is
// long. Search engines look for robots.txt at the root of a host; in a folder
// of a host it does nothing, and the host's own must name the sitemap.
func (p *Plan) addRobots() {
	robots := "User-agent: *\nAllow: /\n"
	number := 0
	for pages := range slices.Chunk(sitemapPages(p.site), sitemapMost) {
		number++
		name := "sitemap.xml"
		if number > 1 {
			name = "sitemap-" + strconv.Itoa(number) + ".xml"
		}
		robots += "Sitemap: " + absolute(p.site, name) + "\n"
		p.addUnlessOwn(name, func(out *bytes.Buffer) error { return writeSitemap(out, pages, p.site) })
	}
	p.addUnlessOwn("robots.txt", ready([]byte(robots)))
}

// sitemapMost is how many pages a sitemap may have.
const sitemapMost = 50_000

// sitemapPages are the pages that search engines are to know.
func sitemapPages(site *guide.Site) []*guide.Page {
	var pages []*guide.Page
	if site.Settings.Web.Base == "" {
		return nil
	}
	for _, l := range site.Locales {
		for _, p := range l.Pages {
			if !p.IsDraft() && p.Original.Language == "" {
				pages = append(pages, p)
			}
		}
	}
	return pages
}

// sitemap is the file that www.sitemaps.org describes.
type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	Pages   []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Address string        `xml:"loc"`
	Updated string        `xml:"lastmod,omitempty"`
	Links   []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Relation string `xml:"rel,attr"`
	Alternate
}

func writeSitemap(out *bytes.Buffer, pages []*guide.Page, site *guide.Site) error {
	list := sitemap{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range pages {
		entry := sitemapURL{Address: absolute(site, p.Address)}
		if !p.Updated.IsZero() {
			entry.Updated = p.Updated.Format(time.DateOnly)
		}
		for _, a := range alternates(site, p) {
			entry.Links = append(entry.Links, sitemapLink{"alternate", a})
		}
		list.Pages = append(list.Pages, entry)
	}
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(out)
	encoder.Indent("", "")
	if err := encoder.Encode(list); err != nil {
		return err
	}
	return out.WriteByte('\n')
}
