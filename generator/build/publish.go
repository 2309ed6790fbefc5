package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
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
}

// Publish makes a site and puts it into a folder, unless ctx ends before.
func Publish(ctx context.Context, s Settings, out string) (Published, error) {
	// Whether the guide can be opened is found out before anything is made for
	// its site.
	p, err := s.open()
	if err != nil {
		return Published{}, err
	}
	p.Close()
	if err := checkOut(s.Dir, out); err != nil {
		return Published{}, err
	}
	s.Before, s.Addresses = answersIn(out), publish.Published(out)
	var made Published
	var limit time.Duration
	o := publish.Options{InPlace: s.InPlace, Now: Today(), Keep: func(name string, ago time.Duration) bool {
		return limit > 0 && ago <= limit && guide.IsLasting(name)
	}}
	made.Result, err = publish.Write(out, o, func(emit publish.Emit) error {
		site, warnings, err := Make(s, stoppable(ctx, emit))
		if made.Warnings = warnings; err == nil {
			made.Pages, limit = pages(site), site.Settings.Web.Keep
		}
		return err
	})
	return made, err
}

// answersIn returns what a published site says of where its readers' answers are
// kept, nil if it isn't there.
func answersIn(out string) []byte {
	text, err := os.ReadFile(filepath.Join(out, check.AnswersFile))
	if err != nil {
		return nil
	}
	return text
}

// stoppable lets files through until ctx ends, then ends what emits them.
func stoppable(ctx context.Context, emit publish.Emit) publish.Emit {
	return func(name string, data []byte) error {
		if ctx.Err() != nil {
			return ErrStopped
		}
		return emit(name, data)
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
		return err
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
