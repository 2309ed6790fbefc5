package serve

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

const (
	// joinPath is where another start of the program asks this one to show itself.
	joinPath = "/.preview/join"
	// joinTimeout is how long the other waits for that.
	joinTimeout = 3 * time.Second
	// keyLeast is how long a key must be at the least, proofMost an answer may be.
	keyLeast, proofMost = 20, 100
)

// Running is where a program runs, and a key by which those know each other who can
// read the author's files.
type Running struct{ Address, Key string }

// Join asks a running program to open its page in the browser, and reports whether
// it did: it proves that it has the key, as by now somebody else may be at its port.
func Join(running Running) bool {
	at, err := netip.ParseAddrPort(running.Address)
	if err != nil || !at.Addr().IsLoopback() || len(running.Key) < keyLeast {
		return false
	}
	once := rand.Text()
	asked := url.Values{"once": {once}, "proof": {running.proof("show", once)}}
	client := http.Client{Timeout: joinTimeout, Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Get("http://" + at.String() + joinPath + "?" + asked.Encode())
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(io.LimitReader(answer.Body, proofMost))
	return err == nil && hmac.Equal(said, []byte(running.proof("shown", once)))
}

// proof is what only those can say who have the key, once.
func (running Running) proof(what, once string) string {
	mac := hmac.New(sha256.New, []byte(running.Key))
	_, _ = io.WriteString(mac, what+" "+once)
	return hex.EncodeToString(mac.Sum(nil))
}

// join opens the preview in the browser for another start of the program.
func (s *broadcaster) join(w http.ResponseWriter, r *http.Request) {
	once := r.FormValue("once")
	if !hmac.Equal([]byte(r.FormValue("proof")), []byte(s.running.proof("show", once))) {
		http.Error(w, s.Printer.Message("serve-refused", nil), http.StatusForbidden)
		return
	}
	s.entrance.mu.Lock()
	defer s.entrance.mu.Unlock()
	// Who comes is given the time to come.
	s.visitors.change(func() {})
	s.pass.invited()
	if invitation := s.invite("http://" + s.running.Address + "/"); s.Ready != nil {
		s.Ready(invitation)
	}
	_, _ = io.WriteString(w, s.running.proof("shown", once))
}
