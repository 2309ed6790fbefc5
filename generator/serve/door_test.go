package serve

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/report"
)

// doorway is a door with what came through it.
type doorway struct {
	*broadcaster
	http.Handler
	t      *testing.T
	folder string
	made   []Wanted
	opened []string
	// another are the guides that got a program of their own, failed why one can't.
	another []string
	failed  error
	wrong   map[string]Wrong
	ended   bool
}

func newDoorway(t *testing.T) *doorway {
	d := &doorway{t: t, folder: t.TempDir()}
	door := &Door{
		Recent: []string{filepath.Join(d.folder, "vanha")}, Home: d.folder, LogoMost: 1000,
		Make: func(w Wanted) (string, map[string]Wrong) {
			d.made = append(d.made, w)
			return filepath.Join(d.folder, "uusi"), d.wrong
		},
		Another: func(folder string) error {
			d.another = append(d.another, folder)
			return d.failed
		},
		Is: func(folder string) bool { return strings.HasSuffix(folder, "opas") },
		Open: func(folder string) (Sources, error) {
			d.opened = append(d.opened, folder)
			if strings.HasPrefix(filepath.Base(folder), "rikki") {
				return Sources{}, errors.New("it is broken")
			}
			return Sources{}, nil
		},
	}
	address := &net.TCPAddr{IP: loopback, Port: 8080}
	d.broadcaster = newBroadcaster(Options{Writing: true, Door: door, Printer: report.Printer{Language: "en"}, Log: io.Discard})
	d.pass, d.stop = newPass(address), func() { d.ended = true }
	d.visitors = newVisitors(time.Hour, d.stop)
	d.Handler = d.guarded(newOriginGuard("", address), d.routes())
	return d
}

// send sends a request of a browser that was let in.
func (d *doorway) send(method, target, kind string, body io.Reader, headers ...string) (*http.Response, string) {
	d.t.Helper()
	r := httptest.NewRequest(method, target, body)
	r.Host = ownHost
	r.Header.Set("Cookie", d.pass.cookie+"="+d.pass.secret)
	r.Header.Set("Origin", "http://"+ownHost)
	r.Header.Set("Content-Type", kind)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w.Result(), w.Body.String()
}

// fill sends the form of a new guide with its fields and, if there is one, a
// logo.
func (d *doorway) fill(fields map[string]string, logo []byte) (*http.Response, string) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, value := range fields {
		_ = form.WriteField(name, value)
	}
	if logo != nil {
		part, _ := form.CreateFormFile("logo", "../../vaakuna.svg")
		_, _ = part.Write(logo)
	}
	form.Close()
	return d.send("POST", "/.preview/make", form.FormDataContentType(), &body)
}

func (d *doorway) choose(folder string) (*http.Response, string) {
	return d.send("POST", "/.preview/choose", "application/x-www-form-urlencoded", strings.NewReader("folder="+folder))
}

func TestWithoutAGuideAllLeadsToThePageWhereOneBegins(t *testing.T) {
	d := newDoorway(t)
	for _, path := range []string{"/", "/fi/a.html", "/.preview/events", "/.preview/source"} {
		if answer, _ := d.send("GET", path, "", nil); answer.StatusCode != 303 || answer.Header.Get("Location") != startPath {
			t.Errorf("%s: %s", path, answer.Status)
		}
	}
	answer, text := d.send("GET", startPath, "", nil)
	if answer.StatusCode != 200 || !strings.Contains(text, "Welcome") || !strings.Contains(text, `value="`+d.folder) || !strings.Contains(text, "vanha") {
		t.Error(answer.Status, text)
	}
}

func TestThePageWhereOneBeginsIsForTheBrowserThatWasLetInAlone(t *testing.T) {
	d := newDoorway(t)
	for _, route := range []string{"GET " + startPath, "POST /.preview/make", "POST /.preview/choose", "POST /.preview/stop"} {
		method, path, _ := strings.Cut(route, " ")
		for name, headers := range map[string][]string{
			"no cookie": {"Cookie", ""}, "another cookie": {"Cookie", d.pass.cookie + "=x"}, "another site": {"Origin", "https://evil.example"}, "a file": {"Origin", "null"},
		} {
			if answer, text := d.send(method, path, "application/x-www-form-urlencoded", strings.NewReader("folder=/opas"), headers...); answer.StatusCode != 403 || strings.Contains(text, d.folder) {
				t.Errorf("%s, %s: %s", route, name, answer.Status)
			}
		}
	}
	if d.ended || len(d.made)+len(d.opened) > 0 {
		t.Error("something was done nevertheless")
	}
}

func TestANewGuideIsMadeAsItWasFilledInAndShown(t *testing.T) {
	d := newDoorway(t)
	answer, _ := d.fill(map[string]string{"kind": "whole", "title": " Oma  opas ", "publisher": "Kunta", "email": "a@b.fi", "colour": "#123456", "folder": "/x"}, []byte("<svg/>"))
	if answer.StatusCode != 303 || answer.Header.Get("Location") != "/" || len(d.made) != 1 || len(d.opened) != 1 || d.opened[0] != filepath.Join(d.folder, "uusi") {
		t.Fatal(answer, d.made, d.opened)
	}
	if w := d.made[0]; !w.Whole || w.Title != "Oma  opas" || w.Publisher != "Kunta" || w.Email != "a@b.fi" || w.Colour != "#123456" || w.Folder != "/x" || w.LogoName != "vaakuna.svg" || string(w.Logo) != "<svg/>" {
		t.Errorf("%+v", w)
	}
	answer, text := d.choose("/toinen-opas")
	if answer.StatusCode != 200 || len(d.opened) != 1 || len(d.another) != 1 || d.another[0] != "/toinen-opas" || !strings.Contains(text, "new tab") {
		t.Error("a second guide has no program of its own", answer.Status, d.opened, d.another)
	}
	d.failed = errors.New("no program")
	if answer, text := d.choose("/kolmas-opas"); answer.StatusCode != 422 || !strings.Contains(text, "no program") {
		t.Error(answer.Status, text)
	}
}

func TestWhatIsWrongStandsAtItsFieldAndWhatWasTypedStays(t *testing.T) {
	d := newDoorway(t)
	d.wrong = map[string]Wrong{"colour": {Text: "too pale", Instead: "#806000"}, "folder": {Text: "it is full"}}
	answer, text := d.fill(map[string]string{"title": `"><script>alert(1)</script>`, "colour": "#ffff00", "folder": "/x"}, []byte("<svg/>"))
	if answer.StatusCode != 422 || strings.Contains(text, "<script>alert") {
		t.Error(answer.Status, text)
	}
	for _, want := range []string{
		`value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"`, `value="#ffff00" aria-describedby="colour-hint colour-wrong" aria-invalid="true" autofocus`,
		`id="colour-wrong"><b>To mend:</b> too pale`, `id="folder-wrong"><b>To mend:</b> it is full`, `name="instead" value="#806000" checked`, "vaakuna.svg", "<title>To mend:",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s:\n%s", want, text)
		}
	}
	if strings.Count(text, "autofocus") != 1 {
		t.Error("not one field has the focus")
	}
	d.wrong = nil
	if d.fill(map[string]string{"title": "x", "colour": "#ffff00", "refused": "#ffff00", "instead": "#806000"}, nil); d.made[1].Colour != "#806000" || d.made[1].LogoName != "vaakuna.svg" {
		t.Errorf("%+v", d.made[1])
	}
}

func TestAnotherColourThatIsTypedGoesBeforeTheOneOffered(t *testing.T) {
	d := newDoorway(t)
	if d.fill(map[string]string{"colour": "#222222", "refused": "#ffff00", "instead": "#806000"}, nil); d.made[0].Colour != "#222222" {
		t.Errorf("%+v", d.made[0])
	}
}

func TestALogoThatIsTooLargeIsRefusedAndTheRestStays(t *testing.T) {
	d := newDoorway(t)
	answer, text := d.fill(map[string]string{"title": "Oma opas"}, make([]byte, 50<<20))
	if answer.StatusCode != 422 || len(d.made) > 0 || !strings.Contains(text, `id="logo-wrong"`) || !strings.Contains(text, `value="Oma opas"`) {
		t.Error(answer.Status, len(d.made), text)
	}
}

func TestAFormThatIsBrokenMakesNothing(t *testing.T) {
	d := newDoorway(t)
	for kind, body := range map[string]string{"text/plain": "x", "multipart/form-data; boundary=b": "--b\r\nContent-Dis", "application/x-www-form-urlencoded": "title=x"} {
		if answer, _ := d.send("POST", "/.preview/make", kind, strings.NewReader(body)); answer.StatusCode != 400 || len(d.made) > 0 {
			t.Errorf("%s: %s", kind, answer.Status)
		}
	}
}

func TestOnlyTheWholePathOfAGuideIsOpened(t *testing.T) {
	d := newDoorway(t)
	for _, folder := range []string{"", "opas", "../opas", d.folder, "/ei-ole", "%00opas", strings.Repeat("x", 3000)} {
		if answer, text := d.choose(folder); answer.StatusCode != 422 || !strings.Contains(text, `id="open-wrong"`) {
			t.Errorf("%.40q: %s", folder, answer.Status)
		}
	}
	if answer, text := d.choose(filepath.Join(d.folder, "rikki-opas")); answer.StatusCode != 422 || !strings.Contains(text, "it is broken") {
		t.Error(answer.Status, text)
	}
	if answer, _ := d.choose(`"` + filepath.Join(d.folder, "hyvä-opas") + `"`); answer.StatusCode != 303 {
		t.Error(answer.Status)
	}
}

func TestFoldersAreListedToChooseFrom(t *testing.T) {
	d := newDoorway(t)
	for _, name := range []string{"kansio", "oma-opas", ".piilo"} {
		if err := os.Mkdir(filepath.Join(d.folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(d.folder, "tiedosto"), "x")
	_ = os.Symlink(filepath.Join(d.folder, "kansio"), filepath.Join(d.folder, "linkki"))
	_ = os.Symlink(filepath.Join(d.folder, "ei-ole"), filepath.Join(d.folder, "rikki"))
	_, text := d.send("GET", startPath+"?at="+d.folder+"/kansio/..", "", nil)
	for name, shown := range map[string]bool{">kansio</a>": true, ">Open: oma-opas</button>": true, ">linkki</a>": true, ".piilo": false, "tiedosto": false, ">rikki": false} {
		if strings.Contains(text, name) != shown {
			t.Errorf("%s shown: %t", name, !shown)
		}
	}
	if _, text := d.send("GET", startPath+"?at="+filepath.Join(d.folder, "tiedosto"), "", nil); !strings.Contains(text, `id="open-wrong"`) {
		t.Error(text)
	}
}

func TestTheProgramEndsFromTheBrowser(t *testing.T) {
	d := newDoorway(t)
	if answer, text := d.send("POST", "/.preview/stop", "", nil); answer.StatusCode != 200 || !d.ended || !strings.Contains(text, "has ended") {
		t.Error(answer.Status, text, d.ended)
	}
}

func TestAPreviewWithoutADoorHasNone(t *testing.T) {
	_, h := writable(loopback)
	for _, path := range []string{startPath, "/.preview/here"} {
		if answer := request(h, "GET", path); answer.StatusCode != 404 {
			t.Errorf("%s: %s", path, answer.Status)
		}
	}
	if answer := request(h, "POST", "/.preview/stop"); answer.StatusCode != 405 && answer.StatusCode != 404 {
		t.Error(answer.Status)
	}
}
