package build

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// ErrStopped says that the user stopped a build.
var ErrStopped = errors.New("the build was stopped")

// Published is a site that was published.
type Published struct {
	publish.Result
	Pages    int
	Warnings report.Problems
	// Packed are the files that it was packed into.
	Packed []Packed
	// date is the day of the page that was updated last, shell what stands
	// around a single file.
	date  time.Time
	shell []byte
}

// Publish makes a site, puts it into a folder, unless ctx ends before, and packs
// it into the files that the settings name.
func Publish(ctx context.Context, s Settings, out string) (Published, error) {
	packings, err := s.packings(out)
	if err != nil {
		return Published{}, err
	}
	made, err := publishFolder(ctx, s, out)
	for _, p := range packings {
		if err == nil {
			err = p.pack(&made, out)
		}
	}
	return made, err
}

func publishFolder(ctx context.Context, s Settings, out string) (Published, error) {
	if ctx.Err() != nil {
		return Published{}, ErrStopped
	}
	// Whether the guide can be opened is found out before anything is made for
	// its site.
	p, err := s.open()
	if err != nil {
		return Published{}, err
	}
	defer p.Close()
	if err := checkOut(s.Dir, out); err != nil {
		return Published{}, err
	}
	if s.before, err = s.published(out); err != nil {
		return Published{}, err
	}
	s.copied, s.Documents.stop = true, ctx
	var made Published
	var site *guide.Site
	o := publish.Options{
		InPlace: s.InPlace, Now: Today(),
		Copies: func(copy publish.Copy) error { return copies(ctx, p, site, copy) },
		Keep: func(name string, ago time.Duration) bool {
			limit := site.Settings.Web.Keep
			return limit > 0 && ago <= limit && guide.IsLasting(name)
		},
	}
	made.Result, err = publish.Write(out, o, stoppable(ctx, s.Documents.PDF, func(emit publish.Emit) (err error) {
		site, made.Warnings, err = Make(s, made.setAside(emit))
		if err == nil {
			made.Pages, made.date = pages(site), newest(site)
		}
		return err
	}))
	if errors.Is(err, ErrStopped) {
		// What made the site may still be at work.
		return Published{}, err
	}
	return made, err
}

// copies hands over the files that the guide has as they are, until ctx ends.
func copies(ctx context.Context, p *project.Project, site *guide.Site, copy publish.Copy) error {
	for _, name := range slices.Sorted(maps.Keys(site.Files)) {
		file := copied{ctx: ctx, name: site.Files[name]}
		err := copy(name, func() (_ fs.File, err error) {
			file.File, err = p.FS.Open(file.name)
			return file, file.fault(err)
		})
		if err != nil {
			return p.ShowError(err)
		}
	}
	return nil
}

// copied is a file of the guide that is copied until ctx ends.
type copied struct {
	fs.File
	ctx  context.Context
	name string
}

func (c copied) Read(p []byte) (int, error) {
	if c.ctx.Err() != nil {
		return 0, ErrStopped
	}
	n, err := c.File.Read(p)
	return n, c.fault(err)
}

// fault tells of an error of the file.
func (c copied) fault(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return report.Unreadable(c.name, err)
}

// published returns what the site promised as it was published before: by the
// file that is named, which may be empty for a first site, else by the one in
// its folder.
func (s Settings) published(out string) ([]byte, error) {
	switch {
	case s.before != nil:
		return s.before, nil
	case s.Before == "":
		return publishedIn(out), nil
	}
	text, err := os.ReadFile(s.Before)
	if err != nil {
		return nil, &report.Refusal{Rule: "before-unreadable", Values: report.Reason(err, report.Values{"file": s.Before})}
	}
	if len(text) > 0 && !check.IsPublished(text) {
		return nil, &report.Refusal{Rule: "before-other", Values: report.Values{"file": s.Before}}
	}
	return text, nil
}

// publishedIn returns the check.PublishedFile in the folder of a site, nil if
// there is none.
func publishedIn(out string) []byte {
	text, err := os.ReadFile(filepath.Join(out, check.PublishedFile))
	if err != nil {
		return nil
	}
	return text
}

// stoppable makes a render end as soon as ctx does, whatever it is doing: that
// goes on in vain, as none of its files is let through any more. Unless others
// are at work for it, which end with ctx and clean up: these are waited for.
func stoppable(ctx context.Context, others bool, render func(publish.Emit) error) func(publish.Emit) error {
	return func(emit publish.Emit) error {
		var writing sync.RWMutex
		made := make(chan error, 1)
		go func() {
			made <- report.Rescued(func() error {
				return render(func(name string, data []byte) error {
					writing.RLock()
					defer writing.RUnlock()
					if ctx.Err() != nil {
						return ErrStopped
					}
					return emit(name, data)
				})
			})()
		}()
		select {
		case err := <-made:
			return err
		case <-ctx.Done():
			if others {
				<-made
			}
			// The files on their way are written to their end.
			writing.Lock()
			defer writing.Unlock()
			return ErrStopped
		}
	}
}

// OutFolder is the folder of a guide's site, unless another is asked for.
func OutFolder(dir, asked string) string {
	if asked != "" {
		return asked
	}
	return filepath.Join(dir, "public")
}

// checkOut refuses a folder for the site that would swallow or be swallowed
// by the guide's own files.
func checkOut(dir, out string) error {
	own, err := project.RealPath(dir)
	if err != nil {
		return err
	}
	site, err := project.RealPath(out)
	if err != nil {
		return report.Fault(out, "out-parent", report.Reason(err, nil))
	}
	if project.Within(own, site) {
		return &report.Refusal{Rule: "out-holds-guide", Values: report.Values{"folder": out}, Usage: true}
	}
	for _, part := range []string{"content", "themes", "generator", ".git"} {
		if project.Within(site, filepath.Join(own, part)) {
			return &report.Refusal{Rule: "out-in-sources", Values: report.Values{"folder": out, "own": part}, Usage: true}
		}
	}
	return nil
}
