package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// link is a link on a page: its attribute, the path it leads to, its text.
type link struct{ Href, Path, Text string }

func TestAReaderWalksEverySectionFromAFolder(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t)) + "index.html"
	tab := openTab(t, fileURL(site(t)))
	tab.open(home)
	checkPage(tab)
	sections := linksIn(tab, ".sections")
	if len(sections) < 2 {
		t.Fatalf("the front page has %d sections", len(sections))
	}
	for _, section := range sections {
		t.Run(section.Text, func(t *testing.T) {
			t.Parallel()
			walkSection(openTab(t, fileURL(site(t))), home, section)
		})
	}
}

func TestAnOldAddressLeadsToAPage(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	_, old := pagesOf(t, site(t))
	tab := openTab(t, home)
	for _, address := range old {
		followOld(tab, home+address)
		text, err := os.ReadFile(filepath.Join(site(t), address))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), `rel="icon"`) {
			t.Errorf("%s names no icon: browsers ask the server for /favicon.ico instead", address)
		}
	}
}

// followOld opens an old address and waits for the page that it leads to, which
// gets what the address has behind ? and #.
func followOld(tab *tab, address string) {
	tab.t.Helper()
	const behind = "?a=b#c"
	tab.open(address + behind)
	tab.until(`document.readyState === 'complete' && document.querySelector('h1') !== null`)
	if got := ask[string](tab, `location.search + location.hash`); got != behind {
		tab.t.Errorf("%s%s leads to an address with %q behind it", address, behind, got)
	}
	checkPage(tab)
}

// walked is how many pages of a section a reader walks through. Where all links
// of a page lead is seen by TestEveryPageCanBeReadFromAFolder.
const walked = 4

// walkSection clicks from the front page to a section and on to the first pages
// that the section's page links to: from page to page where it can, else by way
// of the section's page.
func walkSection(tab *tab, home string, section link) {
	tab.open(home)
	tab.followLink(".sections", section)
	wanted := map[string]bool{}
	links := linksIn(tab, text)
	for _, link := range links[:min(walked, len(links))] {
		wanted[link.Path] = true
	}
	if len(wanted) == 0 {
		tab.t.Errorf("%s leads nowhere", section.Path)
	}
	for len(wanted) > 0 {
		if next, ok := linkTo(linksIn(tab, text), wanted); ok {
			tab.followLink(text, next)
			delete(wanted, next.Path)
			continue
		}
		up, ok := linkTo(linksIn(tab, ".sections"), map[string]bool{section.Path: true})
		if !ok {
			// The question view takes the whole window.
			tab.back()
			continue
		}
		tab.followLink(".sections", up)
	}
}

// text is the part of a page whose links a reader of a section follows.
const text = ":is(main, .section-nav)"

// linkTo returns the first link to a wanted page.
func linkTo(links []link, wanted map[string]bool) (link, bool) {
	for _, link := range links {
		if wanted[link.Path] {
			return link, true
		}
	}
	return link{}, false
}

// followLink clicks a link in a part of the page and looks at what it leads to.
func (tab *tab) followLink(part string, l link) {
	tab.t.Helper()
	// The same link may stand in something that is folded away.
	ask[bool](tab, fmt.Sprintf(`[...document.querySelectorAll(%q)].find(a => a.checkVisibility()).toggleAttribute('data-shown')`,
		fmt.Sprintf("%s a[href=%q]", part, l.Href)))
	tab.follow("[data-shown]")
	if here := ask[string](tab, `location.pathname`); here != l.Path {
		tab.t.Fatalf("a click on %q leads to %s, not %s", l.Text, here, l.Path)
	}
	checkPage(tab)
}

// linksIn lists the links in a part of the page to other pages of the site,
// one a page.
func linksIn(tab *tab, part string) []link {
	tab.t.Helper()
	return ask[[]link](tab, fmt.Sprintf(`[...new Map([...document.querySelectorAll(%q)]
		.filter(a => a.protocol === location.protocol && a.host === location.host && a.pathname !== location.pathname && a.checkVisibility())
		.map(a => [a.pathname, {Href: a.getAttribute('href'), Path: a.pathname, Text: a.textContent.trim()}])).values()]`, part+" a[href]"))
}
