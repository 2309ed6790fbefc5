package serve

import (
	"net"
	"net/http/httptest"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// bringWord sends what was copied or a document from a browser that was let in, with
// headers in place of its own.
func bringWord(t *testing.T, body string, headers ...string) (status int, text string, asked []Word) {
	t.Helper()
	s, _ := writable(loopback)
	s.Edit = func(Edit) (Edited, error) { return Edited{}, nil }
	s.Word = func(w Word) (WordMade, error) {
		asked = append(asked, w)
		if strings.HasPrefix(string(w.Data), "old") {
			return WordMade{}, &report.Refusal{Rule: "word-old"}
		}
		return WordMade{Title: "A", Text: "## B", Left: []WordLeft{{What: "comment", Count: 2, Where: []string{"C"}}}}, nil
	}
	r := httptest.NewRequest("POST", "/.preview/word?file=content%2Ffi%2Fa.md&title=1&notes=4", strings.NewReader(body))
	r.Host = ownHost
	headers = append([]string{"Content-Type", "text/html", "Origin", "http://" + ownHost, "Cookie", s.pass.cookie + "=" + s.pass.secret}, headers...)
	for i := 0; i < len(headers); i += 2 {
		if r.Header.Set(headers[i], headers[i+1]); headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	w := httptest.NewRecorder()
	s.guarded(newOriginGuard("", &net.TCPAddr{IP: loopback, Port: 8080}), s.routes()).ServeHTTP(w, r)
	return w.Code, w.Body.String(), asked
}

func TestWhatWordHasIsToldWithWhatIsLeftOut(t *testing.T) {
	status, text, asked := bringWord(t, "<p>a")
	if status != 200 || text != `{"title":"A","text":"## B","left":[{"text":"2 comments are left out","where":["C"]}]}`+"\n" {
		t.Error(status, text)
	}
	if len(asked) != 1 || asked[0].File != "content/fi/a.md" || !asked[0].Copied || !asked[0].Title || asked[0].Notes != 4 || string(asked[0].Data) != "<p>a" {
		t.Errorf("%+v", asked)
	}
	if _, _, asked := bringWord(t, "PK", "Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"); len(asked) != 1 || asked[0].Copied {
		t.Errorf("%+v", asked)
	}
	if status, text, _ := bringWord(t, "old"); status != 422 || !strings.Contains(text, ".docx") {
		t.Error(status, text)
	}
}

func TestNobodyElseBringsTextsOfWord(t *testing.T) {
	for name, headers := range map[string][]string{
		"another site": {"Origin", "https://evil.example"}, "no secret": {"Cookie", ""}, "a form": {"Content-Type", "text/plain"},
		"another form": {"Content-Type", "multipart/form-data; boundary=x"}, "no type": {"Content-Type", ""},
	} {
		if status, text, asked := bringWord(t, "<p>a", headers...); status < 400 || len(asked) != 0 {
			t.Errorf("%s: %d %s", name, status, text)
		}
	}
}

func TestADocumentThatIsTooLargeIsToldOf(t *testing.T) {
	status, text, asked := bringWord(t, strings.Repeat("a", wordMost+1))
	if status != 422 || !strings.Contains(text, "25 MB") || len(asked) != 0 {
		t.Error(status, text)
	}
}
