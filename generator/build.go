package main

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/search"
	"sparrausopas/generator/theme"
)

// settings say what a build takes in.
type settings struct {
	dir    string
	drafts bool
	// noLexicon builds without the lexicons, which are to be made anew.
	noLexicon bool
	// voice names the guide in the program, layers are the guides that are
	// joined into one.
	voice  report.Voice
	layers []content.Layer
	// memo and looks remember what was made of texts and of themes, for builds
	// that have most in common; each may be nil.
	memo  *content.Memo
	looks *theme.Memo
	// finished looks at the files of a whole site for more that is wrong; it may
	// be nil.
	finished func(*guide.Site, *check.Output) (report.Problems, error)
	// warn is given what is wrong and stops no build; it may be nil.
	warn func(report.Problems)
}

// runBuild makes the site and publishes it.
func runBuild(args []string, c *console) error {
	start := time.Now()
	f, s := c.flags("build"), settings{}
	f.BoolVar(&s.drafts, "drafts", false, "")
	out, all := f.String("out", "", ""), f.String("all", "", "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	s.dir, s.voice = f.dir, c.voice
	ctx, stop := untilStopped()
	defer stop()
	if *all != "" {
		return c.buildAll(ctx, *all, *out, s)
	}
	folder := outFolder(s.dir, *out)
	result, err := publishSite(ctx, s, folder)
	if err != nil {
		return c.unpublished(err)
	}
	if err := c.showWarnings(result.warnings); err != nil {
		return err
	}
	return c.say("built", report.Values{
		"pages": c.voice.Count("page", result.pages), "files": c.voice.Count("file", result.Files), "changed": strconv.Itoa(result.Changed),
		"size": c.voice.Size(result.Bytes), "time": c.voice.Seconds(time.Since(start)), "file": filepath.Join(folder, "index.html"),
	})
}

// generate is the whole build: from the folders of a guide to the files of a
// site.
func generate(s settings, emit publish.Emit) (*guide.Site, error) {
	p, err := openProject(s.dir, s.voice)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	s.layers = p.layers
	if warn := s.warn; warn != nil {
		s.warn = func(found report.Problems) { warn(p.show(found)) }
	}
	site, err := s.generate(p.fsys, emit)
	return site, p.showError(err)
}

// generate makes the files of a site out of folders that are open.
func (s settings) generate(fsys fs.FS, emit publish.Emit) (*guide.Site, error) {
	site, err := load(fsys, s)
	if err != nil {
		return nil, err
	}
	allowGarbage(countPages(site))
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{Minify: true, Settings: site.Settings, Memo: s.looks})
	if err != nil {
		return nil, err
	}
	worker := look.Worker(site, emit)
	index, err := search.Count(site, worker.Emit)
	if err != nil {
		return nil, err
	}
	written := make(chan error, 1)
	go func() { written <- report.Rescued(index.Write)() }()
	err = look.Render(site, search.Addresses(site), worker.Emit)
	if err = cmp.Or(err, <-written); err != nil {
		return site, err
	}
	return site, worker.Write()
}

// load reads the guide and checks it. Warnings alone are no error.
func load(fsys fs.FS, s settings) (*guide.Site, error) {
	site, err := content.Load(fsys, content.Options{Drafts: s.drafts, NoLexicon: s.noLexicon, Layers: s.layers, Memo: s.memo})
	var problems report.Problems
	if err != nil && !errors.As(err, &problems) {
		return nil, err
	}
	if site != nil {
		problems = append(problems, checked(site, fsys)...)
	}
	sorted, _ := problems.Err().(report.Problems)
	faults, warnings := sorted.Part()
	if s.warn != nil {
		s.warn(warnings)
	}
	return site, faults.Err()
}

func countPages(site *guide.Site) int {
	pages := 0
	for _, e := range site.Editions {
		pages += len(e.Pages)
	}
	return pages
}
