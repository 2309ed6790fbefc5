// Package outside asks the web whether the pages that a guide links to are
// still there.
//
//	memory := outside.ReadMemory(data)
//	answers, unknown := memory.Recall(addresses, time.Now())
//	asked := outside.Asker{Agent: "opas.fi link check"}.Ask(ctx, unknown)
//	memory.Keep(asked, time.Now())
//	data = memory.Bytes()
//
// It is polite: it sends each host one request at a time with a pause between,
// to some hosts at once; it requests the head of a page, and the whole only
// where the host doesn't support HEAD, names itself, follows a limited number
// of redirects, waits and asks once more where a host demands that
// (Retry-After), and remembers answers (Memory), so that the next check needs
// few requests.
//
// Only a clear answer makes a page dead: that it isn't there (404, 410), that
// there is no such host, that its certificate isn't valid. A host that refuses
// programs (401, 403, 999), that is overloaded (429) or has an error (5xx), or
// that doesn't respond may well show the page to a person: such an answer is
// Unsure. If no host at all can be reached, the connection is down, and there
// are no answers.
//
// A page with a temporary redirect is Alive; one with a permanent redirect is
// Moved. Answers hold for a week if a page is there and for a day if it isn't;
// Unsure pages are requested anew each time, but for hosts that refuse
// programs.
//
// The package reads and writes no files.
package outside

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/report"
)

// State is what is known of a page on the web.
type State string

// A page exists; has a permanent redirect; doesn't exist; has a host that
// doesn't exist; has a certificate that browsers warn of; or its host doesn't
// say.
const (
	Alive       State = "alive"
	Moved       State = "moved"
	Dead        State = "dead"
	NoHost      State = "no-host"
	Certificate State = "certificate"
	Unsure      State = "unsure"
)

// Answer is what is known of an address.
type Answer struct {
	State State `json:"state"`
	// Status is that of HTTP, 0 if there was no response.
	Status int `json:"status,omitempty"`
	// To is the new address of a page that has moved.
	To string `json:"to,omitempty"`
	// Day is the time of the response.
	Day time.Time `json:"day"`
}

// Asker sends the requests. Only Agent, the name it sends to hosts, must be
// set.
type Asker struct {
	Agent string
	// Transport is http.DefaultTransport if nil.
	Transport http.RoundTripper
	// Pause is the time between two requests to a host, and Patience the
	// longest delay that a host can demand; 300 ms and 30 s if 0.
	Pause, Patience time.Duration
	// Now is the clock; time.Now if nil.
	Now func() time.Time
	// Progress, if there is one, is told how many addresses have their answer of
	// how many.
	Progress func(done, total int)
}

const (
	hostsMost     = 8
	redirectsMost = 5
	// timeout is how long one request may take.
	timeout  = 15 * time.Second
	pause    = 300 * time.Millisecond
	patience = 30 * time.Second
)

// Ask checks each of the addresses and returns the answers by address. When ctx
// ends, it returns those it has.
func (a Asker) Ask(ctx context.Context, addresses []string) map[string]Answer {
	var mutex sync.Mutex
	answers := map[string]Answer{}
	var hosts errgroup.Group
	hosts.SetLimit(hostsMost)
	for _, list := range byHost(addresses) {
		hosts.Go(report.Rescued(func() error {
			a.askHost(ctx, list, func(address string, answer Answer) {
				mutex.Lock()
				defer mutex.Unlock()
				answers[address] = answer
				if a.Progress != nil {
					a.Progress(len(answers), len(addresses))
				}
			})
			return nil
		}))
	}
	// Failed requests are answers; an error is a fault of the program.
	if err := hosts.Wait(); err != nil {
		panic(err)
	}
	if !reached(answers) {
		return map[string]Answer{}
	}
	return answers
}

// byHost groups addresses by their hosts, in order and each once.
func byHost(addresses []string) map[string][]string {
	lists := map[string][]string{}
	for _, address := range slices.Compact(slices.Sorted(slices.Values(addresses))) {
		host := ""
		if parsed, err := url.Parse(address); err == nil {
			host = strings.ToLower(parsed.Hostname())
		}
		lists[host] = append(lists[host], address)
	}
	return lists
}

// reached reports whether any host has responded.
func reached(answers map[string]Answer) bool {
	for _, answer := range answers {
		if answer.Status != 0 || answer.State == Certificate {
			return true
		}
	}
	return false
}

// askHost requests the pages of a host one by one, each once, whatever
// fragments addresses have.
func (a Asker) askHost(ctx context.Context, addresses []string, note func(string, Answer)) {
	given := map[string]Answer{}
	for _, address := range addresses {
		page, _, _ := strings.Cut(address, "#")
		answer, known := given[page]
		if !known {
			if len(given) > 0 && !wait(ctx, cmp.Or(a.Pause, pause)) {
				return
			}
			answer = a.ask(ctx, page)
			if ctx.Err() != nil {
				return
			}
			answer.Day = a.now()
			given[page] = answer
		}
		note(address, answer)
	}
}

// now returns the time of an answer.
func (a Asker) now() time.Time {
	if a.Now == nil {
		return time.Now()
	}
	return a.Now()
}

// wait waits, and reports whether ctx hasn't ended.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
