package build

import (
	"path"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
)

// section returns a section by its ID, nil for none.
func (w *work) section(id string) *guide.Page {
	if p := w.site.Locales[0].Page(id); p != nil && p.Kind == "section" && p.File != "" {
		return p
	}
	return nil
}

// isOwn reports whether a file is the guide's own or will be, isCommon whether one
// below has it.
func (w *work) isOwn(file string) bool {
	return file != "" && (w.texts[file] != nil || project.IsFile(w.guide.Own, file))
}

func (w *work) isCommon(file string) bool {
	return w.p.IsEdition() && project.IsFile(w.p.Base(), file)
}

// common returns the file of a page that a guide below has in any language, "" for
// none.
func (w *work) common(p *guide.Page) string {
	for _, l := range w.site.Locales {
		for _, ending := range []string{".md", "/_index.md"} {
			if file := path.Join("content", l.Language, p.ID+ending); w.isCommon(file) {
				return file
			}
		}
	}
	return ""
}

// ownFiles are those of a page in all languages.
func (w *work) ownFiles(p *guide.Page) (files []string) {
	for _, file := range w.filesOf(p) {
		if idOf(rest(file)) == p.ID {
			files = append(files, file)
		}
	}
	return files
}

// filesOf are the own files of a page in all languages, with the texts that stand in
// it, and of a section those of all below it.
func (w *work) filesOf(p *guide.Page) (files []string) {
	for _, file := range content.FilesIn(w.guide.Own, "content") {
		id := idOf(strings.TrimPrefix(rest(file), "local/"))
		if path.Ext(file) == ".md" && (id == p.ID || p.Kind == "section" && strings.HasPrefix(id, p.ID+"/")) {
			files = append(files, file)
		}
	}
	return files
}

// id is the ID that a page has after the moves.
func (w *work) id(p *guide.Page) string {
	if to := w.moves[rest(p.File)]; to != "" {
		return idOf(to)
	}
	return p.ID
}

// rest is the path of a file in the folder of its language, which languageOf
// returns; idOf is the ID of the page that it makes.
func rest(file string) string {
	_, in, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	return in
}

func languageOf(file string) string {
	language, _, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	return language
}

func idOf(in string) string {
	if path.Base(in) == "_index.md" {
		return strings.TrimPrefix(path.Dir(in), ".")
	}
	return strings.TrimSuffix(in, ".md")
}
