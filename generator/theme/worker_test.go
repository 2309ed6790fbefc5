package theme

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/guide"
)

// workerOf returns the worker of a site of these files: its line about the
// build.
func workerOf(t *testing.T, fsys fstest.MapFS, s *guide.Site, all map[string]string) (script string, told *build) {
	t.Helper()
	look, err := Load(fsys, []string{"t"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := look.Worker(s, func(name string, data []byte) error {
		if name == workerFile {
			script = string(data)
		}
		return nil
	})
	for name, text := range all {
		if err := w.Emit(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Write(); err != nil {
		t.Fatal(err)
	}
	if line, ok := strings.CutPrefix(script, "const build = "); ok {
		line, _, _ = strings.Cut(line, ";\n")
		if err := json.Unmarshal([]byte(line), &told); err != nil {
			t.Fatal(err)
		}
	}
	return script, told
}

func keptSite() *guide.Site {
	s := site()
	s.Settings.Web.Offline = true
	return s
}

var withWorker = files{"t/service-worker.js": "keep();\n", "t/page.html": `{{define "main"}}[{{.Worker}}]{{end}}`}

func TestTheWorkerIsToldOfEveryFileThatReadersOpen(t *testing.T) {
	script, told := workerOf(t, folder(withWorker), keptSite(), map[string]string{
		"index.html": "a", "fi/a b.html": "b", "404.html": "c", "robots.txt": "d", "sitemap.xml": "e", "sitemap-2.xml": "f", "search/fi/index.js": "g",
		// Hosts read these themselves; the authors' guide advises two of them.
		".htaccess": "h", "web.config": "i", "_headers": "j", "_redirects": "k", "CNAME": "l",
	})
	if got := slices.Sorted(maps.Keys(told.Files)); !slices.Equal(got, []string{"fi/a b.html", "index.html", "search/fi/index.js"}) {
		t.Errorf("it is told of %v", got)
	}
	if told.Files["index.html"] != "ca978112" || !strings.HasSuffix(script, ";\nkeep();\n") {
		t.Errorf("the script is %s", script)
	}
	expectFile(t, made(t, withWorker, keptSite()), "fi/g/a.html", "[../../service-worker.js]")
}

func TestTheWorkerChangesWithAnyFileAndWithNothingElse(t *testing.T) {
	written := func(all map[string]string) string {
		script, _ := workerOf(t, folder(withWorker), keptSite(), all)
		return script
	}
	first := written(map[string]string{"index.html": "a", "b.html": "b"})
	if written(map[string]string{"b.html": "b", "index.html": "a"}) != first {
		t.Error("two builds of the same files have two workers")
	}
	for _, all := range []map[string]string{{"index.html": "a"}, {"index.html": "a", "b.html": "c"}, {"index.html": "a", "c.html": "b"}} {
		if written(all) == first {
			t.Errorf("%v has the worker of other files", all)
		}
	}
}

func TestOfABigSiteTheMostNeededIsKept(t *testing.T) {
	big := strings.Repeat("x", workerLimit/2)
	for _, c := range []struct {
		name string
		all  map[string]string
		want []string
	}{
		{"pictures are too much", map[string]string{"index.html": "a", "a.html": big, "b.png": big, "c.png": "c"}, []string{"a.html", "index.html"}},
		{"pages are too much", map[string]string{"index.html": "a", "a.html": big, "b.html": big, "assets/a.css": "c", "d.js": "d"}, []string{"assets/a.css", "d.js", "index.html"}},
	} {
		_, told := workerOf(t, folder(withWorker), keptSite(), c.all)
		if got := slices.Sorted(maps.Keys(told.Files)); !slices.Equal(got, c.want) {
			t.Errorf("%s: kept are %v", c.name, got)
		}
		if len(told.Files)+len(told.Rest) != len(c.all) {
			t.Errorf("%s: the worker can't know the right content of all files: %v", c.name, slices.Sorted(maps.Keys(told.Rest)))
		}
	}
}

func TestTheWorkerForgetsTheGuideIfTheSettingsSaySo(t *testing.T) {
	script, _ := workerOf(t, folder(withWorker), site(), map[string]string{"index.html": "a"})
	if script != "const build = null;\nkeep();\n" {
		t.Errorf("the script is %q", script)
	}
	expectFile(t, made(t, withWorker, site()), "fi/g/a.html", "[]")
}

func TestAThemeCanLackTheWorker(t *testing.T) {
	if script, _ := workerOf(t, folder(nil), keptSite(), map[string]string{"index.html": "a"}); script != "" {
		t.Errorf("there is a worker: %q", script)
	}
}

func TestTheWorkerIsToldOfFilesThatOthersCopy(t *testing.T) {
	s := keptSite()
	s.Files = map[string]string{"a.png": "content/static/a.png", ".htaccess": "content/static/.htaccess", "film.mp4": "content/static/film.mp4"}
	fsys := folder(withWorker)
	for name, text := range map[string]string{"a.png": "a", ".htaccess": "h", "film.mp4": strings.Repeat("x", workerLimit+1)} {
		fsys["content/static/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	look, err := Load(fsys, []string{"t"}, Options{Copied: true})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	var mutex sync.Mutex
	w := look.Worker(s, func(name string, data []byte) error {
		mutex.Lock()
		defer mutex.Unlock()
		all[name] = string(data)
		return nil
	})
	if err := errors.Join(look.Render(s, nil, w.Emit), w.Write()); err != nil {
		t.Fatal(err)
	}
	if script := all[workerFile]; !strings.Contains(script, `"a.png":"ca978112"`) || strings.Contains(script, "film") || strings.Contains(script, "htaccess") {
		t.Errorf("the script is %s", script)
	}
	if _, found := all["a.png"]; found || all["fi/g/a.html"] == "" {
		t.Errorf("rendered are %v", slices.Sorted(maps.Keys(all)))
	}
}
