package main

import (
	"context"
	"io/fs"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

const (
	// firstPort is where the preview is, unless somebody else is there.
	firstPort = 8080
	// oftenest is the shortest time after which the files are looked at again.
	oftenest = 100 * time.Millisecond
)

// runServe shows the site while its author writes.
func runServe(args []string, c *console) error {
	f, s := c.flags("serve"), settings{}
	f.BoolVar(&s.drafts, "drafts", true, "")
	host := f.String("host", "127.0.0.1", "")
	port := f.Int("port", firstPort, "")
	poll := f.Duration("poll", 0, "")
	open := f.Bool("open", true, "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	switch {
	case *port < 0 || *port > 65535:
		return usageError{"port-value", report.Values{"command": f.Name(), "value": strconv.Itoa(*port)}}
	case *poll != 0 && *poll < oftenest:
		return usageError{"poll-value", report.Values{"command": f.Name(), "value": poll.String()}}
	}
	s.dir, s.voice = f.dir, c.voice
	s.memo, s.looks = content.NewMemo(), theme.NewMemo()
	states := &previews{settings: s}
	if err := states.open(); err != nil {
		return err
	}
	ctx, stop := untilStopped()
	defer stop()
	o := serve.Options{
		Host: *host, Port: *port, Voice: c.voice, Log: c.stdout,
		Sources: serve.Sources{
			Poll: *poll, Watch: states.dirs, Ignore: isNoSource, Read: states.read,
			Build: func(context.Context) (serve.Site, report.Problems, error) { return states.next() },
		},
	}
	if hasScreen() {
		o.Open = states.openSource
		if *open {
			o.Ready = func(address string) { _ = openInSystem(address) }
		}
	}
	return serve.Run(ctx, o)
}

// isNoSource tells of folders that no guide is made of: they change without the
// guide, and can hold many files.
func isNoSource(name string) bool {
	switch filepath.Base(name) {
	case "public", "generator", "node_modules":
		return true
	}
	return false
}

// previews makes one state of the site after the other.
type previews struct {
	settings
	// project is what was opened last.
	mutex   sync.Mutex
	project *project
}

// open opens the guide. A base that can't be opened is no reason not to begin:
// the preview tells of it.
func (ps *previews) open() error {
	p, err := openProject(ps.dir, ps.voice)
	if err != nil {
		if p, _ = openOwn(ps.dir); p == nil {
			return err
		}
	}
	ps.keep(p)
	return nil
}

func (ps *previews) opened() *project {
	ps.mutex.Lock()
	defer ps.mutex.Unlock()
	return ps.project
}

// dirs are the folders that the site is made of.
func (ps *previews) dirs() []string { return ps.opened().dirs }

// read gives the text of a source file.
func (ps *previews) read(name string) ([]byte, error) { return ps.opened().read(name) }

// openSource shows a source file in the system's program for it.
func (ps *previews) openSource(name string) error {
	file, err := ps.opened().onDisk(name)
	if err != nil {
		return err
	}
	return openInSystem(file)
}

// next makes a state of the site, with what is wrong and stops no build.
func (ps *previews) next() (site serve.Site, warnings report.Problems, err error) {
	defer caught(&err)
	s := ps.settings
	s.warn = func(found report.Problems) { warnings = found }
	p, err := openProject(s.dir, s.voice)
	if err != nil {
		return nil, nil, err
	}
	// The folders stay open as long as the site is shown, for its files are
	// read when they are asked for; the garbage collector closes them.
	ps.keep(p)
	s.layers = p.layers
	next, err := s.previewOf(p.fsys)
	if err != nil {
		return nil, p.show(warnings), p.showError(err)
	}
	s.memo.Forget()
	s.looks.Forget()
	return next, p.show(warnings), nil
}

func (ps *previews) keep(p *project) {
	ps.mutex.Lock()
	defer ps.mutex.Unlock()
	ps.project = p
}

func (s settings) previewOf(fsys fs.FS) (*preview, error) {
	site, err := load(fsys, s)
	if err != nil {
		return nil, err
	}
	allowGarbage(countPages(site))
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{Settings: site.Settings, Memo: s.looks})
	if err != nil {
		return nil, err
	}
	return newPreview(site, look)
}
