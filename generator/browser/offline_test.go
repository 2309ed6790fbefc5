package browser_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// otherBuild builds the guide once more, in a folder with a name, with a file
// of it changed.
func otherBuild(name, file, old, changed string) (string, error) {
	program, err := buildProgram()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(temp, name)
	copied, out := filepath.Join(folder, "guide"), filepath.Join(folder, "public")
	if err := copyGuide(copied, project); err != nil {
		return "", err
	}
	text, err := os.ReadFile(filepath.Join(copied, file))
	if err != nil || !strings.Contains(string(text), old) {
		return "", fmt.Errorf("%s hasn't %q in it (%w)", file, old, err)
	}
	if err := os.WriteFile(filepath.Join(copied, file), []byte(strings.Replace(string(text), old, changed, 1)), 0o644); err != nil {
		return "", err
	}
	return out, output(program, "build", "-dir", copied, "-out", out)
}

// promised returns what a promise comes to.
func promised[T any](tab *tab, script string) T {
	tab.t.Helper()
	return run(tab, script, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
}

// kept waits until a build is in use, with all of its files and nothing else in
// the guide's cache. The page must be one of the guide.
func kept(tab *tab, home, folder string) {
	tab.t.Helper()
	tab.until(`(async () => {
		const registration = await navigator.serviceWorker.getRegistration()
		if (registration?.active?.state !== 'activated' || registration.installing || registration.waiting) return false
		const kept = `+cached(home)+`
		return JSON.stringify(kept) === JSON.stringify(`+expected(tab.t, home, folder)+`)
	})()`, chromedp.EvalAwaitPromise)
}

// cached is a script for the addresses in the cache of a guide.
func cached(home string) string {
	return `(await (await caches.open('opas:' + new URL(` + strconv.Quote(home) + `).pathname + ':files')).keys()).map(key => key.url).sort()`
}

// expected is a script for the addresses at which a build is kept.
func expected(t *testing.T, home, folder string) string {
	t.Helper()
	list, err := json.Marshal(listedFiles(t, folder))
	if err != nil {
		t.Fatal(err)
	}
	return `Object.entries(` + string(list) + `).map(([name, sum]) => new URL(encodeURI(name) + '?' + sum, ` + strconv.Quote(home) + `).href).sort()`
}

// listedFiles returns the files that a build's service worker is to keep, with their
// checksums.
func listedFiles(t *testing.T, folder string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "service-worker.js"))
	list, _, found := strings.Cut(strings.TrimPrefix(string(text), "const build = "), ";\n")
	var build struct{ Files map[string]string }
	if err != nil || !found || json.Unmarshal([]byte(list), &build) != nil || len(build.Files) == 0 {
		t.Fatalf("%s has no service worker that keeps it (%v)", folder, err)
	}
	return build.Files
}

// TestTheWholeGuideOpensWithoutAConnectionAfterTheFirstVisit visits the front
// page, then breaks the connection and reads on.
func TestTheWholeGuideOpensWithoutAConnectionAfterTheFirstVisit(t *testing.T) {
	t.Parallel()
	folder := site(t)
	host := newHost(t, folder)
	tab := openTab(t, host.home)
	tab.open(host.home + "index.html")
	kept(tab, host.home, folder)
	host.set(state{folder: folder, down: true})
	pages, old := pagesOf(t, folder)
	files := listedFiles(t, folder)
	for _, page := range pages {
		if files[page] == "" {
			t.Errorf("%s isn't kept", page)
		}
	}
	// How a kept page is shown doesn't hang on its kind.
	for _, page := range []string{question, planSheet} {
		tab.open(host.home + page)
		checkPage(tab)
	}
	followOld(tab, host.home+old[0])
	// A host that doesn't answer keeps nobody waiting.
	host.set(state{folder: folder, slow: stages()})
	// A host calls the front page by its folder.
	tab.open(host.home)
	checkPage(tab)
	// The search's index is there, too.
	run(tab, "search", chromedp.SendKeys(chromedp.CSS("#search-box"), "osallisuus"+kb.Enter))
	tab.until(`document.querySelector('main .search-results li a') !== null`)
}

// changedPage is the page whose title is changed in changedSite.
const changedPage = "fi/malli/vinkit.html"

// changedSite returns the guide with another title of one page, which is built
// for the first test that asks for it.
func changedSite(t *testing.T) string {
	t.Helper()
	site(t)
	folder, err := buildChanged()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

var buildChanged = sync.OnceValues(func() (string, error) {
	return otherBuild("changed", "content/fi/model/tips.md", `title = "`, `title = "Uusittu `)
})

// TestANewBuildTakesThePlaceOfTheOldOne changes the guide on the host.
func TestANewBuildTakesThePlaceOfTheOldOne(t *testing.T) {
	t.Parallel()
	before := site(t)
	after := changedSite(t)
	host := newHost(t, before)
	tab := openTab(t, host.home)
	tab.open(host.home + changedPage)
	kept(tab, host.home, before)
	host.takeLoaded()
	host.set(state{folder: after})
	tab.open(host.home + changedPage)
	expectHeading(tab, "Uusittu ")
	kept(tab, host.home, after)
	if loaded := host.takeLoaded(); len(loaded) == 0 || len(loaded) > 100 {
		t.Errorf("%d files were loaded, though few have changed: %v", len(loaded), loaded)
	}
	host.set(state{folder: after, down: true})
	tab.open(host.home + changedPage)
	expectHeading(tab, "Uusittu ")
	tab.follow(".sections a")
	checkPage(tab)
}

// TestTheOldBuildIsKeptWhileOtherPagesOfItAreOpen opens two pages of the old
// build: the new one waits until the second is closed.
func TestTheOldBuildIsKeptWhileOtherPagesOfItAreOpen(t *testing.T) {
	t.Parallel()
	before := site(t)
	after := changedSite(t)
	host := newHost(t, before)
	first := openTab(t, host.home)
	second := first.beside()
	first.open(host.home + changedPage)
	kept(first, host.home, before)
	second.open(host.home + changedPage)
	host.set(state{folder: after})
	first.open(host.home + changedPage)
	first.until(`navigator.serviceWorker.getRegistration().then(registration => !!registration.waiting)`, chromedp.EvalAwaitPromise)
	if missing := promised[[]string](first, `(async () => {
		const kept = `+cached(host.home)+`
		return [...`+expected(t, host.home, before)+`, ...`+expected(t, host.home, after)+`].filter(address => !kept.includes(address))
	})()`); len(missing) > 0 {
		t.Errorf("the browser doesn't keep both builds: %v are missing", missing)
	}
	// Without a connection both pages are still those of one build.
	host.set(state{folder: after, down: true})
	second.open(host.home + changedPage)
	if heading := ask[string](second, `document.querySelector('h1').innerText`); strings.HasPrefix(heading, "Uusittu ") {
		t.Errorf("the heading is %q, from the new build, which isn't in use yet", heading)
	}
	checkPage(second)
}

// TestABrowserForgetsTheGuideIfTheSettingsSaySo publishes a build with
// offline = false where readers kept one.
func TestABrowserForgetsTheGuideIfTheSettingsSaySo(t *testing.T) {
	t.Parallel()
	before := site(t)
	after, err := otherBuild("forgotten", "config.toml", "offline = true", "offline = false")
	if err != nil {
		t.Fatal(err)
	}
	host := newHost(t, before)
	tab := openTab(t, host.home)
	tab.open(host.home + changedPage)
	kept(tab, host.home, before)
	host.set(state{folder: after})
	tab.open(host.home + changedPage)
	tab.until(`(async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0)()`, chromedp.EvalAwaitPromise)
	tab.open(host.home + "fi/haku.html")
	if ask[bool](tab, `navigator.serviceWorker.controller !== null`) {
		t.Error("a worker still stands between the reader and the host")
	}
}

func expectHeading(tab *tab, prefix string) {
	tab.t.Helper()
	if heading := ask[string](tab, `document.querySelector('h1').innerText.replaceAll('\u00AD', '')`); !strings.HasPrefix(heading, prefix) {
		tab.t.Errorf("the heading is %q, want %q first", heading, prefix)
	}
}
