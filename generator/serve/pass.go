package serve

import (
	"crypto/rand"
	"crypto/subtle"
	"html"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// enterPath is where a browser that brings the secret gets its cookie.
const enterPath = "/.preview/enter"

// pass tells the browsers that may write from other programs of this machine,
// and from those of its other users: they have a secret of this start, from a
// file that the author alone can read or from the author's terminal.
type pass struct {
	// secret is "" where nobody may write, as other machines see the preview.
	secret, cookie string
	// invited ends the file that leads a browser in.
	invited func()
}

// newPass makes the pass of a server that listens at an address.
func newPass(address net.Addr) pass {
	// Browsers send cookies to each port of a machine.
	host, port, _ := net.SplitHostPort(address.String())
	p := pass{cookie: "sparrausopas-" + port, invited: func() {}}
	if number, err := netip.ParseAddr(host); err == nil && number.IsLoopback() {
		p.secret = rand.Text()
	}
	return p
}

// holds reports whether a request comes from a browser that was let in.
func (p pass) holds(r *http.Request) bool {
	cookie, err := r.Cookie(p.cookie)
	return err == nil && p.is(cookie.Value)
}

func (p pass) is(text string) bool {
	return p.secret != "" && subtle.ConstantTimeCompare([]byte(text), []byte(p.secret)) == 1
}

// enterAddress is what leads a browser in, and on to a path of the site.
func (p pass) enterAddress(own, to string) string {
	return strings.TrimSuffix(own, "/") + enterPath + "?" + url.Values{"token": {p.secret}, "to": {to}}.Encode()
}

// enter lets a browser in that brings the secret. A page leads on, not the
// response itself: what follows a link from elsewhere brings no strict cookie
// and doesn't pass the origin guard, however often it is sent on.
func (s *broadcaster) enter(w http.ResponseWriter, r *http.Request) {
	if !s.pass.is(r.FormValue("token")) {
		s.plain(w, http.StatusForbidden, plainPage{Title: s.Printer.Message("serve-enter-refused", nil)})
		return
	}
	s.uninvite()
	http.SetCookie(w, &http.Cookie{Name: s.pass.cookie, Value: s.pass.secret, Path: "/.preview/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	w.Header().Set("Referrer-Policy", "no-referrer")
	s.plain(w, http.StatusOK, plainPage{Title: s.Printer.Message("serve-enter-on", nil), Next: local(r.FormValue("to"))})
}

// uninvite takes away the file that leads in.
func (s *broadcaster) uninvite() {
	s.entrance.mu.Lock()
	defer s.entrance.mu.Unlock()
	s.pass.invited()
}

// local returns an address of the site itself, the first page for any other.
func local(to string) string {
	address, err := url.Parse(to)
	if err != nil || address.Scheme != "" || address.Host != "" || address.Opaque != "" {
		return "/"
	}
	return (&url.URL{Path: "/" + strings.TrimLeft(address.Path, `/\`), RawQuery: address.RawQuery, Fragment: address.Fragment}).String()
}

// writers passes only those requests to a handler that come from a browser
// that may write: let in by this start, and past the origin guard as all are.
// They may take longer than others to be read; how long they may be is for the
// handler to say.
func (s *broadcaster) writers(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch {
		case s.pass.secret == "":
			s.refuse(w, r, "serve-write-off")
		case !s.pass.holds(r):
			s.refuse(w, r, "serve-write-refused")
		default:
			// A connection that can't have a limit has none.
			_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(writeTimeout))
			next(w, r)
		}
	}
}

// refuse says why a request is refused and what to do, to scripts as a text.
func (s *broadcaster) refuse(w http.ResponseWriter, r *http.Request, name string) {
	if text := s.Printer.Message(name, nil); strings.Contains(r.Header.Get("Accept"), "text/html") {
		s.plain(w, http.StatusForbidden, plainPage{Title: text})
	} else {
		http.Error(w, text, http.StatusForbidden)
	}
}

// invite returns what to open in a browser: the address of the preview or,
// where the browser is to write, a file that leads in. Command lines are for
// all users of a machine to see, the file is not. It goes away with its first
// use, else at the end.
func (s *broadcaster) invite(address string) string {
	if !s.Writing || s.pass.secret == "" {
		return address
	}
	enter := s.pass.enterAddress(address, "/")
	s.log(s.Printer.Message("serve-enter", report.Values{"address": enter}))
	if s.Ready == nil {
		return address
	}
	folder, err := os.MkdirTemp("", "sparrausopas-")
	if err != nil {
		return address
	}
	s.pass.invited = func() { _ = os.RemoveAll(folder) }
	file := filepath.Join(folder, "sparrausopas.html")
	text := `<!DOCTYPE html><meta charset="utf-8"><title>Sparrausopas</title><meta http-equiv="refresh" content="0;url=` + html.EscapeString(enter) + `">`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		return address
	}
	return file
}
