package build

import (
	"cmp"
	"io/fs"
	"path"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// remove deletes the page in all languages, with what stands in it. The own copy of
// a common page gives its place back to that.
func (w *work) remove() error {
	for _, l := range w.site.Locales {
		if p := l.Page(w.page.ID); p != nil && len(p.Children) > 0 {
			return w.refuse("pages-full", w.page.File)
		}
	}
	switch {
	case w.page.Parent == nil:
		return w.refuse("pages-home", w.page.File)
	case w.isCommon(w.page.File) && w.isOwn(w.page.File):
		w.texts[w.page.File] = nil
		w.note("pages-common-again", report.Values{"file": w.page.File})
		w.done.Next.File = w.page.File
		return nil
	case w.common(w.page) != "":
		return w.refuse("edit-common", w.common(w.page))
	}
	for _, file := range w.filesOf(w.page) {
		w.texts[file] = nil
		w.gone[rest(file)] = true
	}
	w.done.Next.File = w.page.Parent.File
	return nil
}

// hide leaves a common page out of the edition.
func (w *work) hide() error {
	switch {
	case !w.p.IsEdition():
		return &report.Refusal{Rule: "copy-no-base"}
	case w.page.Parent == nil:
		return w.refuse("pages-home", w.page.File)
	}
	w.done.Next.File = w.page.Parent.File
	return w.setHidden(func(list []string) []string { return append(list, w.page.ID) })
}

// setHidden changes the list of pages that the edition leaves out.
func (w *work) setHidden(change func([]string) []string) error {
	raw, err := fs.ReadFile(w.guide.Own, content.ConfigFile)
	if err != nil {
		return err
	}
	// Settings are front matter without its lines of +++.
	const fence = "+++\n"
	text := string(report.Clean(raw))
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	w.texts[content.ConfigFile] = []byte(fence + text + fence)
	list, err := w.list(content.ConfigFile, "hide")
	if err == nil {
		err = w.set(content.ConfigFile, "hide", change(list))
	}
	if err != nil {
		delete(w.texts, content.ConfigFile)
		return err
	}
	changed := strings.TrimSuffix(strings.TrimPrefix(string(report.Clean(w.texts[content.ConfigFile])), fence), fence)
	return w.put(content.ConfigFile, changed)
}

// take copies a common page into the edition, as the command copy does.
func (w *work) take() error {
	files, err := w.taken(w.p, w.page.File)
	for file, text := range files {
		w.texts[file] = text
	}
	w.done.Next.File = w.page.File
	return err
}

// local begins an example of the edition's own in the page.
func (w *work) local() error {
	language := languageOf(w.page.File)
	file := path.Join("content", language, "local", cmp.Or(w.page.ID, "_index")+".md")
	w.done.Next.File = file
	if !project.IsFile(w.p.FS, file) {
		w.texts[file] = project.LocalText(language)
	}
	return nil
}
