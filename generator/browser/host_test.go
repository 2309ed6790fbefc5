package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
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
	folder string
	down   bool
	// slow are the stages whose files never come.
	slow []string
	// uploaded are the stages whose files come from the folder after.
	uploaded []string
	after    string
	// login is how the paths begin for which the host sends its login page.
	login string
}

// stages returns the parts of a guide that are uploaded one after another, in
// any order.
func stages() []string { return []string{"worker", "assets", "search", "pages"} }

func stageOf(path string) string {
	switch first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/"); first {
	case "service-worker.js":
		return "worker"
	case "assets", "search":
		return first
	}
	return "pages"
}

func newHost(t *testing.T, folder string) *host {
	t.Helper()
	h := &host{state: state{folder: folder}}
	h.home = startHost(t, http.StripPrefix("/opas", h)) + "/opas/"
	return h
}

// startHost returns the address of a server that closes when the test ends.
func startHost(t *testing.T, handler http.Handler) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(func() {
		// What the host hasn't answered would keep it open.
		server.CloseClientConnections()
		server.Close()
	})
	return server.URL
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
	now, stage := h.now(r), stageOf(r.URL.Path)
	slow := slices.Contains(now.slow, stage)
	if slow {
		<-r.Context().Done()
	}
	if now.down || slow {
		panic(http.ErrAbortHandler)
	}
	if now.login != "" && strings.HasPrefix(r.URL.Path, now.login) {
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write([]byte(`<!doctype html><title>Log in</title><link rel="icon" href="data:,">`))
		return
	}
	if now.after != "" {
		// What a browser takes for new enough would be of an unknown build.
		w.Header().Set("Cache-Control", "no-cache")
	}
	if slices.Contains(now.uploaded, stage) {
		now.folder = now.after
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
