package serve

import (
	"net/http"
	"sync"
	"time"
)

// The program ends so long after the last page was closed, so long after the
// start if none was opened, and so long after the last page was shown where
// others are open in tabs that nobody looks at: those may have crashed.
const (
	afterLast, afterStart, afterShown = time.Minute, 10 * time.Minute, 12 * time.Hour
	// visitorsMost is how many pages are known.
	visitorsMost = 1000
)

// visitors are the pages that are open in browsers. A page that is shown has a
// stream; one in a hidden tab has none and tells so, and it tells when it is
// closed.
type visitors struct {
	mu     sync.Mutex
	shown  map[string]int
	hidden map[string]bool
	last   time.Duration
	end    *time.Timer
}

// newVisitors calls stop when nobody is there any more.
func newVisitors(last time.Duration, stop func()) *visitors {
	return &visitors{shown: map[string]int{}, hidden: map[string]bool{}, last: last, end: time.AfterFunc(afterStart, stop)}
}

// change changes what is known of the pages.
func (v *visitors) change(how func()) {
	v.mu.Lock()
	defer v.mu.Unlock()
	how()
	switch {
	case len(v.shown) > 0:
		v.end.Stop()
	case len(v.hidden) > 0:
		v.end.Reset(afterShown)
	default:
		v.end.Reset(v.last)
	}
}

// visit notes that a page is shown, until what it returns is called.
func (s *broadcaster) visit(r *http.Request) (leave func()) {
	v, id := s.visitors, r.FormValue("id")
	if v == nil || len(id) > 40 {
		return func() {}
	}
	v.change(func() {
		v.shown[id]++
		delete(v.hidden, id)
		delete(v.hidden, document)
	})
	return func() {
		v.change(func() {
			if v.shown[id]--; v.shown[id] == 0 {
				delete(v.shown, id)
			}
		})
	}
}

// here is the stream of a page of the door.
func (s *broadcaster) here(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	defer s.visit(r)()
	st := &stream{broadcaster: s, w: w}
	for err := st.send("words", s.words()); err == nil; err = st.write(":\n\n") {
		select {
		case <-r.Context().Done():
			return
		case <-time.After(heartbeat):
		}
	}
}

// left notes that a page is in a hidden tab now, or closed.
func (s *broadcaster) left(w http.ResponseWriter, r *http.Request) {
	id, v := r.FormValue("id"), s.visitors
	v.change(func() {
		if delete(v.hidden, id); !r.Form.Has("gone") && len(id) <= 40 && len(v.hidden) < visitorsMost {
			v.hidden[id] = true
		}
	})
	w.WriteHeader(http.StatusNoContent)
}

// document stands for what browsers show in a tab without a script of the
// preview in it, such as a PDF file.
const document = "document"

// noteDocument notes that a browser shows a file as such.
func (s *broadcaster) noteDocument(r *http.Request, kind string) {
	if v := s.visitors; v != nil && r.Header.Get("Sec-Fetch-Dest") == "document" && kind == "application/pdf" {
		v.change(func() { v.hidden[document] = true })
	}
}
