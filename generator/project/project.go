// Package project is a guide on the disk: the folder that its authors write in
// and the guides that it lies on, shown as one; the names of its files; and new
// files and folders, which are made whole or not at all. It holds what people
// begin with, too: a whole guide of their own, an edition, and single pages
// with everything that a page of their kind can say.
//
//	p, err := project.Open("kunta", builtIn)
//	defer p.Close()
//	site, err := content.Load(p.FS, content.Options{Layers: p.Layers})
//	err = p.ShowError(err) // in which files of bases have their real paths
//
//	page, err := project.Begin(site, project.Request{Kind: "question", Name: "Miten alkuun?", Today: today})
//	err = p.Create(page.File, page.Text) // content/fi/questions/25.md
//
// It doesn't look into files: what they say is read by package content.
package project

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
)

// Project is a guide on the disk together with the guides that it lies on. The
// folders are open until Close.
type Project struct {
	// FS shows all layers as one; joined knows which file comes from where.
	FS     fs.FS
	joined *content.Joined
	// Layers are the guide's own folder and those below it, the nearest first.
	Layers []content.Layer
	// Dirs are the layers' folders on the disk; the guide in the program has
	// none.
	Dirs    []string
	folders []*folder
}

// Open opens the guide in a folder. BuiltIn is the guide in the program, which
// others can lie on.
func Open(dir string, builtIn content.Layer) (*Project, error) {
	p, err := OpenOwn(dir)
	if err != nil {
		return nil, err
	}
	if err := p.openBases(builtIn); err != nil {
		p.Close()
		return nil, err
	}
	p.join()
	return p, nil
}

// OpenOwn opens a guide's own folder, without what it lies on.
func OpenOwn(dir string) (*Project, error) {
	own, err := openFolder(dir)
	if err != nil {
		return nil, report.Fault(dir, "folder-missing", report.Reason(err, nil))
	}
	if _, err := own.Stat(content.ConfigFile); errors.Is(err, fs.ErrNotExist) {
		found := likeSettings(own.root.FS())
		own.Close()
		return nil, report.Fault(filepath.Join(dir, content.ConfigFile), "guide-missing", report.Values{"found": found})
	}
	p := &Project{folders: []*folder{own}}
	p.add(dir, "", own)
	p.join()
	return p, nil
}

// Is reports whether a folder holds a guide: other programs have a config.toml,
// too.
func Is(dir string) bool {
	fsys := os.DirFS(dir)
	base, _ := content.NextBase(fsys)
	_, err := fs.Stat(fsys, "content")
	return IsFile(fsys, content.ConfigFile) && (base != "" || err == nil)
}

// likeSettings returns the file of a folder that was to be its config.toml: one
// with an ending too many, or in place of its own.
func likeSettings(fsys fs.FS) string {
	names, _ := fs.Glob(fsys, "[Cc][Oo][Nn][Ff][Ii][Gg]*.*")
	for _, name := range names {
		if low := strings.ToLower(name); strings.Contains(low, ".toml") || strings.HasSuffix(low, ".txt") {
			return name
		}
	}
	return ""
}

// join shows all layers as one.
func (p *Project) join() {
	p.joined = content.Join(p.Layers...)
	if p.FS = p.joined; !p.IsEdition() {
		p.FS = p.Layers[0].FS
	}
}

func (p *Project) add(dir, name string, fsys fs.FS) {
	p.Dirs = append(p.Dirs, dir)
	p.Layers = append(p.Layers, content.Layer{Name: name, FS: fsys})
}

// openBases opens what the last layer lies on, and so on.
func (p *Project) openBases(builtIn content.Layer) error {
	for {
		last := p.Layers[len(p.Layers)-1]
		base, place := content.NextBase(last.FS)
		place.Name = path.Join(last.Name, content.ConfigFile)
		switch base {
		case "":
			return nil
		case content.BuiltIn:
			p.Layers = append(p.Layers, builtIn)
			return nil
		}
		if rule, err := p.openBase(base, last.Name); rule != "" {
			values := report.Values{"name": base}
			if err != nil {
				values = report.Reason(err, values)
			}
			return report.Problems{place.AtKey("base", rule, values)}
		}
	}
}

// openBase opens a base, whose path is that from the last folder, and
// returns the rule that it breaks, if any, and why it can't be opened.
func (p *Project) openBase(base, from string) (rule string, why error) {
	dir, name := filepath.FromSlash(base), base
	if !filepath.IsAbs(dir) {
		dir, name = filepath.Join(p.Dirs[len(p.Dirs)-1], dir), path.Join(from, base)
	}
	below, err := openFolder(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "base-missing", nil
	case err != nil:
		return "base-unreadable", err
	}
	p.folders = append(p.folders, below)
	if _, err := below.Stat(content.ConfigFile); errors.Is(err, fs.ErrNotExist) {
		return "base-no-guide", nil
	}
	for _, opened := range p.Dirs {
		if SameFile(opened, dir) {
			return "base-circle", nil
		}
	}
	p.add(dir, name, below)
	return "", nil
}

// Release lets go of all that was held open to read the whole guide fast. Its
// files can still be read; who keeps a project for long calls it.
func (p *Project) Release() {
	for _, folder := range p.folders {
		folder.release()
	}
}

// Close closes the folders.
func (p *Project) Close() {
	for _, folder := range p.folders {
		folder.Close()
	}
}

// IsEdition reports whether the guide lies on another one.
func (p *Project) IsEdition() bool { return len(p.Layers) > 1 }
