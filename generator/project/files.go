package project

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/language"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// FileOf returns the path that an argument means: a path, the ID of a page in
// the first language, or the address or title of one. What is there decides
// between a page and a section.
func (p *Project) FileOf(arg string, there fs.FS) string {
	name := path.Clean(filepath.ToSlash(arg))
	if strings.HasPrefix(name, "content/") || strings.HasPrefix(name, "themes/") || IsFile(there, name) || !fs.ValidPath(name) {
		return name
	}
	id := path.Join("content", p.language(), strings.TrimSuffix(name, ".md"))
	if section := path.Join(id, "_index.md"); IsFile(there, section) {
		return section
	}
	if !IsFile(there, id+".md") {
		if called := p.called(arg); called != "" {
			return called
		}
	}
	return id + ".md"
}

// called returns the only page of the guide that has a title, or an address with
// or without what all have: "malli/vinkit" is fi/malli/vinkit.html.
func (p *Project) called(name string) string {
	found, base := "", ""
	if settings, err := content.Settings(p.FS, p.Layers); err == nil {
		base = settings.Web.Base
	}
	name = strings.TrimPrefix(language.Plain(name), base)
	name = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(name, ".html"), "index"), "/")
	for _, f := range content.List(p.FS, content.Options{Drafts: true, NoLexicon: true, Layers: p.Layers}) {
		address := strings.TrimSuffix(strings.TrimSuffix(f.Address, ".html"), "/index")
		if name == "" || f.State == content.Untranslated || name != language.Plain(f.Title) && name != address && f.Language+"/"+name != address {
			continue
		}
		if found != "" {
			return ""
		}
		found = f.Path
	}
	return found
}

// language is the first language of the guide, be it that of a base.
func (p *Project) language() string {
	for _, layer := range p.Layers {
		if tag := content.FirstLanguage(layer.FS); tag != "" {
			return tag
		}
	}
	return ""
}

// IsFile reports whether there is a regular file of that name.
func IsFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// FilesIn lists the files in folders that aren't hidden; folders that are
// missing have none.
func FilesIn(fsys fs.FS, folders ...string) (names []string) {
	for _, folder := range folders {
		names = append(names, content.FilesIn(fsys, folder)...)
	}
	return names
}

// Create makes a file of the guide's own folder that isn't there yet, whole or
// not at all, and the folders above it.
func (p *Project) Create(name string, data []byte) error {
	return create(p.folders[0].root, name, data)
}

// Replace writes a file of the guide's own folder, whole or not at all.
func (p *Project) Replace(name string, data []byte) error {
	if err := p.folders[0].root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return Replace(p.folders[0].root, name, data)
}

// Remove removes a file of the guide's own folder.
func (p *Project) Remove(name string) error { return p.folders[0].root.Remove(name) }

// Replace writes a file in a folder that is there, whole or not at all. One that
// it replaces hands on who may read and write it.
func Replace(root *os.Root, name string, data []byte) error {
	// A hidden file is no content, should it ever stay.
	fresh := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	err := root.WriteFile(fresh, data, 0o644)
	if old, missing := root.Stat(name); err == nil && missing == nil {
		err = root.Chmod(fresh, old.Mode().Perm())
	}
	if err == nil {
		err = root.Rename(fresh, name)
	}
	if err != nil {
		_ = root.Remove(fresh)
	}
	return err
}

func create(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		_ = root.Remove(name)
	}
	return err
}

// Make makes the folder of a new guide out of its files, all or nothing. Names
// that end in a slash are empty folders. The settings are the last that takes
// its place: a folder without them is no guide.
func Make(dir string, files map[string][]byte) error {
	err := publish.Fill(dir, content.ConfigFile, files)
	if full, ok := errors.AsType[*publish.Error](err); ok {
		return &report.Refusal{Rule: full.Fault, Values: report.Values{"folder": full.Values["folder"], "names": full.Values["names"]}}
	}
	return err
}
