package build

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
	"sparrausopas/generator/guide"
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
