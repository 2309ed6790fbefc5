package publish

import (
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"
)

// The suffixes of the folders beside out: a new site, and an old one put aside.
const (
	newSuffix = ".new"
	oldSuffix = ".old"
)

// aside returns the name of the old site while the folder made takes its place.
func aside(made string) string { return strings.TrimSuffix(made, newSuffix) + oldSuffix }

// sweep removes the folders that killed processes left beside out, and puts one
// back that had been put aside. If it can't, a later Write tries again.
func (p *place) sweep() {
	entries, err := fs.ReadDir(p.parent.FS(), ".")
	if err != nil {
		return
	}
	for _, e := range entries {
		pid, suffix, ok := p.parseLeftover(e.Name())
		if !ok || !e.IsDir() {
			continue
		}
		switch dead := !alive(pid); {
		case suffix == oldSuffix && dead && !has(p.parent, p.base):
			p.parent.Rename(e.Name(), p.base)
		case dead, suffix == newSuffix && olderThanADay(e):
			p.parent.RemoveAll(e.Name())
		}
	}
}

// parseLeftover reads a name that folderName or aside made.
func (p *place) parseLeftover(name string) (pid int, suffix string, ok bool) {
	rest, ours := strings.CutPrefix(name, "."+p.base+".")
	suffix = path.Ext(rest)
	if !ours || suffix != newSuffix && suffix != oldSuffix {
		return 0, "", false
	}
	number, nth, several := strings.Cut(strings.TrimSuffix(rest, suffix), "-")
	if _, err := strconv.ParseUint(nth, 10, 32); several && err != nil {
		return 0, "", false
	}
	id, err := strconv.ParseUint(number, 10, 31)
	return int(id), suffix, err == nil && id > 0
}

// olderThanADay reports whether a folder was made more than a day ago: no build
// takes as long.
func olderThanADay(e fs.DirEntry) bool {
	info, err := e.Info()
	return err == nil && time.Since(info.ModTime()) > 24*time.Hour
}
