package serve

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

const ownHost = "127.0.0.1:8080"

// writable is a preview at an address that a browser may write through, at
// /.preview/write.
func writable(at net.IP) (*broadcaster, http.Handler) {
	address := &net.TCPAddr{IP: at, Port: 8080}
	s := newBroadcaster(Options{Writing: true, Printer: report.Printer{Language: "en"}, Log: io.Discard})
	s.pass = newPass(address)
	s.put(outcome{site: home()})
	mux := http.NewServeMux()
	mux.Handle("/", s.routes())
	mux.HandleFunc("POST /.preview/write", s.writers(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) }))
	return s, s.guarded(newOriginGuard(at.String(), address), mux)
}

// request sends a request with headers, those of Host and Origin of the preview
// itself unless others are given; a header with an empty value isn't sent.
func request(h http.Handler, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Host = ownHost
	if method == http.MethodPost {
		r.Header.Set("Origin", "http://"+ownHost)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

var loopback = net.IPv4(127, 0, 0, 1)

func TestOnlyABrowserThatWasLetInMayWrite(t *testing.T) {
	s, h := writable(loopback)
	other, _ := writable(loopback)
	entered := request(h, "GET", enterPath+"?token="+s.pass.secret, "Sec-Fetch-Site", "cross-site")
	if len(entered.Cookies()) != 1 {
		t.Fatal(entered)
	}
	cookie := entered.Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || cookie.Path != "/.preview/" || cookie.Name != "sparrausopas-8080" || len(cookie.Value) < 22 {
		t.Error(cookie)
	}
	own := cookie.Name + "=" + cookie.Value
	for name, c := range map[string]struct {
		status  int
		headers []string
	}{
		"let in":                      {204, []string{"Cookie", own}},
		"no cookie":                   {403, nil},
		"an empty cookie":             {403, []string{"Cookie", cookie.Name + "="}},
		"the cookie of another start": {403, []string{"Cookie", cookie.Name + "=" + other.pass.secret}},
		"the cookie of another port":  {403, []string{"Cookie", "sparrausopas-8081=" + cookie.Value}},
		"another host":                {403, []string{"Cookie", own, "Host", "evil.example:8080"}},
		"a form of another site":      {403, []string{"Cookie", own, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}},
		"a form of another port":      {403, []string{"Cookie", own, "Origin", "http://127.0.0.1:9000", "Sec-Fetch-Site", "same-site"}},
		"a form of a file":            {403, []string{"Cookie", own, "Origin", "null"}},
		"a form that says no origin":  {403, []string{"Cookie", own, "Origin", ""}},
	} {
		if got := request(h, "POST", "/.preview/write", c.headers...).StatusCode; got != c.status {
			t.Errorf("%s: %d, want %d", name, got, c.status)
		}
	}
}

func TestARefusedWriterReadsWhatToDo(t *testing.T) {
	_, h := writable(loopback)
	for kind, accept := range map[string]string{"text/plain; charset=utf-8": "*/*", "text/html; charset=utf-8": "text/html,*/*"} {
		answer := request(h, "POST", "/.preview/write", "Accept", accept)
		text, _ := io.ReadAll(answer.Body)
		if answer.Header.Get("Content-Type") != kind || !strings.Contains(string(text), "Double-click the program") {
			t.Errorf("%s: %s", accept, text)
		}
	}
}

func TestNobodyWritesThroughAPreviewThatOtherMachinesSee(t *testing.T) {
	for _, at := range []net.IP{net.IPv4zero, net.IPv4(192, 168, 0, 7)} {
		s, h := writable(at)
		if answer := request(h, "GET", enterPath+"?token="+s.pass.secret, "Host", at.String()+":8080"); answer.StatusCode != 403 || len(answer.Cookies()) > 0 {
			t.Errorf("%s: %s", at, answer.Status)
		}
		answer := request(h, "POST", "/.preview/write", "Cookie", s.pass.cookie+"="+s.pass.secret, "Host", at.String()+":8080", "Origin", "http://"+at.String()+":8080")
		if text, _ := io.ReadAll(answer.Body); answer.StatusCode != 403 || !strings.Contains(string(text), "without `-host`") {
			t.Errorf("%s: %s %s", at, answer.Status, text)
		}
	}
}

func TestAWrongTokenLetsNobodyIn(t *testing.T) {
	s, h := writable(loopback)
	for _, target := range []string{enterPath, enterPath + "?token=", enterPath + "?token=" + s.pass.secret[1:], enterPath + "?token=" + s.pass.secret + "&host"} {
		answer := request(h, "GET", target, "Host", map[bool]string{true: "evil.example:8080", false: ownHost}[strings.HasSuffix(target, "host")])
		if answer.StatusCode != 403 || len(answer.Cookies()) > 0 {
			t.Errorf("%s: %s", target, answer.Status)
		}
	}
}

func TestEnteringLeadsToThePreviewAlone(t *testing.T) {
	s, h := writable(loopback)
	for to, want := range map[string]string{
		"": "/", "/fi/a.html": "/fi/a.html", "/fi/a.html?q=1#kohta": "/fi/a.html?q=1#kohta", "fi/": "/fi/",
		"//evil.example/": "/", "https://evil.example/": "/", "javascript:alert(1)": "/", "/%5Cevil.example": "/evil.example", `/\evil.example`: "/evil.example",
		"/%2F/evil.example": "/evil.example", `\\evil.example`: "/evil.example", "/\t/evil.example": "/", "%": "/", `/"><script>`: "/%22%3E%3Cscript%3E",
	} {
		r := httptest.NewRequest("GET", s.pass.enterAddress("http://"+ownHost+"/", to), nil)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if want := `<meta http-equiv="refresh" content="0;url=` + strings.ReplaceAll(want, "+", "&#43;") + `">`; !strings.Contains(w.Body.String(), want) {
			t.Errorf("%q: want %s in\n%s", to, want, w.Body)
		}
		if w.Header().Get("Referrer-Policy") != "no-referrer" || w.Header().Get("Cache-Control") != "no-store" {
			t.Error(w.Header())
		}
	}
}

var leads = regexp.MustCompile(`url=([^"]+)"`)

// ownAddress returns the address of the preview that a file leads to.
func ownAddress(t *testing.T, file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
	}
	enter := leads.FindStringSubmatch(string(text))[1]
	return enter[:strings.Index(enter, enterPath)+1]
}

func TestTheBrowserIsLedInByAFileOfTheAuthorsOwn(t *testing.T) {
	opened := make(chan string, 1)
	p := start(t, home(), func(o *Options) {
		ready := o.Ready
		o.Writing, o.Ready = true, func(file string) {
			opened <- file
			ready(ownAddress(t, file))
		}
	})
	file := <-opened
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
	if info, err := os.Stat(filepath.Dir(file)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Error(info, err)
	}
	enter := regexp.MustCompile(`http://\S+token=\S+`).FindString(p.said.String())
	if answer, _ := p.get(strings.Replace(enter[len(p.address):], "token=", "token=x", 1)); answer.StatusCode != 403 {
		t.Error(answer.Status)
	}
	if _, err := os.Stat(file); err != nil {
		t.Error("the file is gone before its use")
	}
	if answer, _ := p.get(enter[len(p.address):]); answer.StatusCode != 200 {
		t.Error(answer.Status)
	}
	if _, err := os.Stat(filepath.Dir(file)); err == nil {
		t.Error("the file is still there after its use")
	}
}

func TestTheFileThatLeadsInIsGoneAtTheEnd(t *testing.T) {
	var folder string
	p := start(t, home(), func(o *Options) {
		ready := o.Ready
		o.Writing, o.Ready = true, func(file string) {
			folder = filepath.Dir(file)
			ready(ownAddress(t, file))
		}
	})
	p.stop()
	if _, err := os.Stat(folder); err == nil {
		t.Error("it is still there")
	}
}

func TestAPreviewThatNobodyWritesThroughHasNoWayIn(t *testing.T) {
	p := start(t, home())
	if answer, _ := p.get(enterPath); answer.StatusCode != 404 || strings.Contains(p.said.String(), "token") {
		t.Error(answer.Status, p.said)
	}
}
