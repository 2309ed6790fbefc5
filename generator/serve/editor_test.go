package serve

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// editable is a preview whose sources can be edited by a browser that was let in;
// asked is what it was asked for.
func editable(asked *[]Edit) (*broadcaster, http.Handler) {
	s, _ := writable(loopback)
	s.Writes, s.Settings = func(file string) bool { return path.Ext(file) == ".md" || path.Ext(file) == ".toml" }, "config.toml"
	s.Edit = func(e Edit) (Edited, error) {
		*asked = append(*asked, e)
		switch e.File {
		case "common.md":
			return Edited{}, &report.Refusal{Rule: "edit-common", Values: report.Values{"file": e.File}}
		case "full.md":
			return Edited{}, errors.New("no space left")
		}
		return Edited{Text: "<b>" + e.Text, Version: "1"}, nil
	}
	return s, s.guarded(newOriginGuard("", &net.TCPAddr{IP: loopback, Port: 8080}), s.routes())
}

// sendEdit sends a request from a browser that was let in, with headers in place
// of its own; a header with an empty value isn't sent.
func sendEdit(s *broadcaster, h http.Handler, method, query, body string, headers ...string) (int, string) {
	r := httptest.NewRequest(method, "/.preview/edit"+query, strings.NewReader(body))
	r.Host = ownHost
	headers = append([]string{"Content-Type", "application/json", "Origin", "http://" + ownHost, "Cookie", s.pass.cookie + "=" + s.pass.secret}, headers...)
	for i := 0; i < len(headers); i += 2 {
		if r.Header.Set(headers[i], headers[i+1]); headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

func TestTheEditorAsksForTextsAndIsToldWhatIsInTheWay(t *testing.T) {
	var asked []Edit
	s, h := editable(&asked)
	for _, c := range []struct {
		body   string
		status int
		says   string
	}{
		{`{"do":"open","file":"a.md","text":"x"}`, 200, `"text":"\u003cb\u003ex"`},
		{`{"do":"open","file":"common.md"}`, 422, "common.md belongs to the common guide"},
		{`{"do":"open","file":"full.md"}`, 500, "no space left"},
		{`{"do":`, 400, "Load the page again"},
		{`{"text":"` + strings.Repeat("a", editMost) + `"}`, 400, "Load the page again"},
	} {
		if status, text := sendEdit(s, h, "POST", "", c.body); status != c.status || !strings.Contains(text, c.says) {
			t.Errorf("%.40s: %d %.200s", c.body, status, text)
		}
	}
	if len(asked) != 3 {
		t.Errorf("%d requests were carried out", len(asked))
	}
}

func TestNobodyElseWritesThroughThePreview(t *testing.T) {
	var asked []Edit
	s, h := editable(&asked)
	for name, headers := range map[string][]string{
		"another site":    {"Origin", "https://evil.example"},
		"no origin":       {"Origin", ""},
		"a file":          {"Origin", "null"},
		"a site's frame":  {"Sec-Fetch-Site", "cross-site"},
		"no secret":       {"Cookie", ""},
		"another's":       {"Cookie", s.pass.cookie + "=x"},
		"a form":          {"Content-Type", "text/plain"},
		"an encoded form": {"Content-Type", "application/x-www-form-urlencoded"},
	} {
		if status, text := sendEdit(s, h, "POST", "", `{"do":"save","file":"a.md"}`, headers...); status < 400 {
			t.Errorf("%s: %d %s", name, status, text)
		}
	}
	if len(asked) != 0 {
		t.Errorf("%v was carried out", asked)
	}
}

func TestTheEditorShowsPagesWithASource(t *testing.T) {
	var asked []Edit
	s, h := editable(&asked)
	status, text := sendEdit(s, h, "GET", "?page=index.html", "")
	if status != http.StatusOK || !strings.Contains(text, `data-file="content/fi/index.md"`) || !strings.Contains(text, `<iframe src="/index.html"`) {
		t.Error(status, text)
	}
	for _, page := range []string{"", "fi/index.html", "../config.toml", "//evil.example"} {
		if status, text := sendEdit(s, h, "GET", "?page="+page, ""); status != http.StatusNotFound {
			t.Errorf("%q: %d %s", page, status, text)
		}
	}
}

func TestAFileWithAProblemCanBeWrittenWhereNoPageIsMadeOfIt(t *testing.T) {
	var asked []Edit
	s, h := editable(&asked)
	s.put(outcome{err: report.Problems{{Rule: "edit-large", Place: report.Place{File: "content/fi/a.md", Line: 3}}, {Rule: "edit-large", Place: report.Place{File: "a.html", Line: 1}}}})
	const address = "/.preview/edit?file=content%2Ffi%2Fa.md"
	list := s.faults(s.now().err)
	if list.Items[0].Edit != address+"#L3" || list.Items[1].Edit != "" {
		t.Errorf("%+v", list)
	}
	status, text := sendEdit(s, h, "GET", "?file=content%2Ffi%2Fa.md", "")
	if status != http.StatusOK || !strings.Contains(text, `data-file="content/fi/a.md"`) {
		t.Error(status, text)
	}
	if status, text := sendEdit(s, h, "GET", "?file=a.html", ""); status != http.StatusNotFound {
		t.Error(status, text)
	}
	status, text = sendEdit(s, h, "GET", "?file=config.toml", "")
	if status != http.StatusOK || !strings.Contains(text, `class="plain no-page"`) || s.words()["settingsAddress"] != "/.preview/edit?file=config.toml" {
		t.Error(status, text, s.words())
	}
}

// What the editor needs comes soon, on an old computer too.
func TestTheEditorsScriptIsSmall(t *testing.T) {
	const most = 60_000
	var asked []Edit
	_, h := editable(&asked)
	r := httptest.NewRequest("GET", "/.preview/edit.js", nil)
	r.Host = ownHost
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if size := w.Body.Len(); w.Code != http.StatusOK || size < most/10 || size > most {
		t.Errorf("%d, %d bytes, at most %d may be", w.Code, size, most)
	}
}

func TestWithoutAWayToEditThereIsNoEditor(t *testing.T) {
	p := start(t, home())
	for _, path := range []string{"/.preview/edit?page=index.html", "/.preview/edit.js"} {
		if answer, _ := p.get(path); answer.StatusCode != http.StatusNotFound {
			t.Error(path, answer.Status)
		}
	}
	l := p.listen("/")
	l.next("words")
	if v := l.view(); v.Edit != "" {
		t.Error(v.Edit)
	}
}
