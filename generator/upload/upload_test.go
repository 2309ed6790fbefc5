package upload

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/report"
)

var errBroken = errors.New("the line is broken")

// memory is a host that breaks at a call, and may come back after it.
type memory struct {
	mu       sync.Mutex
	files    map[string]string
	calls    int
	breaksAt int
	breaks   bool
	sent     []string
}

func (m *memory) call() error {
	m.calls++
	if m.breaksAt > 0 && m.calls >= m.breaksAt && (m.breaks || m.calls == m.breaksAt) {
		return errBroken
	}
	return nil
}

func (m *memory) Read(name string, _ int64) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if text, ok := m.files[name]; ok {
		return []byte(text), m.call()
	}
	return nil, fs.ErrNotExist
}

func (m *memory) Write(name string, from io.Reader, _ int64) error {
	text, _ := io.ReadAll(from)
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.call(); err != nil {
		return err
	}
	m.files[name], m.sent = string(text), append(m.sent, name)
	return nil
}

func (m *memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.call(); err != nil {
		return err
	}
	delete(m.files, name)
	return nil
}

func (m *memory) Close() error { return nil }

// siteOf makes a site whose pages name their style by the hash of its content.
func siteOf(style, text string, more ...string) fstest.MapFS {
	site := fstest.MapFS{
		"assets/opas-" + style + ".css": {Data: []byte("body{} " + style)},
		"index.html":                    {Data: []byte("<title>Etusivu</title> opas-" + style + ".css " + text)},
		"fi/a.html":                     {Data: []byte("<title>A</title> opas-" + style + ".css " + text)},
		"fi/same.html":                  {Data: []byte("<title>Same</title>")},
		"search/fi/index.js":            {Data: []byte(text)},
		"published.json":                {Data: []byte(text)},
	}
	for _, name := range more {
		site[name] = &fstest.MapFile{Data: []byte("<title>" + name + "</title>")}
	}
	return site
}

func isLasting(name string) bool { return strings.HasPrefix(name, "assets/") }

// sendTo sends a site to a host by what the host says of itself.
func sendTo(host Host, site fs.FS) error {
	want, err := Recorded("opas", site)
	if err != nil {
		return err
	}
	known, err := Known(host, "opas")
	if err != nil {
		return err
	}
	return Send(context.Background(), host, site, want, Options{Known: known, Lasting: isLasting})
}

func holds(t *testing.T, host *memory, site fstest.MapFS) {
	t.Helper()
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(host.files)), isOwn)
	if want := slices.Sorted(maps.Keys(site)); !slices.Equal(names, want) {
		t.Fatalf("the host has %v, not %v", names, want)
	}
	for name, file := range site {
		if host.files[name] != string(file.Data) {
			t.Errorf("%s is %q", name, host.files[name])
		}
	}
}

func TestAnUploadThatFailsAtAnyStepLeavesASiteThatWorksAndGoesOn(t *testing.T) {
	before, after := siteOf("aaaaaaaa", "old", "fi/gone.html"), siteOf("bbbbbbbb", "new", "fi/new.html")
	for _, back := range []bool{false, true} {
		for at := 1; ; at++ {
			host := &memory{files: map[string]string{}}
			if err := sendTo(host, before); err != nil {
				t.Fatal(err)
			}
			host.calls, host.breaksAt, host.breaks = 0, at, !back
			err := sendTo(host, after)
			if err == nil {
				if at < 8 {
					t.Errorf("an upload has %d steps", at)
				}
				break
			}
			works(t, host, before, after)
			host.breaksAt = 0
			if err := sendTo(host, after); err != nil {
				t.Fatal(at, err)
			}
			holds(t, host, after)
		}
	}
}

// works finds pages that are neither old nor new, or whose style is missing, and
// pages that are gone before the new ones are there.
func works(t *testing.T, host *memory, before, after fstest.MapFS) {
	t.Helper()
	for name, old := range before {
		text, there := host.files[name]
		now := after[name]
		switch {
		case !there && (now != nil || host.files["index.html"] != string(after["index.html"].Data)):
			t.Errorf("at %d %s is gone", host.breaksAt, name)
		case there && text != string(old.Data) && (now == nil || text != string(now.Data)):
			t.Errorf("at %d %s is %q", host.breaksAt, name, text)
		}
	}
	for name, text := range host.files {
		if at := strings.Index(text, "opas-"); path.Ext(name) == ".html" && at >= 0 && host.files["assets/"+text[at:at+len("opas-aaaaaaaa.css")]] == "" {
			t.Errorf("at %d %s has no style", host.breaksAt, name)
		}
	}
}

func TestOnlyWhatDiffersIsSent(t *testing.T) {
	host := &memory{files: map[string]string{}}
	site := siteOf("aaaaaaaa", "old")
	if err := sendTo(host, site); err != nil {
		t.Fatal(err)
	}
	host.sent = nil
	site["fi/a.html"] = &fstest.MapFile{Data: []byte("other")}
	if err := sendTo(host, site); err != nil {
		t.Fatal(err)
	}
	if sent := slices.DeleteFunc(host.sent, isOwn); !slices.Equal(sent, []string{"fi/a.html"}) {
		t.Errorf("%v was sent", sent)
	}
}

func TestAPageThatIsChangedBackAfterAFailureIsSentAgain(t *testing.T) {
	before, after := siteOf("aaaaaaaa", "old"), siteOf("aaaaaaaa", "new")
	host := &memory{files: map[string]string{}}
	if err := sendTo(host, before); err != nil {
		t.Fatal(err)
	}
	host.calls, host.breaks, host.breaksAt = 0, true, 6
	if err := sendTo(host, after); err == nil {
		t.Fatal("it didn't fail")
	}
	host.breaksAt = 0
	if err := sendTo(host, before); err != nil {
		t.Fatal(err)
	}
	holds(t, host, before)
}

func TestAStoppedUploadEnds(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	host := &memory{files: map[string]string{}}
	site := siteOf("aaaaaaaa", "old")
	want, _ := Recorded("opas", site)
	err := Send(ctx, host, site, want, Options{Lasting: isLasting, Progress: func(done, total int) {
		if done == 1 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) || len(host.files) > 2*atOnce {
		t.Error(err, len(host.files))
	}
}

func TestWhatIsNoSiteOfTheGuideIsLeftAlone(t *testing.T) {
	for rule, files := range map[string]map[string]string{
		"upload-strange": {"index.html": "somebody else's"},
		"upload-other":   {RecordFile: `{"guide":"other","files":{"a.html":{}}}`},
		"upload-record":  {RecordFile: `{"guide":"opas","files":{"../a.html":{}}}`},
	} {
		host := &memory{files: maps.Clone(files)}
		err := sendTo(host, siteOf("aaaaaaaa", "new"))
		refused, _ := errors.AsType[*report.Refusal](err)
		if refused == nil || refused.Rule != rule || !maps.Equal(host.files, files) {
			t.Errorf("%s: %v, %v", rule, err, host.files)
		}
	}
}

func FuzzNoRecordNamesAFileOutsideOfTheSite(f *testing.F) {
	for _, name := range []string{"a.html", "../a", "/a", `a\\b`, ".sparrausopas", "a/../../b", "a\\u0000"} {
		f.Add([]byte(`{"guide":"x","files":{"` + name + `":{"sum":"1"}}}`))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, ok := ParseRecord(text)
		for name := range r.Files {
			if !ok || !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") || strings.HasPrefix(name, ".sparrausopas") && name == RecordFile {
				t.Errorf("%q", name)
			}
		}
		if again, ok2 := ParseRecord(r.Text()); ok && (!ok2 || !bytes.Equal(again.Text(), r.Text())) {
			t.Errorf("%s reads otherwise", r.Text())
		}
	})
}
