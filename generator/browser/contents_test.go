package browser_test

import (
	"slices"
	"testing"
)

// contentsScript compares the list of contents with the headings of the text.
const contentsScript = `(() => {
	const main = document.querySelector('main')
	const headings = [...main.querySelectorAll('h2[id]:not(.after *, .use *, #contents)')].map(h => h.id)
	const listed = [...main.querySelectorAll('.contents a')].map(a => a.hash.slice(1))
	return {headings, listed: listed.map(decodeURIComponent)}
})()`

func TestASessionHasAListOfItsContents(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, page := range []string{"1-miksi-osallisuus", "kuntalainen-sparraajana", "index"} {
		tab.open(fileURL(site(t)) + "fi/sparraukset/" + page + ".html")
		found := ask[struct{ Headings, Listed []string }](tab, contentsScript)
		if len(found.Headings) < 4 || !slices.Equal(found.Headings, found.Listed) {
			t.Errorf("%s has the headings\n\t%v, and lists\n\t%v", page, found.Headings, found.Listed)
		}
	}
}

func TestContentsAreFoldedOnAPhoneAlone(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/sparraukset/1-miksi-osallisuus.html")
	const link, button = `document.querySelector('.contents a').checkVisibility()`, `document.querySelector('.contents summary').checkVisibility()`
	for _, window := range []struct {
		width  int64
		folded bool
	}{{390, true}, {1280, false}} {
		tab.resize(window.width, 800)
		if shown := ask[bool](tab, link); shown == window.folded {
			t.Errorf("at %d px the list is shown: %v", window.width, shown)
		}
		if shown := ask[bool](tab, button); shown != window.folded {
			t.Errorf("at %d px the button is shown: %v", window.width, shown)
		}
	}
	tab.phone()
	ask[int](tab, `(document.querySelector('.contents summary').click(), 1)`)
	if !ask[bool](tab, link) {
		t.Error("the button doesn't unfold the list")
	}
}

func TestAStepsTitleStandsBesideItsNumber(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(390, 844)
	tab.open(fileURL(site(t)) + "fi/osallisuusohjelma/index.html")
	if under := ask[[]string](tab, `[...document.querySelectorAll('.steps h2 a')].filter(a => {
		const text = document.createRange()
		text.selectNodeContents(a.lastChild)
		return text.getBoundingClientRect().left < a.querySelector('.number').getBoundingClientRect().right
	}).map(a => a.innerText)`); len(under) > 0 {
		t.Errorf("lines stand under the number: %q", under)
	}
}

func TestAPhoneShowsAtOnceWhatTheModelIs(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.phone()
	tab.open(fileURL(site(t)) + "fi/malli/lyhyesti.html")
	const top = `(e => e.getBoundingClientRect().bottom)(document.querySelector('main > p:not(.summary, .as-of)'))`
	if y := ask[float64](tab, top); y > 500 {
		t.Errorf("the first sentences end at %.0f px", y)
	}
	if facts := ask[int](tab, `document.querySelectorAll('main > p:not(.summary, .as-of) + ul > li').length`); facts != 3 {
		t.Errorf("they are followed by %d facts", facts)
	}
}

// A table of what to choose when leads to pages that the list has, too.
func TestASectionShowsEachOfItsPagesOnce(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "index.html")
	for _, section := range linksIn(tab, ".sections") {
		tab.open("file://" + section.Path)
		shown := ask[[]string](tab, `[...document.querySelectorAll('main a[href], .section-nav li a')]
			.filter(a => !a.closest('.term, figure, .after, .breadcrumbs') && !a.hash && a.pathname !== location.pathname)
			.filter(a => !a.closest('table') || ![...document.querySelectorAll('.filtered a')].some(b => b.pathname === a.pathname))
			.map(a => a.pathname).filter(path => path.startsWith(location.pathname.replace('index.html', ''))).sort()`)
		if len(shown) < 5 {
			t.Fatalf("%s shows only %v", section.Text, shown)
		}
		for i, page := range shown[1:] {
			if page == shown[i] {
				t.Errorf("%s shows %s more than once", section.Text, page)
			}
		}
		tab.open("file://" + shown[0])
		for _, page := range linksIn(tab, ".section-nav li") {
			if !slices.Contains(shown, page.Path) && page.Path != section.Path {
				t.Errorf("%s doesn't show %s", section.Text, page.Text)
			}
		}
	}
}
