package outside

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"sparrausopas/generator/report"
)

// web is a web of one's own: every name but those that begin with "missing" is
// a host of it.
func web(t *testing.T, handler http.HandlerFunc) Asker {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		if strings.HasPrefix(address, "missing") {
			return nil, &net.DNSError{Err: "no such host", Name: address, IsNotFound: true}
		}
		return (&net.Dialer{}).DialContext(ctx, network, server.Listener.Addr().String())
	}
	return Asker{Agent: "sparrausopas-test", Transport: &http.Transport{DialContext: dial}, Pause: time.Millisecond}
}

func TestOnlyAClearAnswerMakesAPageDead(t *testing.T) {
	asker := web(t, func(w http.ResponseWriter, r *http.Request) {
		status := map[string]int{"/404": 404, "/410": 410, "/401": 401, "/403": 403, "/429": 429, "/500": 500, "/503": 503}[r.URL.Path]
		switch {
		case r.URL.Path == "/head" && r.Method == http.MethodHead:
			w.WriteHeader(405)
		case r.URL.Path == "/for-good":
			http.Redirect(w, r, "/ok", http.StatusMovedPermanently)
		case r.URL.Path == "/twice":
			http.Redirect(w, r, "/for-good", http.StatusPermanentRedirect)
		case r.URL.Path == "/for-now":
			http.Redirect(w, r, "/ok", http.StatusFound)
		case r.URL.Path == "/good-then-now":
			http.Redirect(w, r, "/for-now", http.StatusMovedPermanently)
		case r.URL.Path == "/to-nowhere":
			http.Redirect(w, r, "/404", http.StatusMovedPermanently)
		case r.URL.Path == "/circle":
			http.Redirect(w, r, "/circle", http.StatusFound)
		case status != 0:
			w.WriteHeader(status)
		}
	})
	want := map[string]Answer{
		"http://a.fi/ok":            {State: Alive, Status: 200},
		"http://a.fi/ok#place":      {State: Alive, Status: 200},
		"http://a.fi/head":          {State: Alive, Status: 200},
		"http://a.fi/for-good":      {State: Moved, Status: 200, To: "http://a.fi/ok"},
		"http://a.fi/twice":         {State: Moved, Status: 200, To: "http://a.fi/ok"},
		"http://a.fi/for-now":       {State: Alive, Status: 200},
		"http://a.fi/good-then-now": {State: Moved, Status: 200, To: "http://a.fi/for-now"},
		"http://a.fi/to-nowhere":    {State: Dead, Status: 404},
		"http://a.fi/circle":        {State: Unsure},
		"http://a.fi/404":           {State: Dead, Status: 404},
		"http://a.fi/410":           {State: Dead, Status: 410},
		"http://a.fi/401":           {State: Unsure, Status: 401},
		"http://a.fi/403":           {State: Unsure, Status: 403},
		"http://a.fi/429":           {State: Unsure, Status: 429},
		"http://a.fi/500":           {State: Unsure, Status: 500},
		"http://a.fi/503":           {State: Unsure, Status: 503},
		"http://missing.fi/":        {State: NoHost},
	}
	var addresses []string
	for address := range want {
		addresses = append(addresses, address)
	}
	got := asker.Ask(t.Context(), addresses)
	for address, answer := range want {
		answer.Day = got[address].Day
		if got[address] != answer {
			t.Errorf("%s: %+v, want %+v", address, got[address], answer)
		}
	}
}

func TestACertificateOutOfOrderIsTold(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	got := Asker{Transport: &http.Transport{}}.Ask(t.Context(), []string{server.URL})
	if got[server.URL].State != Certificate {
		t.Errorf("%+v", got)
	}
}

func TestWithoutAConnectionNothingIsSaidOfAnyPage(t *testing.T) {
	asker := web(t, func(http.ResponseWriter, *http.Request) {})
	if got := asker.Ask(t.Context(), []string{"http://missing.fi/", "http://missing.se/"}); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

// way is a way to the web by a function.
type way func(*http.Request) (*http.Response, error)

func (w way) RoundTrip(r *http.Request) (*http.Response, error) { return w(r) }

func TestAHostIsAskedOneThingAtATimeWithPausesAndByName(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const took, pause = 5 * time.Millisecond, 30 * time.Millisecond
		var mutex sync.Mutex
		times := map[string][]time.Time{}
		now, most := 0, 0
		note := func(host string, change int) {
			mutex.Lock()
			defer mutex.Unlock()
			if now += change; change > 0 {
				times[host] = append(times[host], time.Now())
			}
			most = max(most, now)
		}
		asker := Asker{Agent: "sparrausopas-test", Pause: pause, Transport: way(func(r *http.Request) (*http.Response, error) {
			note(r.URL.Host, 1)
			defer note(r.URL.Host, -1)
			if r.UserAgent() != "sparrausopas-test" || r.Method != http.MethodHead {
				t.Errorf("%s asks by %s", r.UserAgent(), r.Method)
			}
			time.Sleep(took)
			return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: r}, nil
		})}
		var addresses []string
		for _, host := range strings.Split("abcdefghijkl", "") {
			addresses = append(addresses, "http://"+host+".fi/1", "http://"+host+".fi/2", "http://"+host+".fi/1")
		}
		if got := asker.Ask(t.Context(), addresses); len(got) != 24 {
			t.Errorf("there are %d answers", len(got))
		}
		for host, asked := range times {
			if len(asked) != 2 || asked[1].Sub(asked[0]) != took+pause {
				t.Errorf("%s was asked at %v", host, asked)
			}
		}
		if most != hostsMost {
			t.Errorf("%d hosts were asked at once", most)
		}
	})
}

func TestAHostThatAsksToWaitIsWaitedForOnce(t *testing.T) {
	var asked atomic.Int32
	asker := web(t, func(w http.ResponseWriter, _ *http.Request) {
		if asked.Add(1) == 1 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(429)
		}
	})
	if got := asker.Ask(t.Context(), []string{"http://a.fi/"})["http://a.fi/"]; got.State != Alive || asked.Load() != 2 {
		t.Errorf("%+v after %d questions", got, asked.Load())
	}
	asked.Store(0)
	asker.Patience = time.Millisecond
	if got := asker.Ask(t.Context(), []string{"http://a.fi/"})["http://a.fi/"]; got.State != Unsure || asked.Load() != 1 {
		t.Errorf("with less patience %+v after %d questions", got, asked.Load())
	}
}

func TestACheckThatIsStoppedEndsAtOnceWithWhatItHas(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	asker := web(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/2" {
			stop()
			<-r.Context().Done()
		}
	})
	start := time.Now()
	got := asker.Ask(ctx, []string{"http://a.fi/1", "http://a.fi/2", "http://a.fi/3"})
	if len(got) != 1 || got["http://a.fi/1"].State != Alive || time.Since(start) > 2*time.Minute {
		t.Errorf("%+v after %s", got, time.Since(start))
	}
}

func TestAnswersAreRememberedForAsLongAsTheyHold(t *testing.T) {
	start := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	memory := Memory{}
	memory.Keep(map[string]Answer{
		"alive": {State: Alive, Status: 200, Day: start}, "moved": {State: Moved, To: "x", Day: start}, "dead": {State: Dead, Status: 404, Day: start},
		"away": {State: Unsure, Status: 403, Day: start}, "trouble": {State: Unsure, Status: 503, Day: start},
	}, start)
	memory = ReadMemory(memory.Bytes())
	all := []string{"alive", "away", "dead", "moved", "never", "trouble"}
	for _, c := range []struct {
		after time.Duration
		want  []string
	}{
		{0, []string{"never", "trouble"}},
		{25 * time.Hour, []string{"away", "dead", "never", "trouble"}},
		{7 * 24 * time.Hour, all},
		{-time.Hour, all},
	} {
		if _, unknown := memory.Recall(all, start.Add(c.after)); !slices.Equal(unknown, c.want) {
			t.Errorf("after %s %q are to be asked for", c.after, unknown)
		}
	}
	memory.Keep(nil, start.Add(48*time.Hour))
	if len(memory) != 2 {
		t.Errorf("the memory keeps %v", memory)
	}
}

func TestABrokenMemoryIsEmpty(t *testing.T) {
	for _, text := range []string{"", "null", "[]", `{"a":1}`, "{"} {
		if m := ReadMemory([]byte(text)); m == nil || len(m) > 0 {
			t.Errorf("%q gives %v", text, m)
		}
	}
}

func TestAPageIsAskedForOnceWhateverPlacesInItAreNamed(t *testing.T) {
	var asked atomic.Int32
	asker := web(t, func(http.ResponseWriter, *http.Request) { asked.Add(1) })
	answers := asker.Ask(t.Context(), []string{"http://a.fi/", "http://A.fi/b", "http://a.fi/#x", "http://a.fi/-", "http://a.fi/#y"})
	if len(answers) != 5 || answers["http://a.fi/#y"].State != Alive || asked.Load() != 3 {
		t.Errorf("asked %d times, got %v", asked.Load(), answers)
	}
}

// crashing is a way to the web with a fault in it.
type crashing struct{}

func (crashing) RoundTrip(*http.Request) (*http.Response, error) { panic("no way") }

func TestAFaultOfTheProgramComesOutWhereTheWebWasAsked(t *testing.T) {
	defer func() {
		if crash, ok := recover().(*report.Crash); !ok || crash.Cause != "no way" {
			t.Errorf("there came %v", crash)
		}
	}()
	answers := Asker{Transport: crashing{}}.Ask(t.Context(), []string{"http://a.fi/", "http://b.fi/"})
	t.Errorf("there are answers: %v", answers)
}
