package serve

import (
	"net/http"
	"path"
	"strings"

	"sparrausopas/generator/report"
)

// editing is what a page of a source needs to open it.
type editing struct {
	Address string // where to ask for it, "" if it can't be opened
	Label   string
	Failed  string // said if it doesn't open
}

// words are those of the preview's bar and of what it lays over pages, for its
// script.
func (s *broadcaster) words() map[string]string {
	words := map[string]string{}
	for key, name := range map[string]string{
		"bar": "serve-bar", "draft": "serve-draft", "source": "serve-source", "open": "serve-open", "failed": "serve-open-failed",
		"fold": "serve-fold", "unfold": "serve-unfold", "close": "serve-close", "stopped": "serve-stopped", "mend": "serve-mend-over",
	} {
		words[key] = s.Voice.Say(name, nil)
	}
	if s.Open == nil {
		delete(words, "open")
	}
	return words
}

// shows reports whether the file that a request names may be shown: the source
// of the page that it names beside it, or a file with a problem.
func (s *broadcaster) shows(r *http.Request) bool {
	file, now := r.FormValue("file"), s.now()
	if file == "" || now.troubled(file) {
		return file != ""
	}
	if now.site == nil {
		return false
	}
	page, ok := now.site.Page(r.FormValue("page"))
	return ok && page.Source == file
}

// source shows the text of a source file.
func (s *broadcaster) source(w http.ResponseWriter, r *http.Request) {
	file := r.FormValue("file")
	if s.Read == nil || !s.shows(r) {
		s.plain(w, http.StatusNotFound, plainPage{Title: s.Voice.Say("serve-no-source", report.Values{"file": file})})
		return
	}
	text, err := s.Read(file)
	if err != nil {
		s.plain(w, http.StatusNotFound, plainPage{Title: s.Voice.Say("serve-no-source", report.Values{"file": file}), Text: err.Error()})
		return
	}
	p := plainPage{Title: file, Source: lines(text)}
	if s.Open != nil {
		p.Editing = editing{"/.preview/open?" + r.URL.RawQuery, s.Voice.Say("serve-open", nil), s.Voice.Say("serve-open-failed", nil)}
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
	if s.Open == nil || !s.shows(r) {
		http.NotFound(w, r)
		return
	}
	if err := s.Open(r.FormValue("file")); err != nil {
		http.Error(w, s.Voice.Say("serve-open-failed", nil)+" "+path.Base(r.FormValue("file"))+": "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
