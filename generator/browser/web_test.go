package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

// TestEveryPageHasAPolicyBeforeWhatItLoads reads the pages as they are, those
// at old addresses too.
func TestEveryPageHasAPolicyBeforeWhatItLoads(t *testing.T) {
	t.Parallel()
	folder := site(t)
	pages, old := pagesOf(t, folder)
	for _, page := range append(append(pages, "404.html"), old...) {
		text, err := os.ReadFile(filepath.Join(folder, page))
		if err != nil {
			t.Fatal(err)
		}
		start := regexp.MustCompile(`^<!doctype html><html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">`)
		policy := start.FindSubmatch(text)
		if policy == nil {
			t.Errorf("%s doesn't begin with its policy", page)
			continue
		}
		if found := string(policy[1]); !strings.HasPrefix(found, "default-src 'none';") || regexp.MustCompile(`unsafe|\*|http`).MatchString(found) {
			t.Errorf("%s: %s", page, found)
		}
	}
}

// TestThePolicyRefusesWhatIsNotTheSites puts things into a page that no theme
// and no content should have.
func TestThePolicyRefusesWhatIsNotTheSites(t *testing.T) {
	t.Parallel()
	folder := site(t)
	for name, home := range map[string]string{"in a folder": fileURL(folder), "on a host": serve(t, folder, "/").URL + "/"} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Int32
			elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
			defer elsewhere.Close()
			tab := openTab(t, home)
			tab.open(home + "index.html")
			ask[int](tab, `(() => {
				const elsewhere = '`+elsewhere.URL+`/'
				window.refused = []
				document.addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective))
				const put = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values))
				put('script', {textContent: 'window.ran = true'})
				put('script', {src: elsewhere + 'a.js'})
				put('img', {src: elsewhere + 'a.png'})
				put('iframe', {src: elsewhere})
				put('p', {id: 'painted'}).setAttribute('style', 'color: rgb(1, 2, 3)')
				put('button', {id: 'handled'}).setAttribute('onclick', 'window.ran = true')
				document.querySelector('#handled').click()
				fetch(elsewhere).catch(() => {})
				return 1
			})()`)
			tab.until(`window.refused.length >= 7`)
			if ask[bool](tab, `window.ran === true || getComputedStyle(document.querySelector('#painted')).color === 'rgb(1, 2, 3)'`) {
				t.Error("a script or a style in the page was used")
			}
			if asked.Load() > 0 {
				t.Errorf("another host was asked %d times", asked.Load())
			}
			// The browser tells of each refusal, and of the request that it
			// then doesn't send.
			tab.takeTroubles()
		})
	}
}

// TestAMissingPageIsShownAtAnyDepth asks a host that shows 404.html for what
// isn't there.
func TestAMissingPageIsShownAtAnyDepth(t *testing.T) {
	t.Parallel()
	host := newHost(t, site(t))
	tab := openTab(t, host.home)
	for _, address := range []string{"missing.html", "fi/kysymykset/99/a/b/missing.html"} {
		tab.open(host.home + address)
		if heading := ask[string](tab, `document.querySelector('h1').innerText`); heading != "Sivua ei löydy" {
			t.Errorf("%s: the heading is %q", address, heading)
		}
		if !ask[bool](tab, `getComputedStyle(document.querySelector('main')).maxWidth === '640px'`) {
			t.Errorf("%s: its style isn't in use", address)
		}
		checkWidth(tab)
		// The browser says that the host found nothing, at the page's address
		// and in the folders where it looks for the guide.
		tab.until(`!document.querySelector('.ways').hidden`)
		tab.takeTroubles()
	}
}

// TestInAFolderNothingIsRegistered opens a page as a file.
func TestInAFolderNothingIsRegistered(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	tab.open(home + "index.html")
	if ask[bool](tab, `document.querySelector('link[rel=manifest]') !== null`) {
		t.Error("the page names a manifest, which browsers complain of in a folder")
	}
	for _, address := range tab.takeRequests() {
		if strings.HasPrefix(filepath.Base(address), "service-worker") {
			t.Errorf("the page asked for %s", address)
		}
	}
}

// TestThePagesTellTheBrowserTheirOwnColour compares theme-color, which colours
// what is around a page, with the page.
func TestThePagesTellTheBrowserTheirOwnColour(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	tab := openTab(t, home)
	for _, scheme := range []string{"light", "dark"} {
		tab.emulate("screen", scheme)
		tab.open(home + "index.html")
		if !ask[bool](tab, `(() => {
			const probe = document.body.appendChild(document.createElement('i'))
			probe.style.color = [...document.querySelectorAll('meta[name=theme-color]')].find(m => matchMedia(m.media).matches).content
			return getComputedStyle(probe).color === getComputedStyle(document.body).backgroundColor
		})()`) {
			t.Errorf("in the %s scheme theme-color isn't the colour of the page", scheme)
		}
	}
}

var namespaces = []string{"http://www.w3.org/", "http://schemas.openxmlformats.org/", "http://purl.org/dc/"}

// TestNoScriptOrStyleNamesAnotherHost reads the theme's scripts and styles. In
// pages check.Output looks at what is loaded.
func TestNoScriptOrStyleNamesAnotherHost(t *testing.T) {
	t.Parallel()
	folder := site(t)
	names, err := filepath.Glob(filepath.Join(folder, "assets", "*.*s"))
	if err != nil || len(names) < 10 {
		t.Fatalf("there are %d scripts and styles (%v)", len(names), err)
	}
	for _, name := range append(names, filepath.Join(folder, "service-worker.js")) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, address := range regexp.MustCompile(`(?i)(?:https?:|wss?:)?//[a-z0-9-]+\.[a-z]+[^"')\s]*`).FindAllString(string(text), -1) {
			// The names of languages of XML look like addresses.
			if !slices.ContainsFunc(namespaces, func(start string) bool { return strings.HasPrefix(address, start) }) {
				t.Errorf("%s names %s", filepath.Base(name), address)
			}
		}
	}
}
