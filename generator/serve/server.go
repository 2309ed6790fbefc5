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
	// doors is how many ports are tried, maxPort the highest there is.
	doors, maxPort = 20, 65535
	// writeTimeout is how long a browser may take to read an answer.
	writeTimeout = 30 * time.Second
	// shutdownTimeout is how long the end waits for answers on their way.
	shutdownTimeout = 500 * time.Millisecond
)

// listen takes the port that is asked for or the next free one.
func listen(o Options) (net.Listener, error) {
	host, last := cmp.Or(o.Host, "127.0.0.1"), min(o.Port+doors, maxPort+1)-1
	var first error
	for port := o.Port; port <= last; port++ {
		listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if err == nil {
			return listener, nil
		}
		if !isTaken(err) {
			return nil, listenError(host, port, err)
		}
		first = cmp.Or(first, err)
	}
	return nil, problem("serve-port", report.Reason(reasonOf(first), report.Values{
		"host": host, "port": strconv.Itoa(o.Port), "last": strconv.Itoa(last)}))
}

// listenError is why there can be no server at a host and port, whoever is
// there or not.
func listenError(host string, port int, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return problem("port-failed", report.Reason(err, report.Values{"port": strconv.Itoa(port)}))
	}
	return problem("host-failed", report.Reason(reasonOf(err), report.Values{"host": host}))
}

func problem(rule string, values report.Values) error {
	return report.Problems{report.Source{}.Whole(rule, values)}
}

// reasonOf is the error of the system that stands for one of the network.
func reasonOf(err error) error {
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		return syscall.EADDRNOTAVAIL
	}
	return err
}

// addressOf returns the address to open in a browser on this machine.
func addressOf(listener net.Listener) string {
	host, port, _ := net.SplitHostPort(listener.Addr().String())
	if number, err := netip.ParseAddr(host); err == nil && number.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// addressForOthers returns the address to open on other machines, "" where only
// this one is served.
func addressForOthers(listener net.Listener) string {
	host, port, _ := net.SplitHostPort(listener.Addr().String())
	number, err := netip.ParseAddr(host)
	switch {
	case err != nil || number.IsLoopback():
		return ""
	case number.IsUnspecified():
		host = machineAddress()
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
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
		// What goes wrong is shown where it is seen: in the browser.
		ErrorLog:    log.New(io.Discard, "", 0),
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
}

// closeServer ends the server and tells why it ended before it was told to.
func closeServer(server *http.Server, served <-chan error) error {
	ctx, stop := context.WithTimeout(context.Background(), shutdownTimeout)
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
func (s *broadcaster) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.preview/preview.js", script)
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
func (s *broadcaster) guarded(g originGuard, next http.Handler) http.Handler {
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
	_ = control.SetWriteDeadline(time.Now().Add(writeTimeout))
	if r.ContentLength != 0 {
		_ = control.SetReadDeadline(time.Now().Add(shutdownTimeout))
	}
}
