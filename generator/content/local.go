package content

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// localDir is the folder, in a language's, of texts that stand in other pages.
const localDir = "local"

// isLocal reports whether a file is no page, by its path in the language's
// folder.
func isLocal(name string) bool { return strings.HasPrefix(name, localDir+"/") }

// addLocal reads a local text, an example of the municipality's own, which may
// have front matter with a title. One whose page has a text already is a
// problem.
func (e *edition) addLocal(f *file) report.Problems {
	id := pageID(strings.TrimPrefix(f.path, localDir+"/"))
	if other := e.locals[id]; other != nil {
		return report.Fault(f.source.Name, "file-twice", report.Values{"other": other.source.Name})
	}
	e.locals[id] = f
	if f.read(e.fsys, e.options.Memo, e.keys); f.front != nil {
		f.title = e.rules.Typography(f.front.text("title"))
		f.front.finish()
	}
	return nil
}

// checkLocals finds local texts whose page isn't there.
func (e *edition) checkLocals() {
	var ids []string
	for _, p := range e.Pages {
		if p.File != "" {
			ids = append(ids, p.ID)
		}
	}
	for id, text := range e.locals {
		f, rule := cmp.Or(e.byPath[id+pageExtension], e.byPath[path.Join(id, indexFile)]), ""
		switch {
		case f == nil:
			rule = "local-nowhere"
		// That of a guide below isn't this one's to mend.
		case f.hidden && isThere(e.options.layers(e.fsys)[0].FS, text.source.Name):
			rule = "local-hidden"
		}
		if rule != "" {
			text.problems = append(text.problems, text.source.Whole(rule, report.Values{
				"page": cmp.Or(id, "_index"), "suggestion": e.localFile(report.Nearest(id, ids))}))
		}
	}
}

// localFile returns the file for a local text in a page, "" for none.
func (e *edition) localFile(id string) string {
	if id == "" {
		return ""
	}
	return path.Join(e.folder, localDir, id) + pageExtension
}

// renderLocal renders the local text of a page and returns its links; nil if it
// has none.
func (e *edition) renderLocal(p *guide.Page, renderer *markdown.Renderer) (*markdown.Local, []guide.Link) {
	text := e.locals[p.ID]
	if text == nil || len(text.problems) > 0 {
		return nil, nil
	}
	text.page = p
	rendered := text.rendered(renderer.RenderLocal(p, text.source.Text[text.offset:], e.resolver(text)))
	for i := range rendered.Links {
		rendered.Links[i].File = text.source.Name
	}
	return &markdown.Local{Label: e.localLabel(text), Text: rendered.Text}, rendered.Links
}

// localLabel says what a local text is: its own title, or the theme's word for
// all of them with the municipality's name.
func (e *edition) localLabel(text *file) string {
	label := []string{e.Words["local-title"], e.site.Settings.Brand.Name}
	return cmp.Or(text.title, strings.Join(slices.DeleteFunc(label, func(s string) bool { return s == "" }), ": "))
}
