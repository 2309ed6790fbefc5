package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestWhatCanBePutIntoATextIsForTheBrowserThatWasLetIn(t *testing.T) {
	var asked []Edit
	s, h := editable(&asked)
	looked := 0
	s.Places = func(file, kind, query string) []Place {
		looked++
		return []Place{{Title: file + kind + query, Insert: "</script>"}}
	}
	get := func(query, cookie string) (int, string) {
		r := httptest.NewRequest("GET", "/.preview/places?file=a.md&kind=link&q="+query, nil)
		r.Host = ownHost
		r.Header.Set("Cookie", s.pass.cookie+"="+cookie)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	if status, text := get("%C3%A4", s.pass.secret); status != http.StatusOK || !strings.Contains(text, `"title":"a.mdlinkä","insert":"\u003c/script\u003e"`) {
		t.Error(status, text)
	}
	if status, _ := get("", "x"); status != http.StatusForbidden || looked != 1 {
		t.Error(status, looked)
	}
	if status, text := get(strings.Repeat("a", placesMost+1), s.pass.secret); status != http.StatusOK || strings.TrimSpace(text) != "[]" {
		t.Error(status, text)
	}
}
