package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"time"
)

// heartbeat is how often a comment is sent to a browser that gets no event: a
// connection that was closed is noticed only by writing.
const heartbeat = 15 * time.Second

// stream sends events to a browser that shows a page.
type stream struct {
	*broadcaster
	w http.ResponseWriter
	// page is the path that the browser shows, loaded are addresses of what its
	// scripts have loaded, seen is what it got, and last what it shows over it.
	page   string
	loaded []string
	seen   shown
	last   view
}

// events streams to a browser what happens to the page that it shows:
//
//	words   the words of the preview, once
//	reload  the page has changed
//	style   its stylesheets have
//	view    what to show over the page
//
// A browser that shows another version than the latest has missed an event.
// When scripts of the page have loaded something more, the browser connects
// anew and names it: what no browser has loaded isn't made to be compared.
func (s *broadcaster) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	defer s.visit(r)()
	st := &stream{broadcaster: s, w: w, page: unescaped(r.FormValue("page"))}
	for _, path := range r.Form["loaded"] {
		st.loaded = append(st.loaded, addressIn(unescaped(path)))
	}
	now := s.now()
	if r.FormValue("version") != now.version {
		_ = st.send("reload", struct{}{})
		return
	}
	st.seen = st.request(now)
	if st.send("words", s.words()) == nil {
		st.follow(r.Context(), now)
	}
}

// unescaped returns the path of a request for a path as it is written in an
// address.
func unescaped(path string) string {
	if plain, err := url.PathUnescape(path); err == nil {
		return plain
	}
	return path
}

// follow keeps a browser up to date until it disconnects or ctx ends.
func (st *stream) follow(ctx context.Context, now *state) {
	pulse := time.NewTicker(heartbeat)
	defer pulse.Stop()
	for err := st.update(now); err == nil; {
		select {
		case <-ctx.Done():
			return
		case <-pulse.C:
			err = st.write(":\n\n")
		case <-now.next:
			now = st.now()
			err = st.update(now)
		}
	}
}

// request returns what the browser would get for its page now.
func (st *stream) request(now *state) shown {
	if now.site == nil {
		return shown{}
	}
	return shown{now.site.respond(st.page), now.site, st.loaded}
}

// update sends what has changed since the last event. A page that can't be made
// any more stays as it was.
func (st *stream) update(now *state) error {
	fresh := st.request(now)
	if fresh.err != nil && st.seen.body != nil {
		v := st.view(now, st.seen)
		v.Faults = st.faults(fresh.err)
		return st.sendOverlay(v)
	}
	reload, sheets := difference(st.seen, fresh)
	if reload || fresh.site == nil && st.last.Version != "" {
		return st.send("reload", struct{}{})
	}
	st.seen = fresh
	if len(sheets) > 0 {
		if err := st.send("style", sheets); err != nil {
			return err
		}
	}
	return st.sendOverlay(st.view(now, fresh))
}

// sendOverlay sends what to show over the page, unless that is there already.
func (st *stream) sendOverlay(v view) error {
	if reflect.DeepEqual(v, st.last) {
		return nil
	}
	st.last = v
	return st.send("view", v)
}

// send sends an event.
func (st *stream) send(event string, data any) error {
	// No data of an event has what JSON can't.
	text, _ := json.Marshal(data)
	return st.write(fmt.Sprintf("event: %s\ndata: %s\n\n", event, text))
}

// write writes text at once. Each write has a time limit of its own: the stream
// as a whole has none.
func (st *stream) write(text string) error {
	control := http.NewResponseController(st.w)
	if err := control.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return err
	}
	if _, err := st.w.Write([]byte(text)); err != nil {
		return err
	}
	return control.Flush()
}
