package serve

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"sparrausopas/generator/report"
)

// answer is what is given for an address.
type answer struct {
	// address is that of the file that was found, such as fi/index.html for fi.
	address string
	status  int
	body    []byte
	// faults are why a page couldn't be made.
	faults report.Problems
	broken error
}

// faulty reports whether the page couldn't be made.
func (a answer) faulty() bool { return len(a.faults) > 0 || a.broken != nil }

// built is a good site. Pages that were asked for are kept: a browser asks for
// what has just been compared for it.
type built struct {
	Site
	version string

	mu    sync.Mutex
	pages map[string]answer
}

func newBuilt(site Site, version string) *built {
	return &built{Site: site, version: version, pages: map[string]answer{}}
}

// answer returns what the site has at a path of a request.
func (b *built) answer(request string) answer {
	b.mu.Lock()
	found, kept := b.pages[request]
	b.mu.Unlock()
	if kept {
		return found
	}
	found = b.find(request)
	if isPage(found.address) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.pages[request] = found
	}
	return found
}

// find looks for a file, for a folder's index.html, and for the page that says
// that there is neither.
func (b *built) find(request string) answer {
	address := addressIn(request)
	tries := []answer{{address: address, status: http.StatusOK}, {address: path.Join(address, "index.html"), status: http.StatusOK},
		{address: "404.html", status: http.StatusNotFound}}
	for _, try := range tries {
		body, err := b.File(try.address)
		if err == nil {
			try.body = body
			return try
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return faultyAnswer(try.address, err)
		}
	}
	return answer{address: address, status: http.StatusNotFound}
}

func faultyAnswer(address string, err error) answer {
	a := answer{address: address, status: http.StatusInternalServerError}
	if !errors.As(err, &a.faults) {
		a.broken = err
	}
	return a
}

// addressIn returns the address of a file that a request's path means, inside
// of the site whatever the path says.
func addressIn(request string) string {
	address := strings.TrimPrefix(path.Clean("/"+request), "/")
	if address == "" || strings.HasSuffix(request, "/") {
		return path.Join(address, "index.html")
	}
	return address
}

func isPage(address string) bool { return strings.EqualFold(path.Ext(address), ".html") }
