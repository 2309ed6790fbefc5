package browser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestAMissingFileIsSaid breaks a copy of the site.
func TestAMissingFileIsSaid(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "public")
	if err := os.CopyFS(folder, os.DirFS(site(t))); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(folder, "search")); err != nil {
		t.Fatal(err)
	}
	home := fileURL(folder)
	tab := openTab(t, home)
	tab.open(home + question)
	push(tab, "#search-box")
	tab.until(`document.querySelector('.search-panel').checkVisibility()`)
	said := ask[string](tab, `document.querySelector('.search-status').textContent`)
	if said != panel(tab).Count || !strings.HasPrefix(said, "Haku ei toimi") {
		t.Errorf("it says %q", said)
	}
	tab.press("asukas")
	tab.load("Enter in the box", chromedp.KeyEvent(kb.Enter))
	checkIndex(tab, home+"fi/haku.html?q=asukas")
	tab.until(`document.querySelector('.search-panel').checkVisibility()`)
	for _, trouble := range tab.takeTroubles() {
		if !strings.Contains(trouble, "ERR_FILE_NOT_FOUND") {
			t.Error(trouble)
		}
	}
}

func TestWithoutScriptTheBoxLeadsToTheIndex(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(home + question)
	// Nobody without scripts can tell of a click.
	run(tab, "click the box", chromedp.Click(chromedp.CSS("#search-box")))
	tab.press("asukas")
	tab.load("click the button", chromedp.Click(chromedp.CSS("form.search button")))
	checkIndex(tab, home+"fi/haku.html?q=asukas")
}

// checkIndex tells if the tab doesn't show the index of all pages at an
// address.
func checkIndex(tab *tab, address string) {
	tab.t.Helper()
	if here := ask[string](tab, `location.href`); here != address {
		tab.t.Errorf("the form leads to %s, want %s", here, address)
	}
	if links := ask[int](tab, `document.querySelectorAll('.alphabet-letter a').length`); links < 100 {
		tab.t.Errorf("the index has %d links", links)
	}
}

func TestTheBoxFitsSmallAndZoomedWindows(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	for _, size := range []struct{ width, height int64 }{{320, 256}, {320, 640}, {768, 900}, {1280, 900}} {
		tab.resize(size.width, size.height)
		tab.open(home + question)
		checkWidth(tab)
		for _, query := range []string{"xyzzy", strings.Repeat("pitkäsana", 5), "osallisuus"} {
			typeIntoBox(tab, query)
			checkWidth(tab)
		}
		lost := ask[[]string](tab, `[...document.querySelectorAll('.search-panel :is(a, button, p, input)')].filter(e => e.checkVisibility() && e.innerText !== '').filter(e => {
			const box = e.getBoundingClientRect(), panel = e.closest('.search-panel')
			return box.left < 0 || box.right > document.documentElement.clientWidth || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 ||
				box.bottom + scrollY > document.documentElement.scrollHeight && panel.scrollHeight <= panel.clientHeight
		}).map(e => e.outerHTML.slice(0, 100))`)
		small := ask[[]string](tab, `[...document.querySelectorAll('form.search :is(button, input, .search-results li)')].filter(e => e.checkVisibility() && e.type !== 'checkbox')
			.filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24).map(e => e.outerHTML.slice(0, 100))`)
		if len(lost)+len(small) > 0 {
			t.Errorf("at %d × %d out of the window are %q, too small are %q", size.width, size.height, lost, small)
		}
	}
}

func TestPaperHasNoBox(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + question)
	typeIntoBox(tab, "osallisuus")
	tab.emulate("print", "light")
	if ask[bool](tab, `document.querySelector('form.search').checkVisibility()`) {
		t.Error("on paper there is the search box")
	}
}
