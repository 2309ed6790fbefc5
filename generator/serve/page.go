package serve

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// file responds with a file of the site, or with why there is none.
func (s *broadcaster) file(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Service-Worker") == "script" {
		s.asset("no-worker.js")(w, r)
		return
	}
	state := s.now()
	if state.site == nil {
		s.unmade(w, state.version, state.err)
		return
	}
	found := state.site.respond(r.URL.Path)
	switch {
	case found.status == http.StatusOK && isPage(found.address) && found.address != addressIn(r.URL.Path):
		// Links of the page start from its folder.
		w.Header().Set("Location", (&url.URL{Path: "/" + addressIn(r.URL.Path) + "/"}).EscapedPath())
		w.WriteHeader(http.StatusFound)
	case found.copy != nil:
		s.noteDocument(r, kindOf(found.address))
		if err := sendCopy(w, r, found); err != nil {
			s.unmade(w, state.version, err)
		}
	case found.err != nil:
		s.unmade(w, state.version, found.err)
	case found.body == nil && found.status == http.StatusNotFound:
		s.missing(w, state.site, found.address)
	default:
		send(w, r, found, state.site.version)
	}
}

// sendCopy sends a file as it is, or the part of it that a browser asks for.
func sendCopy(w http.ResponseWriter, r *http.Request, a response) error {
	file, err := a.copy.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	content, ok := file.(io.ReadSeeker)
	if !ok {
		return report.Unreadable(a.address, report.ErrNoFile)
	}
	if kind := kindOf(a.address); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	http.ServeContent(w, r, "", time.Time{}, content)
	return nil
}

// send sends a file of the site, a page of it with the script of the preview.
func send(w http.ResponseWriter, r *http.Request, a response, version string) {
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
		_, _ = w.Write(a.body)
	}
}

// hashed matches names with the hash of the content: no other content will ever
// have such a name, so that browsers may cache it.
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

// typeOf returns the content type of a file.
func typeOf(address string, body []byte) string {
	if kind := kindOf(address); kind != "" {
		return kind
	}
	return http.DetectContentType(body)
}

// kindOf returns the content type of files of a name, "" if that says none. The
// system's types come last, as programs change them.
func kindOf(address string) string {
	extension := strings.ToLower(path.Ext(address))
	if kind := types()[extension]; kind != "" {
		return kind
	}
	return mime.TypeByExtension(extension)
}

// types returns the content types of the files that sites consist of, so that a
// preview shows them the same on every system.
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
