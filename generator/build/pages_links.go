package build

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
)

// follow does what follows from an act for the rest of the guide: links are mended,
// old addresses lead on, translations of pages with mended links stay what they
// were, and what would be wrong is told.
func (w *work) follow() error {
	if err := w.relink(); err != nil {
		return err
	}
	// As it was: nothing has been changed yet.
	texts := w.texts
	w.texts = nil
	before, known, err := w.load(false)
	w.texts = texts
	if err != nil {
		return err
	}
	after, problems, err := w.load(false)
	if err != nil {
		return err
	}
	if before != nil && after != nil {
		puts := w.puts
		err = w.leadOn(before, after)
		if err == nil {
			err = w.seen(before, after)
		}
		if err == nil && w.puts > puts {
			_, problems, err = w.load(false)
		}
	}
	w.done.Problems = w.p.Show(w.fresh(known, problems))
	if err == nil && w.asked.Plan != "" {
		err = w.next()
	}
	return err
}

// relink mends the links of the guide's own pages.
func (w *work) relink() error {
	var names []string
	for from := range w.moves {
		names = append(names, path.Base(from))
	}
	for file := range w.gone {
		names = append(names, path.Base(file))
	}
	if len(names) == 0 {
		return nil
	}
	for _, file := range content.FilesIn(w.guide.Own, "content") {
		to := w.now(file)
		text, err := w.own(file)
		if err != nil || path.Ext(file) != ".md" || text == "" {
			continue
		}
		if to == file && !slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, name) }) {
			continue
		}
		changed, links := content.Relink(file, to, text, w.lead)
		for _, l := range links {
			w.done.Links = append(w.done.Links, serve.PageLink{File: file, Line: l.Line, From: l.From, To: l.To})
		}
		if err := w.put(file, changed); err != nil {
			return err
		}
	}
	return nil
}

// lead says where a file is now that a link leads to.
func (w *work) lead(file string) (now string, keep bool) {
	_, rest, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	return w.now(file), !w.asked.Plain || !w.gone[rest]
}

// leadOn makes old addresses of readers' pages lead to where these are now, or of
// those that are gone to their sections, and lets an address go that a page has of
// itself again.
func (w *work) leadOn(before, after *guide.Site) error {
	taken := map[string]bool{}
	for _, l := range after.Locales {
		for _, p := range l.Pages {
			taken[p.Address] = true
		}
	}
	for i, l := range before.Locales {
		for _, old := range l.Pages {
			if old.File == "" || old == l.Home || i >= len(after.Locales) {
				continue
			}
			if err := w.leadOnFrom(old, l, after.Locales[i], taken); err != nil {
				return err
			}
		}
	}
	return w.freeAliases(after, taken)
}

func (w *work) leadOnFrom(old *guide.Page, before, after *guide.Locale, taken map[string]bool) error {
	now, left := after.Page(w.id(old)), []string{old.Address}
	if now == nil {
		if !w.gone[rest(old.File)] {
			return nil
		}
		left = append(left, old.Aliases...)
		for p := old.Parent; p != nil && (now == nil || !w.isOwn(now.File)); p = p.Parent {
			now = after.Page(w.id(p))
		}
	}
	left = slices.DeleteFunc(left, func(address string) bool { return taken[address] })
	switch {
	case len(left) == 0 || now == nil:
		return nil
	case !w.isOwn(now.File):
		w.note("pages-nowhere", report.Values{"address": left[0]})
		return nil
	}
	aliases, err := w.list(now.File, "aliases")
	if err != nil {
		return err
	}
	for _, address := range left {
		// As the page's own language has it, without its folder.
		address = strings.TrimPrefix(address, languageOf(now.File)+"/")
		if !slices.Contains(aliases, address) {
			aliases = append(aliases, address)
		}
	}
	return w.set(now.File, "aliases", aliases)
}

// freeAliases takes aliases from own pages that are an address of a page again.
func (w *work) freeAliases(after *guide.Site, taken map[string]bool) error {
	for _, l := range after.Locales {
		for _, p := range l.Pages {
			if p == l.Home || !w.isOwn(p.File) || !slices.ContainsFunc(p.Aliases, func(a string) bool { return taken[a] }) {
				continue
			}
			aliases, err := w.list(p.File, "aliases")
			if err != nil {
				return err
			}
			language := languageOf(p.File)
			left := slices.DeleteFunc(aliases, func(a string) bool { return taken[a] || taken[language+"/"+a] })
			if err := w.set(p.File, "aliases", left); err != nil {
				return err
			}
		}
	}
	return nil
}

// seen notes that translations say what their originals do, where these were
// changed by links alone.
func (w *work) seen(before, after *guide.Site) error {
	was := map[string]guide.Original{}
	for _, l := range before.Locales {
		for _, p := range l.Pages {
			was[l.Language+"/"+w.id(p)] = p.Original
		}
	}
	old, kept := map[string]bool{}, map[string]bool{}
	for _, l := range after.Locales[1:] {
		for _, p := range l.Pages {
			o := was[l.Language+"/"+p.ID]
			current := o.Seen != "" && o.Seen == o.Now && p.Original.Seen == o.Seen
			if !current || p.Original.Now == o.Now || !w.isOwn(p.File) || p.Original.Page == nil || w.asked.Do == "rename" {
				kept[guide.KeptFile(p.Original.Seen)] = true
				continue
			}
			if err := w.set(p.File, "original", p.Original.Now); err != nil {
				return err
			}
			fsys, _ := w.after()
			text, err := fs.ReadFile(fsys, p.Original.Page.File)
			if err != nil {
				return err
			}
			old[guide.KeptFile(o.Seen)] = true
			w.texts[guide.KeptFile(p.Original.Now)] = text
		}
	}
	for file := range old {
		if !kept[file] && w.isOwn(file) {
			w.texts[file] = nil
		}
	}
	return nil
}

// fresh are the problems that there are only after the changes, wherever their
// lines are now. That translations are older than what was just changed is no news.
func (w *work) fresh(known, problems report.Problems) (list report.Problems) {
	count := map[string]int{}
	key := func(file string, p report.Problem) string { return fmt.Sprint(file, p.Rule, p.Values) }
	for _, p := range known {
		count[key(w.now(p.Place.File), p)]++
	}
	for _, p := range problems {
		if k := key(p.Place.File, p); count[k] > 0 {
			count[k]--
		} else if p.Rule != "translation-stale" {
			list = append(list, p)
		}
	}
	return list
}
