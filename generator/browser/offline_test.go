package browser_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// host is a server of a site whose files can change and whose connection can
// break. Where there is no file it shows 404.html, as hosts do.
type host struct {
	home  string
	mutex sync.Mutex
	state
	// loaded are the files that the worker asked for to keep them.
	loaded []string
}

// state is what the host gives: the files of a folder, late or not at all.
type state struct {
	folder     string
	down, slow bool
}

func newHost(t *testing.T, folder string) *host {
	t.Helper()
	h := &host{state: state{folder: folder}}
	server := httptest.NewServer(http.StripPrefix("/opas", h))
	t.Cleanup(func() {
		// What the host hasn't answered would keep it open.
		server.CloseClientConnections()
		server.Close()
	})
	h.home = server.URL + "/opas/"
	return h
}

// set changes what the host gives from now on.
func (h *host) set(now state) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	h.state = now
}

// takeLoaded returns and forgets the files that the worker has asked for.
func (h *host) takeLoaded() []string {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	loaded := h.loaded
	h.loaded = nil
	return loaded
}

// now is what the host gives to a request.
func (h *host) now(r *http.Request) state {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if len(r.URL.RawQuery) == len("0a1b2c3d") {
		h.loaded = append(h.loaded, r.URL.Path)
	}
	return h.state
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := h.now(r)
	if now.slow {
		<-r.Context().Done()
	}
	if now.down || now.slow {
		panic(http.ErrAbortHandler)
	}
	if _, err := os.Stat(filepath.Join(now.folder, filepath.FromSlash(r.URL.Path))); err != nil {
		text, _ := os.ReadFile(filepath.Join(now.folder, "404.html"))
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(text)
		return
	}
	// The times of two builds can be the same to the second.
	w.Header().Set("ETag", strconv.Quote(filepath.Base(filepath.Dir(now.folder))+filepath.Base(now.folder)))
	http.FileServer(http.Dir(now.folder)).ServeHTTP(w, r)
}

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

// kept waits until a build is kept and in use, and returns the names of the
// caches.
func kept(tab *tab, version string) []string {
	tab.t.Helper()
	tab.until(`(async () => {
		const registration = await navigator.serviceWorker.getRegistration()
		return registration?.active?.state === 'activated' && !registration.installing && !registration.waiting
			&& (await caches.keys()).join().includes('`+version+`')
	})()`, chromedp.EvalAwaitPromise)
	return promised[[]string](tab, `caches.keys()`)
}

// version is that of a build, as its service worker says.
func version(t *testing.T, folder string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "service-worker.js"))
	_, after, found := strings.Cut(string(text), `"version":"`)
	if err != nil || !found {
		t.Fatalf("%s has no service worker that keeps it (%v)", folder, err)
	}
	return after[:16]
}

// TestTheWholeGuideOpensWithoutAConnectionAfterTheFirstVisit visits the front
// page, then breaks the connection and reads on.
func TestTheWholeGuideOpensWithoutAConnectionAfterTheFirstVisit(t *testing.T) {
	t.Parallel()
	folder := site(t)
	host := newHost(t, folder)
	tab := openTab(t, host.home)
	tab.open(host.home + "index.html")
	kept(tab, version(t, folder))
	host.set(state{folder: folder, down: true})
	pages, old := pagesOf(t, folder)
	list, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	if missing := promised[[]string](tab, `Promise.all(`+string(list)+`.map(async page => await caches.match(`+strconv.Quote(host.home)+` + page) ? '' : page))
		.then(all => all.filter(page => page))`); len(missing) > 0 {
		t.Errorf("these aren't kept: %q", missing)
	}
	// How a kept page is shown doesn't hang on its kind.
	for _, page := range []string{question, planSheet} {
		tab.open(host.home + page)
		checkPage(tab)
	}
	followOld(tab, host.home+old[0])
	// A host that doesn't answer keeps nobody waiting.
	host.set(state{folder: folder, slow: true})
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
	kept(tab, version(t, before))
	host.takeLoaded()
	host.set(state{folder: after})
	tab.open(host.home + changedPage)
	expectHeading(tab, "Uusittu ")
	if caches := kept(tab, version(t, after)); len(caches) != 1 {
		t.Errorf("the browser keeps %v", caches)
	}
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
	kept(first, version(t, before))
	second.open(host.home + changedPage)
	host.set(state{folder: after})
	first.open(host.home + changedPage)
	first.until(`navigator.serviceWorker.getRegistration().then(registration => !!registration.waiting)`, chromedp.EvalAwaitPromise)
	if keys := promised[[]string](first, `caches.keys()`); len(keys) != 2 {
		t.Errorf("the browser keeps %v, not both builds", keys)
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
	kept(tab, version(t, before))
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
