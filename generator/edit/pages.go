package edit

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// Change is what is to become of a file of the guide's own folder: its new bytes,
// or nothing.
type Change struct {
	File   string
	New    []byte
	Remove bool
}

// journal notes what is being done to several files at once, so that it can be
// taken back should it not come to its end.
const journal = folder + "/doing.json"

// step is what is done to one file: its sums before and after, "" where it isn't.
type step struct{ File, Old, New string }

// Apply makes changes, all or none: if one can't be made, those before are taken
// back, and if the program is stopped half-way, Recover does that. What a file was
// and what it becomes are kept as versions before anything is changed. Nothing is
// done to a file with a text that isn't saved.
func Apply(g Guide, changes []Change, now time.Time) error {
	if err := Recover(g); err != nil {
		return err
	}
	steps, err := prepare(g, changes, now)
	if err != nil {
		return err
	}
	noted, err := json.Marshal(steps)
	if err == nil {
		err = g.Replace(journal, noted)
	}
	// What takes the place of something else is there before that goes.
	for _, removes := range []bool{false, true} {
		for _, c := range changes {
			switch {
			case err != nil || c.Remove != removes:
			case c.Remove:
				err = g.Remove(c.File)
			default:
				err = g.Replace(c.File, c.New)
			}
		}
	}
	if err != nil {
		return errors.Join(err, Recover(g))
	}
	return g.Remove(journal)
}

// prepare looks at the files and keeps their versions.
func prepare(g Guide, changes []Change, now time.Time) (steps []step, err error) {
	for _, c := range changes {
		if err := allowed(g, c); err != nil {
			return nil, err
		}
	}
	for _, c := range changes {
		old, missing := fs.ReadFile(g.Own, c.File)
		s := step{File: c.File}
		if missing == nil {
			s.Old = sum(old)
			err = keepVersion(g, c.File, old, now)
		} else if !errors.Is(missing, fs.ErrNotExist) {
			err = missing
		}
		if err == nil && !c.Remove {
			s.New = sum(c.New)
			err = keepVersion(g, c.File, c.New, now)
		}
		if err != nil {
			return nil, err
		}
		steps = append(steps, s)
	}
	return steps, nil
}

// allowed reports why a file can't be changed.
func allowed(g Guide, c Change) error {
	refuse := func(rule string) error {
		return &report.Refusal{Rule: rule, Values: report.Values{"file": c.File}}
	}
	if !fs.ValidPath(c.File) || strings.HasPrefix(c.File, ".") || strings.Contains(c.File, "/.") || strings.ContainsAny(c.File, `\:`) {
		return refuse("edit-outside")
	}
	if unsaved, err := unsavedOf(g, c.File); err != nil || unsaved != nil {
		return errors.Join(err, refuse("edit-pages-unsaved"))
	}
	if path.Ext(c.File) == ".md" {
		return fits(c.File, string(c.New))
	}
	return nil
}

// Recover takes back what Apply began and didn't end. A file that somebody else
// has changed meanwhile stays as it is.
func Recover(g Guide) error {
	noted, err := fs.ReadFile(g.Own, journal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var steps []step
	// One that was cut short was never followed by a change.
	if err == nil && json.Unmarshal(noted, &steps) != nil {
		steps = nil
	}
	for _, s := range steps {
		err = errors.Join(err, s.takeBack(g))
	}
	if err != nil {
		return err
	}
	return g.Remove(journal)
}

func (s step) takeBack(g Guide) error {
	there := ""
	if raw, err := fs.ReadFile(g.Own, s.File); err == nil {
		there = sum(raw)
	}
	switch {
	case there != s.New || there == s.Old:
		return nil
	case s.Old == "":
		return g.Remove(s.File)
	}
	old, err := bytesOf(g, s.File, s.Old)
	if err != nil {
		return err
	}
	return g.Replace(s.File, old)
}

// bytesOf returns the bytes of the version that has a sum.
func bytesOf(g Guide, file, sum string) ([]byte, error) {
	versions, err := versionsOf(g, file)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(versions, func(v Version) bool { return strings.HasSuffix(v.Name, "-"+sum+path.Ext(file)) })
	if at < 0 {
		return nil, &fs.PathError{Op: "open", Path: file, Err: fs.ErrNotExist}
	}
	return fs.ReadFile(g.Own, path.Join(versionsFolder, file, versions[at].Name))
}

// Follow gives a file that has moved the versions of its old place.
func Follow(g Guide, from, to string) error {
	for _, name := range kept(g, path.Join(versionsFolder, from)) {
		old := path.Join(versionsFolder, from, name)
		raw, err := fs.ReadFile(g.Own, old)
		if err == nil {
			err = g.Replace(path.Join(versionsFolder, to, name), raw)
		}
		if err == nil {
			err = g.Remove(old)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Deleted is a source that isn't there any more.
type Deleted struct {
	File string
	Time time.Time
	// Raw are the bytes that it had last.
	Raw []byte
}

// DeletedOf lists the sources that were deleted, the latest first.
func DeletedOf(g Guide) (list []Deleted, err error) {
	err = fs.WalkDir(g.Own, versionsFolder, func(name string, entry fs.DirEntry, err error) error {
		file := strings.TrimPrefix(name, versionsFolder+"/")
		if err != nil || !entry.IsDir() || !IsSource(file) || path.Ext(file) != ".md" || isFile(g.Own, file) {
			return err
		}
		versions, err := versionsOf(g, file)
		if err != nil || len(versions) == 0 {
			return err
		}
		raw, err := fs.ReadFile(g.Own, path.Join(name, versions[0].Name))
		list = append(list, Deleted{file, versions[0].Time, bytes.Clone(raw)})
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	slices.SortStableFunc(list, func(a, b Deleted) int { return b.Time.Compare(a.Time) })
	return list, err
}
