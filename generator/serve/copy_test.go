package serve

import (
	"io"
	"io/fs"
	"net/http"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// film is a file of a terabyte of zeros.
type film struct {
	*io.SectionReader
	closed *bool
}

type zeros struct{}

func (zeros) ReadAt(p []byte, _ int64) (int, error) { clear(p); return len(p), nil }

func (film) Stat() (fs.FileInfo, error) { return nil, fs.ErrInvalid }
func (f film) Close() error             { *f.closed = true; return nil }

func TestALargeFileIsSentAsItIsRead(t *testing.T) {
	closed := false
	site := home()
	site.copies = map[string]*Copy{
		"film.mp4": {Open: func() (fs.File, error) { return film{io.NewSectionReader(zeros{}, 0, 1<<40), &closed}, nil }},
	}
	p := start(t, site)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, p.address+"film.mp4", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Range", "bytes=-5")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if answer.StatusCode != http.StatusPartialContent || string(text) != "\x00\x00\x00\x00\x00" || err != nil || answer.Header.Get("Content-Type") != "video/mp4" {
		t.Errorf("%d %s %q (%v)", answer.StatusCode, answer.Header.Get("Content-Type"), text, err)
	}
	if p.stop(); !closed {
		t.Error("the file is left open")
	}
}

func TestACopyThatIsGoneIsToldOnItsPage(t *testing.T) {
	site := home()
	site.copies = map[string]*Copy{"a.pdf": {Open: func() (fs.File, error) { return nil, report.Unreadable("content/static/a.pdf", fs.ErrNotExist) }}}
	p := start(t, site)
	if answer, text := p.get("/a.pdf"); answer.StatusCode != http.StatusInternalServerError || !strings.Contains(text, "content/static/a.pdf") {
		t.Errorf("%d: %s", answer.StatusCode, text)
	}
}

func TestAPageIsLoadedAgainWhenACopyChanges(t *testing.T) {
	shownWith := func(version string) shown {
		site := home()
		site.files["index.html"] = `<title>A</title><img src=a.png>`
		site.copies = map[string]*Copy{"a.png": {Version: version}}
		b := &built{Site: site}
		return shown{response: b.respond("/"), site: b}
	}
	if reload, _ := difference(shownWith("1"), shownWith("1")); reload {
		t.Error("it is loaded again for nothing")
	}
	if reload, _ := difference(shownWith("1"), shownWith("2")); !reload {
		t.Error("the old picture stays")
	}
}
