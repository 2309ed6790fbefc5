package serve

import (
	"net/http"
	"path"
	"strings"

	"sparrausopas/generator/report"
)

// words returns the words of the preview's bar and layer.
func (s *broadcaster) words() map[string]string {
	words := map[string]string{}
	for key, name := range map[string]string{
		"bar": "serve-bar", "draft": "serve-draft", "source": "serve-source", "edit": "serve-edit", "new": "pages-new", "open": "serve-open", "failed": "serve-open-failed",
		"fold": "serve-fold", "unfold": "serve-unfold", "close": "serve-close", "stopped": "serve-stopped", "mend": "serve-mend-over",
	} {
		words[key] = s.Printer.Message(name, nil)
	}
	if s.Open == nil {
		delete(words, "open")
	}
	if address := s.editAddress(s.Settings, "file", s.Settings); address != "" {
		words["settings"], words["settingsAddress"] = s.Printer.Message("serve-settings", nil), address
	}
	if s.Publish != nil {
		words["publish"] = s.Printer.Message("publish-ui-title", nil)
	}
	if s.Door != nil {
		words["quit"] = s.Printer.Message("door-quit", nil)
		words["choose"] = s.Printer.Message("door-choose", nil)
	}
	return words
}

// permits reports whether the file that a request names may be shown: the
// source of the page that it names beside it, or a file with a problem.
func (s *broadcaster) permits(r *http.Request) bool {
	file, now := r.FormValue("file"), s.now()
	switch {
	case file == "":
		return false
	case now.hasProblem(file):
		return true
	case now.site == nil:
		return false
	}
	page, ok := now.site.Page(r.FormValue("page"))
	return ok && page.Source == file
}

// source shows the text of a source file.
func (s *broadcaster) source(w http.ResponseWriter, r *http.Request) {
	file := r.FormValue("file")
	missing := plainPage{Title: s.Printer.Message("serve-no-source", report.Values{"file": file})}
	if s.Read == nil || !s.permits(r) {
		s.plain(w, http.StatusNotFound, missing)
		return
	}
	text, err := s.Read(file)
	if err != nil {
		missing.Text = err.Error()
		s.plain(w, http.StatusNotFound, missing)
		return
	}
	p := plainPage{Title: file, Source: lines(text)}
	if s.Open != nil {
		p.Open = "/.preview/open?" + r.URL.RawQuery
	}
	s.plain(w, http.StatusOK, p)
}

// lines returns the lines of a text. A file that is no text, such as a picture,
// has none.
func lines(text []byte) []string {
	clean := string(report.Clean(text))
	if strings.ContainsRune(clean, 0) {
		return nil
	}
	return strings.Split(strings.TrimSuffix(strings.ToValidUTF8(clean, "\uFFFD"), "\n"), "\n")
}

// open shows a source file in the program that the system has for it.
func (s *broadcaster) open(w http.ResponseWriter, r *http.Request) {
	if s.Open == nil || !s.permits(r) {
		http.NotFound(w, r)
		return
	}
	if err := s.Open(r.FormValue("file")); err != nil {
		http.Error(w, s.Printer.Message("serve-open-failed", nil)+" "+path.Base(r.FormValue("file"))+": "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
