package serve

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
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
	Open    string   // the address that opens the file, "" if it can't be opened
	Next    string   // the address to go on to at once
	Words   map[string]string
}

// plainPages are the templates of such pages.
var plainPages = sync.OnceValue(func() *template.Template {
	functions := template.FuncMap{"pieces": pieces, "json": inJSON, "next": func(n int) int { return n + 1 }, "even": func(n int) bool { return n%2 == 0 }}
	return template.Must(template.New("").Funcs(functions).ParseFS(assets, "assets/*.html"))
})

// pieces parts a text at its marks of code: each second piece is code.
func pieces(text string) []string { return strings.Split(text, codeMark) }

// inJSON returns what a script reads from an attribute.
func inJSON(value any) (string, error) {
	text, err := json.Marshal(value)
	return string(text), err
}

// plain sends a page of the preview.
func (s *broadcaster) plain(w http.ResponseWriter, status int, p plainPage) {
	p.Language, p.Words = s.Printer.Language, s.words()
	s.template(w, status, "plain.html", p)
}

// template sends a page of the preview made by one of its templates.
func (s *broadcaster) template(w http.ResponseWriter, status int, name string, data any) {
	var page bytes.Buffer
	if err := plainPages().ExecuteTemplate(&page, name, data); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Add("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'")
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes())
}

// unmade sends the page that stands for one that can't be made, until it can.
func (s *broadcaster) unmade(w http.ResponseWriter, version string, err error) {
	s.plain(w, http.StatusInternalServerError, plainPage{
		Title: s.Printer.Message("serve-unmade", nil), Text: s.Printer.Message("serve-mend", nil), Version: version, Faults: s.faults(err),
	})
}

// missing sends the page for an address that the site has no file for, nor a
// page 404.html. It links to likely ones.
func (s *broadcaster) missing(w http.ResponseWriter, site *built, address string) {
	p := plainPage{Title: s.Printer.Message("serve-missing", report.Values{"address": address}), Text: s.Printer.Message("serve-likely", nil), Version: site.version}
	folder := path.Dir(address)
	for _, likely := range []string{address + ".html", strings.TrimSuffix(address, path.Ext(address)) + ".html", path.Join(folder, "index.html"),
		path.Join(path.Dir(folder), "index.html"), "index.html"} {
		if _, err := site.File(likely); !errors.Is(err, fs.ErrNotExist) && !slices.Contains(p.Likely, likely) {
			p.Likely = append(p.Likely, likely)
		}
	}
	s.plain(w, http.StatusNotFound, p)
}

// asset sends a file of the preview.
func (s *broadcaster) asset(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", typeOf(name, nil))
		http.ServeFileFS(w, r, assets, "assets/"+name)
	}
}
