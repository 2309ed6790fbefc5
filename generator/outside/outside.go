// Package outside asks the web whether the pages that a guide links to are
// still there.
//
//	memory := outside.ReadMemory(data)
//	answers, unknown := memory.Recall(addresses, time.Now())
//	asked := outside.Asker{Agent: "opas.fi link check"}.Ask(ctx, unknown)
//	memory.Keep(asked, time.Now())
//	data = memory.Bytes()
//
// It is a polite guest: it asks each host one thing at a time with a pause
// between, some hosts at once; it asks for the head of a page and for the whole
// only where the host doesn't give heads, says who it is, follows redirects
// only so far, waits and asks once more where it is asked to (Retry-After), and
// remembers answers (Memory), so that the next check asks for little.
//
// Only a clear answer makes a page dead: that it isn't there (404, 410), that
// there is no such host, that its certificate is out of order. A host that
// turns programs away (401, 403, 999), that has too much to do (429) or trouble
// of its own (5xx), or that doesn't answer may well show the page to a person:
// such an answer is Unsure. Where no host at all can be reached, the fault is
// in the connection at hand, and nothing is said of any page.
//
// A page that is there for now at another address is Alive; one that has moved
// for good is Moved. Answers hold for a week if a page is there and for a day
// if it isn't; what is Unsure is asked anew each time, but for hosts that turn
// programs away.
//
// The package reads and writes no files.
package outside

import (
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

// A page is there; there, but for good at another address; not there, as the
// host says; nowhere, as there is no such host; behind a certificate that
// browsers warn of; or there is no telling.
const (
	Alive       State = "alive"
	Moved       State = "moved"
	Dead        State = "dead"
	NoHost      State = "no-host"
	Certificate State = "certificate"
	Unsure      State = "unsure"
)

// Answer is what the web says of an address.
type Answer struct {
	State State `json:"state"`
	// Status is that of HTTP, 0 where no host answered.
	Status int `json:"status,omitempty"`
	// To is the new address of a page that has moved.
	To string `json:"to,omitempty"`
	// Day is when the answer was given.
	Day time.Time `json:"day"`
}

// Asker asks the web. The zero value is ready but for Agent, which tells the
// hosts who asks.
type Asker struct {
	Agent string
	// Transport reaches the web; http.DefaultTransport if nil.
	Transport http.RoundTripper
	// Pause is the time between two questions to a host, and Patience the
	// longest that a host can have its question put off; 300 ms and 30 s if 0.
	Pause, Patience time.Duration
	// Now is the clock; time.Now if nil.
	Now func() time.Time
}

const (
	hostsMost     = 8
	redirectsMost = 5
	// timeout is how long one question may take.
	timeout  = 15 * time.Second
	pause    = 300 * time.Millisecond
	patience = 30 * time.Second
)

// Ask asks for each of the addresses and returns the answers by address. It
// ends early, with those it has, when the context does.
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
			})
			return nil
		}))
	}
	// Asking has no errors but answers, and faults of the program.
	if err := hosts.Wait(); err != nil {
		panic(err)
	}
	if !reached(answers) {
		return map[string]Answer{}
	}
	return answers
}

// byHost parts addresses by their hosts, in order and each once.
func byHost(addresses []string) [][]string {
	addresses = slices.Compact(slices.Sorted(slices.Values(addresses)))
	at := map[string]int{}
	var lists [][]string
	for _, address := range addresses {
		host := ""
		if parsed, err := url.Parse(address); err == nil {
			host = strings.ToLower(parsed.Hostname())
		}
		i, known := at[host]
		if !known {
			i = len(lists)
			at[host], lists = i, append(lists, nil)
		}
		lists[i] = append(lists[i], address)
	}
	return lists
}

// reached reports whether any host has answered.
func reached(answers map[string]Answer) bool {
	for _, answer := range answers {
		if answer.Status != 0 || answer.State == Certificate {
			return true
		}
	}
	return false
}

// askHost asks a host for its pages one by one, for each once, whatever the
// places in it that addresses name.
func (a Asker) askHost(ctx context.Context, addresses []string, note func(string, Answer)) {
	given := map[string]Answer{}
	for _, address := range addresses {
		page, _, _ := strings.Cut(address, "#")
		answer, known := given[page]
		if !known {
			if len(given) > 0 && !wait(ctx, orDefault(a.Pause, pause)) {
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

func (a Asker) now() time.Time {
	if a.Now == nil {
		return time.Now()
	}
	return a.Now()
}

func orDefault(d, otherwise time.Duration) time.Duration {
	if d == 0 {
		return otherwise
	}
	return d
}

// wait waits, and reports whether it was let.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
