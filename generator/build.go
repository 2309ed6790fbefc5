package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/search"
	"sparrausopas/generator/theme"
)

// settings are the flags of build, check and lexicon.
type settings struct {
	dir, out     string
	drafts, json bool
	// noLexicon builds without the lexicons, which are to be made anew.
	noLexicon bool
	// warn is given what is wrong and stops no build; it may be nil.
	warn func(report.Problems)
}

func parse(command string, args []string) (settings, error) {
	var s settings
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&s.dir, "dir", ".", "")
	flags.BoolVar(&s.drafts, "drafts", false, "")
	switch command {
	case "build":
		flags.StringVar(&s.out, "out", "", "")
	case "check":
		flags.BoolVar(&s.json, "json", false, "")
	}
	if err := flags.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return s, err
		}
		return s, usageError{fmt.Errorf("%s: %w", command, err)}
	}
	if flags.NArg() > 0 {
		return s, usageError{fmt.Errorf("%s takes no arguments, but got %q", command, flags.Arg(0))}
	}
	if s.out == "" {
		s.out = filepath.Join(s.dir, "public")
	}
	return s, nil
}

// runBuild makes the site and publishes it.
func runBuild(args []string, stdout io.Writer) error {
	start := time.Now()
	s, err := parse("build", args)
	if err != nil {
		return err
	}
	if err := checkOut(s.dir, s.out); err != nil {
		return err
	}
	var pages int
	var warnings report.Problems
	s.warn = func(found report.Problems) { warnings = found }
	result, err := publish.Write(s.out, func(emit publish.Emit) error {
		site, err := generate(s, emit)
		if err == nil {
			pages = countPages(site)
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := showWarnings(stdout, warnings); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s, %s (%d changed), %s in %s\nopen %s in a browser\n",
		counted(pages, "page"), counted(result.Files, "file"), result.Changed, size(result.Bytes),
		time.Since(start).Round(time.Millisecond), filepath.Join(s.out, "index.html"))
	return err
}

// generate is the whole build: from the folders of a guide to the files of a
// site.
func generate(s settings, emit publish.Emit) (*guide.Site, error) {
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, fmt.Errorf("the folder of the guide can't be opened: %w", err)
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
