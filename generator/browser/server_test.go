package browser_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// TestPagesWorkFromAFolderOfAServer opens a page of each kind and follows the
// old addresses.
func TestPagesWorkFromAFolderOfAServer(t *testing.T) {
	t.Parallel()
	const path = "/oppaat/oma-kunta/"
	server := serve(t, site(t), path)
	home := server.URL + path
	tab := openTab(t, home)
	files := map[string]bool{}
	for _, page := range kindsOfPage(t) {
		tab.open(home + page)
		checkPage(tab)
		// The browser has no need of all that a page names, such as its icons.
		for _, file := range ask[[]string](tab, `[...document.querySelectorAll('link[href]')].map(e => e.href)`) {
			files[file] = true
		}
	}
	if len(files) < 5 {
		t.Errorf("the pages name only %d files", len(files))
	}
	for file := range files {
		fetch(t, file)
	}
	_, old := pagesOf(t, site(t))
	for _, address := range old {
		followOld(tab, home+address)
	}
	server.check(t)
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
