package serve

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestOnlyABrowserThatWasLetInPublishesAndIsAskedForWhatIsMissing(t *testing.T) {
	s, _ := writable(loopback)
	asked := 0
	s.Publish = &PublishWays{File: func(string) string { return "" }, Do: func(_ context.Context, p Publish, _ func(string, int, int)) (Publishing, error) {
		asked++
		if p.Secret == "" {
			return Publishing{Plan: "1"}, &report.Refusal{Rule: "upload-password", Values: report.Values{"address": "x.fi", "user": "maija"}}
		}
		return Publishing{Said: &report.Refusal{Rule: "publish-done-sftp", Values: report.Values{"target": "x.fi"}}}, nil
	}}
	h := s.guarded(newOriginGuard("", &net.TCPAddr{IP: loopback, Port: 8080}), s.routes())
	for _, c := range []struct {
		body, cookie, origin, says string
		status                     int
	}{
		{`{"do":"publish"}`, s.pass.secret, "http://" + ownHost, `"ask":"password"`, 200},
		{`{"do":"publish","secret":"x"}`, s.pass.secret, "http://" + ownHost, `"said":"The guide is published`, 200},
		{`{"do":"publish"}`, "other", "http://" + ownHost, "", 403},
		{`{"do":"publish"}`, s.pass.secret, "https://evil.example", "", 403},
		{`{"do":`, s.pass.secret, "http://" + ownHost, "", 400},
		{`{"to":"` + strings.Repeat("a", publishMost) + `"}`, s.pass.secret, "http://" + ownHost, "", 400},
	} {
		r := httptest.NewRequest(http.MethodPost, "/.preview/publish", strings.NewReader(c.body))
		r.Host = ownHost
		for name, value := range map[string]string{"Content-Type": "application/json", "Origin": c.origin, "Cookie": s.pass.cookie + "=" + c.cookie} {
			r.Header.Set(name, value)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%.40s: %d %s", c.body, w.Code, w.Body)
		}
	}
	if asked != 2 {
		t.Errorf("%d requests were carried out", asked)
	}
}
