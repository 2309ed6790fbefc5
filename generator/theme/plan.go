package theme

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// File is a file of the site that is made when it is asked for.
type File struct {
	// Name is its address in the site.
	Name string
	// Page is what the file shows, nil for files that aren't pages, and View the
	// second view of it that it is.
	Page *guide.Page
	View string
	make func(out *bytes.Buffer) error
	// isCopy tells the files of content/static.
	isCopy bool
}

// Make writes the file into an empty buffer. Files can be made in any order,
// several at a time, and again.
func (f File) Make(out *bytes.Buffer) error { return f.make(out) }

// Plan lists the files of a site without making them: all but those of package
// search and the service worker.
type Plan struct {
	Files []File
	theme *Theme
	site  *guide.Site
	sets  map[*guide.Locale]*templates
}

// Release gives back what the files are made with, so that another plan can
// have it. No file can be made after that.
func (p *Plan) Release() {
	for _, set := range p.sets {
		p.theme.options.Memo.giveBack(set.templateSet)
	}
}

// Plan finds what is missing of the theme, and plans the files of the site.
// Indexes are the addresses of the scripts with the words to search for, by
// language.
func (t *Theme) Plan(site *guide.Site, indexes map[string]string) (*Plan, error) {
	sets, problems := t.parseAll(site, indexes)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	p := &Plan{theme: t, site: site, sets: sets}
	p.addAssets()
	p.addStatic()
	p.addWeb(sets)
	for _, l := range site.Locales {
		p.addWordScripts(l)
		for _, page := range l.Pages {
			if err := p.addPage(newView(site, l, page, sets[l])); err != nil {
				p.Release()
				return nil, err
			}
		}
	}
	return p, nil
}

// parseAll makes the templates for all locales.
func (t *Theme) parseAll(site *guide.Site, indexes map[string]string) (map[*guide.Locale]*templates, report.Problems) {
	problems := t.checkAssets()
	sets := map[*guide.Locale]*templates{}
	for _, l := range site.Locales {
		set, more := t.parse(l)
		if len(more) == 0 {
			set.index = indexes[l.Language]
			set.speech.strangers = strangersIn(l, site.Locales[0])
			more = t.checkKinds(l, set)
		}
		problems = append(problems, more...)
		sets[l] = set
	}
	return sets, problems
}

func (p *Plan) add(name string, make func(*bytes.Buffer) error) {
	p.Files = append(p.Files, File{Name: name, make: make})
}

// addUnlessOwn adds a file, unless content/static has one of that name.
func (p *Plan) addUnlessOwn(name string, make func(*bytes.Buffer) error) {
	if _, own := p.site.Files[name]; !own {
		p.add(name, make)
	}
}

// ready makes a file of bytes that are there already.
func ready(data []byte) func(*bytes.Buffer) error {
	return func(out *bytes.Buffer) error {
		_, err := out.Write(data)
		return err
	}
}

// addStatic adds the files that content keeps as they are.
func (p *Plan) addStatic() {
	for _, name := range slices.Sorted(maps.Keys(p.site.Files)) {
		p.add(name, func(out *bytes.Buffer) error {
			data, err := fs.ReadFile(p.theme.fsys, p.site.Files[name])
			if err != nil {
				return report.Unreadable(p.site.Files[name], err)
			}
			return ready(data)(out)
		})
		p.Files[len(p.Files)-1].isCopy = true
	}
}

// Open opens a file of the site that content keeps as it is. It can be called
// after Release.
func (t *Theme) Open(file string) (fs.File, error) {
	opened, err := t.fsys.Open(file)
	if err != nil {
		return nil, report.Unreadable(file, err)
	}
	return opened, nil
}

// addPage adds a page, its second views and its items in packs.
func (p *Plan) addPage(v *View) error {
	for _, view := range append([]string{""}, v.templates.views[v.Page.Kind]...) {
		if err := p.addView(*v, view); err != nil {
			return v.templates.explain(v.Locale, v.Page.Kind, v, err)
		}
	}
	for _, view := range v.templates.packViews[v.Page.Kind] {
		if err := p.addPackItem(v, view); err != nil {
			return err
		}
	}
	return nil
}

// addView adds a page, or with the name of a second view that, and the pages at
// its old addresses.
func (p *Plan) addView(v View, view string) (err error) {
	v.View = view
	if v.from, err = viewAddress(v.Locale, v.Page.Address, view); err != nil {
		return err
	}
	p.Files = append(p.Files, File{Name: v.from, Page: v.Page, View: view, make: v.render})
	for _, alias := range v.Page.Aliases {
		old := v
		if old.from, err = viewAddress(v.Locale, alias, view); err != nil {
			return err
		}
		p.add(old.from, old.renderRedirect)
	}
	return nil
}

// render renders a page, or a second view of one.
func (v *View) render(out *bytes.Buffer) error {
	set, kind := v.templates, v.templates.kind(v.Page)
	if v.View != "" {
		kind = v.Page.Kind + "." + v.View
	}
	if err := set.kinds[kind]().ExecuteTemplate(out, baseFile, v); err != nil {
		own := *v
		return set.explain(v.Locale, kind, &own, err)
	}
	return nil
}
