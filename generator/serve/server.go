package serve

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strconv"
	"syscall"
	"time"

	"sparrausopas/generator/report"
)

const (
	// portTries is how many ports are tried, maxPort the highest there is.
	portTries, maxPort = 20, 65535
	// writeTimeout is how long a browser may take to read a response.
	writeTimeout = 30 * time.Second
	// shutdownTimeout is how long the end waits for responses on their way.
	shutdownTimeout = 500 * time.Millisecond
)

// listen takes the port that is asked for or the next free one.
func listen(o Options) (net.Listener, error) {
	host, last := cmp.Or(o.Host, "127.0.0.1"), min(o.Port+portTries, maxPort+1)-1
	var first error
	for port := o.Port; port <= last; port++ {
		listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		switch {
		case err == nil:
			return listener, nil
		case isTaken(err):
			first = cmp.Or(first, err)
		case errors.Is(err, fs.ErrPermission):
			return nil, listenError("port-failed", err, report.Values{"port": strconv.Itoa(port)})
		default:
			return nil, listenError("host-failed", err, report.Values{"host": host})
		}
	}
	return nil, listenError("serve-port", first, report.Values{"host": host, "port": strconv.Itoa(o.Port), "last": strconv.Itoa(last)})
}

// isTaken reports whether another program has the port. Package syscall has no
// names for the errors of Windows: WSAEADDRINUSE, and WSAEACCES for a port that
// another program wants for itself alone.
func isTaken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, syscall.Errno(10048)) || errors.Is(err, syscall.Errno(10013))
}

// listenError returns why there can be no server. A name without an address is
// to a reader the same as an address that this machine doesn't have.
func listenError(rule string, err error, values report.Values) error {
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		err = syscall.EADDRNOTAVAIL
	}
	return report.Problems{report.Source{}.Whole(rule, report.Reason(err, values))}
}

// addresses returns the address to open in a browser on this machine, and the
// one for other machines, "" where only this one is served.
func addresses(listener net.Listener) (own, others string) {
	host, port, _ := net.SplitHostPort(listener.Addr().String())
	at := func(host string) string { return "http://" + net.JoinHostPort(host, port) + "/" }
	number, err := netip.ParseAddr(host)
	switch {
	case err != nil || number.IsLoopback():
		return at(host), ""
	case number.IsUnspecified():
		return at("127.0.0.1"), at(machineAddress())
	}
	return at(host), at(host)
}

// machineAddress returns an address of this machine in its network, or its
// name.
func machineAddress() string {
	addresses, _ := net.InterfaceAddrs()
	for _, address := range addresses {
		if in, ok := address.(*net.IPNet); ok && in.IP.To4() != nil && in.IP.IsGlobalUnicast() {
			return in.IP.String()
		}
	}
	name, _ := os.Hostname()
	return name
}

// newServer makes the server. What it does for a request ends with ctx.
func newServer(ctx context.Context, s *broadcaster, g originGuard) *http.Server {
	return &http.Server{
		Handler:           s.guarded(g, s.routes()),
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       2 * time.Minute,
		// What goes wrong shows in the browser.
		ErrorLog:    log.New(io.Discard, "", 0),
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
}

// closeServer ends the server and returns why it ended by itself, if it did.
func closeServer(server *http.Server, served <-chan error) error {
	ctx, stop := context.WithTimeout(context.Background(), shutdownTimeout)
	defer stop()
	if err := server.Shutdown(ctx); err != nil {
		// Browsers that still read are disconnected.
		_ = server.Close()
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// routes are the addresses of the preview; all others are those of the site.
func (s *broadcaster) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.preview/preview.js", script("layer.js", "place.js", "follow.js"))
	mux.HandleFunc("GET /.preview/preview.css", s.asset("preview.css"))
	mux.HandleFunc("GET /.preview/events", s.ready(s.events))
	mux.HandleFunc("GET /.preview/source", s.ready(s.source))
	mux.HandleFunc("POST /.preview/open", s.ready(s.open))
	if s.Writing {
		mux.HandleFunc("GET "+enterPath, s.enter)
	}
	if s.Edit != nil || s.Door != nil {
		mux.HandleFunc("GET /.preview/edit", s.ready(s.writers(s.editor)))
		mux.HandleFunc("POST /.preview/edit", s.ready(s.writers(s.edit)))
		mux.HandleFunc("GET /.preview/places", s.ready(s.writers(s.places)))
		mux.HandleFunc("POST /.preview/word", s.ready(s.writers(s.word)))
		mux.HandleFunc("POST /.preview/picture", s.ready(s.writers(s.picture)))
		mux.HandleFunc("POST /.preview/pages", s.ready(s.writers(s.pages)))
		mux.HandleFunc("GET /.preview/edit.js", script("edit-lines.js", "edit-place.js", "edit-tools.js", "edit-places.js", "edit-picture.js", "edit.js", "edit-versions.js", "edit-fix.js", "edit-pages.js", "edit-form.js", "edit-word.js", "edit-comments.js"))
		mux.HandleFunc("GET /.preview/reading", s.ready(s.writers(s.reading)))
		mux.HandleFunc("GET /.preview/edit.css", s.asset("edit.css"))
	}
	if s.Publish != nil || s.Door != nil {
		s.publishRoutes(mux)
	}
	if s.Door != nil {
		s.doorRoutes(mux)
	}
	mux.HandleFunc("GET /.preview/", http.NotFound)
	mux.HandleFunc("GET /", s.ready(s.file))
	return mux
}

// ready passes requests to a handler once there is something to be shown.
// Before a guide is chosen they are led to where one chooses it.
func (s *broadcaster) ready(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !s.entrance.isOpen() {
			leadOn(w, startPath)
			return
		}
		select {
		case <-s.first:
		case <-r.Context().Done():
			return
		}
		limit(w, r)
		next(w, r)
	}
}

// guarded passes only those requests to a handler that the origin guard admits.
// Browsers cache no response and show none to another site.
func (s *broadcaster) guarded(g originGuard, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Content-Security-Policy", "frame-ancestors 'self'")
		if !g.admits(r) {
			http.Error(w, s.Printer.Message("serve-refused", nil), http.StatusForbidden)
			return
		}
		limit(w, r)
		next.ServeHTTP(w, r)
	})
}

// limit sets a time by which a response must have been read, and by which the
// body of a request must have come: no request of the preview has one.
func limit(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	// A connection that can't have a limit has none.
	_ = control.SetWriteDeadline(time.Now().Add(writeTimeout))
	if r.ContentLength != 0 {
		_ = control.SetReadDeadline(time.Now().Add(shutdownTimeout))
	}
}
