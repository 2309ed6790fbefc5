package serve

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

// fakeSite is a site whose pages are texts.
type fakeSite struct {
	files map[string]string
	pages map[string]Page
	wrong map[string]error
	// copies are files of any size.
	copies map[string]*Copy
}

func (s fakeSite) Retire() {}

func (s fakeSite) Copy(address string) *Copy { return s.copies[address] }

func (s fakeSite) File(address string) ([]byte, error) {
	if err := s.wrong[address]; err != nil {
		return nil, err
	}
	text, ok := s.files[address]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

func (s fakeSite) Page(address string) (Page, bool) {
	page, ok := s.pages[address]
	return page, ok
}

// builder returns what a test says that a build makes.
type builder struct {
	mu     sync.Mutex
	next   outcome
	builds int
}

func (b *builder) set(site Site, err error, warnings ...report.Problem) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next = outcome{site: site, warnings: warnings, err: err}
}

func (b *builder) build(context.Context) (Site, report.Problems, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.builds++
	return b.next.site, b.next.warnings, b.next.err
}

func (b *builder) count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.builds
}

// noise is what a preview says; many may write to it.
type noise struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (n *noise) Write(text []byte) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.Write(text)
}

func (n *noise) String() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.String()
}

// preview is a preview of a fake site, built anew when the file is saved.
type preview struct {
	t       *testing.T
	address string
	folder  string
	builder *builder
	said    *noise
	options Options
	stop    func()
}

const page = `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Etusivu</title><link rel=stylesheet href=opas-1.css></head><body><h1>Hei</h1>`

func home() fakeSite {
	return fakeSite{
		files: map[string]string{"index.html": page, "opas-1.css": "h1{}", "fi/index.html": page, "fi/ä.html": page, "data/a.json": "{}"},
		pages: map[string]Page{"index.html": {Source: "content/fi/index.md", Title: "Etusivu", Draft: true}},
	}
}

// start shows a site, once the first build is done, until the test ends.
func start(t *testing.T, site Site, change ...func(*Options)) *preview {
	t.Helper()
	p := &preview{t: t, folder: t.TempDir(), builder: &builder{}, said: &noise{}}
	if p.builder.set(site, nil); site == nil {
		p.builder.set(nil, errors.New("the disk is gone"))
	}
	o := Options{Sources: Sources{Watch: func() []string { return []string{p.folder} }, Build: p.builder.build}, Printer: report.Printer{Language: "en"}, Log: p.said}
	ready := make(chan string, 1)
	o.Ready = func(address string) { ready <- address }
	for _, f := range change {
		f(&o)
	}
	if o.Port == 0 {
		o.Port = freePort(t)
	}
	p.options = o
	p.run(o)
	p.address = <-ready
	p.get("/")
	return p
}

func (p *preview) run(o Options) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, o) }()
	p.stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				p.t.Error(err)
			}
		case <-time.After(ample):
			p.t.Error("the preview doesn't end")
		}
	})
	p.t.Cleanup(p.stop)
}

// again starts a preview that was stopped, at the same port.
func (p *preview) again() {
	p.t.Helper()
	port, err := strconv.Atoi(p.port())
	if err != nil {
		p.t.Fatal(err)
	}
	p.options.Port, p.options.Ready = port, nil
	p.run(p.options)
}

func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// save lets the next build make another site and saves a file.
func (p *preview) save(site Site, err error, warnings ...report.Problem) {
	p.t.Helper()
	p.builder.set(site, err, warnings...)
	write(p.t, filepath.Join(p.folder, "a.md"), strconv.FormatInt(time.Now().UnixNano(), 10))
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (p *preview) get(path string, headers ...string) (*http.Response, string) {
	p.t.Helper()
	return p.do("GET", path, headers...)
}

func (p *preview) do(method, path string, headers ...string) (*http.Response, string) {
	p.t.Helper()
	r, err := http.NewRequest(method, p.address+strings.TrimPrefix(path, "/"), nil)
	if err != nil {
		p.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return answer, string(text)
}

func (p *preview) port() string {
	_, port, _ := net.SplitHostPort(strings.Trim(strings.TrimPrefix(p.address, "http://"), "/"))
	return port
}

// ample is how long something may take: it costs nothing while all is well,
// and a slow or busy machine needs much of it.
const ample = 2 * time.Minute

func until(t *testing.T, what string, met func() bool) {
	t.Helper()
	for end := time.Now().Add(ample); !met(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: it didn't happen", what)
		}
	}
}

func with(site fakeSite, address, text string) fakeSite {
	site.files = maps.Clone(site.files)
	site.files[address] = text
	return site
}

func fault() error {
	source := report.Source{Name: "content/fi/a.md", Text: []byte("+++\nnunber = 7\n+++\n")}
	return report.Problems{source.At(4, "key-unknown", report.Values{"key": "nunber", "suggestion": "number"})}
}
