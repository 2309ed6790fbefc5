package upload

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"html"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/report"
)

const (
	// RecordFile is the file of a host that says what it holds.
	RecordFile = ".sparrausopas-sent.json"
	// recordMost is how many bytes it may have.
	recordMost = 32 << 20
)

// Record is what a host holds.
type Record struct {
	// Guide tells the guide from others.
	Guide string          `json:"guide"`
	Files map[string]File `json:"files"`
}

// File is a file of a site: the sum of its bytes, "" where nobody knows which
// they are, and the title of a page.
type File struct {
	Sum   string `json:"sum,omitempty"`
	Title string `json:"title,omitempty"`
}

func (r Record) clone(guide string) Record {
	files := maps.Clone(r.Files)
	if files == nil {
		files = map[string]File{}
	}
	return Record{Guide: guide, Files: files}
}

func (r Record) text() string {
	// Texts are what JSON can hold.
	text, _ := json.MarshalIndent(r, "", " ")
	return string(text) + "\n"
}

// Text is the record as it is kept.
func (r Record) Text() []byte { return []byte(r.text()) }

// Sum tells a record from others.
func (r Record) Sum() string { return sum([]byte(r.text())) }

func sum(data []byte) string {
	whole := sha256.Sum256(data)
	return hex.EncodeToString(whole[:sumBytes])
}

// sumBytes is how many bytes of a sum are enough to tell files apart.
const sumBytes = 16

// ParseRecord reads what Text wrote. It isn't ok if the text is anything else,
// such as one with a name that leads out of the site.
func ParseRecord(text []byte) (r Record, ok bool) {
	if json.Unmarshal(text, &r) != nil || r.Files == nil {
		return Record{}, false
	}
	for name := range r.Files {
		if !isName(name) {
			return Record{}, false
		}
	}
	return r, true
}

// isName reports whether a file of a site can have a name.
func isName(name string) bool {
	wrong := func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }
	return fs.ValidPath(name) && name != "." && !strings.ContainsFunc(name, wrong) && !isOwn(name)
}

// isOwn reports whether a file is one of the program's own in a site.
func isOwn(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return first == ".sparrausopas" || strings.HasPrefix(first, ".sparrausopas-") || strings.HasPrefix(first, ".sparrausopas.")
}

// Recorded returns the record of a site in a folder.
func Recorded(guide string, site fs.FS) (Record, error) {
	r := Record{Guide: guide, Files: map[string]File{}}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || !isName(name) {
			return err
		}
		file, err := site.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		r.Files[name], err = FileOf(name, file)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return r, err
}

// headMost is how many bytes of a page are looked through for its title.
const headMost = 1 << 14

// FileOf is what a record says of a file.
func FileOf(name string, from io.Reader) (File, error) {
	hash := sha256.New()
	head, err := io.ReadAll(io.TeeReader(io.LimitReader(from, headMost), hash))
	if err == nil {
		_, err = io.Copy(hash, from)
	}
	f := File{Sum: hex.EncodeToString(hash.Sum(nil)[:sumBytes])}
	if match := title.FindSubmatch(head); path.Ext(name) == ".html" && match != nil {
		f.Title = strings.TrimSpace(html.UnescapeString(string(match[1])))
	}
	return f, err
}

var title = regexp.MustCompile(`(?i)<title>([^<]*)`)

// Changes are what readers will find otherwise: the names of files, in order.
type Changes struct{ New, Changed, Gone []string }

// Changes compares what a host holds with what it is to hold.
func (r Record) Changes(to Record) (c Changes) {
	for _, name := range slices.Sorted(maps.Keys(to.Files)) {
		was, there := r.Files[name]
		switch {
		case !there:
			c.New = append(c.New, name)
		case was.Sum != to.Files[name].Sum:
			c.Changed = append(c.Changed, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.Files)) {
		if _, stays := to.Files[name]; !stays {
			c.Gone = append(c.Gone, name)
		}
	}
	return c
}

// Known reads what a host says that it holds. What holds a site without saying
// so, or that of another guide, is refused.
func Known(host Host, guide string) (Record, error) {
	text, err := host.Read(RecordFile, recordMost)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := host.Read("index.html", recordMost); !errors.Is(err, fs.ErrNotExist) {
			if err != nil {
				return Record{}, failed("index.html", err)
			}
			return Record{}, &report.Refusal{Rule: "upload-strange"}
		}
		return Record{Guide: guide, Files: map[string]File{}}, nil
	case err != nil:
		return Record{}, failed(RecordFile, err)
	}
	r, ok := ParseRecord(bytes.TrimSpace(text))
	if !ok {
		return Record{}, &report.Refusal{Rule: "upload-record", Values: report.Values{"file": RecordFile}}
	}
	if r.Guide != guide {
		return Record{}, &report.Refusal{Rule: "upload-other", Values: report.Values{"guide": r.Guide}}
	}
	return r, nil
}
