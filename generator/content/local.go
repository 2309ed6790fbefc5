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
func (l *locale) addLocal(f *file) report.Problems {
	id := pageID(strings.TrimPrefix(f.path, localDir+"/"))
	if other := l.locals[id]; other != nil {
		return report.Fault(f.source.Name, "file-twice", report.Values{"other": other.source.Name})
	}
	l.locals[id] = f
	if f.read(l.fsys, l.options.Memo, l.keys); f.front != nil {
		f.title = f.front.shown(l.rules, "title")
		f.front.finish()
	}
	return nil
}

// checkLocals finds local texts whose page isn't there.
func (l *locale) checkLocals() {
	var ids []string
	for _, p := range l.Pages {
		if p.File != "" {
			ids = append(ids, p.ID)
		}
	}
	for id, text := range l.locals {
		f, rule := cmp.Or(l.byPath[id+pageExtension], l.byPath[path.Join(id, indexFile)]), ""
		switch {
		case f == nil:
			rule = "local-nowhere"
		// That of a guide below isn't this one's to mend.
		case f.hidden && isThere(l.options.layers(l.fsys)[0].FS, text.source.Name):
			rule = "local-hidden"
		}
		if rule != "" {
			text.problems = append(text.problems, text.source.Whole(rule, report.Values{
				"page": cmp.Or(id, "_index"), "suggestion": l.localFile(report.Nearest(id, ids))}))
		}
	}
}

// localFile returns the file for a local text in a page, "" for none.
func (l *locale) localFile(id string) string {
	if id == "" {
		return ""
	}
	return path.Join(l.folder, localDir, id) + pageExtension
}

// renderLocal renders the local text of a page and returns its links; nil if it
// has none.
func (l *locale) renderLocal(p *guide.Page, renderers map[*locale]*markdown.Renderer) (*markdown.Local, []guide.Link) {
	text := l.localOf(p)
	if text == nil || faultsIn(text.problems) > 0 {
		return nil, nil
	}
	text.page = p
	source, shifts := l.body(text)
	rendered := text.rendered(renderers[text.from].RenderLocal(p, source, l.resolver(text)), shifts)
	for i := range rendered.Links {
		rendered.Links[i].File = text.source.Name
	}
	label := &markdown.Local{Label: l.localLabel(text), Text: rendered.Text}
	if text.title != "" && text.from != l {
		label.Language = text.from.Language
	}
	return label, rendered.Links
}

// localOf returns the local text of a page, or what the first language has for
// it; nil for none.
func (l *locale) localOf(p *guide.Page) *file {
	if text := l.locals[p.ID]; text != nil || l.first == nil {
		return text
	}
	text := l.first.locals[p.ID]
	if text != nil {
		copied := *text
		return &copied
	}
	return nil
}

// localLabel says what a local text is: its own title, or the theme's word for
// all of them with the municipality's name.
func (l *locale) localLabel(text *file) string {
	label := []string{l.Words["local-title"], l.site.Settings.Brand.Name}
	return cmp.Or(text.title, strings.Join(slices.DeleteFunc(label, func(s string) bool { return s == "" }), ": "))
}
