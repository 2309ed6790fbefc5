package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// localDir is the folder, in a language's, of texts that stand in other pages.
const localDir = "local"

// isLocal reports whether a file is no page, by its path in the language's
// folder.
func isLocal(name string) bool { return strings.HasPrefix(name, localDir+"/") }

// local is an example of the municipality's own, which stands in a common page.
type local struct{ file }

// localID returns the ID of the page that a local text stands in.
func localID(name string) string { return pageID(strings.TrimPrefix(name, localDir+"/")) }

// addLocal reads a local text. One whose page has a text already is a problem.
func (e *edition) addLocal(f *file) {
	id := localID(f.path)
	if other := e.locals[id]; other != nil {
		e.problems = append(e.problems, f.source.Whole("file-twice", report.Values{"other": other.source.Name}))
		return
	}
	e.locals[id] = readLocal(e.fsys, f, e.rules, e.keys)
}

// readLocal reads a local text, which may have front matter with a title.
func readLocal(fsys fs.FS, f *file, l language.Language, keys []guide.Key) *local {
	text := &local{file: *f}
	source, problem := readText(fsys, f.source.Name)
	if problem != nil {
		text.problems = append(text.problems, *problem)
		return text
	}
	text.source = source
	first, _, _ := strings.Cut(string(source.Text), "\n")
	if !strings.HasPrefix(first, "+++") && !isFence([]byte(first)) {
		return text
	}
	head, offset, problem := split(source)
	if problem != nil {
		text.problems = append(text.problems, *problem)
		return text
	}
	text.offset = offset
	front := parseFields(source, head, strings.IndexByte(string(source.Text), '\n')+1, keys, &text.problems)
	text.title = l.Typography(front.text("title"))
	front.finish()
	return text
}

// checkLocals finds local texts whose page isn't there.
func (e *edition) checkLocals() {
	pages := map[string]*file{}
	for _, f := range e.files {
		pages[pageID(f.path)] = f
	}
	var ids []string
	for id, f := range pages {
		if f.page != nil {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for id, text := range e.locals {
		f, rule := pages[id], ""
		switch {
		case f == nil:
			rule = "local-nowhere"
		case f.hidden && e.ownFile(text.source.Name):
			rule = "local-hidden"
		}
		if rule != "" {
			text.problems = append(text.problems, text.source.Whole(rule, report.Values{
				"page": cmp.Or(id, "_index"), "suggestion": e.localFile(report.Nearest(id, ids))}))
		}
	}
}

// ownFile reports whether a file is one of the guide at hand, not of a layer
// below it.
func (e *edition) ownFile(name string) bool {
	return isThere(e.options.layers(e.fsys)[0].FS, name)
}

// localFile returns the file for a local text in a page, "" for none.
func (e *edition) localFile(id string) string {
	if id == "" {
		return ""
	}
	return path.Join(e.folder, localDir, id) + pageExtension
}

// renderLocal renders the local text of a page and gives its links; nil if it
// has none.
func (e *edition) renderLocal(p *guide.Page, renderer *markdown.Renderer) (*markdown.Local, []guide.Link) {
	text := e.locals[p.ID]
	if text == nil || len(text.problems) > 0 {
		return nil, nil
	}
	text.page = p
	rendered := renderer.RenderLocal(p, text.source.Text[text.offset:], e.resolver(&text.file))
	for _, issue := range rendered.Issues {
		text.problems = append(text.problems, text.source.At(text.offset+issue.Offset, issue.Rule, issue.Values))
	}
	for i := range rendered.Links {
		rendered.Links[i].Offset += text.offset
		rendered.Links[i].File = text.source.Name
	}
	return &markdown.Local{Label: e.localLabel(text), Text: rendered.Text}, rendered.Links
}

// localLabel says what a local text is: its own title, or the theme's word for
// all of them with the municipality's name.
func (e *edition) localLabel(text *local) string {
	label := []string{e.Words["local-title"], e.site.Brand.Name}
	return cmp.Or(text.title, strings.Join(slices.DeleteFunc(label, func(s string) bool { return s == "" }), ": "))
}
