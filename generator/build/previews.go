package build

import (
	"io/fs"
	"path/filepath"
	"sync"
	"sync/atomic"

	"sparrausopas/generator/content"
	"sparrausopas/generator/edit"
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
	editing sync.Mutex
	// pictures is held while one is read, pictured the last one.
	pictures sync.Mutex
	pictured lastPicture
	// memo is that of the guides that pages would make, taken what main knows of
	// editions.
	memo  *content.Memo
	taken Taken
	// sending is held while the guide is published; secrets are the passwords that
	// its author has typed since the start, by where they lead.
	sending sync.Mutex
	secrets map[string]string
	// site is the last one that was made.
	site atomic.Pointer[guide.Site]
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
	ps := &previews{settings: s, memo: content.NewMemo(), secrets: map[string]string{}}
	ps.project.Store(p)
	return ps, nil
}

// made are the files and folders that the site is made of, there or not. What
// else lies in the guides' folders is of no concern, for one what this program
// says.
func (ps *previews) made() (paths []string) {
	p := ps.project.Load()
	themes := []string{"themes"}
	if settings, err := content.Settings(p.FS, p.Layers); err == nil {
		themes = settings.Themes
	}
	paths = append(paths, filepath.Join(p.Dirs[0], filepath.FromSlash(edit.Folder)))
	for _, dir := range p.Dirs {
		for _, name := range append([]string{content.ConfigFile, "content"}, themes...) {
			paths = append(paths, filepath.Join(dir, filepath.FromSlash(name)))
		}
	}
	return paths
}

// ignores reports whether no guide is made of a file or folder among those that
// it is made of.
func ignores(name string) bool {
	base := filepath.Base(name)
	return base == "node_modules" || base == "nohup.out" || filepath.Ext(base) == ".log" || guide.IsLeftOver(base)
}

// read returns the text of a source file, as the preview shows it.
func (ps *previews) read(name string) ([]byte, error) {
	if text, err := fs.ReadFile(edit.Over(ps.guide()), name); err == nil {
		return text, nil
	}
	return ps.project.Load().Read(name)
}

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
	made, look, warnings, err := s.load(edit.Over(ps.guide()), false)
	p.Release()
	var next *preview
	if err == nil {
		next, err = newPreview(made, look)
	}
	if err != nil {
		return nil, p.Show(warnings), p.ShowError(err)
	}
	ps.site.Store(made)
	s.Memo.Forget()
	s.Looks.Forget()
	return next, p.Show(warnings), nil
}
