package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

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
	// warn is given what is wrong and stops no build; it may be nil.
	warn func(report.Problems)
}

// runBuild makes the site and publishes it.
func runBuild(args []string, c *console) error {
	start := time.Now()
	f, s := c.flags("build"), settings{}
	f.BoolVar(&s.drafts, "drafts", false, "")
	out := f.String("out", "", "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	s.dir = f.dir
	if *out == "" {
		*out = filepath.Join(s.dir, "public")
	}
	if err := checkOut(s.dir, *out); err != nil {
		return err
	}
	var pages int
	var warnings report.Problems
	s.warn = func(found report.Problems) { warnings = found }
	result, err := publish.Write(*out, func(emit publish.Emit) error {
		site, err := generate(s, emit)
		if err == nil {
			pages = countPages(site)
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := c.showWarnings(warnings); err != nil {
		return err
	}
	return c.say("built", report.Values{
		"pages": c.voice.Count("page", pages), "files": c.voice.Count("file", result.Files), "changed": strconv.Itoa(result.Changed),
		"size": size(result.Bytes), "time": time.Since(start).Round(time.Millisecond).String(), "file": filepath.Join(*out, "index.html"),
	})
}

// generate is the whole build: from the folders of a guide to the files of a
// site.
func generate(s settings, emit publish.Emit) (*guide.Site, error) {
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, report.Problems{report.Source{Name: s.dir}.Whole("folder-missing", report.Values{"error": err.Error()})}
	}
	defer root.Close()
	site, err := load(root.FS(), s)
	if err != nil {
		return nil, err
	}
	look, err := theme.Load(root.FS(), site.Settings.Themes, theme.Options{Minify: true, Settings: site.Settings})
	if err != nil {
		return nil, err
	}
	worker := look.Worker(site, emit)
	index, err := search.Count(site, worker.Emit)
	if err != nil {
		return nil, err
	}
	written := make(chan error, 1)
	go func() { written <- index.Write() }()
	err = look.Render(site, index.Addresses(), worker.Emit)
	if err = cmp.Or(err, <-written); err != nil {
		return site, err
	}
	return site, worker.Write()
}

// load reads the guide and checks it. Warnings alone are no error.
func load(fsys fs.FS, s settings) (*guide.Site, error) {
	site, err := content.Load(fsys, content.Options{Drafts: s.drafts, NoLexicon: s.noLexicon})
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

func size(bytes int64) string {
	if bytes < 1e6 {
		return fmt.Sprintf("%d KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
