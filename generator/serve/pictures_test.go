package serve

import (
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestAPictureComesFromTheEditorAlone(t *testing.T) {
	var asked []Picture
	s, _ := writable(loopback)
	s.Edit = func(Edit) (Edited, error) { return Edited{}, nil }
	s.Picture = func(p Picture) (PictureMade, error) {
		asked = append(asked, p)
		if string(p.Data) == "HEIC" {
			return PictureMade{}, &report.Refusal{Rule: "picture-heic"}
		}
		return PictureMade{Address: "../static/a.jpg", Width: 3, Height: 2, Bytes: 1234}, nil
	}
	h := s.guarded(newOriginGuard("", &net.TCPAddr{IP: loopback, Port: 8080}), s.routes())
	const raw = "application/octet-stream"
	for _, c := range []struct {
		name, kind, body, cookie string
		status                   int
		says                     string
	}{
		{"a picture", raw, "\xFF\xD8", s.pass.secret, 200, `{"address":"../static/a.jpg","width":3,"height":2,"size":"2 KB"}`},
		{"a refused one", raw, "HEIC", s.pass.secret, 422, "Most Compatible"},
		{"a form of another site", "text/plain", "\xFF\xD8", s.pass.secret, 400, "Load the page again"},
		{"a stranger", raw, "\xFF\xD8", "x", 403, ""},
		{"one without end", raw, strings.Repeat("a", pictureMost+1), s.pass.secret, 400, "Load the page again"},
	} {
		r := httptest.NewRequest("POST", "/.preview/picture?file=content/fi/a.md&name=Kyl%C3%A4.jpg&text=Kahvi", strings.NewReader(c.body))
		r.Host = ownHost
		r.Header = http.Header{"Origin": {"http://" + ownHost}, "Content-Type": {c.kind}, "Cookie": {s.pass.cookie + "=" + c.cookie}}
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d %s", c.name, w.Code, w.Body)
		}
	}
	if len(asked) != 2 || asked[0].File != "content/fi/a.md" || asked[0].Name != "Kylä.jpg" || asked[0].Text != "Kahvi" || string(asked[0].Data) != "\xFF\xD8" {
		t.Errorf("%+v", asked)
	}
}
