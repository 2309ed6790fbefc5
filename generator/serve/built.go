package serve

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
)

// response is what the site has for a request.
type response struct {
	// address is that of the file that was found, such as fi/index.html for fi.
	address string
	status  int
	body    []byte
	copy    *Copy // in place of the body
	err     error // why a page can't be made
}

// built is a good site. It caches pages that were requested: a browser requests
// what has just been compared for it.
type built struct {
	Site
	version string
	pages   sync.Map // response by path of the request
}

// respond returns what the site has at a path of a request.
func (b *built) respond(request string) response {
	if cached, ok := b.pages.Load(request); ok {
		return cached.(response)
	}
	found := b.find(request)
	if isPage(found.address) {
		b.pages.Store(request, found)
	}
	return found
}

// find looks for a file, for a folder's index.html, and for the page that says
// that there is neither.
func (b *built) find(request string) response {
	address := addressIn(request)
	if copy := b.Copy(address); copy != nil && !isPage(address) {
		return response{address: address, status: http.StatusOK, copy: copy}
	}
	for _, try := range []response{{address: address, status: http.StatusOK}, {address: path.Join(address, "index.html"), status: http.StatusOK},
		{address: "404.html", status: http.StatusNotFound}} {
		body, err := b.File(try.address)
		switch {
		case err == nil:
			try.body = body
			return try
		case !errors.Is(err, fs.ErrNotExist):
			return response{address: try.address, status: http.StatusInternalServerError, err: err}
		}
	}
	return response{address: address, status: http.StatusNotFound}
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

// isPage reports whether a file is a page, which gets the script of the
// preview.
func isPage(address string) bool { return strings.EqualFold(path.Ext(address), ".html") }
