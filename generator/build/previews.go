package build

import (
	"io/fs"
	"path/filepath"
	"sync"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

// previews makes one state of the site after the other while an author writes.
type previews struct {
	settings Settings
	mutex    sync.Mutex
	// project is what was opened last.
	project *project.Project
}

// newPreviews opens the guide. A base that can't be opened is no reason not to
// begin: the preview says so.
func newPreviews(s Settings) (*previews, error) {
	s.Memo, s.Looks = content.NewMemo(), theme.NewMemo()
	p, err := s.open()
	if err != nil {
		if p, _ = project.OpenOwn(s.Dir); p == nil {
			return nil, err
		}
	}
	return &previews{settings: s, project: p}, nil
}

func (ps *previews) opened() *project.Project {
	ps.mutex.Lock()
	defer ps.mutex.Unlock()
	return ps.project
}

// dirs are the folders that the site is made of.
func (ps *previews) dirs() []string { return ps.opened().Dirs }

// ignores reports whether no guide is made of a file or folder. Folders with
// much in them that change without the guide are named.
func ignores(name string) bool {
	switch base := filepath.Base(name); base {
	case "public", "generator", "node_modules":
		return true
	default:
		return guide.IsLeftOver(base)
	}
}

// read returns the text of a source file.
func (ps *previews) read(name string) ([]byte, error) { return ps.opened().Read(name) }

// open shows a source file in the system's program for it.
func (ps *previews) open(name string) error {
	file, err := ps.opened().OnDisk(name)
	if err != nil {
		return err
	}
	return serve.OpenInSystem(file)
}

// next makes a state of the site, with what is wrong and stops no build.
func (ps *previews) next() (site serve.Site, warnings report.Problems, err error) {
	defer caught(&err)
	s := ps.settings
	p, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	// The folders stay open as long as the site is shown, for its files are
	// read when they are asked for; the garbage collector closes them.
	ps.keep(p)
	s.Layers = p.Layers
	next, warnings, err := s.preview(p.FS)
	if err != nil {
		return nil, p.Show(warnings), p.ShowError(err)
	}
	s.Memo.Forget()
	s.Looks.Forget()
	return next, p.Show(warnings), nil
}

func (ps *previews) keep(p *project.Project) {
	ps.mutex.Lock()
	defer ps.mutex.Unlock()
	ps.project = p
}

func (s Settings) preview(fsys fs.FS) (*preview, report.Problems, error) {
	site, warnings, err := Load(fsys, s)
	if err != nil {
		return nil, warnings, err
	}
	look, err := loadTheme(fsys, site, theme.Options{Memo: s.Looks})
	if err != nil {
		return nil, warnings, err
	}
	next, err := newPreview(site, look)
	return next, warnings, err
}
