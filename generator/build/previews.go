package build

import (
	"io/fs"
	"sync"

	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

// Previews makes one state of the site after the other while an author writes.
type Previews struct {
	settings Settings
	mutex    sync.Mutex
	// project is what was opened last.
	project *project.Project
}

// NewPreviews opens the guide. A base that can't be opened is no reason not to
// begin: the preview tells of it.
func NewPreviews(s Settings) (*Previews, error) {
	s.Memo, s.Looks = content.NewMemo(), theme.NewMemo()
	p, err := s.open()
	if err != nil {
		if p, _ = project.OpenOwn(s.Dir); p == nil {
			return nil, err
		}
	}
	return &Previews{settings: s, project: p}, nil
}

func (ps *Previews) opened() *project.Project {
	ps.mutex.Lock()
	defer ps.mutex.Unlock()
	return ps.project
}

// Dirs are the folders that the site is made of.
func (ps *Previews) Dirs() []string { return ps.opened().Dirs }

// Read returns the text of a source file.
func (ps *Previews) Read(name string) ([]byte, error) { return ps.opened().Read(name) }

// OnDisk returns the path of a source file on the disk.
func (ps *Previews) OnDisk(name string) (string, error) { return ps.opened().OnDisk(name) }

// Next makes a state of the site, with what is wrong and stops no build.
func (ps *Previews) Next() (site serve.Site, warnings report.Problems, err error) {
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

func (ps *Previews) keep(p *project.Project) {
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
