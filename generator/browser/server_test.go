package browser_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestEveryPageWorksFromAServer visits all pages by their links: on a big
// screen from the root of a server, on a small phone from a folder in it.
func TestEveryPageWorksFromAServer(t *testing.T) {
	folder := site(t)
	for _, c := range []struct {
		name, path    string
		width, height int64
	}{
		{"at the root", "/", 1280, 900},
		{"in a folder on a phone", "/oppaat/oma-kunta/", 320, 640},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			server := serve(t, folder, c.path)
			tab := openTab(t, server.URL+c.path)
			tab.resize(c.width, c.height)
			found := crawl(tab, server.URL+c.path+"index.html")
			checkReached(tab, found.pages, folder)
			checkFiles(t, found)
			server.check(t)
		})
	}
}

// siteServer serves a site and remembers what it couldn't give.
type siteServer struct {
	*httptest.Server
	mu      sync.Mutex
	refused []string
}

func serve(t *testing.T, folder, path string) *siteServer {
	t.Helper()
	s := &siteServer{}
	mux := http.NewServeMux()
	mux.Handle(path, http.StripPrefix(strings.TrimSuffix(path, "/"), http.FileServer(http.Dir(folder))))
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mux.ServeHTTP(&statusWriter{w, func(status int) { s.note(status, r) }}, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *siteServer) note(status int, r *http.Request) {
	if status < http.StatusBadRequest {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refused = append(s.refused, http.StatusText(status)+": "+r.URL.Path+" for "+r.Referer())
}

func (s *siteServer) check(t *testing.T) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, refused := range s.refused {
		t.Error(refused)
	}
}

// statusWriter tells the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	tell func(status int)
}

func (w *statusWriter) WriteHeader(status int) {
	w.tell(status)
	w.ResponseWriter.WriteHeader(status)
}

// crawled are the addresses that a crawl met.
type crawled struct{ pages, files, icons map[string]bool }

// crawl opens every page that links lead to.
func crawl(tab *tab, start string) crawled {
	found := crawled{pages: map[string]bool{start: true}, files: map[string]bool{}, icons: map[string]bool{}}
	for queue := []string{start}; len(queue) > 0; queue = queue[1:] {
		tab.open(queue[0])
		checkPage(tab)
		checkWidth(tab)
		for _, address := range ask[[]string](tab, ownLinks) {
			if !found.pages[address] {
				found.pages[address] = true
				queue = append(queue, address)
			}
		}
		for _, file := range ask[[]string](tab, `[...document.querySelectorAll('link[href]')].map(e => e.href)`) {
			found.files[file] = true
		}
		for _, icon := range ask[[]string](tab, `[...document.querySelectorAll('link[rel~=icon]')].map(e => e.href)`) {
			found.icons[icon] = true
		}
	}
	return found
}

// ownLinks gives the addresses that the page links to on its server. A server
// may call the index.html of a folder by the folder's name.
const ownLinks = `[...document.links].filter(a => a.origin === location.origin)
	.map(a => a.origin + a.pathname.replace(/\/$/, '/index.html'))`

// checkReached tells which pages no link leads to, and which links lead to no
// page. Old addresses need no links, but lead on.
func checkReached(tab *tab, reached map[string]bool, folder string) {
	tab.t.Helper()
	home := tab.own.String()
	pages, old := pagesOf(tab.t, folder)
	for _, page := range pages {
		if !reached[home+page] {
			tab.t.Errorf("no link leads to %s", page)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(reached)) {
		if !slices.Contains(pages, strings.TrimPrefix(address, home)) {
			tab.t.Errorf("a link leads to %s, which is no page", address)
		}
	}
	for _, address := range old {
		followOld(tab, home+address)
	}
}

// checkFiles asks for the files that the pages name, as the browser had no need
// of them all.
func checkFiles(t *testing.T, found crawled) {
	t.Helper()
	if len(found.icons) == 0 {
		t.Error("no page has an icon")
	}
	for _, address := range slices.Sorted(maps.Keys(found.files)) {
		fetch(t, address)
	}
}

func fetch(t *testing.T, address string) {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Error(err)
		return
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", address, answer.Status)
	}
}
