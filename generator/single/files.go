package single

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/base64"
	"html"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Largest is how many bytes a file may have that isn't text, and Room how many
// such files have together. What mail systems take is about twice that.
const (
	Largest = 1_000_000
	Room    = 2_500_000
)

// choose returns the files that readers need, and the names of those that there
// is no room for. What pages show comes before what they lead to, and small
// files before large ones.
func choose(site map[string][]byte) (taken map[string][]byte, left []string) {
	taken = map[string][]byte{}
	var texts [][]byte
	for name, data := range site {
		if isText(name) && !isForHosts(name, data) {
			taken[name] = data
			texts = append(texts, data)
		}
	}
	order := func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(len(site[a]), len(site[b])), cmp.Compare(a, b))
	}
	room := Room
	for _, name := range slices.SortedFunc(maps.Keys(site), order) {
		switch data := site[name]; {
		case isText(name) || !isNamed(name, texts):
		case len(data) > min(Largest, room):
			left = append(left, name)
		default:
			taken[name] = data
			room -= len(data)
		}
	}
	return taken, left
}

// rank is 0 for what pages show, and 1 for what they lead to.
func rank(name string) int {
	if kind := typeOf(name); strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "font/") {
		return 0
	}
	return 1
}

// isNamed reports whether a page, a style or a script names a file.
func isNamed(name string, texts [][]byte) bool {
	base := path.Base(name)
	for _, form := range []string{base, (&url.URL{Path: base}).EscapedPath(), html.EscapeString(base)} {
		if slices.ContainsFunc(texts, func(text []byte) bool { return bytes.Contains(text, []byte(form)) }) {
			return true
		}
	}
	return false
}

// isText reports whether a file is one that the site itself is made of.
func isText(name string) bool {
	return slices.Contains([]string{".html", ".css", ".js"}, path.Ext(name))
}

// isForHosts reports whether no reader of the file comes to a page or a script:
// it stands for missing pages, leads on from an old address, or keeps the site.
func isForHosts(name string, data []byte) bool {
	return name == "404.html" || name == "service-worker.js" || bytes.Contains(data, []byte(`http-equiv="refresh"`))
}

// inStyle is a file that a style names, which stands beside it.
var inStyle = regexp.MustCompile(`url\(([\w.-]+)\)`)

// withFiles returns a style with the files that it names in it, as boot.js makes
// it.
func withFiles(name string, files map[string][]byte) []byte {
	return inStyle.ReplaceAllFunc(files[name], func(found []byte) []byte {
		file := path.Join(path.Dir(name), string(inStyle.FindSubmatch(found)[1]))
		return []byte("url(data:" + typeOf(file) + ";base64," + base64.StdEncoding.EncodeToString(files[file]) + ")")
	})
}

// types are the types of files; what isn't here is saved as it is.
var types = map[string]string{
	".avif": "image/avif", ".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp",
	".woff": "font/woff", ".woff2": "font/woff2", ".pdf": "application/pdf", ".txt": "text/plain", ".csv": "text/csv",
}

func typeOf(name string) string {
	if known, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return known
	}
	return "application/octet-stream"
}

// pack packs a text that comes after another.
func pack(text, before []byte) []byte {
	var out bytes.Buffer
	// The level is one that there is, and a buffer takes all.
	w, _ := flate.NewWriterDict(&out, flate.BestCompression, before)
	_, _ = w.Write(text)
	_ = w.Close()
	return out.Bytes()
}
