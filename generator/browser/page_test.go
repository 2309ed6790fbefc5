package browser_test

import "strings"

// page is what every page has in common.
type page struct {
	Address, Language, Title, Heading, Paper string
	Headings, Mains                          int
}

const pageScript = `({
	Address: location.href,
	Language: document.documentElement.lang,
	Title: document.title.trim(),
	Heading: document.querySelector('h1')?.innerText.trim() ?? '',
	Paper: getComputedStyle(document.body).backgroundColor,
	Headings: document.querySelectorAll('h1').length,
	Mains: document.querySelectorAll('main').length,
})`

// languageOf returns the language of a page by its address in the site.
func languageOf(page string) string {
	if tag, _, below := strings.Cut(page, "/"); below {
		return tag
	}
	return "fi"
}

// checkPage tells what the page lacks that every page has.
func checkPage(tab *tab) {
	tab.t.Helper()
	p := ask[page](tab, pageScript)
	for _, rule := range []struct {
		kept bool
		rule string
	}{
		{p.Language == languageOf(strings.TrimPrefix(p.Address, tab.own.String())), "it says its language"},
		{p.Title != "", "it has a title"},
		{p.Headings == 1 && p.Heading != "", "it has one h1, with text"},
		{p.Mains == 1, "it has one main"},
		{p.Paper == "rgb(255, 255, 255)", "its style is in use"},
	} {
		if !rule.kept {
			tab.t.Errorf("%s: not true that %s: %+v", p.Address, rule.rule, p)
		}
	}
}

// checkWidth tells if the page must be scrolled sideways, and the outermost
// elements that make it so.
func checkWidth(tab *tab) {
	tab.t.Helper()
	if wide := ask[[]string](tab, tooWide); len(wide) > 0 {
		tab.t.Errorf("%s", strings.Join(wide, "\n\t"))
	}
}

const tooWide = `(() => {
	const root = document.documentElement, width = root.clientWidth
	if (root.scrollWidth <= width) return []
	const culprits = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 0.5)
	return [location.href + ' is ' + root.scrollWidth + ' px wide', ...culprits.slice(0, 3).map(e => e.outerHTML.slice(0, 160))]
})()`
