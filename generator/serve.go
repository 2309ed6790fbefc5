package main

import (
	"context"
	"io/fs"
	"os/signal"
	"path/filepath"
	"syscall"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
	"sparrausopas/generator/serve"
	"sparrausopas/generator/theme"
)

// firstPort is where the preview is, unless somebody else is there.
const firstPort = 8080

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
	s.dir, s.voice, s.memo = f.dir, c.voice, content.NewMemo()
	p, err := openProject(s.dir, s.voice)
	if err != nil {
		return err
	}
	defer p.Close()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	o := serve.Options{
		Host: *host, Port: *port, Poll: *poll, Voice: c.voice, Log: c.stdout,
		Watch: p.dirs, Ignore: isNoSource,
		Build: func(context.Context) (serve.Site, report.Problems, error) { return s.preview() },
		Read:  func(name string) ([]byte, error) { return fs.ReadFile(p.fsys, name) },
	}
	if hasScreen() {
		o.Open = func(name string) error { return openInSystem(filepath.Join(s.dir, name)) }
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

// preview makes a state of the site, with what is wrong and stops no build.
func (s settings) preview() (serve.Site, report.Problems, error) {
	var warnings report.Problems
	s.warn = func(found report.Problems) { warnings = found }
	p, err := openProject(s.dir, s.voice)
	if err != nil {
		return nil, nil, err
	}
	// The folders stay open as long as the site is shown, for its files are
	// read when they are asked for; the garbage collector closes them.
	s.layers = p.layers
	shown, err := s.previewOf(p.fsys)
	if err != nil {
		return nil, p.show(warnings), p.showError(err)
	}
	s.memo.Forget()
	return shown, p.show(warnings), nil
}

func (s settings) previewOf(fsys fs.FS) (*preview, error) {
	site, err := load(fsys, s)
	if err != nil {
		return nil, err
	}
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{Settings: site.Settings})
	if err != nil {
		return nil, err
	}
	return newPreview(site, look)
}
