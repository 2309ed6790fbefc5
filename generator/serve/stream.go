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

// heartbeat is how often a browser that hears of nothing is asked whether it is
// still there.
const heartbeat = 15 * time.Second

// stream is a browser that shows a page and listens.
type stream struct {
	show *broadcaster
	w    http.ResponseWriter
	// page is the path that the browser shows, loaded are addresses of what its
	// scripts have loaded, seen is what it got, and last what lies over it.
	page   string
	loaded []string
	seen   shown
	last   view
}

// events tells a browser what has happened to the page that it shows, for as
// long as it listens:
//
//	words   the words of the preview, once
//	reload  the page is another
//	style   its stylesheets are others
//	view    what lies over the page
//
// A browser that shows another version than there is has missed something. When
// scripts of the page have loaded something more, the browser listens anew and
// names it: what nobody has loaded isn't made to be compared.
func (s *broadcaster) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	st := &stream{show: s, w: w, page: unescaped(r.FormValue("page"))}
	for _, path := range r.Form["loaded"] {
		st.loaded = append(st.loaded, addressIn(unescaped(path)))
	}
	now := s.now()
	if r.FormValue("version") != now.version {
		// Who doesn't hear it is gone.
		_ = st.send("reload", struct{}{})
		return
	}
	st.seen = st.request(now)
	if st.send("words", s.words()) == nil {
		st.listen(r.Context(), now)
	}
}

// unescaped returns a path as the server sees it in a request, out of one as it
// stands in an address.
func unescaped(path string) string {
	plain, err := url.PathUnescape(path)
	if err != nil {
		return path
	}
	return plain
}

// listen keeps a browser up to date until it or ctx goes away.
func (st *stream) listen(ctx context.Context, now *state) {
	pulse := time.NewTicker(heartbeat)
	defer pulse.Stop()
	for err := st.update(now); err == nil; {
		select {
		case <-ctx.Done():
			return
		case <-pulse.C:
			err = st.write(":\n\n")
		case <-now.next:
			now = st.show.now()
			err = st.update(now)
		}
	}
}

// request returns what the browser would get for its page now.
func (st *stream) request(now *state) shown {
	if now.site == nil {
		return shown{}
	}
	return shown{now.site.answer(st.page), now.site, st.loaded}
}

// update tells what has changed since the browser was told last. A page that
// can't be made any more stays as it was.
func (st *stream) update(now *state) error {
	fresh := st.request(now)
	if fresh.faulty() && st.seen.body != nil {
		v := st.show.view(now, st.seen)
		v.Faults = st.show.faultsOf(fresh.faults, fresh.broken)
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
	return st.sendOverlay(st.show.view(now, fresh))
}

// sendOverlay sends what lies over the page, unless that lies there already.
func (st *stream) sendOverlay(v view) error {
	if reflect.DeepEqual(v, st.last) {
		return nil
	}
	st.last = v
	return st.send("view", v)
}

// send sends an event.
func (st *stream) send(event string, data any) error {
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	return st.write(fmt.Sprintf("event: %s\ndata: %s\n\n", event, text))
}

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
