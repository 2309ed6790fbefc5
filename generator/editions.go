package main

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/theme"
)

// built is a site that was published.
type built struct {
	publish.Result
	pages    int
	warnings report.Problems
}

// publishSite makes a site and puts it into a folder.
func publishSite(ctx context.Context, s settings, out string) (built, error) {
	if err := checkGuide(s); err != nil {
		return built{}, err
	}
	if err := checkOut(s.dir, out); err != nil {
		return built{}, err
	}
	var b built
	s.warn = func(found report.Problems) { b.warnings = found }
	result, err := publish.Write(out, func(emit publish.Emit) error {
		site, err := generate(s, stoppable(ctx, emit))
		if err == nil {
			b.pages = countPages(site)
		}
		return err
	})
	b.Result = result
	return b, err
}

// outFolder is the folder of a guide's site, unless another is asked for.
func outFolder(dir, asked string) string {
	if asked != "" {
		return asked
	}
	return filepath.Join(dir, "public")
}

// made is an edition of many: its folder's name and what became of it.
type made struct {
	name, dir string
	built     built
	err       error
	// done is closed when the rest is known.
	done chan struct{}
}

// buildAll makes the editions in the subfolders of a folder, several at a
// time. One that is faulty doesn't keep the others from being made.
func (c *console) buildAll(ctx context.Context, folder, out string, s settings) error {
	start := time.Now()
	names, err := editionsIn(folder)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError{"editions-none", report.Values{"folder": folder}}
	}
	s.memo, s.looks = content.NewMemo(), theme.NewMemo()
	all := startAll(ctx, folder, out, names, s)
	var failed []string
	for _, m := range all {
		<-m.done
		if errors.Is(m.err, errStopped) {
			continue
		}
		if m.err != nil {
			failed = append(failed, m.name)
		}
		if err := c.tellEdition(m); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return errStopped
	}
	return c.sumEditions(len(all), failed, time.Since(start))
}

// editionsIn gives the names of the subfolders that hold a guide, in order.
func editionsIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fault(folder, "folder-missing", report.Reason(err, nil))
	}
	var names []string
	for _, entry := range entries {
		if _, err := os.Stat(filepath.Join(folder, entry.Name(), content.ConfigFile)); err == nil {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

// startAll begins to make the editions, as many at a time as there are
// processors.
func startAll(ctx context.Context, folder, out string, names []string, s settings) []*made {
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all []*made
	for _, name := range names {
		m := &made{name: name, dir: filepath.Join(folder, name), done: make(chan struct{})}
		all = append(all, m)
		own := s
		own.dir = m.dir
		target := outFolder(m.dir, "")
		if out != "" {
			target = filepath.Join(out, name)
		}
		go func() {
			free <- struct{}{}
			defer func() { <-free; close(m.done) }()
			m.err = report.Rescued(func() (err error) {
				m.built, err = publishSite(ctx, own, target)
				return err
			})()
		}()
	}
	return all
}

// tellEdition says in a line what became of an edition, and what is wrong with
// it.
func (c *console) tellEdition(m *made) error {
	if m.err == nil {
		return c.say("edition-built", report.Values{
			"name": m.name, "pages": c.voice.Count("page", m.built.pages), "warnings": c.voice.Count("warning", len(m.built.warnings))})
	}
	var wrong usageError
	if errors.As(m.err, &wrong) {
		m.err = fault("", wrong.name, wrong.values)
	}
	problems := faultsOf(m.err)
	for i := range problems {
		// Each edition has files of the same names.
		if file := problems[i].Place.File; file != "" && !strings.HasPrefix(file, "(") && !filepath.IsAbs(file) {
			problems[i].Place.File = path.Join(filepath.ToSlash(m.dir), file)
		}
	}
	if err := c.voice.Show(c.stderr, problems); err != nil {
		return err
	}
	return c.say("edition-failed", report.Values{"name": m.name, "problems": c.voice.Count("problem", len(problems))})
}

// sumEditions says how many editions were made, and which weren't.
func (c *console) sumEditions(count int, failed []string, took time.Duration) error {
	if len(failed) == 0 {
		return c.say("editions-built", report.Values{"editions": c.voice.Count("edition", count), "time": c.voice.Seconds(took)})
	}
	err := c.say("editions-failed", report.Values{
		"failed": strconv.Itoa(len(failed)), "count": strconv.Itoa(count), "names": strings.Join(failed, ", ")})
	if err != nil {
		return err
	}
	return errProblems
}
