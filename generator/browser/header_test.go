package browser_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// phoneHeader is how high the header of a page may be on a phone, in px.
const phoneHeader = 92

// phone makes the tab as large as a phone's window.
func (tab *tab) phone() {
	tab.t.Helper()
	tab.resize(390, 844)
}

const headerHeight = `document.querySelector('.site-header')?.getBoundingClientRect().height ?? 0`

func TestAPhoneShowsThePageAndNotItsHeader(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.phone()
	for _, page := range kindsOfPage(t) {
		tab.open(fileURL(site(t)) + page)
		// The search page has the box in full.
		limit := 64.0
		if ask[bool](tab, `document.body.matches('.kind-search')`) {
			limit = 110
		}
		if height := ask[float64](tab, headerHeight); height > limit {
			t.Errorf("%s: the header is %.0f px high", page, height)
		}
	}
}

func TestABrandAndLanguagesLeaveAPhoneItsRoom(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	dir := brandedGuide(t)
	tab := openTab(t, fileURL(filepath.Join(dir, "public")))
	tab.phone()
	for _, scheme := range []string{"light", "dark"} {
		tab.emulate("", scheme)
		tab.open(fileURL(filepath.Join(dir, "public")) + question)
		if height := ask[float64](tab, headerHeight); height > phoneHeader || height < 64 {
			t.Errorf("in %s the header with a brand is %.0f px high", scheme, height)
		}
	}
	ask[int](tab, `(document.querySelector('.menu-button').click(), 1)`)
	if !ask[bool](tab, `document.querySelector('.languages a').checkVisibility()`) {
		t.Error("the menu doesn't show the languages")
	}
	checkWidth(tab)
}

// brandedGuide builds a guide with a logo, in all languages that there are or
// will be, and returns its folder.
func brandedGuide(t *testing.T) string {
	t.Helper()
	dir := ownGuide(t, project)
	if err := os.CopyFS(filepath.Join(dir, "content/static"), os.DirFS(project+"/generator/testdata/brand")); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, "config.toml"), "[[languages]]", "[brand]\nname = \"Esimerkkilän kunta\"\nlogo = \"content/static/tall.svg\"\n\n[[languages]]")
	program, err := buildProgram()
	if err == nil {
		err = output(program, "build", "-drafts", "-dir", dir, "-out", filepath.Join(dir, "public"))
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTheMenuOfAPhoneNeedsNoScript(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.phone()
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(fileURL(site(t)) + question)
	const shown = `document.querySelector('.sections [aria-current]').checkVisibility()`
	if ask[bool](tab, shown) {
		t.Fatal("the sections stand open")
	}
	focusOn(tab, ".site-header > .menu-button")
	tab.press(kb.Enter)
	tab.until(shown)
	if marked := ask[string](tab, `document.querySelector('.sections [aria-current]').textContent`); strings.ReplaceAll(marked, "\u00ad", "") != "24 kysymystä" {
		t.Errorf("the menu marks %q as the section of a question", marked)
	}
	if !ask[bool](tab, `document.activeElement.closest('#site_menu') !== null`) {
		t.Error("the focus isn't in the menu")
	}
	tab.press(kb.Escape)
	tab.until(`!(` + shown + `)`)
	if !ask[bool](tab, `document.activeElement.matches('.site-header > .menu-button')`) {
		t.Error("Escape doesn't return the focus to the button")
	}
	tab.press(kb.Enter)
	tab.until(shown)
	tab.follow(".sections li:first-child a")
	if address := ask[string](tab, `location.pathname`); !strings.HasSuffix(address, "/malli/index.html") {
		t.Errorf("the menu leads to %s", address)
	}
}

func focusOn(tab *tab, selector string) {
	tab.t.Helper()
	run(tab, "focus "+selector, chromedp.Focus(chromedp.CSS(selector)))
}

func TestTheSearchOfAPhoneOpensFromItsIcon(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.phone()
	tab.open(fileURL(site(t)) + question)
	const width = `document.querySelector('#search-box').getBoundingClientRect().width`
	if is := ask[float64](tab, width); is > 48 {
		t.Errorf("the box is %.0f px wide before it is used", is)
	}
	tab.click(".search-row")
	tab.press("kunta")
	tab.until(`document.querySelector('.search-results a')?.checkVisibility()`)
	if is := ask[float64](tab, width); is < 200 {
		t.Errorf("the box is %.0f px wide while it is used", is)
	}
	if off := ask[[]float64](tab, `[document.querySelector('.search-panel')].flatMap(p => [p.getBoundingClientRect().left, innerWidth - p.getBoundingClientRect().right])`); slices.Min(off) < 0 {
		t.Errorf("what was found stands outside of the window: %v", off)
	}
	checkWidth(tab)
}

func TestWideScreensShowTheSections(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.resize(1280, 720)
	tab.open(fileURL(site(t)) + question)
	if !ask[bool](tab, `document.querySelector('.sections a').checkVisibility() && ![...document.querySelectorAll('.menu-button')].some(e => e.checkVisibility())`) {
		t.Error("the sections aren't shown, or a menu is")
	}
}
