package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestFilesAreFoundByTheirAddresses(t *testing.T) {
	p := start(t, home())
	for _, c := range []struct {
		path   string
		status int
		kind   string
		text   string
	}{
		{"/", 200, "text/html; charset=utf-8", "Hei"},
		{"/index.html", 200, "text/html; charset=utf-8", "Hei"},
		{"/fi/", 200, "text/html; charset=utf-8", "Hei"},
		{"/fi/%C3%A4.html", 200, "text/html; charset=utf-8", "Hei"},
		{"/opas-1.css?1", 200, "text/css; charset=utf-8", "h1{}"},
		{"/data/a.json", 200, "application/json", "{}"},
		{"/fi", 302, "", ""},
		{"/lost.html", 404, "text/html; charset=utf-8", "There is no page lost.html"},
		{"/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8", "There is no page etc/passwd"},
		{"/.preview/lost", 404, "text/plain; charset=utf-8", ""},
	} {
		answer, text := p.get(c.path)
		if answer.StatusCode != c.status || answer.Header.Get("Content-Type") != c.kind || !strings.Contains(text, c.text) {
			t.Errorf("%s: %d %s, want %d %s with %q:\n%s", c.path, answer.StatusCode, answer.Header.Get("Content-Type"), c.status, c.kind, c.text, text)
		}
		if answer.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept by the browser", c.path)
		}
	}
	if answer, _ := p.get("/fi"); answer.Header.Get("Location") != "/fi/" {
		t.Errorf("a folder leads on to %q", answer.Header.Get("Location"))
	}
}

func TestOnlyWhatHasTheHashOfItsContentInItsNameMayBeKept(t *testing.T) {
	site := with(with(home(), "assets/opas-0a1b2c3d.css", "h1{}"), "assets/pages-0a1b2c3d.html", page)
	p := start(t, site)
	for path, kept := range map[string]bool{
		"/assets/opas-0a1b2c3d.css": true, "/assets/opas-0a1b2c3e.css": false, "/assets/pages-0a1b2c3d.html": false, "/opas-1.css": false,
	} {
		answer, _ := p.get(path)
		if got := answer.Header.Get("Cache-Control"); strings.Contains(got, "immutable") != kept || got == "" {
			t.Errorf("%s: %q", path, got)
		}
	}
}

func TestAMissingPageNamesAddressesThatAreThere(t *testing.T) {
	p := start(t, home())
	if _, text := p.get("/fi/ä"); !strings.Contains(text, `<a href="/fi/%c3%a4.html">/fi/ä.html</a>`) || !strings.Contains(text, `href="/fi/index.html"`) {
		t.Error(text)
	}
}

func TestTheSiteItselfSaysThatAPageIsMissing(t *testing.T) {
	p := start(t, with(home(), "404.html", "<title>x</title>Sivua ei löydy"))
	answer, text := p.get("/lost.html")
	if answer.StatusCode != 404 || !strings.Contains(text, "Sivua ei löydy") || !strings.Contains(text, "preview.js") {
		t.Error(answer.Status, text)
	}
}

func TestPagesGetTheScriptAndNothingElseDoes(t *testing.T) {
	p := start(t, home())
	_, text := p.get("/")
	if !strings.Contains(text, `</title><script src="/.preview/preview.js" data-version="`) || strings.Count(text, "preview") != 2 {
		t.Error(text)
	}
	if _, text := p.get("/opas-1.css"); text != "h1{}" {
		t.Error(text)
	}
	if got := string(withScript([]byte("<p>no title"), "1")); !strings.HasPrefix(got, "<p>no title<script ") {
		t.Error(got)
	}
}

func TestHeadGetsTheHeadersOfAPage(t *testing.T) {
	p := start(t, home())
	if answer, text := p.do("HEAD", "/"); answer.StatusCode != 200 || text != "" || answer.ContentLength <= 0 {
		t.Error(answer, text)
	}
	if answer, _ := p.do("POST", "/", "Origin", strings.TrimSuffix(p.address, "/")); answer.StatusCode != http.StatusMethodNotAllowed {
		t.Error(answer.Status)
	}
}

func TestTheWorkerOfTheSiteIsReplacedByOneThatGoesAway(t *testing.T) {
	p := start(t, with(home(), "service-worker.js", "caches"))
	if _, text := p.get("/service-worker.js", "Service-Worker", "script"); !strings.Contains(text, "unregister") {
		t.Error(text)
	}
	if _, text := p.get("/service-worker.js"); text != "caches" {
		t.Error(text)
	}
}

func TestStrangersAreRefused(t *testing.T) {
	p := start(t, home())
	port, own := p.port(), strings.TrimSuffix(p.address, "/")
	for _, c := range []struct {
		name    string
		status  int
		headers []string
	}{
		{"the address itself", 200, nil},
		{"localhost", 200, []string{"Host", "localhost:" + port}},
		{"IPv6", 200, []string{"Host", "[::1]:" + port}},
		{"another name", 403, []string{"Host", "evil.example:" + port}},
		{"a name that looks like ours", 403, []string{"Host", "127.0.0.1.evil.example:" + port}},
		{"another port", 403, []string{"Host", "127.0.0.1:1"}},
		{"no port", 403, []string{"Host", "localhost"}},
		{"own origin", 200, []string{"Origin", own}},
		{"another origin", 403, []string{"Origin", "https://evil.example"}},
		{"an origin with another port", 403, []string{"Origin", "http://127.0.0.1:1"}},
		{"an origin that isn't sent", 403, []string{"Origin", "null"}},
		{"own referer", 200, []string{"Referer", own + "/fi/index.html"}},
		{"another referer", 403, []string{"Referer", "https://evil.example/page"}},
		{"typed by hand", 200, []string{"Sec-Fetch-Site", "none"}},
		{"own page", 200, []string{"Sec-Fetch-Site", "same-origin"}},
		{"another port of this machine", 403, []string{"Sec-Fetch-Site", "same-site"}},
		{"another site", 403, []string{"Sec-Fetch-Site", "cross-site"}},
	} {
		for _, path := range []string{"/", "/.preview/preview.js"} {
			if answer, text := p.get(path, c.headers...); answer.StatusCode != c.status || c.status == 403 && !strings.Contains(text, "Type its address") {
				t.Errorf("%s: %s: %s, want %d", c.name, path, answer.Status, c.status)
			}
		}
	}
}

func TestAServerOfAllAddressesIsCalledByNumbersOrItsOwnName(t *testing.T) {
	g := newOriginGuard("0.0.0.0", &net.TCPAddr{IP: net.IPv4zero, Port: 8080})
	for host, want := range map[string]bool{"192.168.1.5:8080": true, "[fe80::1]:8080": true, "localhost:8080": true, "evil.example:8080": false} {
		if got := g.knows(host); got != want {
			t.Errorf("%s: %v, want %v", host, got, want)
		}
	}
	if g := newOriginGuard("192.168.1.5", &net.TCPAddr{Port: 8080}); g.knows("192.168.1.6:8080") || !g.knows("192.168.1.5:8080") {
		t.Error("a server of one address is called by another")
	}
}

func TestTheNextPortIsTakenIfOneIsInUse(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	taken := listener.Addr().(*net.TCPAddr).Port
	p := start(t, home(), func(o *Options) { o.Port = taken })
	if port, _ := strconv.Atoi(p.port()); port <= taken || port >= taken+portTries {
		t.Errorf("port %d, and %d was taken", port, taken)
	}
	if answer, _ := p.get("/"); answer.StatusCode != 200 {
		t.Error(answer.Status)
	}
}

func TestAHostThatIsNotThisMachinesIsAnErrorWithAWayOut(t *testing.T) {
	for _, host := range []string{"192.0.2.1", "nobody.invalid"} {
		err := Run(t.Context(), Options{Host: host, Port: 8080})
		problems, _ := errors.AsType[report.Problems](err)
		if len(problems) != 1 || problems[0].Rule != "host-failed" || problems[0].Values["host"] != host {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestNoFreePortIsAnErrorThatNamesThosePortsThatAreThere(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:65535")
	if err != nil {
		t.Skip(err)
	}
	defer listener.Close()
	problems, _ := errors.AsType[report.Problems](Run(t.Context(), Options{Port: 65535}))
	if len(problems) != 1 || problems[0].Rule != "serve-port" || problems[0].Values["last"] != "65535" {
		t.Error(problems)
	}
}

func TestWhoShowsThePreviewToOthersIsToldSo(t *testing.T) {
	for host, want := range map[string]bool{"0.0.0.0": true, "127.0.0.1": false, "localhost": false} {
		p := start(t, home(), func(o *Options) { o.Host = host })
		if got := strings.Contains(p.said.String(), "others in the same network see the preview"); got != want {
			t.Errorf("%s: it says\n%s", host, p.said.String())
		}
	}
}

func TestAFirstBuildWithAFaultShowsTheFault(t *testing.T) {
	p := start(t, home(), func(o *Options) {
		o.Build = func(context.Context) (Site, report.Problems, error) { return nil, nil, fault() }
	})
	answer, text := p.get("/fi/index.html")
	for _, want := range []string{"content/fi/a.md:2:1", "nunber", "<mark>n</mark>", "did you mean", "preview.js", "data-plain"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s isn't shown:\n%s", want, text)
		}
	}
	if answer.StatusCode != 500 {
		t.Error(answer.Status)
	}
	until(t, "the fault is logged", func() bool { return strings.Contains(p.said.String(), "content/fi/a.md:2:1: unknown key") })
}

func TestBackquotesOfTheAuthorAreNoMarksOfCode(t *testing.T) {
	s := newBroadcaster(Options{})
	i := s.item(report.Source{Name: "a.md", Text: []byte("x")}.At(0, "key-unknown", report.Values{"key": "a`b`c", "known": "d"}))
	if got := pieces(i.Text); len(got) != 3 || got[1] != "a`b`c" {
		t.Errorf("the pieces are %q", got)
	}
}
