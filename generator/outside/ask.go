package outside

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// errRedirects ends a chain of redirects.
var errRedirects = errors.New("too many redirects")

// ask checks one page: it requests the head, then the whole if the host doesn't
// support HEAD, and once more if the host demands a delay.
func (a Asker) ask(ctx context.Context, address string) Answer {
	answer, later := a.request(ctx, http.MethodHead, address)
	if slices.Contains([]int{403, 404, 405, 501}, answer.Status) {
		if !wait(ctx, cmp.Or(a.Pause, pause)) {
			return answer
		}
		answer, later = a.request(ctx, http.MethodGet, address)
	}
	if answer.Status == http.StatusTooManyRequests && later > 0 && later <= cmp.Or(a.Patience, patience) && wait(ctx, later) {
		answer, _ = a.request(ctx, http.MethodGet, address)
	}
	return answer
}

// request sends one request. Later is the delay that the host demands.
func (a Asker) request(ctx context.Context, method, address string) (answer Answer, later time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	question, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return Answer{State: NoHost}, 0
	}
	question.Header.Set("User-Agent", a.Agent)
	question.Header.Set("Accept", "text/html,*/*;q=0.8")
	moved := permanent{}
	client := http.Client{Transport: a.Transport, CheckRedirect: moved.follow}
	response, err := client.Do(question)
	if err != nil {
		return Answer{State: stateOf(err)}, 0
	}
	// Only the status counts.
	_ = response.Body.Close()
	seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
	answer = Answer{State: judge(response.StatusCode), Status: response.StatusCode}
	if answer.State == Alive && moved.to != "" {
		answer.State, answer.To = Moved, moved.to
	}
	return answer, time.Duration(seconds) * time.Second
}

// judge returns the state that a status means.
func judge(status int) State {
	switch {
	case status < 400:
		return Alive
	case status == http.StatusNotFound, status == http.StatusGone:
		return Dead
	}
	return Unsure
}

// stateOf returns the state that an error means.
func stateOf(err error) State {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &certificate):
		return Certificate
	case errors.As(err, &name) && name.IsNotFound:
		return NoHost
	}
	return Unsure
}

// permanent follows redirects, and notes the address to which the permanent
// ones lead: those before the first temporary one.
type permanent struct {
	to    string
	ended bool
}

// follow is called before each redirect is followed; its error ends the chain.
func (p *permanent) follow(next *http.Request, via []*http.Request) error {
	if len(via) > redirectsMost {
		return errRedirects
	}
	status := next.Response.StatusCode
	p.ended = p.ended || status != http.StatusMovedPermanently && status != http.StatusPermanentRedirect
	if !p.ended {
		p.to = next.URL.String()
	}
	return nil
}
