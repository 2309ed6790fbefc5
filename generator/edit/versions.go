package edit

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// folder is where the author's versions and unsaved texts are kept. It is hidden,
// so that it is no content.
const (
	folder         = ".sparrausopas"
	versionsFolder = folder + "/versions"
	unsavedFolder  = folder + "/unsaved"
)

// timeForm is how the names of versions begin: they sort by their times.
const timeForm = "20060102T150405.000Z"

// Version is a text that a source once had.
type Version struct {
	// Name is that of its file.
	Name string
	Time time.Time
}

// Versions lists the versions of a source, the newest first. One of a deleted
// page has them, too.
func Versions(g Guide, file string) ([]Version, error) {
	if !IsSource(file) {
		return nil, &report.Refusal{Rule: "edit-outside", Values: report.Values{"file": file}}
	}
	return versionsOf(g, file)
}

func versionsOf(g Guide, file string) ([]Version, error) {
	entries, err := fs.ReadDir(g.Own, path.Join(versionsFolder, file))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []Version
	for _, entry := range slices.Backward(entries) {
		// Other names aren't the program's.
		if at, ok := timeOf(entry.Name()); ok {
			list = append(list, Version{entry.Name(), at})
		}
	}
	return list, nil
}

// OpenVersion returns the text of a version.
func OpenVersion(g Guide, file, name string) (string, error) {
	if _, ok := timeOf(name); !ok || !IsSource(file) {
		return "", &report.Refusal{Rule: "edit-outside", Values: report.Values{"file": name}}
	}
	raw, err := fs.ReadFile(g.Own, path.Join(versionsFolder, file, name))
	text := g.text(raw)
	if err == nil {
		err = fits(file, text)
	}
	return text, err
}

// timeOf returns when a version was kept, by the name of its file.
func timeOf(name string) (at time.Time, ok bool) {
	text, rest, _ := strings.Cut(name, "-")
	at, err := time.Parse(timeForm, text)
	return at, err == nil && fs.ValidPath(name) && !strings.Contains(rest, "/") && path.Ext(rest) != ""
}

// keepVersion keeps the bytes of a file, unless the newest version has the
// same, and drops old ones that stand close together.
func keepVersion(g Guide, file string, raw []byte, now time.Time) error {
	versions, err := versionsOf(g, file)
	if err != nil {
		return err
	}
	ending := "-" + sum(raw) + path.Ext(file)
	if len(versions) > 0 && strings.HasSuffix(versions[0].Name, ending) {
		return nil
	}
	if len(versions) > 0 && !now.After(versions[0].Time) {
		// The clock was put back, or is slow: the order stays that of the saves.
		now = versions[0].Time.Add(time.Millisecond)
	}
	name := now.UTC().Format(timeForm) + ending
	if err := g.Replace(path.Join(versionsFolder, file, name), raw); err != nil {
		return err
	}
	for _, old := range g.Limit.thinned(versions, now) {
		if err := g.Remove(path.Join(versionsFolder, file, old.Name)); err != nil {
			return err
		}
	}
	return nil
}

// Limit says what is kept of a file at most, of which the last two stay in any case: so many
// versions, and those that aren't older. Zeros stand for no limit of its own.
type Limit struct {
	Most int
	Keep time.Duration
}

// thinned returns the versions, the newest first, that needn't be kept: of those
// older than a day all but the last of each hour, of those older than a month all
// but the last of each day, of which there are a hundred at most; and what is
// beyond the limit.
func (l Limit) thinned(versions []Version, now time.Time) (drop []Version) {
	const day, daysMost = 24 * time.Hour, 100
	last, days := time.Time{}, 0
	for i, v := range versions {
		step, age := time.Duration(0), now.Sub(v.Time)
		switch {
		case age > 30*day:
			step = day
		case age > day:
			step = time.Hour
		}
		at := v.Time.Truncate(step)
		switch {
		case step > 0 && at.Equal(last), days == daysMost, i > 0 && l.Most > 0 && i-len(drop)+1 >= l.Most, i > 0 && l.Keep > 0 && age > l.Keep:
			drop = append(drop, v)
			continue
		case step == day:
			days++
		}
		last = at
	}
	return drop
}
