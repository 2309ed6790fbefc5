package serve

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strings"
)

// originGuard lets in those who call the server by its own name and come from
// no other site. A page elsewhere that the author's browser happens to show
// could otherwise read the preview, in the name of the browser.
type originGuard struct {
	names []string
	port  string
	// numbers lets in those who call the server by any number: it serves all
	// addresses of this machine, and a page elsewhere can't borrow a number.
	numbers bool
}

// newOriginGuard makes the guard of a server that listens at an address, for
// the host that it was asked to serve at.
func newOriginGuard(host string, address net.Addr) originGuard {
	_, port, _ := net.SplitHostPort(address.String())
	g := originGuard{names: []string{"localhost", "127.0.0.1", "::1"}, port: port}
	if number, err := netip.ParseAddr(host); err == nil && number.IsUnspecified() {
		g.numbers = true
		if name, err := os.Hostname(); err == nil {
			g.names = append(g.names, strings.ToLower(name))
		}
	} else if host != "" {
		g.names = append(g.names, strings.ToLower(host))
	}
	return g
}

// admits reports whether a request may come in. One that is to do something
// must say that it comes from the preview; others must not say that they don't,
// but for the one that brings the secret, from a file.
func (g originGuard) admits(r *http.Request) bool {
	from, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	switch {
	case !g.knows(r.Host):
		return false
	case r.Method == http.MethodGet && r.URL.Path == enterPath:
		return true
	case site != "" && site != "none" && site != "same-origin":
		return false
	case from != "" && !own(from, r.Host), r.Referer() != "" && !own(r.Referer(), r.Host):
		return false
	}
	return r.Method != http.MethodPost || from != ""
}

// knows reports whether a Host header names this server.
func (g originGuard) knows(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		// Without a port it is that of the web.
		name, port = strings.Trim(host, "[]"), "80"
	}
	if port != g.port {
		return false
	}
	_, err = netip.ParseAddr(name)
	return slices.Contains(g.names, strings.ToLower(name)) || g.numbers && err == nil
}

// own reports whether an address is one of the server that was called by a
// host.
func own(address, host string) bool {
	from, err := url.Parse(address)
	return err == nil && from.Scheme == "http" && strings.EqualFold(from.Host, host)
}
