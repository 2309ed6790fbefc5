package browser_test

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// smallGuides returns two builds of a guide of few pages with the real theme.
// Each page and the style say which build they are of; the search's index does,
// too.
func smallGuides(t *testing.T) (before, after string) {
	t.Helper()
	needBrowser(t)
	folders, err := buildSmall()
	if err != nil {
		t.Fatal(err)
	}
	return folders[0], folders[1]
}

var buildSmall = sync.OnceValues(func() (folders [2]string, err error) {
	program, err := buildProgram()
	if err != nil {
		return folders, err
	}
	for i, build := range []string{"before", "after"} {
		guide := filepath.Join(temp, "small-"+build)
		folders[i] = filepath.Join(guide, "public")
		if err := smallSources(guide, build); err != nil {
			return folders, err
		}
		if err := output(program, "build", "-dir", guide); err != nil {
			return folders, err
		}
	}
	return folders, nil
})

// smallSources writes the sources of a build.
func smallSources(guide, build string) error {
	const golden = "../testdata/site"
	for copied, from := range map[string]string{
		"content/fi": golden + "/content/fi", "content/static": golden + "/content/static", "themes/opas": project + "/themes/opas",
	} {
		if err := os.CopyFS(filepath.Join(guide, copied), os.DirFS(from)); err != nil {
			return err
		}
	}
	sources, err := os.ReadFile(golden + "/content/sources.toml")
	return errors.Join(err, os.WriteFile(filepath.Join(guide, "content/sources.toml"), sources, 0o644),
		rewrite(guide, golden+"/config.toml", "config.toml", func(text string) string {
			text = strings.Replace(text, `"Pieni opas"`, `"Opas `+build+`"`, 1)
			text = strings.Replace(text, `themes = ["theme", "own"]`, `themes = ["themes/opas"]`, 1)
			// The theme has no words for the second language.
			first, second, _ := strings.Cut(text, "[[languages]]\ntag = \"sv\"")
			return first + second[strings.Index(second, "[publisher]"):]
		}),
		rewrite(guide, golden+"/content/fi/questions/01.md", "content/fi/questions/01.md", func(text string) string {
			return strings.Replace(text, `title = "Miten`, `title = "Build `+build+`: miten`, 1)
		}),
		rewrite(guide, project+"/themes/opas/assets/opas.css", "themes/opas/assets/opas.css", func(text string) string {
			return text + "\nbody { --build: " + build + "; }\n"
		}))
}

// rewrite writes a file of a guide that is another one, changed.
func rewrite(guide, from, name string, change func(string) string) error {
	text, err := os.ReadFile(from)
	return errors.Join(err, os.WriteFile(filepath.Join(guide, name), []byte(change(string(text))), 0o644))
}

// orders are orders of the stages in which each set of stages that can be on
// the host before the upload ends comes up: what a visit leaves depends on that
// set, as an earlier one leaves nothing. UPLOADS=all asks for all 24 orders,
// which take four times as long (make fuzz).
func orders() [][]string {
	if os.Getenv("UPLOADS") == "all" {
		return allOrders(stages())
	}
	s := stages()
	var some [][]string
	for _, order := range [][]int{{0, 1, 2, 3}, {1, 2, 3, 0}, {2, 3, 0, 1}, {3, 0, 1, 2}, {0, 2, 1, 3}, {1, 3, 0, 2}} {
		some = append(some, []string{s[order[0]], s[order[1]], s[order[2]], s[order[3]]})
	}
	return some
}

func allOrders(stages []string) [][]string {
	if len(stages) == 0 {
		return [][]string{nil}
	}
	var all [][]string
	for i, first := range stages {
		for _, rest := range allOrders(slices.Delete(slices.Clone(stages), i, i+1)) {
			all = append(all, append([]string{first}, rest...))
		}
	}
	return all
}

// visit opens the guide and waits until the browser has tried to keep what the
// host has now. What the page complains of meanwhile is the host's doing.
func visit(tab *tab, home string) {
	tab.t.Helper()
	tab.open(home + "index.html")
	promised[bool](tab, `(async () => {
		const registration = await navigator.serviceWorker.register('`+home+`service-worker.js')
		await registration.update().catch(() => {})
		const worker = registration.installing
		if (worker) await new Promise(done => { worker.onstatechange = done })
		return true
	})()`)
	tab.takeTroubles()
}

// wholeBuild opens the search page with what it finds and returns the build
// that it is of, which must be that of its style and of the search's index.
func wholeBuild(tab *tab, home string) string {
	tab.t.Helper()
	tab.open(home + "fi/haku.html?q=mukaan")
	tab.until(`document.querySelector('main .search-results li a') !== null`)
	seen := ask[[]string](tab, `[
		/Opas (\w+)/.exec(document.title)?.[1] ?? '',
		getComputedStyle(document.body).getPropertyValue('--build').trim(),
		/Build (\w+)/.exec(document.querySelector('main .search-results').textContent.replaceAll('\u00AD', ''))?.[1] ?? '',
	]`)
	if seen[0] == "" || seen[1] != seen[0] || seen[2] != seen[0] {
		tab.t.Errorf("the page, its style and the search's index are of the builds %q", seen)
	}
	return seen[0]
}

func expectBuild(tab *tab, home, want string) {
	tab.t.Helper()
	if build := wholeBuild(tab, home); build != want {
		tab.t.Errorf("the guide is that of the build %s, want %s", build, want)
	}
}

// TestVisitsDuringAnUploadLeaveAWholeGuide uploads a build stage by stage, in
// each order, with a visit after each.
func TestVisitsDuringAnUploadLeaveAWholeGuide(t *testing.T) {
	t.Parallel()
	before, after := smallGuides(t)
	for _, order := range orders() {
		t.Run(strings.Join(order, " "), func(t *testing.T) {
			host := newHost(t, before)
			tab := openTab(t, host.home)
			tab.open(host.home + "index.html")
			kept(tab, host.home, before)
			for n := 1; n < len(order); n++ {
				host.set(state{folder: before, after: after, uploaded: order[:n]})
				visit(tab, host.home)
				host.set(state{down: true})
				expectBuild(tab, host.home, "before")
			}
			host.set(state{folder: after})
			tab.open(host.home + "index.html")
			kept(tab, host.home, after)
			expectBuild(tab, host.home, "after")
			host.set(state{down: true})
			expectBuild(tab, host.home, "after")
		})
	}
}

// TestAFirstVisitDuringAnUploadKeepsNothing comes when the pages alone are
// missing, which are then never those that the new worker lists.
func TestAFirstVisitDuringAnUploadKeepsNothing(t *testing.T) {
	t.Parallel()
	before, after := smallGuides(t)
	host := newHost(t, before)
	host.set(state{folder: before, after: after, uploaded: []string{"worker", "assets", "search"}})
	tab := openTab(t, host.home)
	visit(tab, host.home)
	host.set(state{folder: after})
	tab.open(host.home + "index.html")
	kept(tab, host.home, after)
	host.set(state{down: true})
	expectBuild(tab, host.home, "after")
}

// TestASlowNetMixesNoBuilds lets pages wait during an upload. What came from the
// cache in their place must load the rest of its own build.
func TestASlowNetMixesNoBuilds(t *testing.T) {
	t.Parallel()
	before, after := smallGuides(t)
	for _, uploaded := range [][]string{{"search"}, {"worker", "assets", "search"}} {
		host := newHost(t, before)
		tab := openTab(t, host.home)
		tab.open(host.home + "index.html")
		kept(tab, host.home, before)
		host.set(state{folder: before, after: after, uploaded: uploaded})
		visit(tab, host.home)
		host.set(state{folder: before, after: after, uploaded: uploaded, slow: []string{"pages"}})
		expectBuild(tab, host.home, "before")
	}
}

// TestALoginPageIsNotKeptForAFile puts one before the styles and scripts at the
// first visit.
func TestALoginPageIsNotKeptForAFile(t *testing.T) {
	t.Parallel()
	before, _ := smallGuides(t)
	host := newHost(t, before)
	host.set(state{folder: before, login: "/assets/"})
	tab := openTab(t, host.home)
	visit(tab, host.home)
	host.set(state{folder: before})
	expectBuild(tab, host.home, "before")
	kept(tab, host.home, before)
	host.set(state{down: true})
	expectBuild(tab, host.home, "before")
}

// TestAGuideAtTheRootOfAHostLeavesOtherApplicationsAlone asks one of them from a
// page of the guide.
func TestAGuideAtTheRootOfAHostLeavesOtherApplicationsAlone(t *testing.T) {
	t.Parallel()
	before, _ := smallGuides(t)
	host := &host{state: state{folder: before}}
	all := http.NewServeMux()
	all.Handle("/", host)
	all.HandleFunc("/api/me.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cache-Control", "no-store, private")
		_, _ = w.Write([]byte(`{"name": "me"}`))
	})
	home := startHost(t, all) + "/"
	tab := openTab(t, home)
	tab.open(home + "index.html")
	kept(tab, home, before)
	tab.open(home + "index.html")
	if !promised[bool](tab, `fetch('/api/me.json').then(response => navigator.serviceWorker.controller !== null && response.ok)`) {
		t.Fatal("the page has no worker, or the application doesn't answer")
	}
	// The page comes after whatever the worker did about the application.
	expectBuild(tab, home, "before")
	kept(tab, home, before)
}

// TestAGuideBelowAnotherOneKeepsItsOwn has a colon in its address, as the names
// of the caches do.
func TestAGuideBelowAnotherOneKeepsItsOwn(t *testing.T) {
	t.Parallel()
	before, after := smallGuides(t)
	above, below := &host{state: state{folder: before}}, &host{state: state{folder: before}}
	all := http.NewServeMux()
	all.Handle("/", above)
	all.Handle("/:/opas/", http.StripPrefix("/:/opas", below))
	upper := startHost(t, all) + "/"
	lower := upper + ":/opas/"
	tab := openTab(t, upper)
	open := func(home, folder string) {
		tab.open(home + "index.html")
		kept(tab, home, folder)
	}
	open(upper, before)
	// The worker above is asked for this page, as there is no other yet.
	open(lower, before)
	open(upper, before)
	above.set(state{folder: after})
	open(upper, after)
	open(lower, before)
	above.set(state{down: true})
	below.set(state{down: true})
	expectBuild(tab, lower, "before")
	expectBuild(tab, upper, "after")
	below.set(state{folder: after})
	open(lower, after)
	open(upper, after)
}

// TestTheRestOfABigGuideIsKeptWhenItIsOpened takes one page out of the files
// that are kept at once, as if it had no room.
func TestTheRestOfABigGuideIsKeptWhenItIsOpened(t *testing.T) {
	t.Parallel()
	const page = "fi/haku.html"
	before, _ := smallGuides(t)
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(before)); err != nil {
		t.Fatal(err)
	}
	sum := listedFiles(t, folder)[page]
	if err := rewrite(folder, filepath.Join(before, "service-worker.js"), "service-worker.js", func(text string) string {
		text = strings.Replace(text, `"`+page+`":"`+sum+`",`, "", 1)
		return strings.Replace(text, `};`, `,"rest":{"`+page+`":"`+sum+`"}};`, 1)
	}); err != nil {
		t.Fatal(err)
	}
	host := newHost(t, folder)
	tab := openTab(t, host.home)
	tab.open(host.home + "index.html")
	kept(tab, host.home, folder)
	host.set(state{folder: folder, login: "/" + page})
	tab.open(host.home + page)
	tab.open(host.home + "index.html")
	kept(tab, host.home, folder)
	host.set(state{folder: folder})
	tab.open(host.home + page)
	tab.until(`caches.match('`+host.home+page+`?`+sum+`').then(file => file !== undefined)`, chromedp.EvalAwaitPromise)
	host.set(state{down: true})
	expectBuild(tab, host.home, "before")
}
