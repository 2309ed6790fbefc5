package project

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Seen notes in translations that they say what their originals say now,
// and keeps these as they are, so that it can be shown later what has changed in
// them. An argument is a file, or the ID of a page for all its translations; no
// argument stands for all pages. Tag is the language that alone is meant, "" for
// all; done is told of each file that was changed.
func Seen(p *Project, site *guide.Site, args []string, tag string, done func(name, original string)) error {
	if tag != "" && !slices.ContainsFunc(site.Locales[1:], func(l *guide.Locale) bool { return l.Language == tag }) {
		tags := report.Names(site.Locales[1:], func(l *guide.Locale) string { return l.Language })
		return refuse("seen-language", report.Values{"name": tag, "known": report.List(tags)})
	}
	all := translationsIn(p, site)
	named := slices.Clone(all)
	if len(args) > 0 {
		named = nil
	}
	for _, arg := range args {
		found := calledSo(all, arg)
		if found == nil {
			ids := report.Names(all, func(t *guide.Page) string { return t.ID })
			return refuse("seen-missing", report.Values{"name": arg, "suggestion": report.Nearest(arg, ids)})
		}
		named = append(named, found...)
	}
	kept := map[string]bool{}
	for _, t := range all {
		sum := t.Original.Seen
		if slices.Contains(named, t) && (tag == "" || strings.HasPrefix(t.File, path.Join("content", tag)+"/")) && sum != t.Original.Now {
			sum = t.Original.Now
			if err := p.noteOriginal(t); err != nil {
				return err
			}
			done(t.File, t.Original.Page.File)
		}
		kept[guide.KeptFile(sum)] = true
	}
	return p.dropOriginals(kept)
}

// translationsIn are the pages of a guide's own folder that have an original.
func translationsIn(p *Project, site *guide.Site) (list []*guide.Page) {
	for _, l := range site.Locales[1:] {
		for _, t := range l.Pages {
			isOne := t.Original.Page != nil && t.Original.Language == "" && t.Original.Page.File != "" && t.File != ""
			if isOne && IsFile(p.Layers[0].FS, t.File) {
				list = append(list, t)
			}
		}
	}
	return list
}

// calledSo are those of some translations that an argument means.
func calledSo(list []*guide.Page, arg string) (found []*guide.Page) {
	name := strings.TrimSuffix(path.Clean(strings.ReplaceAll(arg, `\`, "/")), ".md")
	name = strings.TrimSuffix(strings.TrimPrefix(name, "content/"), "/_index")
	for _, t := range list {
		tag, _, _ := strings.Cut(strings.TrimPrefix(t.File, "content/"), "/")
		first, _, _ := strings.Cut(strings.TrimPrefix(t.Original.Page.File, "content/"), "/")
		if slices.Contains([]string{t.ID, path.Join(tag, t.ID), path.Join(first, t.ID)}, name) {
			found = append(found, t)
		}
	}
	return found
}

// noteOriginal writes into a translation which original it has seen, and keeps
// that.
func (p *Project) noteOriginal(t *guide.Page) error {
	text, err := fs.ReadFile(p.Layers[0].FS, t.File)
	if err != nil {
		return err
	}
	original, err := fs.ReadFile(p.FS, t.Original.Page.File)
	if err != nil {
		return err
	}
	if kept := guide.KeptFile(t.Original.Now); !IsFile(p.FS, kept) {
		if err := p.Replace(kept, original); err != nil {
			return err
		}
	}
	return p.Replace(t.File, withOriginal(text, t.Original.Now))
}

// originalKey is the line of front matter that names the original.
var originalKey = regexp.MustCompile(`(?m)^original[ \t]*=[^\r\n]*`)

// withOriginal returns a page that notes the sum of its original, and is else as
// it was.
func withOriginal(text []byte, sum string) []byte {
	line := []byte(`original = "` + sum + `"`)
	front := text
	if at := bytes.Index(text, []byte("\n+++")); at >= 0 {
		front = text[:at+1]
	}
	if at := originalKey.FindIndex(front); at != nil {
		return slices.Concat(text[:at[0]], line, text[at[1]:])
	}
	end := []byte("\n")
	if bytes.Contains(front, []byte("\r\n")) {
		end = []byte("\r\n")
	}
	// Keys behind the first heading would belong to that.
	at := len(front)
	if heading := bytes.Index(front, []byte("\n[")); heading >= 0 {
		at = heading + 1
	}
	return slices.Concat(text[:at], line, end, text[at:])
}

// dropOriginals takes away kept originals that no translation names.
func (p *Project) dropOriginals(named map[string]bool) error {
	for _, name := range FilesIn(p.Layers[0].FS, guide.OriginalsFolder) {
		if !named[name] {
			if err := p.folders[0].root.Remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}
