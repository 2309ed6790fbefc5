package browser_test

import (
	"strconv"
	"testing"
)

// What a screen reader makes of a page: its outline, its landmarks, what it is
// told of changes. What every page has stands in checkPage, too.

// outlineFaults returns what is wrong with the page's outline: as it stands in
// the file, hidden parts and all, so that no state of the page is worse.
const outlineFaults = `(() => {
	const found = [], text = e => e.textContent.replaceAll('\u00ad', '').trim().slice(0, 60)
	let level = 0
	for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
		const now = Number(h.localName[1])
		if (now > level + 1) found.push('h' + level + ' is followed by h' + now + ': ' + text(h))
		if (text(h) === '' && h.checkVisibility()) found.push('an ' + h.localName + ' is empty')
		level = now
	}
	if (document.querySelectorAll('h1').length !== 1) found.push(document.querySelectorAll('h1').length + ' h1')
	const name = e => e.getAttribute('aria-label') ?? document.getElementById(e.getAttribute('aria-labelledby'))?.textContent.trim() ?? ''
	const names = [...document.querySelectorAll('nav, section[aria-label], section[aria-labelledby], [role=region]')].map(e => {
		if (name(e) === '') found.push('a part has no name: ' + e.outerHTML.slice(0, 100))
		return e.localName + ' ' + name(e)
	})
	names.filter((n, i) => names.indexOf(n) !== i).forEach(n => found.push('two parts have the name: ' + n))
	for (const e of document.querySelectorAll('[tabindex]')) if (e.tabIndex > 0) found.push('is out of its turn for Tab: ' + e.outerHTML.slice(0, 100))
	for (const e of document.querySelectorAll('[accesskey]')) found.push('has a key of its own: ' + e.outerHTML.slice(0, 100))
	return found
})()`

func TestPagesThatChangeHaveAPlaceForWhatIsSaid(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, c := range []struct{ page, place string }{
		{"index.html", ".search .search-status"},
		{question, ".pack-add span"},
		{packPage, ".pack-status"},
		{planSheet, ".state .status"},
		{planSheet, ".bar .notice"},
		{gatherPage, ".state .status"},
		{presentPage, ".present-announce"},
		{presentPage, ".present-status"},
		{cardsPage, ".card-tools [role=status]"},
	} {
		tab.open(fileURL(site(t)) + c.page)
		// It must be there before anything is said, or nothing will be.
		if !ask[bool](tab, `document.querySelector(`+strconv.Quote(c.place)+`)?.matches('[role=status], [role=alert], [aria-live=polite], output') ?? false`) {
			t.Errorf("%s: %s isn't read out when it changes", c.page, c.place)
		}
	}
}
