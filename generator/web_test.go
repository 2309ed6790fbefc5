package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// newWeb is a web for scripts, to be reached as a proxy: whatever the host, the
// path of a page says what becomes of it.
func newWeb(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "":
			// A page with https goes through the proxy unseen: there is none.
			w.WriteHeader(http.StatusBadGateway)
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/closed":
			w.WriteHeader(http.StatusForbidden)
		case "/moved":
			http.Redirect(w, r, "http://"+r.Host+"/new", http.StatusMovedPermanently)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}
