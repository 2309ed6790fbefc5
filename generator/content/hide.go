package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// readHide reads the pages that the edition and those below it leave out.
func readHide(fsys fs.FS, f *fields, languages []guide.Language) []string {
	var all, known []string
	if f.has("hide") {
		known = pageIDs(fsys, languages)
	}
	for layer := f; layer != nil; layer = layer.under {
		alone := layer.alone()
		for _, id := range alone.texts("hide") {
			moved := ""
			if f.under != nil && !slices.Contains(known, id) {
				moved = movedPage(fsys, id, known, languages)
			}
			switch {
			case moved != "":
				alone.problem("hide", "hide-moved", report.Values{"name": id, "suggestion": moved})
				id = moved
			case !slices.Contains(known, id):
				alone.problem("hide", "hide-unknown", report.Values{"name": id, "suggestion": likelyPage(id, known, languages)})
			}
			all = append(all, id)
		}
	}
	f.asked = append(f.asked, "hide")
	return all
}

// pageIDs returns the IDs of all pages but the home page, in any of the
// languages.
func pageIDs(fsys fs.FS, languages []guide.Language) []string {
	var ids []string
	for _, l := range languages {
		folder := path.Join(contentDir, l.Tag)
		// What can't be read is reported where it is loaded.
		names, _ := walk(fsys, folder, isPassedOver)
		for _, name := range names {
			name = strings.TrimPrefix(name, folder+"/")
			if isPage(name) && !isLocal(name) && name != indexFile {
				ids = append(ids, pageID(name))
			}
		}
	}
	return ids
}

// likelyPage returns the ID that a wrong one may have meant: a file's path in
// place of an ID, or one that is written much the same.
func likelyPage(id string, known []string, languages []guide.Language) string {
	name := strings.ReplaceAll(id, `\`, "/")
	for _, l := range languages {
		name = strings.TrimPrefix(name, path.Join(contentDir, l.Tag)+"/")
	}
	if short := pageID(strings.TrimSuffix(name, "/")); slices.Contains(known, short) {
		return short
	}
	return report.Nearest(id, known)
}

// isHiddenPage reports whether a page is left out, be it with its section.
func isHiddenPage(id string, hide []string) bool {
	for _, hidden := range hide {
		if id == hidden || strings.HasPrefix(id, hidden+"/") {
			return true
		}
	}
	return false
}

// hideFiles takes the pages out that the guide leaves out, and with them those
// that are nothing without them, as the questions of an area. What is wrong
// with them is of no concern; what they are is kept, for other pages may name
// them.
func (l *locale) hideFiles() {
	for _, f := range l.files {
		if isHiddenPage(pageID(f.path), l.site.Settings.Hide) {
			l.hideFile(f)
		}
	}
	if len(l.Hidden) == 0 {
		return
	}
	for _, f := range l.files {
		if lost := l.options.kind(l.kindOf(f)).lost; lost != nil && !f.hidden && lost(l, f) {
			l.hideFile(f)
		}
	}
}

func (l *locale) hideFile(f *file) {
	f.hidden, f.problems = true, nil
	l.Hidden = append(l.Hidden, l.leftOut(f))
}

// leftOut is what others may call a page by that isn't in the site.
func (l *locale) leftOut(f *file) guide.Hidden {
	hidden := guide.Hidden{ID: pageID(f.path), Kind: l.kindOf(f), File: f.source.Name}
	hidden.Name = path.Base(hidden.ID)
	if l.options.kind(hidden.Kind).titled {
		hidden.Name = strings.ToLower(markdown.Plain(f.from.rules, f.saidText("title")))
	}
	number, _ := f.said("number").(int64)
	hidden.Number = int(number)
	hidden.Area = f.saidText("area")
	return hidden
}

// said returns what a file's front matter says under a key.
func (f *file) said(key string) any {
	if f.front == nil {
		return nil
	}
	return f.front.values[key]
}

// saidText is what a file's front matter says under a key that holds a text.
func (f *file) saidText(key string) string {
	text, _ := f.said(key).(string)
	return text
}

// kindOf returns the kind of a file's page before there is one.
func (l *locale) kindOf(f *file) string {
	if path.Base(f.path) == indexFile {
		return "section"
	}
	if kind := f.saidText("kind"); kind != "" {
		return kind
	}
	if section := l.beside(f, indexFile); section != nil {
		return section.saidText("kind")
	}
	return ""
}
