package serve

import (
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// Reading is a page that is sent to somebody to be read.
type Reading struct {
	// Address is that of the page, Read returns the files of the site.
	Address string
	Page    Page
	Read    func(name string) ([]byte, error)
	// Script and Style are those by which comments are written.
	Script, Style string
}

// reading sends a page as a file that can be read and commented anywhere.
func (s *broadcaster) reading(w http.ResponseWriter, r *http.Request) {
	site, address := s.now().site, r.FormValue("page")
	if site == nil || s.Reading == nil {
		http.NotFound(w, r)
		return
	}
	page, ok := site.Page(address)
	if !ok || page.Source == "" {
		s.missing(w, site, address)
		return
	}
	script, _ := assets.ReadFile("assets/reading.js")
	style, _ := assets.ReadFile("assets/reading.css")
	made, err := s.Reading(Reading{Address: address, Page: page, Read: site.read, Script: string(script), Style: string(style)})
	if err != nil {
		s.unmade(w, site.version, err)
		return
	}
	name := strings.TrimSuffix(path.Base(page.Source), path.Ext(page.Source))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+strings.Map(plainLetter, name)+`.html"`)
	_, _ = w.Write(made)
}

// plainLetter leaves the letters of a file's name that every system takes.
func plainLetter(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
		return r
	}
	return '-'
}

// readMost is how many bytes of a file are put into another.
const readMost = 8 << 20

// read returns a file of the site, made or copied.
func (b *built) read(name string) ([]byte, error) {
	copy := b.Copy(name)
	if copy == nil {
		return b.File(name)
	}
	var file fs.File
	file, err := copy.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, readMost))
}
