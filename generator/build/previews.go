package build

import (
	"path/filepath"
	"slices"
	"sync/atomic"

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
	// project is what was opened last.
	project atomic.Pointer[project.Project]
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
	ps := &previews{settings: s}
	ps.project.Store(p)
	return ps, nil
}

// dirs are the folders that the site is made of.
func (ps *previews) dirs() []string { return ps.project.Load().Dirs }

// ignores reports whether no guide is made of a file or folder. Folders with
// much in them that change without the guide are named.
func ignores(name string) bool {
	base := filepath.Base(name)
	return slices.Contains([]string{"public", "generator", "node_modules"}, base) || guide.IsLeftOver(base)
}

// read returns the text of a source file.
func (ps *previews) read(name string) ([]byte, error) { return ps.project.Load().Read(name) }

// open shows a source file in the system's program for it.
func (ps *previews) open(name string) error {
	file, err := ps.project.Load().OnDisk(name)
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
	// The guide's folder stays open as long as the site is shown, for its files
	// are read when they are asked for; the garbage collector closes it.
	ps.project.Store(p)
	s.Layers = p.Layers
	made, look, warnings, err := s.load(p.FS, false)
	p.Release()
	var next *preview
	if err == nil {
		next, err = newPreview(made, look)
	}
	if err != nil {
		return nil, p.Show(warnings), p.ShowError(err)
	}
	s.Memo.Forget()
	s.Looks.Forget()
	return next, p.Show(warnings), nil
}
