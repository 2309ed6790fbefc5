package build

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// act does what is asked for itself.
func (w *work) act() error {
	acts := map[string]func() error{
		"new": w.begin, "rename": w.rename, "move": w.move, "order": w.order, "delete": w.remove,
		"hide": w.hide, "take": w.take, "local": w.local, "restore": w.restore,
	}
	act := acts[w.asked.Do]
	if act == nil {
		return &report.Refusal{Rule: "edit-not-understood"}
	}
	if w.asked.Do == "new" || w.asked.Do == "restore" {
		return act()
	}
	if w.page = w.find(w.asked.File); w.page == nil {
		return w.refuse("pages-unknown", w.asked.File)
	}
	return act()
}

func (w *work) refuse(rule, file string) error {
	return &report.Refusal{Rule: rule, Values: report.Values{"file": file}}
}

// find returns the page that is made of a file, nil for none.
func (w *work) find(file string) *guide.Page {
	for _, l := range w.site.Locales {
		for _, p := range l.Pages {
			if p.File == file && file != "" && p.Original.Language == "" {
				return p
			}
		}
	}
	return nil
}

// begin makes a page, as the command new does: in the other languages a draft in
// the place of which readers see the page itself.
func (w *work) begin() error {
	asked := project.Request{Kind: w.asked.Kind, Name: w.asked.Title, Section: w.asked.Section, Today: Today()}
	if !slices.Contains(content.NewKinds(), asked.Kind) {
		return &report.Refusal{Rule: "edit-not-understood"}
	}
	page, err := project.Begin(w.site, asked)
	if err != nil {
		return err
	}
	if project.IsFile(w.p.FS, page.File) {
		return w.refuse("new-exists", page.File)
	}
	w.texts[page.File] = page.Text
	with, _, err := w.load(true)
	if err != nil || with == nil {
		return err
	}
	for _, l := range with.Settings.Languages[1:] {
		translation, err := project.Begin(with, project.Request{Kind: asked.Kind, Name: page.File, Language: l.Tag, Today: asked.Today})
		// The language may have such a page of its own.
		if err == nil && !project.IsFile(w.p.FS, translation.File) {
			w.texts[translation.File] = translation.Text
		}
	}
	w.done.Next.File = page.File
	return nil
}

// rename gives the page another title and another part of the address. Pages call
// topics by their titles.
func (w *work) rename() error {
	title := strings.Join(strings.Fields(w.asked.Title), " ")
	if title == "" {
		return &report.Refusal{Rule: "edit-value", Values: report.Values{"value": w.asked.Title}}
	}
	if topic, ok := w.page.Detail.(*guide.Topic); ok {
		for _, p := range topic.Pages {
			if !w.isOwn(p.File) || languageOf(p.File) != languageOf(w.page.File) {
				continue
			}
			names, err := w.list(p.File, "topics")
			for i, name := range names {
				if strings.EqualFold(name, w.page.Title) {
					names[i] = title
				}
			}
			if err == nil {
				err = w.set(p.File, "topics", names)
			}
			if err != nil {
				return err
			}
		}
	}
	err := w.set(w.page.File, "title", title)
	old, _ := w.front(w.page.File, "slug")
	if slug := strings.TrimSpace(w.asked.Slug); err == nil && w.page.ID != "" && (old != nil || slug != path.Base(w.page.ID)) {
		var value any
		if slug != "" {
			value = slug
		}
		err = w.set(w.page.File, "slug", value)
	}
	w.done.Next.File = w.page.File
	return err
}

// move puts the page into another section in all languages, with what stands in it
// and, of a section, all that is below it. It stays of its kind, is called by its
// old name where answers were saved, and comes last.
func (w *work) move() error {
	section := w.section(w.asked.Section)
	switch {
	case section == nil || w.page.Parent == nil || section.ID == w.page.Parent.ID || (section.ID+"/") == w.page.ID+"/" || strings.HasPrefix(section.ID, w.page.ID+"/"):
		return w.refuse("pages-section", w.asked.Section)
	case w.common(w.page) != "":
		return w.refuse("edit-common", w.common(w.page))
	}
	to, weight := path.Join(section.ID, path.Base(w.page.ID)), 0
	for _, p := range section.Children {
		weight = max(weight, p.Weight)
	}
	for _, file := range w.filesOf(w.page) {
		old := rest(file)
		local, in := "", old
		if after, ok := strings.CutPrefix(old, "local/"); ok {
			local, in = "local/", after
		}
		w.moves[old] = local + to + strings.TrimPrefix(in, w.page.ID)
		if project.IsFile(w.p.FS, w.now(file)) {
			return w.refuse("new-exists", w.now(file))
		}
	}
	for _, file := range w.filesOf(w.page) {
		if strings.HasPrefix(rest(file), "local/") {
			continue
		}
		if err := w.settle(file, section, weight+10); err != nil {
			return err
		}
	}
	w.done.Next.File = w.now(w.page.File)
	return nil
}

// settle says in a file that moves what its place said until now.
func (w *work) settle(file string, section *guide.Page, weight int) error {
	set := func(key string, value any) error {
		if there, err := w.front(file, key); err != nil || there != nil {
			return err
		}
		return w.set(file, key, value)
	}
	err := set("id", idOf(rest(file)))
	if err != nil || idOf(rest(file)) != w.page.ID {
		return err
	}
	if kind := w.page.Kind; kind != "section" && kind != cmp.Or(section.Of, "page") {
		err = set("kind", kind)
	}
	if err == nil {
		err = w.set(file, "weight", int64(weight))
	}
	return err
}

// order gives the page another place among its neighbours: a weight between those
// of the two, or all of them new ones where there is none.
func (w *work) order() error {
	if w.page.Parent == nil {
		return w.refuse("pages-unknown", w.asked.File)
	}
	list := slices.DeleteFunc(slices.Clone(w.page.Parent.Children), func(p *guide.Page) bool { return p == w.page || p.File == "" })
	at := min(max(w.asked.Place, 0), len(list))
	list = slices.Insert(list, at, w.page)
	low, high := 0, 0
	if at > 0 {
		low = list[at-1].Weight
	}
	if high = low + 20; at+1 < len(list) {
		high = list[at+1].Weight
	}
	weights := map[*guide.Page]int{w.page: (low + high) / 2}
	if high-low < 2 {
		for i, p := range list {
			weights[p] = 10 * (i + 1)
		}
	}
	for p, weight := range weights {
		if weight == p.Weight {
			continue
		}
		if file := w.common(p); file != "" {
			return w.refuse("edit-common", file)
		}
		for _, file := range w.ownFiles(p) {
			if err := w.set(file, "weight", int64(weight)); err != nil {
				return err
			}
		}
	}
	w.done.Next.File = w.page.File
	return nil
}
