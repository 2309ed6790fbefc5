package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// A browser that visits the site on a host keeps it, so that it opens without
// a connection. That is the work of a script which the theme writes, the
// service worker. It must stand in the site's folder, and is told what there
// is to keep, as a line before it:
//
//	const build = {"files": {"index.html": "0a1b2c3d", …}, "rest": {…}};
//
// Files are named with a checksum of their content, the first bytes of SHA-256
// as browsers compute it: the script keeps a file only if the host sent the
// listed one, and needn't load again what hasn't changed. It is against
// accidents, not against attackers, who would change the list.
//
// A site of more than 20 MB isn't kept as a whole: first the theme's assets and
// the first pages, then pages, then scripts, then what else there is, each only
// if all of it has room. Of the rest the browser keeps what its reader opens.
//
// Where the settings say that readers keep nothing (offline = false), no page
// calls for the worker, and it is told "null": browsers that have it already
// then forget it and what they kept.

const workerFile = "service-worker.js"

// workerLimit is how many bytes a browser is to keep at most.
const workerLimit = 20e6

// Worker makes the service worker of a site. All files of the site go through
// its Emit; Write comes last.
type Worker struct {
	theme *Theme
	site  *guide.Site
	next  func(string, []byte) error
	mutex sync.Mutex
	files []keptFile
}

type keptFile struct {
	name string
	sum  string
	size int
}

// Worker begins a worker whose files go on to emit.
func (t *Theme) Worker(site *guide.Site, emit func(string, []byte) error) *Worker {
	return &Worker{theme: t, site: site, next: emit}
}

// Worker returns the address of the service worker, relative to this page; ""
// if readers keep nothing.
func (v *View) Worker() string {
	if !v.templates.theme.keeps(v.Site) {
		return ""
	}
	return guide.Relative(v.from, workerFile)
}

// keeps reports whether readers keep the site.
func (t *Theme) keeps(site *guide.Site) bool {
	_, ok := t.files[workerFile]
	return ok && site.Settings.Web.Offline
}

// Emit notes a file and passes it on. It can be called from several goroutines.
func (w *Worker) Emit(name string, data []byte) error {
	if w.theme.keeps(w.site) && !isForHosts(name) {
		sum := sha256.Sum256(data)
		kept := keptFile{name, hex.EncodeToString(sum[:4]), len(data)}
		w.mutex.Lock()
		w.files = append(w.files, kept)
		w.mutex.Unlock()
	}
	return w.next(name, data)
}

// isForHosts reports whether a file is one that no reader opens: some of them
// hosts read themselves and refuse to send, and the worker would wait for them
// for ever.
func isForHosts(name string) bool {
	base := path.Base(name)
	switch base {
	case "_headers", "_redirects", "CNAME", "web.config":
		return true
	}
	return name == notFoundFile || name == "robots.txt" || strings.HasPrefix(base, ".") ||
		strings.HasPrefix(name, "sitemap") && path.Ext(name) == ".xml"
}

// addCopies notes the files of content/static, which don't go through Emit if
// others copy them. What a browser can't keep it needn't know.
func (w *Worker) addCopies() error {
	for name, file := range w.site.Files {
		if !w.theme.options.Copied || isForHosts(name) {
			continue
		}
		sum, size, err := sumOf(w.theme.fsys, file)
		if err != nil {
			return report.Unreadable(file, err)
		}
		if size <= workerLimit {
			w.files = append(w.files, keptFile{name, hex.EncodeToString(sum[:4]), int(size)})
		}
	}
	return nil
}

// sumOf reads a file in pieces, and of a large one no more than tells that it
// is.
func sumOf(fsys fs.FS, name string) (sum []byte, size int64, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	hash := sha256.New()
	size, err = io.Copy(hash, io.LimitReader(f, workerLimit+1))
	return hash.Sum(nil), size, err
}

// Write writes the worker, if the theme has one.
func (w *Worker) Write() error {
	if _, ok := w.theme.files[workerFile]; !ok {
		return nil
	}
	list := []byte("null")
	if w.theme.keeps(w.site) {
		err := w.addCopies()
		if err != nil {
			return err
		}
		if list, err = json.Marshal(w.build()); err != nil {
			return err
		}
	}
	script := bytes.Join([][]byte{[]byte("const build = "), list, []byte(";\n"), w.theme.small[workerFile]}, nil)
	if _, own := w.site.Files[workerFile]; own {
		return nil
	}
	return w.next(workerFile, script)
}

// build is what the script is told: the checksums of the files that a browser
// keeps without being asked, and of the others.
type build struct {
	Files map[string]string `json:"files"`
	Rest  map[string]string `json:"rest,omitempty"`
}

func (w *Worker) build() build {
	b := build{Files: map[string]string{}, Rest: map[string]string{}}
	fits := w.fitting(workerLimit)
	for _, f := range w.files {
		if fits[w.rank(f.name)] {
			b.Files[f.name] = f.sum
		} else {
			b.Rest[f.name] = f.sum
		}
	}
	return b
}

// fitting returns the ranks whose files have room.
func (w *Worker) fitting(limit int) map[int]bool {
	sizes := map[int]int{}
	for _, f := range w.files {
		sizes[w.rank(f.name)] += f.size
	}
	total, fits := 0, map[int]bool{}
	for rank := range 4 {
		if total+sizes[rank] <= limit {
			total, fits[rank] = total+sizes[rank], true
		}
	}
	return fits
}

// rank tells how much a file is needed, 0 the most.
func (w *Worker) rank(name string) int {
	isHome := slices.ContainsFunc(w.site.Locales, func(l *guide.Locale) bool { return l.Home.Address == name })
	switch {
	case isHome, strings.HasPrefix(name, assetsDir), path.Ext(name) == ".webmanifest":
		return 0
	case path.Ext(name) == ".html":
		return 1
	case path.Ext(name) == ".js":
		return 2
	}
	return 3
}
