package starter

import (
	"path"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// translate makes the page that of an original in another language: with its
// path, its number and its title, which the translator writes anew.
func (d *plan) translate(original *guide.Page) error {
	fitting, kind := "page", d.site.Kinds.Find(original.Kind)
	if kind.New {
		fitting = kind.Name
	}
	file := d.fileOf(original)
	switch {
	case d.edition.Page(original.ID) != nil:
		return refuse("new-exists", report.Values{"file": file})
	case d.asked.Kind != fitting:
		return refuse("new-translation-kind", report.Values{"original": original.File, "kind": fitting, "name": original.ID, "language": d.edition.Language})
	case !kind.New && slices.ContainsFunc(kind.Keys, func(k guide.Key) bool { return k.Required }):
		return refuse("new-translation-copy", report.Values{"original": original.File, "file": file})
	}
	d.original, d.title = original, original.Title
	d.section = d.edition.Page(original.Parent.ID)
	if d.section == nil {
		return refuse("new-translation-section", report.Values{"file": d.fileOf(original.Parent), "name": original.Parent.ID, "language": d.edition.Language})
	}
	return nil
}

// fileOf returns the file that a page has in the desk's language.
func (d *plan) fileOf(p *guide.Page) string {
	if p.Kind == "section" {
		return path.Join("content", d.edition.Language, p.ID, "_index.md")
	}
	return path.Join("content", d.edition.Language, p.ID+".md")
}
