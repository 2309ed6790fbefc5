package build

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
	"sparrausopas/generator/theme"
)

// Edition is one of many that are made: its folder's name and what became of
// it, once Done is closed.
type Edition struct {
	Name string
	Published
	Err error
	// Done is closed when the rest is known.
	Done chan struct{}
	dir  string
}

// All begins to make the editions in the subfolders of a folder, as many at a
// time as there are processors. One that is faulty doesn't keep the others from
// being made. What is made goes into the subfolders of out, or if that is ""
// into the editions' own folders. The base of the settings is the address of
// out.
func All(ctx context.Context, folder, out string, s Settings) ([]*Edition, error) {
	names, err := editionsIn(folder)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, &report.Refusal{Rule: "editions-none", Values: report.Values{"folder": folder}, Usage: true}
	}
	s.Memo, s.Looks = content.NewMemo(), theme.NewMemo()
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all []*Edition
	ids := map[string]string{}
	for _, name := range names {
		e := &Edition{Name: name, dir: filepath.Join(folder, name), Done: make(chan struct{})}
		all = append(all, e)
		target := OutFolder(e.dir, "")
		if out != "" {
			target = filepath.Join(out, name)
		}
		if e.Err = e.idTaken(ids); e.Err != nil {
			close(e.Done)
			continue
		}
		go func() {
			free <- struct{}{}
			defer func() { <-free; close(e.Done) }()
			e.Err = report.Rescued(func() error { return e.publish(ctx, s, target) })()
		}()
	}
	return all, nil
}

// idTaken refuses an edition with the id of one before it, as a copied folder
// has: readers' answers in the one would show in the other. Ids are the
// editions' names by their ids so far.
func (e *Edition) idTaken(ids map[string]string) error {
	id, place := content.OwnID(os.DirFS(e.dir))
	other := ids[id]
	if id == "" || other == "" {
		ids[id] = e.Name
		return nil
	}
	return report.Problems{place.AtKey("id", "editions-id", report.Values{"id": id, "other": other})}
}

func (e *Edition) publish(ctx context.Context, s Settings, out string) (err error) {
	s.Dir = e.dir
	if s.Base != "" {
		s.Base += url.PathEscape(e.Name) + "/"
	}
	e.Published, err = Publish(ctx, s, out)
	return err
}

// editionsIn returns the names of the subfolders that hold a guide, in order.
func editionsIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, report.Fault(folder, "folder-missing", report.Reason(err, nil))
	}
	var names []string
	for _, entry := range entries {
		// A guide that can't be read is one, too.
		file := filepath.Join(folder, entry.Name(), content.ConfigFile)
		if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) && !isFile(filepath.Dir(file)) {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

// Problems are why the edition couldn't be made, each with the edition's folder
// before its file: each edition has files of the same names.
func (e *Edition) Problems() report.Problems { return e.placed(Problems(e.Err)) }

// Told are those of the edition's warnings that pick chooses, placed in the same
// way.
func (e *Edition) Told(pick func(report.Problem) bool) report.Problems {
	return e.placed(slices.DeleteFunc(slices.Clone(e.Warnings), func(p report.Problem) bool { return !pick(p) }))
}

func (e *Edition) placed(problems report.Problems) report.Problems {
	for i := range problems {
		if file := problems[i].Place.File; file != "" && !strings.HasPrefix(file, "(") && !filepath.IsAbs(file) {
			problems[i].Place.File = path.Join(filepath.ToSlash(e.dir), file)
		}
	}
	return problems
}
