package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"sparrausopas/generator/build"
	"sparrausopas/generator/report"
)

// runBuild makes the site and publishes it.
func runBuild(args []string, c *console) error {
	start := time.Now()
	f := c.flags("build")
	f.quiet()
	drafts := f.Bool("drafts", false, "")
	inPlace := f.Bool("in-place", false, "")
	out, all, before := f.String("out", "", ""), f.String("all", "", ""), f.String("before", "", "")
	zip, single := f.String("zip", "", ""), f.String("single", "", "")
	base, strict := f.address("base-url"), f.Bool("strict", false, "")
	pdf, docx := f.Bool("pdf", false, ""), f.Bool("docx", false, "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	ctx, stop := untilStopped(exitProblems)
	defer stop()
	p, end := c.watch(true)
	defer end()
	settings := f.build(*drafts)
	settings.Base, settings.Strict, settings.InPlace, settings.Before = *base, *strict, *inPlace, *before
	settings.Zip, settings.Single = *zip, *single
	settings.Documents.PDF, settings.Documents.Docx = *pdf, *docx
	for name, value := range map[string]string{"zip": *zip, "single": *single, "before": *before} {
		if *all != "" && value != "" {
			return wrongUse("flag-all", report.Values{"name": name})
		}
	}
	if *all != "" {
		return c.buildAll(ctx, *all, *out, settings, p.of("editions"))
	}
	settings.Progress, settings.Documents.Progress = p.note, p.of("documents")
	folder := build.OutFolder(f.dir, *out)
	made, err := build.Publish(ctx, settings, folder)
	if err != nil {
		return c.unpublished(err)
	}
	c.sayBuilt(made, f.dir, folder, start)
	return nil
}

// sayBuilt says what a build that began at a time has made of a guide.
func (c *console) sayBuilt(made build.Published, dir, folder string, start time.Time) {
	c.showWarnings(made.Warnings)
	c.sayInPlace(folder, made.InPlace)
	for _, p := range made.Packed {
		c.say("packed-"+p.Way, report.Values{"file": p.File, "size": c.printer.Size(p.Size)})
	}
	c.sayBaseChanged(dir)
	c.say("built", report.Values{
		"pages": c.printer.Count("page", made.Pages), "files": c.printer.Count("file", made.Files), "changed": made.Changed,
		"size": c.printer.Size(made.Bytes), "time": c.printer.Seconds(time.Since(start)), "file": filepath.Join(folder, "index.html"),
	})
}

// patience is how long a command that is stopped may take to end by itself.
const patience = 800 * time.Millisecond

// untilStopped returns a context that ends when the user stops the program,
// with Ctrl-C or by closing its window. Who does so twice doesn't wait; nor
// does anybody for a step that doesn't look at the context, as every step can
// be killed. The program then ends with the code. One that was started to outlive
// its window, as nohup does, goes on when that closes.
func untilStopped(code int) (context.Context, context.CancelFunc) {
	stops := []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}
	stops = slices.DeleteFunc(stops, func(s os.Signal) bool { return s == syscall.SIGHUP && signal.Ignored(s) })
	ctx, stop := signal.NotifyContext(context.Background(), stops...)
	ended := make(chan struct{})
	context.AfterFunc(ctx, func() {
		stop()
		select {
		case <-ended:
		case <-time.After(patience):
			os.Exit(code)
		}
	})
	return ctx, sync.OnceFunc(func() { close(ended); stop() })
}

// sayInPlace says why a folder was filled file by file, if it was.
func (c *console) sayInPlace(folder string, why string) {
	if why != "" {
		c.say("inplace-"+why, report.Values{"folder": folder})
	}
}

// unpublished shows why a site wasn't published, and says that it wasn't.
func (c *console) unpublished(err error) error {
	problems, ok := errors.AsType[report.Problems](err)
	if !ok {
		return err
	}
	if err := c.printer.Show(c.stderr, problems); err != nil {
		return err
	}
	fmt.Fprintln(c.stderr, c.printer.Message("nothing-published", report.Values{"problems": c.printer.Count("problem", problems.Count())}))
	return errProblems
}

// shownMost is how many warnings a build shows; the command check shows all but
// those that are told once, which come first.
const shownMost = 5

// isToldOnce reports whether a problem is that of a new site beside the old
// one, which nobody can tell any more when the new one is published.
func isToldOnce(p report.Problem) bool {
	return strings.HasPrefix(p.Rule, "address-gone") || strings.HasPrefix(p.Rule, "answers-")
}

// showWarnings says what doesn't stop a build.
func (c *console) showWarnings(warnings report.Problems) {
	if len(warnings) == 0 {
		return
	}
	later := slices.DeleteFunc(slices.Clone(warnings), isToldOnce)
	once := slices.DeleteFunc(slices.Clone(warnings), func(p report.Problem) bool { return !isToldOnce(p) })
	shown := slices.Concat(once, later)[:min(len(warnings), max(len(once), shownMost))]
	c.show(shown)
	text := c.printer.Count("warning", warnings.Count())
	if len(shown) < len(warnings) {
		text = c.printer.Message("warnings-more", report.Values{"warnings": text})
	}
	c.write(text + "\n")
}

// buildAll makes the editions in the subfolders of a folder, and says of each
// in turn what became of it.
func (c *console) buildAll(ctx context.Context, folder, out string, s build.Settings, told func(done, total int)) error {
	start := time.Now()
	all, err := build.All(ctx, folder, out, s)
	if err != nil {
		return err
	}
	var failed []string
	for i, e := range all {
		told(i, len(all))
		<-e.Done
		if errors.Is(e.Err, build.ErrStopped) {
			continue
		}
		if e.Err != nil {
			failed = append(failed, e.Name)
		}
		if err := c.sayEdition(e); err != nil {
			return err
		}
		c.sayBaseChanged(filepath.Join(folder, e.Name))
	}
	if ctx.Err() != nil {
		return build.ErrStopped
	}
	return c.sumEditions(len(all), failed, time.Since(start))
}

// sayEdition says in a line what became of an edition, and what is wrong with
// it.
func (c *console) sayEdition(e *build.Edition) error {
	if e.Err == nil {
		c.sayInPlace(e.Name, e.InPlace)
		c.show(e.Told(isToldOnce))
		c.say("edition-built", report.Values{
			"name": e.Name, "pages": c.printer.Count("page", e.Pages), "warnings": c.printer.Count("warning", len(e.Warnings))})
		return nil
	}
	problems := e.Problems()
	if err := c.printer.Show(c.stderr, problems); err != nil {
		return err
	}
	c.write(c.printer.Message("edition-failed", report.Values{"name": e.Name, "problems": c.printer.Count("problem", problems.Count())}) + "\n")
	return nil
}

// sumEditions says how many editions were made, and which weren't.
func (c *console) sumEditions(count int, failed []string, took time.Duration) error {
	if len(failed) == 0 {
		c.say("editions-built", report.Values{"editions": c.printer.Count("edition", count), "time": c.printer.Seconds(took)})
		return nil
	}
	c.write(c.printer.Message("editions-failed", report.Values{"failed": len(failed), "count": count, "names": report.List(failed)}) + "\n")
	return errProblems
}

// runLexicon makes the lexicons and says what is new in them.
func runLexicon(args []string, c *console) error {
	f := c.flags("lexicon")
	f.quiet()
	drafts := f.Bool("drafts", false, "")
	if err := f.parse(args, 0); err != nil {
		return err
	}
	p, end := c.watch(true)
	defer end()
	settings := f.build(*drafts)
	settings.Progress = p.note
	made, failed := build.Lexicons(settings)
	for _, one := range made {
		c.say("lexicon-written", report.Values{
			"file": one.File, "words": c.printer.Count("word", one.Words), "known": one.Known, "new": one.New})
	}
	return failed
}
