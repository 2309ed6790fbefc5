package serve

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/report"
)

// assets are the parts of the preview's script, its style and its own pages.
//
//go:embed assets
var assets embed.FS

// plainPage is a page that the preview makes itself.
type plainPage struct {
	Language, Title, Text string
	// Version is set if a script is to follow the site.
	Version string
	Faults  listing
	Likely  []string // addresses to go on to
	Source  []string // the lines of a file
	Editing editing
}

// plainPages are the templates of such pages.
var plainPages = sync.OnceValue(func() *template.Template {
	functions := template.FuncMap{"pieces": pieces, "next": func(n int) int { return n + 1 }, "even": func(n int) bool { return n%2 == 0 }}
	return template.Must(template.New("plain.html").Funcs(functions).ParseFS(assets, "assets/plain.html"))
})

// pieces parts a text at its backquotes: each second piece is code.
func pieces(text string) []string { return strings.Split(text, "`") }

// plain sends a page of the preview.
func (s *broadcaster) plain(w http.ResponseWriter, status int, p plainPage) {
	p.Language = s.Voice.Language
	var page bytes.Buffer
	if err := plainPages().Execute(&page, p); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Add("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'")
	w.WriteHeader(status)
	// Who doesn't listen is gone.
	_, _ = w.Write(page.Bytes())
}

// unmade says what is in the way of a page, until it is mended.
func (s *broadcaster) unmade(w http.ResponseWriter, version string, faults listing) {
	s.plain(w, http.StatusInternalServerError, plainPage{
		Title: s.Voice.Say("serve-unmade", nil), Text: s.Voice.Say("serve-mend", nil), Version: version, Faults: faults,
	})
}

// missing says that there is no such page, in a site that says nothing itself.
func (s *broadcaster) missing(w http.ResponseWriter, site *built, address string) {
	p := plainPage{Title: s.Voice.Say("serve-missing", report.Values{"address": address}), Text: s.Voice.Say("serve-likely", nil), Version: site.version}
	folder := path.Dir(address)
	for _, likely := range []string{address + ".html", strings.TrimSuffix(address, path.Ext(address)) + ".html", path.Join(folder, "index.html"),
		path.Join(path.Dir(folder), "index.html"), "index.html"} {
		if exists(site, likely) && !slices.Contains(p.Likely, likely) {
			p.Likely = append(p.Likely, likely)
		}
	}
	s.plain(w, http.StatusNotFound, p)
}

// asset sends a file of the preview.
func (s *broadcaster) asset(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, err := assets.ReadFile("assets/" + name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", typeOf(name, text))
		_, _ = w.Write(text)
	}
}
