package serve

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

func visitor(id string) *http.Request {
	return httptest.NewRequest("GET", "/.preview/here?id="+id, nil)
}

// visited is a preview that ends at once when nobody is there.
func visited() (s *broadcaster, ended chan struct{}) {
	ended = make(chan struct{})
	s = newBroadcaster(Options{Door: &Door{}})
	s.visitors = newVisitors(0, sync.OnceFunc(func() { close(ended) }))
	return s, ended
}

func isEnded(ended chan struct{}) bool {
	select {
	case <-ended:
		return true
	case <-time.After(20 * time.Millisecond):
		return false
	}
}

func leave(s *broadcaster, query string) {
	s.left(httptest.NewRecorder(), httptest.NewRequest("POST", "/.preview/away?"+query, nil))
}

func TestTheProgramEndsWhenItsLastPageIsClosed(t *testing.T) {
	s, ended := visited()
	if isEnded(ended) {
		t.Fatal("it ended before the first page")
	}
	first, second := s.visit(visitor("a")), s.visit(visitor("b"))
	if first(); isEnded(ended) {
		t.Fatal("it ended while a page was open")
	}
	second()
	leave(s, "id=b&gone")
	<-ended
}

func TestAPageInAHiddenTabIsStillOpen(t *testing.T) {
	s, ended := visited()
	page := s.visit(visitor("a"))
	leave(s, "id=a&hidden")
	if page(); isEnded(ended) {
		t.Fatal("it ended")
	}
	again := s.visit(visitor("a"))
	leave(s, "id=a&gone")
	again()
	<-ended
}

func TestAPDFFileInTheTabCountsAsAPage(t *testing.T) {
	s, ended := visited()
	page := s.visit(visitor("a"))
	r := httptest.NewRequest("GET", "/a.pdf", nil)
	r.Header.Set("Sec-Fetch-Dest", "document")
	s.noteDocument(r, "application/pdf")
	leave(s, "id=a&gone")
	if page(); isEnded(ended) {
		t.Fatal("it ended")
	}
	s.visit(visitor("b"))()
	<-ended
}
