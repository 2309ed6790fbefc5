package serve

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

// sources lets a preview read and open files.
func sources(opened *[]string) func(*Options) {
	return func(o *Options) {
		o.Read = func(file string) ([]byte, error) { return []byte("+++\r\ntitle = \"<Hei>\"\n"), nil }
		o.Open = func(file string) error {
			*opened = append(*opened, file)
			if strings.HasPrefix(file, "config") {
				return errors.New("no program")
			}
			return nil
		}
	}
}

func TestOnlySourcesOfPagesAndFilesWithAProblemAreShown(t *testing.T) {
	var opened []string
	p := start(t, home(), sources(&opened))
	p.save(home(), nil, report.Source{Name: "config.toml"}.Whole("title-long", nil))
	until(t, "the build is done", func() bool { return p.builder.count() == 2 })
	until(t, "the warning is known", func() bool {
		answer, _ := p.get("/.preview/source?file=config.toml")
		return answer.StatusCode == http.StatusOK
	})
	for query, status := range map[string]int{
		"file=content/fi/index.md&page=index.html":    200,
		"file=content/fi/index.md":                    404,
		"file=content/fi/index.md&page=fi/index.html": 404,
		"file=/etc/passwd&page=index.html":            404,
		"file=../secret&page=index.html":              404,
		"file=&page=fi/index.html":                    404,
		"page=index.html":                             404,
	} {
		if answer, text := p.get("/.preview/source?" + query); answer.StatusCode != status {
			t.Errorf("%s: %s\n%s", query, answer.Status, text)
		}
	}
	_, text := p.get("/.preview/source?file=content/fi/index.md&page=index.html")
	if !strings.Contains(text, `id="L2"><span class="number">2</span>title = &#34;&lt;Hei&gt;&#34;`) {
		t.Error(text)
	}
}

func TestOnlyThePreviewItselfOpensFiles(t *testing.T) {
	var opened []string
	p := start(t, home(), sources(&opened))
	own := strings.TrimSuffix(p.address, "/")
	const query = "/.preview/open?file=content/fi/index.md&page=index.html"
	for _, c := range []struct {
		name, method, path string
		status             int
		headers            []string
	}{
		{"reading", "GET", query, 405, nil},
		{"no origin", "POST", query, 403, nil},
		{"another origin", "POST", query, 403, []string{"Origin", "https://evil.example"}},
		{"another file", "POST", "/.preview/open?file=/etc/passwd&page=index.html", 404, []string{"Origin", own}},
	} {
		answer, _ := p.do(c.method, c.path, c.headers...)
		if answer.StatusCode != c.status && !(c.method == "GET" && answer.StatusCode == 404) || len(opened) > 0 {
			t.Errorf("%s: %s, opened %q", c.name, answer.Status, opened)
		}
	}
	if answer, text := p.do("POST", query, "Origin", own); answer.StatusCode != http.StatusNoContent || len(opened) != 1 {
		t.Error(answer.Status, text, opened)
	}
}

func TestAFileThatDoesNotOpenSaysWhy(t *testing.T) {
	var opened []string
	site := home()
	site.pages["index.html"] = Page{Source: "config.toml"}
	p := start(t, site, sources(&opened))
	answer, text := p.do("POST", "/.preview/open?file=config.toml&page=index.html", "Origin", strings.TrimSuffix(p.address, "/"))
	if answer.StatusCode != http.StatusInternalServerError || !strings.Contains(text, "no program") {
		t.Error(answer.Status, text)
	}
}

func TestWithoutAWayToReadOrOpenThereIsNeither(t *testing.T) {
	p := start(t, home())
	l := p.listen("/")
	if words := l.next("words"); strings.Contains(words, "Open for editing") {
		t.Error(words)
	}
	if v := l.view(); v.Source != "" {
		t.Error(v.Source)
	}
	if answer, _ := p.get("/.preview/source?file=content/fi/index.md&page=index.html"); answer.StatusCode != 404 {
		t.Error(answer.Status)
	}
}

func TestAPictureHasNoLinesToShow(t *testing.T) {
	if got := lines([]byte("\x89PNG\x00\n")); got != nil {
		t.Errorf("%q", got)
	}
}
