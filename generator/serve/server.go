package serve

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

const (
	// doors is how many ports are tried.
	doors = 20
	// patience is how long a browser may take to read an answer.
	patience = 30 * time.Second
	// farewell is how long the end waits for answers on their way.
	farewell = 500 * time.Millisecond
)

// listen takes the port that is asked for or the next free one.
func listen(o Options) (net.Listener, error) {
	host := cmp.Or(o.Host, "127.0.0.1")
	var first error
	for port := o.Port; port < o.Port+doors; port++ {
		door, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if err == nil {
			return door, nil
		}
		first = cmp.Or(first, err)
	}
	values := report.Values{"host": host, "port": strconv.Itoa(o.Port), "last": strconv.Itoa(o.Port + doors - 1), "error": first.Error()}
	return nil, errors.New(o.Voice.Advise("serve-port", values))
}

// addressOf gives the address to open in a browser on this machine.
func addressOf(door net.Listener) string {
	host, port, _ := net.SplitHostPort(door.Addr().String())
	if number, err := netip.ParseAddr(host); err == nil && number.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// newServer makes the server. What it does for a request ends with ctx.
func newServer(ctx context.Context, s *show, g gate) *http.Server {
	return &http.Server{
		Handler:           s.guarded(g, s.routes()),
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       2 * time.Minute,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
}

// closeServer ends the server and tells why it ended before it was told to.
func closeServer(server *http.Server, served <-chan error) error {
	ctx, stop := context.WithTimeout(context.Background(), farewell)
	defer stop()
	if err := server.Shutdown(ctx); err != nil {
		// Whoever still reads is left.
		_ = server.Close()
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// routes are the addresses of the preview; all others are those of the site.
func (s *show) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.preview/preview.js", s.asset("preview.js"))
	mux.HandleFunc("GET /.preview/preview.css", s.asset("preview.css"))
	mux.HandleFunc("GET /.preview/events", s.events)
	mux.HandleFunc("GET /.preview/source", s.source)
	mux.HandleFunc("POST /.preview/open", s.open)
	mux.HandleFunc("GET /.preview/", http.NotFound)
	mux.HandleFunc("GET /", s.file)
	return mux
}

// guarded lets only those to a handler who may, and tells browsers to keep
// nothing and to show it to no other site.
func (s *show) guarded(g gate, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Content-Security-Policy", "frame-ancestors 'self'")
		if !g.admits(r) {
			http.Error(w, s.Voice.Say("serve-refused", nil), http.StatusForbidden)
			return
		}
		select {
		case <-s.first:
		case <-r.Context().Done():
			return
		}
		limit(w, r)
		next.ServeHTTP(w, r)
	})
}

// limit sets a time by which an answer must have been read, and what a request
// brings must have come: nothing that is wanted brings anything.
func limit(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	// A connection that can't have a limit has none.
	_ = control.SetWriteDeadline(time.Now().Add(patience))
	if r.ContentLength != 0 {
		_ = control.SetReadDeadline(time.Now().Add(farewell))
	}
}
