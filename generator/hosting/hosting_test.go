// Package hosting_test tries the samples of docs/hosting: real servers serve a
// guide by them, and a reader asks for its files.
package hosting_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/build"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
)

// places are where a guide can stand on a host.
var places = []string{"/", "/opas/"}

// edition is one of the guide that is published to a folder.
type edition struct{ dir, site, place string }

// newEdition makes an edition with what Apache and IIS read of it.
func newEdition(t *testing.T, place string) edition {
	t.Helper()
	dir := openFolder(t)
	g := edition{filepath.Join(dir, "guide"), filepath.Join(dir, "site"), place}
	g.set(t, "")
	for sample, name := range map[string]string{"apache.htaccess": ".htaccess", "web.config": "web.config"} {
		text, err := os.ReadFile(filepath.Join("../../docs/hosting", sample))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(g.dir, "content/static", name), strings.Replace(string(text), "ErrorDocument 404 /404.html", "ErrorDocument 404 "+place+"404.html", 1))
	}
	write(t, filepath.Join(g.dir, "content/static/.well-known/security.txt"), "Contact: mailto:a@x.example\n")
	g.publish(t)
	return g
}

func (g edition) publish(t *testing.T) {
	t.Helper()
	if _, err := build.Publish(t.Context(), build.Settings{Dir: g.dir, BuiltIn: content.Layer{}}, g.site); err != nil {
		t.Fatal(err)
	}
}

// set writes the guide's settings, with more of them.
func (g edition) set(t *testing.T, more string) {
	t.Helper()
	base, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(g.dir, "config.toml"), "base = \""+filepath.ToSlash(base)+"\"\ntitle = \"Opas\"\n"+more)
}

// change publishes the guide with other styles and other words to search for.
func (g edition) change(t *testing.T) {
	t.Helper()
	g.set(t, "[brand]\nname = \"Kunta\"\ncolour = \"#0b4f6c\"\n")
	write(t, filepath.Join(g.dir, "content/fi/info/first.md"), "+++\ntitle = \"Aivan uusi sivu\"\nsummary = \"Uusi.\"\n+++\n\nTuulimyllyjen kokoonpano alkoi.\n")
	g.publish(t)
}

// reply is what a host answers.
type reply struct {
	status int
	header http.Header
	body   string
}

// ask asks for an address as a browser does, with more headers as name: value.
func ask(t *testing.T, address string, headers ...string) reply {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		request.Header.Set(name, value)
	}
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{answer.StatusCode, answer.Header, string(body)}
}

const (
	fixed = "no-cache"
	never = "public, max-age=31536000, immutable"
)

// expect tells if an answer has another status, kind or time to be kept.
func (r reply) expect(t *testing.T, address string, status int, kind, kept string) {
	t.Helper()
	// A script has an old name, too.
	is := strings.Replace(r.header.Get("Content-Type"), "application/javascript", "text/javascript", 1)
	if got := r.header.Values("Cache-Control"); r.status != status || !strings.HasPrefix(is, kind) || !slices.Equal(got, []string{kept}) {
		t.Errorf("%s: %d, %q, %q, want %d, %s, %s", address, r.status, is, got, status, kind, kept)
	}
}

// kinds are what files are by the ends of their names.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2",
	".png": "image/png", ".webmanifest": "application/manifest+json",
}

func kindOf(name string) string { return kinds[filepath.Ext(name)] }

// filesOf lists the files of the site that readers load.
func (g edition) filesOf(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(g.site, "service-worker.js"))
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	var list struct{ Files map[string]string }
	if err := json.Unmarshal([]byte(strings.TrimSuffix(strings.TrimPrefix(line, "const build = "), ";")), &list); err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range list.Files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// sent tells if a host sends files in another way than it should.
func sent(t *testing.T, home string, names []string) {
	t.Helper()
	for _, name := range names {
		kept := fixed
		if guide.IsLasting(name) {
			kept = never
		}
		ask(t, home+name).expect(t, home+name, http.StatusOK, kindOf(name), kept)
	}
}

// TestServersSendTheGuideAsTheSamplesSay serves a guide by each sample, at the
// root of a host and below a path, and publishes it again while a reader has a
// page of it open.
func TestServersSendTheGuideAsTheSamplesSay(t *testing.T) {
	for _, place := range places {
		t.Run(place, func(t *testing.T) {
			g := newEdition(t, place)
			homes := map[string]string{}
			for _, s := range servers {
				if s.path() != "" {
					homes[s.program] = s.start(t, g.site, place)
				}
			}
			before := g.filesOf(t)
			each(t, "first", homes, func(t *testing.T, home string) {
				sent(t, home, before)
				sentToHosts(t, home)
			})
			tags := map[string]string{}
			for program, home := range homes {
				tags[program] = ask(t, home+"search/fi/index.js").header.Get("ETag")
			}
			g.change(t)
			now := g.filesOf(t)
			old := slices.DeleteFunc(before, func(name string) bool { return !guide.IsLasting(name) || slices.Contains(now, name) })
			if len(old) < 3 {
				t.Errorf("only %q are of the first site alone", old)
			}
			each(t, "second", homes, func(t *testing.T, home string) {
				sent(t, home, now)
				sent(t, home, old)
			})
			for program, home := range homes {
				if answer := ask(t, home+"search/fi/index.js", "If-None-Match: "+tags[program]); answer.status != http.StatusOK {
					t.Errorf("%s: who has the old index doesn't get the new one: %d", program, answer.status)
				}
			}
		})
	}
}

// each runs a test for each server.
func each(t *testing.T, name string, homes map[string]string, test func(t *testing.T, home string)) {
	for _, s := range servers {
		t.Run(name+" "+s.program, func(t *testing.T) {
			s.need(t)
			test(t, homes[s.program])
		})
	}
}

// sentToHosts tells if a host sends what isn't for readers, or answers
// otherwise than it should where there is nothing.
func sentToHosts(t *testing.T, home string) {
	t.Helper()
	ask(t, home).expect(t, home, http.StatusOK, kinds[".html"], fixed)
	for _, name := range []string{"ei/ole.html", "assets/opas-0123abcd.css", ".sparrausopas", ".nojekyll", ".htaccess", "fi/.git/config"} {
		answer := ask(t, home+name)
		if name == ".htaccess" && answer.status == http.StatusForbidden {
			continue
		}
		answer.expect(t, home+name, http.StatusNotFound, kinds[".html"], fixed)
		if !strings.Contains(answer.body, "<style>") {
			t.Errorf("%s isn't answered with the guide's own page: %.200s", name, answer.body)
		}
	}
	if answer := ask(t, home+".well-known/security.txt"); answer.status != http.StatusOK {
		t.Errorf(".well-known isn't sent: %d", answer.status)
	}
	for _, name := range []string{"index.html", "search/fi/index.js"} {
		if got := ask(t, home+name, "Accept-Encoding: gzip").header.Get("Content-Encoding"); got != "gzip" {
			t.Errorf("%s isn't packed: %q", name, got)
		}
	}
}
