package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// movedPage returns the ID that a page of the guide below has now, by the one
// that an edition knows: that of the page which says in its key id that it was
// called so, or of the only one with the same file name; "" for none.
func movedPage(fsys fs.FS, id string, known []string, languages []guide.Language) string {
	for _, now := range known {
		for _, l := range languages {
			for _, name := range []string{now + pageExtension, path.Join(now, indexFile)} {
				text, err := fs.ReadFile(fsys, path.Join(contentDir, l.Tag, name))
				front, _, _ := strings.Cut(string(text), "\n+++")
				if err == nil && strings.Contains(front, "\nid = \""+id+"\"") {
					return now
				}
			}
		}
	}
	named := slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(known))), func(now string) bool { return path.Base(now) != path.Base(id) })
	if len(named) == 1 {
		return named[0]
	}
	return ""
}

// follow puts local texts whose pages the guide below has moved into these, and
// says so.
func (l *locale) follow() {
	if len(l.options.layers(l.fsys)) < 2 {
		return
	}
	var known []string
	for name := range l.byPath {
		known = append(known, pageID(name))
	}
	for id, text := range l.locals {
		if slices.Contains(known, id) {
			continue
		}
		now := movedPage(l.fsys, id, known, []guide.Language{l.settings})
		if now == "" || l.locals[now] != nil {
			continue
		}
		delete(l.locals, id)
		l.locals[now] = text
		text.problems = append(text.problems, text.source.Whole("local-moved", report.Values{"page": id, "suggestion": l.localFile(now)}))
	}
}
