package serve

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

// follower is a browser that listens.
type follower struct {
	t      *testing.T
	events chan [2]string // name and data; closed when the stream ends
	close  func()
}

// listen opens a page, whose scripts may load more, and listens to what happens
// to it.
func (p *preview) listen(path string, loaded ...string) *follower {
	p.t.Helper()
	_, text := p.get(path)
	version := regexp.MustCompile(`data-version="([^"]*)"`).FindStringSubmatch(text)
	if version == nil {
		p.t.Fatalf("%s has no version:\n%s", path, text)
	}
	return p.listenAs(path, version[1], loaded...)
}

func (p *preview) listenAs(path, version string, loaded ...string) *follower {
	p.t.Helper()
	answer, err := http.Get(p.address + ".preview/events?" + url.Values{"page": {path}, "version": {version}, "loaded": loaded}.Encode())
	if err != nil {
		p.t.Fatal(err)
	}
	l := &follower{p.t, make(chan [2]string, 100), func() { answer.Body.Close() }}
	p.t.Cleanup(l.close)
	go func() {
		defer close(l.events)
		lines := bufio.NewScanner(answer.Body)
		for event := ""; lines.Scan(); {
			if name, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				event = name
			}
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				l.events <- [2]string{event, data}
			}
		}
	}()
	return l
}

// next returns the next event, which must have the name.
func (l *follower) next(name string) string {
	l.t.Helper()
	select {
	case event := <-l.events:
		if event[0] != name {
			l.t.Fatalf("event %q, want %q: %s", event[0], name, event[1])
		}
		return event[1]
	case <-time.After(ample):
		l.t.Fatalf("no event, want %q", name)
		return ""
	}
}

func (l *follower) view() view {
	l.t.Helper()
	var v view
	if err := json.Unmarshal([]byte(l.next("view")), &v); err != nil {
		l.t.Fatal(err)
	}
	return v
}

// begin takes the events that each browser gets first.
func (l *follower) begin() view {
	l.t.Helper()
	l.next("words")
	return l.view()
}

func TestASaveReloadsThePagesThatChangedAndNoOther(t *testing.T) {
	p := start(t, home())
	changed, same := p.listen("/"), p.listen("/fi/ä.html")
	changed.begin()
	same.begin()
	p.save(with(home(), "index.html", page+"uusi"), nil)
	changed.next("reload")
	if v := same.view(); v.Faults.Items != nil {
		t.Errorf("%+v", v)
	}
}

func TestAChangedStylesheetIsExchanged(t *testing.T) {
	p := start(t, home())
	l := p.listen("/")
	l.begin()
	site := with(home(), "opas-2.css", "h1{color:red}")
	p.save(with(site, "index.html", strings.Replace(page, "opas-1", "opas-2", 1)), nil)
	if data := l.next("style"); data != `[{"old":"opas-1.css","new":"opas-2.css"}]` {
		t.Error(data)
	}
	l.view()
	p.save(with(site, "index.html", page), nil)
	if data := l.next("style"); data != `[{"old":"opas-2.css","new":"opas-1.css"}]` {
		t.Error(data)
	}
	l.view()
	p.save(with(home(), "opas-1.css", "h1{color:blue}"), nil)
	if data := l.next("style"); !strings.HasPrefix(data, `[{"old":"opas-1.css","new":"opas-1.css?`) {
		t.Error(data)
	}
}

func TestALinkedPageThatChangedIsNoReasonToLoadAnother(t *testing.T) {
	linking := strings.Replace(page, "<body>", `<body><a href="fi/ä.html?kohta=1#alku">Ä</a>`, 1)
	if linking == page {
		t.Fatal("the page has no body")
	}
	site := with(home(), "index.html", linking)
	p := start(t, site)
	l := p.listen("/")
	l.begin()
	p.save(with(site, "fi/ä.html", page+"uusi"), nil)
	l.view()
}

func TestWhatElseThePageNamesReloadsIt(t *testing.T) {
	old := with(with(home(), "index.html", page+`<img src="kuvat/a%20b.svg">`), "kuvat/a b.svg", "<svg/>")
	p := start(t, old)
	l := p.listen("/")
	l.begin()
	p.save(with(old, "kuvat/a b.svg", "<svg></svg>"), nil)
	l.next("reload")
}

// costlySite counts how often its index is asked for.
type costlySite struct {
	fakeSite
	made *atomic.Int32
}

func (s costlySite) File(address string) ([]byte, error) {
	if address == "search/ä.js" {
		s.made.Add(1)
	}
	return s.fakeSite.File(address)
}

func TestWhatThePagesScriptsHaveLoadedReloadsItWhenItChanges(t *testing.T) {
	site := with(home(), "search/ä.js", "old")
	p := start(t, site)
	searching, reading := p.listen("/", "/search/ä.js"), p.listen("/")
	searching.begin()
	reading.begin()
	p.save(with(site, "fi/ä.html", page+"uusi"), nil)
	searching.view()
	reading.view()
	p.save(with(site, "search/ä.js", "new"), nil)
	searching.next("reload")
	reading.view()
}

func TestWhatNoOpenPageHasLoadedIsNotMade(t *testing.T) {
	site := costlySite{with(home(), "search/ä.js", "old"), new(atomic.Int32)}
	p := start(t, site)
	reading, searching := p.listen("/"), p.listen("/fi/ä.html", "/search/ä.js")
	reading.begin()
	searching.begin()
	// A page that is another itself needs no more to be compared.
	site.fakeSite = with(site.fakeSite, "fi/ä.html", page+"uusi")
	p.save(site, nil)
	reading.view()
	searching.next("reload")
	if made := site.made.Load(); made != 0 {
		t.Errorf("the index was made %d times", made)
	}
}

func TestAFaultLiesOverTheLastGoodPageUntilItIsMended(t *testing.T) {
	p := start(t, home(), func(o *Options) { o.Read = func(string) ([]byte, error) { return nil, nil } })
	l := p.listen("/")
	if v := l.begin(); v.Faults.Items != nil || !v.Page.Draft || v.Page.Source != "content/fi/index.md" {
		t.Errorf("%+v", v)
	}
	p.save(nil, fault())
	v := l.view()
	if v.Faults.Count != "1 problem" || len(v.Faults.Items) != 1 {
		t.Fatalf("%+v", v.Faults)
	}
	want := item{Place: "content/fi/a.md:2:1", Source: "/.preview/source?file=content%2Ffi%2Fa.md#L2",
		Text: "unknown key \u0001nunber\u0001", Line: 2, Before: "", Mark: "n", After: "unber = 7", Hint: "did you mean \u0001number\u0001?"}
	if v.Faults.Items[0] != want {
		t.Errorf("%+v\nwant %+v", v.Faults.Items[0], want)
	}
	if answer, text := p.get("/"); answer.StatusCode != 200 || !strings.Contains(text, "Hei") {
		t.Error("the last good page is gone", answer.Status)
	}
	p.save(home(), nil)
	if v := l.view(); v.Faults.Items != nil {
		t.Errorf("the fault stays: %+v", v.Faults)
	}
}

func TestAPageThatCanNotBeMadeStaysAsItWas(t *testing.T) {
	p := start(t, home())
	l := p.listen("/")
	l.begin()
	broken := home()
	broken.wrong = map[string]error{"index.html": fault()}
	p.save(broken, nil)
	if v := l.view(); len(v.Faults.Items) != 1 {
		t.Errorf("%+v", v)
	}
	p.save(with(home(), "index.html", page+"mended"), nil)
	l.next("reload")
}

func TestAFirstFaultGoesAwayWhenItIsMended(t *testing.T) {
	p := start(t, nil)
	until(t, "the fault is logged", func() bool { return strings.Contains(p.said.String(), "the disk is gone") })
	l := p.listen("/")
	if v := l.begin(); v.Faults.Items[0].Text != "the disk is gone" {
		t.Errorf("%+v", v)
	}
	p.save(nil, fault())
	l.next("reload")
	l = p.listen("/")
	l.begin()
	p.save(home(), nil)
	l.next("reload")
}

func TestMoreProblemsThanAPageCanHoldAreCounted(t *testing.T) {
	var faults report.Problems
	for range listMost + 3 {
		faults = append(faults, fault().(report.Problems)...)
	}
	l := newBroadcaster(Options{Printer: report.Printer{Language: "en"}}).listing("problem", faults)
	if len(l.Items) != listMost || l.More != "and 3 more" || l.Count != "23 problems" {
		t.Errorf("%d items, %q, %q", len(l.Items), l.More, l.Count)
	}
}

func TestWarningsShowOnThePageOfTheirFile(t *testing.T) {
	p := start(t, home())
	l, other := p.listen("/"), p.listen("/fi/ä.html")
	l.begin()
	other.begin()
	p.save(home(), nil, report.Source{Name: "content/fi/index.md"}.Whole("title-long", nil))
	if v := l.view(); v.Warnings.Count != "1 warning" || len(v.Warnings.Items) != 1 {
		t.Errorf("%+v", v)
	}
	if v := other.view(); v.Warnings.Items != nil {
		t.Errorf("%+v", v)
	}
}

func TestABrowserThatMissedSomethingLoadsAgain(t *testing.T) {
	p := start(t, home())
	p.listenAs("/", "older.1").next("reload")
}

func TestAMissingPageIsLoadedWhenItIsThere(t *testing.T) {
	p := start(t, home())
	l := p.listen("/new.html")
	l.begin()
	p.save(with(home(), "new.html", page), nil)
	l.next("reload")
}

func TestBrowsersThatGoAwayLeaveNothingBehind(t *testing.T) {
	p := start(t, home())
	before := runtime.NumGoroutine()
	for range 20 {
		l := p.listen("/")
		l.begin()
		l.close()
	}
	http.DefaultClient.CloseIdleConnections()
	until(t, "the streams end", func() bool { return runtime.NumGoroutine() <= before+4 })
}

func TestTheEndClosesStreamsAtOnce(t *testing.T) {
	p := start(t, home())
	l := p.listen("/")
	l.begin()
	// A stream that stayed open would keep the preview from its end.
	p.stop()
	if _, open := <-l.events; open {
		t.Error("an event after the end")
	}
}

func TestNamesLeadToFilesOfTheSite(t *testing.T) {
	for name, want := range map[string]string{
		"opas.css": "fi/opas.css", "../assets/a.css?x#y": "assets/a.css", "/a.js": "a.js", "": "", "#top": "", "https://example.org/a.css": "",
		"//example.org/a.css": "", "mailto:a@b.fi": "", "../../../a.css": "a.css", "a&amp;b.svg": "fi/a&b.svg", "%zz": "", "data:,": "",
	} {
		if got := resolve("fi/index.html", name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestStylesheetsAreFoundHoweverTheyAreWritten(t *testing.T) {
	got := stylesheets([]byte(`<link rel="stylesheet" href="a.css"><LINK href='b.css' rel=stylesheet media=print><link rel=icon href=c.ico><link href=d.css rel=stylesheet>`))
	if strings.Join(got, " ") != "a.css b.css d.css" {
		t.Error(got)
	}
}

func TestALongLineIsCutAroundItsMark(t *testing.T) {
	before, mark, after := parts(strings.Repeat("ä", 200)+"!"+strings.Repeat("ö", 200), 201)
	if before != "…"+strings.Repeat("ä", around) || mark != "!" || after != strings.Repeat("ö", around)+"…" {
		t.Errorf("%q %q %q", before, mark, after)
	}
	if before, mark, after := parts("ab", 3); before != "ab" || mark != " " || after != "" {
		t.Errorf("%q %q %q", before, mark, after)
	}
}

func TestAFolderThatTheSiteIsMadeOfSinceTheLastBuildIsWatched(t *testing.T) {
	base := t.TempDir()
	var joined atomic.Bool
	p := start(t, home(), func(o *Options) {
		own := o.Watch
		o.Watch = func() []string {
			if joined.Load() {
				return append(own(), base)
			}
			return own()
		}
	})
	l := p.listen("/")
	l.begin()
	joined.Store(true)
	p.save(with(home(), "index.html", page+"yhteisestä"), nil)
	l.next("reload")
	l = p.listen("/")
	l.begin()
	p.builder.set(with(home(), "index.html", page+"muuttui"), nil)
	// The watch of the new folder may begin a moment later.
	until(t, "a save in the new folder is seen", func() bool {
		write(t, filepath.Join(base, "a.md"), time.Now().String())
		_, text := p.get("/")
		return strings.Contains(text, "muuttui")
	})
}
