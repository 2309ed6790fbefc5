package content

import (
	"io/fs"
	"path"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// readHide reads the pages that the edition and those below it leave out.
func readHide(fsys fs.FS, f *fields, languages []guide.Language) []string {
	var all []string
	for layer := f; layer != nil; layer = layer.under {
		alone := layer.alone()
		for _, id := range alone.texts("hide") {
			if !isPage(fsys, id, languages) {
				alone.problem("hide", "hide-unknown", report.Values{"name": id, "suggestion": likelyPage(fsys, id, languages)})
			}
			all = append(all, id)
		}
	}
	f.asked = append(f.asked, "hide")
	return all
}

// isPage tells whether one of the languages has a page with an ID.
func isPage(fsys fs.FS, id string, languages []guide.Language) bool {
	for _, l := range languages {
		name := path.Join(contentDir, l.Tag, id)
		if id != "" && fs.ValidPath(id) && (isThere(fsys, name+pageExtension) && path.Base(id)+pageExtension != indexFile || isThere(fsys, path.Join(name, indexFile))) {
			return true
		}
	}
	return false
}

func isThere(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// likelyPage gives the ID that a wrong one may have meant: a file's path in
// place of an ID, or one that is written much the same.
func likelyPage(fsys fs.FS, id string, languages []guide.Language) string {
	var ids []string
	for _, l := range languages {
		folder := path.Join(contentDir, l.Tag) + "/"
		short := pageID(strings.TrimPrefix(id, folder))
		if isPage(fsys, short, languages) {
			return short
		}
		names, _ := walk(fsys, strings.TrimSuffix(folder, "/"), isHidden)
		for _, name := range names {
			if name = strings.TrimPrefix(name, folder); path.Ext(name) == pageExtension && !isLocal(name) {
				ids = append(ids, pageID(name))
			}
		}
	}
	return report.Nearest(id, ids)
}

// isHiddenPage tells whether a page is left out, be it with its section.
func isHiddenPage(id string, hide []string) bool {
	for _, hidden := range hide {
		if id == hidden || strings.HasPrefix(id, hidden+"/") {
			return true
		}
	}
	return false
}

// hideFiles takes the pages out that the guide leaves out, and with them those
// that are nothing without them: the questions of an area, and what gathers a
// worksheet. What is wrong with them is of no concern; what they are is kept,
// for other pages may name them.
func (e *edition) hideFiles() {
	for _, f := range e.files {
		if isHiddenPage(pageID(f.path), e.site.Hide) {
			e.hideFile(f)
		}
	}
	for _, f := range e.files {
		if len(e.Hidden) > 0 && !f.hidden && e.dependsOnHidden(f) {
			e.hideFile(f)
		}
	}
}

// dependsOnHidden tells of pages that can't be without one that is left out.
func (e *edition) dependsOnHidden(f *file) bool {
	switch e.kindOf(f) {
	case "question":
		area, _ := f.said("area").(string)
		return e.HidesName("area", area)
	case "gather":
		name, _ := f.said("worksheet").(string)
		sheet := e.byPath[path.Join(path.Dir(f.path), name)]
		return sheet != nil && sheet.hidden
	}
	return false
}

func (e *edition) hideFile(f *file) {
	f.hidden, f.problems = true, nil
	hidden := guide.Hidden{ID: pageID(f.path), Kind: e.kindOf(f)}
	hidden.Name = path.Base(hidden.ID)
	if title, _ := f.said("title").(string); hidden.Kind == "topic" {
		hidden.Name = strings.ToLower(e.rules.Typography(title))
	}
	number, _ := f.said("number").(int64)
	hidden.Number = int(number)
	hidden.Area, _ = f.said("area").(string)
	e.Hidden = append(e.Hidden, hidden)
}

// said gives what a file's front matter says under a key.
func (f *file) said(key string) any {
	if f.front == nil {
		return nil
	}
	return f.front.values[key]
}

// kindOf gives the kind of a file's page before there is one.
func (e *edition) kindOf(f *file) string {
	if path.Base(f.path) == indexFile {
		return "section"
	}
	if kind, _ := f.said("kind").(string); kind != "" {
		return kind
	}
	if section := e.byPath[path.Join(path.Dir(f.path), indexFile)]; section != nil {
		kind, _ := section.said("kind").(string)
		return kind
	}
	return ""
}
