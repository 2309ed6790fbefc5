package serve

import (
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync"

	"sparrausopas/generator/report"
)

// Door lets people in who use no command line: a page to begin or open a guide
// on, before there is one, and ways to end the program from the browser.
type Door struct {
	// Recent are the folders of guides that were open before, the latest first,
	// Home is where new ones go, unless somebody says otherwise.
	Recent []string
	Home   string
	// LogoMost is the most that a logo may take, in bytes.
	LogoMost int64
	// Make makes the folder of a new guide, or says by field what is wrong.
	Make func(Wanted) (folder string, wrong map[string]Wrong)
	// Is reports whether a folder holds a guide, Open opens the one in it.
	Is   func(folder string) bool
	Open func(folder string) (Sources, error)
	// Another starts another program for the guide in a folder, beside this one.
	Another func(folder string) error
	// Note notes for later starts of the program where this one runs.
	Note func(Running)
}

const startPath = "/.preview/start"

// entrance is the door while it is open.
type entrance struct {
	*Door
	// opened is closed when a guide was chosen.
	opened chan struct{}
	mu     sync.Mutex
	// wanted is what was filled in last, with the logo, which no browser sends
	// again by itself.
	wanted Wanted
}

// doorRoutes are the addresses of the door.
func (s *broadcaster) doorRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET "+startPath, s.writers(func(w http.ResponseWriter, r *http.Request) {
		s.start(w, startPage{At: r.FormValue("at"), Listed: r.Form.Has("at")})
	}))
	mux.HandleFunc("POST /.preview/make", s.writers(s.make))
	mux.HandleFunc("POST /.preview/choose", s.writers(s.choose))
	mux.HandleFunc("POST /.preview/stop", s.writers(s.end))
	mux.HandleFunc("GET "+joinPath, s.join)
	mux.HandleFunc("GET /.preview/here", s.here)
	mux.HandleFunc("POST /.preview/away", s.left)
}

// make makes a new guide and opens it.
func (s *broadcaster) make(w http.ResponseWriter, r *http.Request) {
	wanted, wrong := readWanted(w, r, s.entrance.filledIn(nil), s.Door.LogoMost)
	s.entrance.filledIn(&wanted)
	switch {
	case errors.Is(wrong, errLogoSize):
		text := s.Printer.Message("door-logo-size", report.Values{"limit": report.Bytes(s.Door.LogoMost)})
		s.start(w, startPage{Wrong: map[string]Wrong{"logo": {Text: text}}})
	case wrong != nil:
		http.Error(w, wrong.Error(), http.StatusBadRequest)
	default:
		folder, faults := s.Door.Make(wanted)
		if len(faults) > 0 {
			s.start(w, startPage{Wrong: faults})
			return
		}
		s.enterGuide(w, folder)
	}
}

// choose opens the guide in a folder.
func (s *broadcaster) choose(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 2*fieldMost)
	folder := filepath.Clean(strings.Trim(strings.TrimSpace(r.FormValue("folder")), `"`))
	if !filepath.IsAbs(folder) || !s.Door.Is(folder) {
		s.start(w, startPage{At: folder, Wrong: map[string]Wrong{"open": {Text: s.Printer.Message("door-no-guide", report.Values{"folder": folder})}}})
		return
	}
	s.enterGuide(w, folder)
}

// enterGuide opens a guide and leads there. Where one is open already, the other
// gets a program and a tab of its own.
func (s *broadcaster) enterGuide(w http.ResponseWriter, folder string) {
	s.entrance.mu.Lock()
	isOpen, err := s.entrance.isOpen(), error(nil)
	if isOpen {
		err = s.Door.Another(folder)
	} else if s.Sources, err = s.Door.Open(folder); err == nil {
		close(s.entrance.opened)
	}
	s.entrance.mu.Unlock()
	switch {
	case err != nil:
		s.start(w, startPage{At: folder, Wrong: map[string]Wrong{"open": {Text: s.faults(err).Items[0].Text}}})
	case isOpen:
		s.plain(w, http.StatusOK, plainPage{Title: s.Printer.Message("door-another", report.Values{"folder": filepath.Base(folder)})})
	default:
		leadOn(w, "/")
	}
}

// filledIn returns what was filled in last, after it was set if that is given.
func (e *entrance) filledIn(now *Wanted) Wanted {
	e.mu.Lock()
	defer e.mu.Unlock()
	if now != nil {
		e.wanted = *now
	}
	return e.wanted
}

func (e *entrance) isOpen() bool {
	select {
	case <-e.opened:
		return true
	default:
		return false
	}
}

func leadOn(w http.ResponseWriter, to string) {
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusSeeOther)
}

// end ends the program, once the browser has read that it does.
func (s *broadcaster) end(w http.ResponseWriter, r *http.Request) {
	if text := s.Printer.Message("door-ended", nil); strings.Contains(r.Header.Get("Accept"), "text/html") {
		s.plain(w, http.StatusOK, plainPage{Title: text})
	} else {
		_, _ = io.WriteString(w, text)
	}
	s.stop()
}
