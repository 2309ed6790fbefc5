package theme

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"path"
	"slices"
	"strings"
	"sync"

	"sparrausopas/generator/guide"
)

// A browser that visits the site on a host keeps it, so that it opens without
// a connection. That is the work of a script which the theme writes, the
// service worker. It must stand in the site's folder, and is told what there
// is to keep, as a line before it:
//
//	const build = {"version": "…", "files": {"index.html": "0a1b2c3d", …}};
//
// Files are named with a checksum of their content, so that what hasn't changed
// needn't be loaded again after the next build. A site of more than 20 MB isn't
// kept as a whole: first the theme's assets and the first pages, then pages,
// then scripts, then the rest, each only if all of it has room. Of the rest
// the browser keeps what its reader opens.
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
	sum  uint32
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
		kept := keptFile{name, crc32.ChecksumIEEE(data), len(data)}
		w.mutex.Lock()
		w.files = append(w.files, kept)
		w.mutex.Unlock()
	}
	return w.next(name, data)
}

// isForHosts reports whether a file is one that no reader opens.
func isForHosts(name string) bool {
	return name == notFoundFile || name == "robots.txt" || strings.HasPrefix(name, "sitemap") && path.Ext(name) == ".xml"
}

// Write writes the worker, if the theme has one.
func (w *Worker) Write() error {
	if _, ok := w.theme.files[workerFile]; !ok {
		return nil
	}
	list := []byte("null")
	if w.theme.keeps(w.site) {
		var err error
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

// build is what the script is told.
type build struct {
	Version string            `json:"version"`
	Files   map[string]string `json:"files"`
}

func (w *Worker) build() build {
	b := build{Files: map[string]string{}}
	for _, f := range w.kept(workerLimit) {
		b.Files[f.name] = fmt.Sprintf("%08x", f.sum)
	}
	// The order of a map isn't that of its JSON, which is always the same.
	text, _ := json.Marshal(b.Files)
	sum := sha256.Sum256(text)
	b.Version = hex.EncodeToString(sum[:8])
	return b
}

// kept are the files that a browser is to keep without being asked.
func (w *Worker) kept(limit int) []keptFile {
	sizes := map[int]int{}
	for _, f := range w.files {
		sizes[w.rank(f.name)] += f.size
	}
	total, has := 0, map[int]bool{}
	for rank := range 4 {
		if total+sizes[rank] <= limit {
			total, has[rank] = total+sizes[rank], true
		}
	}
	list := slices.DeleteFunc(slices.Clone(w.files), func(f keptFile) bool { return !has[w.rank(f.name)] })
	slices.SortFunc(list, func(a, b keptFile) int { return cmp.Compare(a.name, b.name) })
	return list
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
