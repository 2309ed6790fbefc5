package theme

import (
	"bytes"
	"encoding/json"
	"html/template"
	"path"
	text "text/template"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Of the files that browsers and hosts ask for beside the pages the theme makes
// these; it can lack each:
//
//	404.html               what a host shows where there is no page. It is shown
//	                       at any address, so it can name no file beside it: its
//	                       style stands in it, and its links have the host in
//	                       them; without base-url it has no links
//	manifest.webmanifest   the name and the icons of the guide on a home screen;
//	                       one a language, beside its first page. A template of
//	                       JSON: {{json .Title}}
//	service-worker.js      see Worker
//	single.html            what stands around the guide where all of it is one
//	                       file (Options.Shell), and what that shows without
//	                       scripts: the texts of all pages (Whole)

const (
	notFoundFile = "404.html"
	manifestFile = "manifest.webmanifest"
	shellFile    = "single.html"
)

// ShellName is the name of the shell of a single file, which isn't a file of the
// site.
const ShellName = "." + shellFile

// addWeb adds the files for hosts and search engines, and those of each
// locale.
func (p *Plan) addWeb(sets map[*guide.Locale]*templates) {
	p.addRobots()
	for i, l := range p.site.Locales {
		v := newView(p.site, l, l.Home, sets[l])
		v.from = notFoundFile
		if _, ok := p.theme.files[notFoundFile]; ok && i == 0 {
			p.addUnlessOwn(notFoundFile, v.alone(notFoundFile))
		}
		if p.theme.options.Shell && i == 0 {
			own := *v
			own.from = ShellName
			p.add(ShellName, own.alone(shellFile))
		}
		if _, ok := p.theme.files[manifestFile]; ok {
			own := *v
			own.from = manifestAddress(l)
			p.addUnlessOwn(own.from, own.renderManifest)
		}
	}
}

// alone returns what makes a file that has no frame and is there in the first
// language alone: a host has one page that stands for missing ones.
func (v *View) alone(name string) func(*bytes.Buffer) error {
	return func(out *bytes.Buffer) error {
		set := template.New("theme").Funcs(v.templates.speech.functions())
		if problems := v.templates.theme.add(set, name); len(problems) > 0 {
			return problems
		}
		if err := set.ExecuteTemplate(out, name, v); err != nil {
			return v.templates.onPage(v, err)
		}
		return nil
	}
}

// Whole is the text of a page for a file that has those of all: its links lead
// to the address of a page as the place of its text in the file.
func (v *View) Whole(p *guide.Page) template.HTML {
	return template.HTML(retarget(p.HTML, func(target string) string { return "#" + path.Join(path.Dir(p.Address), target) }))
}

// Manifest returns the address of the locale's manifest, relative to this
// page; "" if the theme has none.
func (v *View) Manifest() string {
	if _, ok := v.templates.theme.files[manifestFile]; !ok {
		return ""
	}
	return guide.Relative(v.from, manifestAddress(v.Locale))
}

func manifestAddress(l *guide.Locale) string {
	return path.Join(path.Dir(l.Home.Address), manifestFile)
}

// Root is the way from this file to the site's folder: "../".
func (v *View) Root() string { return "./" + guide.Relative(v.from, "") }

func (v *View) renderManifest(out *bytes.Buffer) error {
	source := v.templates.theme.files[manifestFile]
	functions := text.FuncMap(v.templates.speech.functions())
	functions["json"] = literal
	form, err := text.New(manifestFile).Funcs(functions).Parse(string(source.Text))
	var written bytes.Buffer
	if err == nil {
		err = form.ExecuteTemplate(&written, manifestFile, v)
	}
	if err == nil {
		if wrong := json.Compact(out, written.Bytes()); wrong != nil {
			return report.Problems{source.Whole("template-error", report.Values{"error": wrong.Error()})}
		}
	}
	if err != nil {
		return v.templates.onPage(v, err)
	}
	return nil
}

// literal writes a value as JSON.
func literal(value any) (string, error) {
	data, err := json.Marshal(value)
	return string(data), err
}
