package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestTheFirstTabStopSkipsToTheText(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, page := range []string{"index.html", question} {
		tab.open(fileURL(site(t)) + page)
		tab.press(kb.Tab)
		if stop := focus(tab); stop.Href != "#main" || !stop.Seen {
			t.Errorf("%s: the first stop is %+v, want a link to #main in view", page, stop)
		}
		tab.press(kb.Enter)
		if stop := focus(tab); stop.ID != "main" {
			t.Errorf("%s: the skip link leads to %+v, want main", page, stop)
		}
		tab.press(kb.Tab)
		if stop := focus(tab); !strings.Contains(stop.Inside, "main") {
			t.Errorf("%s: after the skip link Tab leads to %+v, want into main", page, stop)
		}
	}
}

func TestTabReachesTheNavigationOfTheSectionInSight(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	var stop focused
	for range 80 {
		tab.press(kb.Tab)
		stop = focus(tab)
		if !stop.Seen || !stop.Outlined {
			t.Errorf("nobody sees where the focus is: %+v", stop)
		}
		if strings.Contains(stop.Inside, "section-nav") {
			break
		}
	}
	if !strings.Contains(stop.Inside, "section-nav") {
		t.Fatalf("eighty Tabs lead to %+v, not to the navigation of the section", stop)
	}
	target := ask[string](tab, `document.activeElement.href`)
	tab.load("Enter on "+stop.Href, chromedp.KeyEvent(kb.Enter))
	if here := ask[string](tab, `location.href`); here != target {
		t.Errorf("Enter leads to %s, want %s", here, target)
	}
}

// focused is the element that has the focus. Inside names the elements around
// it, by tag and class.
type focused struct {
	ID, Href, Inside string
	Seen, Outlined   bool
}

func focus(tab *tab) focused {
	tab.t.Helper()
	return ask[focused](tab, `(() => {
		const e = document.activeElement, box = e.getBoundingClientRect(), around = []
		for (let p = e.parentElement; p; p = p.parentElement) around.push(p.localName + '.' + p.className)
		return {
			ID: e.id, Href: e.getAttribute('href') ?? '', Inside: around.join(' '),
			// The browser scrolls by whole pixels.
			Seen: box.width > 0 && box.left > -1 && box.top > -1 && box.right < innerWidth + 1 && box.bottom < innerHeight + 1,
			Outlined: getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) > 0,
		}
	})()`)
}
