package project

import (
	"path"
	"slices"
	"strings"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// isHome reports whether a request is for the home page of a language, in the
// words of what it says if there is none.
func (r Request) isHome() bool {
	name := strings.TrimSuffix(path.Clean(strings.ReplaceAll(r.Name, `\`, "/")), ".md")
	return r.Kind == "page" && (name == "_index" || name == path.Join("content", strings.ToLower(r.Language), "_index"))
}

// BeginHome makes the file of the home page of a language, if that is what is
// asked for: without it no guide can be read, as Begin must. It is no draft, for
// the same reason.
func (p *Project) BeginHome(asked Request) (page Page, wanted bool, err error) {
	if !asked.isHome() {
		return Page{}, false, nil
	}
	settings, err := content.Settings(p.FS, p.Layers)
	if err != nil {
		return Page{}, true, p.ShowError(err)
	}
	l, err := languageOf(slices.Concat(settings.Languages, settings.Waiting), asked.Language)
	if err != nil {
		return Page{}, true, err
	}
	home := func(l guide.Language) string { return path.Join("content", l.Tag, "_index.md") }
	page = Page{File: home(l), Kind: "home", Text: fill("+++\ntitle = \"{title}\"\nsummary = \"\"\nupdated = {today}\n+++\n\n",
		map[string]string{"title": quoted(l.Title), "today": asked.Today.Format(time.DateOnly)})}
	if first := home(settings.Languages[0]); first != page.File && IsFile(p.FS, first) {
		page.Original = &guide.Page{File: first}
	}
	return page, true, nil
}

// languageOf finds the language of a tag, "" for the first.
func languageOf(list []guide.Language, tag string) (guide.Language, error) {
	for _, l := range list {
		if tag == "" || strings.EqualFold(tag, l.Tag) {
			return l, nil
		}
	}
	known := report.Names(list, func(l guide.Language) string { return l.Tag })
	return guide.Language{}, refuse("new-language-unknown", report.Values{"name": tag, "known": report.List(known)})
}
