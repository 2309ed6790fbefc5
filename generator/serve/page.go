package serve

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"
)

// file answers with a file of the site, or says what is in the way of it.
func (s *broadcaster) file(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Service-Worker") == "script" {
		s.asset("no-worker.js")(w, r)
		return
	}
	state := s.now()
	if state.site == nil {
		s.unmade(w, state.version, s.faultsOf(state.faults, state.broken))
		return
	}
	a := state.site.answer(r.URL.Path)
	switch {
	case a.status == http.StatusOK && isPage(a.address) && a.address != addressIn(r.URL.Path):
		// Links of the page start from its folder.
		redirect(w, addressIn(r.URL.Path)+"/")
	case a.faulty():
		s.unmade(w, state.version, s.faultsOf(a.faults, a.broken))
	case a.body == nil && a.status == http.StatusNotFound:
		s.missing(w, state.site, a.address)
	default:
		send(w, r, a, state.site.version)
	}
}

// redirect leads on inside of the site.
func redirect(w http.ResponseWriter, address string) {
	w.Header().Set("Location", (&url.URL{Path: "/" + address}).EscapedPath())
	w.WriteHeader(http.StatusFound)
}

// send sends a file of the site, a page of it with the script of the preview.
func send(w http.ResponseWriter, r *http.Request, a answer, version string) {
	w.Header().Set("Content-Type", typeOf(a.address, a.body))
	if isPage(a.address) {
		a.body = withScript(a.body, version)
	}
	if a.status == http.StatusOK {
		if hashed.MatchString(a.address) {
			w.Header().Set("Cache-Control", "max-age=31536000, immutable")
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
		return
	}
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		// Who doesn't listen is gone.
		_, _ = w.Write(a.body)
	}
}

// hashed reports whether a name has the hash of its content: no other content
// will ever have them, so that a page which is loaded again is there sooner.
var hashed = regexp.MustCompile(`-[0-9a-f]{8,10}\.(css|js|svg|png|jpg|webp|woff2)$`)

// withScript puts the script of the preview behind the title, where even a page
// whose end tags were left out as needless has a head, and behind the rule of
// what scripts may run; at the end of a page without a title.
func withScript(page []byte, version string) []byte {
	script := fmt.Appendf(nil, `<script src="/.preview/preview.js" data-version="%s" defer></script>`, html.EscapeString(version))
	const mark = "</title>"
	at := len(page)
	if i := bytes.Index(bytes.ToLower(page[:min(len(page), 1<<14)]), []byte(mark)); i >= 0 {
		at = i + len(mark)
	}
	return bytes.Join([][]byte{page[:at], page[at:]}, script)
}

// typeOf returns the content type of a file. That of the system, which programs
// change, is asked last.
func typeOf(address string, body []byte) string {
	extension := strings.ToLower(path.Ext(address))
	if kind := types()[extension]; kind != "" {
		return kind
	}
	if kind := mime.TypeByExtension(extension); kind != "" {
		return kind
	}
	return http.DetectContentType(body)
}

func types() map[string]string {
	return map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
		".json": "application/json", ".webmanifest": "application/manifest+json", ".xml": "text/xml; charset=utf-8",
		".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".md": "text/plain; charset=utf-8",
		".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
		".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2",
		".pdf": "application/pdf", ".zip": "application/zip",
		".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	}
}

// exists reports whether a site has a file, or something in its place that
// can't be made.
func exists(site Site, address string) bool {
	_, err := site.File(address)
	return !errors.Is(err, fs.ErrNotExist)
}
