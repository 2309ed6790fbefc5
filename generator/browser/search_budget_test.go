package browser_test

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// budget is what search may cost on a site of so many pages.
type budget struct {
	pages string
	// loaded is in bytes, the others in milliseconds.
	loaded, ready, key float64
}

var budgets = []budget{
	{"100", 170_000, 80, 5},
	{"1000", 1_000_000, 150, 10},
	{"10000", 7_000_000, 600, 30},
}

// scripts is what the addresses of all scripts of search begin with.
const scripts = "assets/search-"

const (
	// largestPart and largestScripts are in bytes.
	largestPart    = 64 << 10
	largestScripts = 20_000
	freshLoads     = 7
	typedQueries   = 60
)

// TestSearchBudget prints what search costs a reader who opens a site of 100,
// 1,000 and 10,000 pages from a folder. make bench sets SEARCH_BUDGET to a
// folder with a folder for each size: in it the finished site in public, its
// pages in opas/content/fi and words of theirs in queries.json. Sizes fail the
// test if they are over. Times only say so: they aren't the same twice.
func TestSearchBudget(t *testing.T) {
	dir := os.Getenv("SEARCH_BUDGET")
	if dir == "" {
		t.Skip("left out: measured by make bench")
	}
	for _, b := range budgets {
		folder := filepath.Join(dir, b.pages)
		if _, err := os.Stat(folder); err != nil {
			continue
		}
		t.Run(b.pages, func(t *testing.T) {
			t.Run("sizes", func(t *testing.T) { b.measureSizes(t, filepath.Join(folder, "public")) })
			t.Run("ready", func(t *testing.T) { b.measureReady(t, filepath.Join(folder, "public")) })
			t.Run("keys", func(t *testing.T) { b.measureKeys(t, folder) })
		})
	}
}

// show prints a line of the table and reports whether the value is within its
// limit.
func (b budget) show(what string, value, limit float64, unit string) bool {
	verdict := "ok"
	if value > limit {
		verdict = "OVER"
	}
	fmt.Printf("%6s pages  %-46s %11.1f  limit %9.0f %-5s  %s\n", b.pages, what, value, limit, unit, verdict)
	return value <= limit
}

func (b budget) measureSizes(t *testing.T, site string) {
	tab := openTab(t, fileURL(site))
	tab.open(fileURL(site) + "index.html")
	index := ask[string](tab, `document.querySelector('form.search').dataset.index`)
	awaitReady(tab)
	var loaded, text float64
	for _, address := range tab.takeRequests() {
		size, own := sizeOf(t, site, address)
		switch {
		case strings.HasPrefix(own, scripts), path.Base(own) == path.Base(index):
			loaded += size
		case strings.HasPrefix(own, "search/"):
			text += size
		}
	}
	whole, largest := sizesOfParts(t, site, path.Base(index))
	fits := b.show("scripts in all", sizeOfScripts(t), largestScripts, "bytes")
	fits = b.show("loaded before the first query", loaded, b.loaded, "bytes") && fits
	fits = b.show("largest part", largest, largestPart, "bytes") && fits
	if !fits {
		t.Error("a size is over its limit")
	}
	fmt.Printf("%6s pages  parts in all %.0f bytes, of which the first query loads %.0f\n", b.pages, whole, text)
}

// sizeOf returns the size of a file of the site by its address, and its path.
func sizeOf(t *testing.T, site, address string) (size float64, name string) {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.FromSlash(parsed.Path))
	if err != nil {
		t.Fatal(err)
	}
	name, err = filepath.Rel(site, filepath.FromSlash(parsed.Path))
	if err != nil {
		t.Fatal(err)
	}
	return float64(info.Size()), filepath.ToSlash(name)
}

// TestTheScriptsOfSearchAreSmall holds the scripts of search together against
// their limit, as they are written.
func TestTheScriptsOfSearchAreSmall(t *testing.T) {
	if size := sizeOfScripts(t); size > largestScripts {
		t.Errorf("the scripts of search have %.0f bytes, at most they may have %d", size, largestScripts)
	}
}

// sizeOfScripts adds up the scripts of search, also those that are loaded only
// when they are needed. They are made small as the theme does: the site has one
// of them in a file with others.
func sizeOfScripts(t *testing.T) (whole float64) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(project, "themes/opas", scripts+"*.js"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts of search (%v)", err)
	}
	m := minify.New()
	m.AddFunc("text/javascript", js.Minify)
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		small, err := m.Bytes("text/javascript", source)
		if err != nil {
			t.Fatal(err)
		}
		whole += float64(len(small))
	}
	return whole
}

// sizesOfParts adds up the files of the index that are loaded on demand.
func sizesOfParts(t *testing.T, site, index string) (whole, largest float64) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(site), "search", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == index {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			whole += float64(info.Size())
			largest = max(largest, float64(info.Size()))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return whole, largest
}

// readiness is how long after the box gets the focus the scripts and the index
// are loaded and have run, and how long until the results of a query of two
// letters, typed in the moment of the focus, are shown: the latter is all that
// stands between a reader and their first results, with the parts of the index
// that so short a query asks for.
type readiness struct{ Index, Results float64 }

// measureReady opens the front page anew each time, in a tab of its own.
func (b budget) measureReady(t *testing.T, site string) {
	var index, results []float64
	for range freshLoads {
		tab := openTab(t, fileURL(site))
		tab.open(fileURL(site) + "index.html")
		r := awaitReady(tab)
		index, results = append(index, r.Index), append(results, r.Results)
	}
	b.show("focus to the index, median", middle(index, 0.5), b.ready, "ms")
	fmt.Printf("%6s pages  focus to first results: median %.1f ms; slowest of %d: index %.1f ms, first results %.1f ms\n",
		b.pages, middle(results, 0.5), freshLoads, middle(index, 1), middle(results, 1))
}

func awaitReady(tab *tab) readiness {
	tab.t.Helper()
	return run(tab, "focus the box", chromedp.Evaluate[readiness](readyScript, chromedp.EvalAwaitPromise))
}

const readyScript = `new Promise(resolve => {
	const box = document.querySelector('#search-box'), query = 'ku', index = box.form.dataset.index
	const start = performance.now(), times = {Index: 0}
	document.addEventListener('load', event => {
		if (event.target.getAttribute?.('src')?.endsWith(index)) times.Index = performance.now() - start
	}, true)
	new MutationObserver(() => {
		if (document.querySelector('[data-query]')?.dataset.query !== query) return
		resolve({...times, Results: performance.now() - start})
	}).observe(document, {subtree: true, childList: true, attributeFilter: ['data-query']})
	box.focus()
	box.value = query
	box.dispatchEvent(new InputEvent('input', {bubbles: true, data: query}))
})`

// measureKeys types queries letter by letter in one tab, as a reader does who
// looks for one thing after another: parts of the index that one query has
// loaded are there for the next.
func (b budget) measureKeys(t *testing.T, folder string) {
	site := filepath.Join(folder, "public")
	tab := openTab(t, fileURL(site))
	tab.open(fileURL(site) + "index.html")
	awaitReady(tab)
	run(tab, "watch the keys", chromedp.Evaluate[chromedp.Void](keysScript))
	for _, query := range queriesOf(t, folder) {
		typeQuery(tab, query)
	}
	keys := ask[[]float64](tab, `keyTimes.map(({time}) => time)`)
	b.show(fmt.Sprintf("keystroke, 95 %% of %d", len(keys)), middle(keys, 0.95), b.key, "ms")
	fmt.Printf("%6s pages  keystroke: median %.1f ms, 99 %% %.1f ms, slowest %.1f ms\n",
		b.pages, middle(keys, 0.5), middle(keys, 0.99), middle(keys, 1))
	fmt.Printf("%6s pages  slowest: %s\n", b.pages, ask[string](tab, `keyTimes.sort((a, b) => b.time - a.time).slice(0, 12)
		.map(({query, time}) => query + ' ' + time.toFixed(0)).join(', ')`))
}

// typeQuery empties the box and types a query, waiting after each letter, from
// the second on, for its results.
func typeQuery(tab *tab, query string) {
	tab.t.Helper()
	ask[bool](tab, `document.querySelector('#search-box').select() ?? true`)
	for i, letter := range []rune(query) {
		tab.press(string(letter))
		if i > 0 {
			tab.until(`typedAt === 0`)
		}
	}
}

// keysScript measures from the letter in the box to the results on the page.
const keysScript = `
	var keyTimes = [], typedAt = 0
	addEventListener('input', event => { typedAt = event.target.value.length > 1 ? performance.now() : 0 }, true)
	new MutationObserver(() => {
		const box = document.querySelector('#search-box')
		if (!typedAt || document.querySelector('[data-query]')?.dataset.query !== box.value) return
		keyTimes.push({query: box.value, time: performance.now() - typedAt})
		typedAt = 0
	}).observe(document, {subtree: true, childList: true, attributeFilter: ['data-query']})`

// middle returns the value that a share of the values don't exceed.
func middle(values []float64, share float64) float64 {
	values = slices.Sorted(slices.Values(values))
	return values[min(int(share*float64(len(values))), len(values)-1)]
}
