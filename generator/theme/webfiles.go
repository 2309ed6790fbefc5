package theme

import (
	"bytes"
	"encoding/json"
	"html/template"
	"path"
	"strings"
	text "text/template"

	"sparrausopas/generator/guide"
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

const (
	notFoundFile = "404.html"
	manifestFile = "manifest.webmanifest"
)

// renderWeb makes the files for hosts and search engines, and those of each
// edition.
func (t *Theme) renderWeb(site *guide.Site, sets map[*guide.Edition]*templates, emit func(string, []byte) error) error {
	if err := t.emitRobots(site, emit); err != nil {
		return err
	}
	for i, e := range site.Editions {
		v := &View{Site: site, Edition: e, Page: e.Home, templates: sets[e]}
		if i == 0 {
			if err := t.renderNotFound(v, emit); err != nil {
				return err
			}
		}
		if err := t.renderManifest(v, emit); err != nil {
			return err
		}
	}
	return nil
}

// renderNotFound makes the page that stands for missing ones, in the first
// language: a host has one.
func (t *Theme) renderNotFound(v *View, emit func(string, []byte) error) error {
	if _, ok := t.files[notFoundFile]; !ok {
		return nil
	}
	v.from = notFoundFile
	set := template.New("theme").Funcs(functions(v.Edition, v.templates.hyphenator))
	if problems := t.add(set, notFoundFile); len(problems) > 0 {
		return problems
	}
	var out bytes.Buffer
	if err := set.ExecuteTemplate(&out, notFoundFile, v); err != nil {
		return v.templates.onPage(v, err)
	}
	return emitUnlessOwn(v.Site, notFoundFile, out.Bytes(), emit)
}

// Manifest gives the address of the edition's manifest, relative to this page;
// "" if the theme has none.
func (v *View) Manifest() string {
	if _, ok := v.templates.theme.files[manifestFile]; !ok {
		return ""
	}
	return guide.Relative(v.from, manifestAddress(v.Edition))
}

func manifestAddress(e *guide.Edition) string {
	return path.Join(path.Dir(e.Home.Address), manifestFile)
}

// Root is the way from this file to the site's folder: "../".
func (v *View) Root() string { return "./" + guide.Relative(v.from, "") }

func (t *Theme) renderManifest(v *View, emit func(string, []byte) error) error {
	source, ok := t.files[manifestFile]
	if !ok {
		return nil
	}
	v.from = manifestAddress(v.Edition)
	functions := text.FuncMap(functions(v.Edition, v.templates.hyphenator))
	functions["json"] = literal
	form, err := text.New(manifestFile).Funcs(functions).Parse(string(source.Text))
	var out strings.Builder
	if err == nil {
		err = form.ExecuteTemplate(&out, manifestFile, v)
	}
	var small bytes.Buffer
	if err == nil {
		err = json.Compact(&small, []byte(out.String()))
	}
	if err != nil {
		return v.templates.onPage(v, err)
	}
	return emitUnlessOwn(v.Site, v.from, small.Bytes(), emit)
}

// literal writes a value as JSON.
func literal(value any) (string, error) {
	data, err := json.Marshal(value)
	return string(data), err
}
