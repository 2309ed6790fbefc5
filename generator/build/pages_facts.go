package build

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// facts say what can be done with the page at hand.
func (w *work) facts() (*serve.PageFacts, error) {
	facts := &serve.PageFacts{Acts: []string{"new"}}
	for _, kind := range content.NewKinds() {
		facts.Kinds = append(facts.Kinds, serve.EditChoice{Value: kind})
	}
	for _, p := range w.site.Locales[0].Pages {
		if p.Kind == "section" && p.File != "" {
			facts.Sections = append(facts.Sections, serve.EditChoice{Value: p.ID, Title: p.Title})
		}
	}
	p := w.find(w.asked.File)
	if p == nil {
		return facts, nil
	}
	slug, _ := w.front(p.File, "slug")
	facts.ID, facts.Title, facts.Slug = p.ID, p.Title, path.Base(p.ID)
	if text, ok := slug.(string); ok {
		facts.Slug = text
	}
	if w.isOwn(p.File) {
		facts.Acts = append(facts.Acts, "rename")
	}
	if p.Parent != nil {
		facts.Section = p.Parent.ID
		for _, other := range p.Parent.Children {
			if other.File != "" {
				facts.Siblings = append(facts.Siblings, serve.EditChoice{Value: other.ID, Title: other.Title})
			}
		}
		facts.Acts = append(facts.Acts, w.acts(p)...)
	}
	return facts, nil
}

// acts are what else can be done with a page below another.
func (w *work) acts(p *guide.Page) (acts []string) {
	own := w.isOwn(p.File)
	if own && w.common(p) == "" {
		acts = append(acts, "move", "order")
	}
	if own {
		acts = append(acts, "delete")
	}
	if w.p.IsEdition() && !own {
		acts = append(acts, "take", "hide")
	}
	return append(acts, "local")
}

// deleted lists the pages that can be restored: those that were deleted, each once
// for all languages, and those that the edition leaves out.
func (w *work) deleted() (list []serve.DeletedPage, err error) {
	all, err := edit.DeletedOf(w.guide)
	for _, d := range all {
		id := idOf(rest(d.File))
		if !slices.ContainsFunc(list, func(p serve.DeletedPage) bool { return p.ID == id }) {
			list = append(list, serve.DeletedPage{ID: id, Title: titleIn(d.File, d.Raw, id), Time: &d.Time})
		}
	}
	if !w.p.IsEdition() {
		return list, err
	}
	for _, id := range w.site.Settings.Hide {
		title := id
		for _, file := range []string{id + ".md", path.Join(id, "_index.md")} {
			name := path.Join("content", w.site.Locales[0].Language, file)
			if raw, err := w.p.Read(name); err == nil {
				title = titleIn(name, raw, id)
			}
		}
		list = append(list, serve.DeletedPage{ID: id, Title: title})
	}
	return list, err
}

// titleIn reads the title of a text, or returns another name for it.
func titleIn(file string, raw []byte, or string) string {
	if _, values, err := content.Front(file, string(report.Clean(raw))); err == nil && values["title"] != nil {
		return fmt.Sprint(values["title"])
	}
	return or
}

// restore brings a page back in all languages, as it was last, or shows one that
// the edition leaves out.
func (w *work) restore() error {
	if w.p.IsEdition() && slices.Contains(w.site.Settings.Hide, w.asked.ID) {
		return w.setHidden(func(list []string) []string {
			return slices.DeleteFunc(list, func(id string) bool { return id == w.asked.ID })
		})
	}
	all, err := edit.DeletedOf(w.guide)
	for _, d := range all {
		if idOf(rest(d.File)) != w.asked.ID {
			continue
		}
		w.texts[d.File] = d.Raw
		if w.done.Next.File == "" || strings.HasPrefix(d.File, path.Join("content", w.site.Locales[0].Language)+"/") {
			w.done.Next.File = d.File
		}
	}
	if err == nil && len(w.texts) == 0 {
		err = w.refuse("edit-missing", w.asked.ID)
	}
	return err
}

// next finds the address of the page to go on to.
func (w *work) next() error {
	site, _, err := w.load(true)
	if err != nil || site == nil {
		return err
	}
	w.site = site
	file := w.done.Next.File
	if in, ok := strings.CutPrefix(rest(file), "local/"); ok {
		file = path.Join("content", languageOf(file), in)
	}
	for _, name := range []string{file, strings.TrimSuffix(file, ".md") + "/_index.md"} {
		if p := w.find(name); p != nil {
			w.done.Next.To = p.Address
		}
	}
	return nil
}

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
