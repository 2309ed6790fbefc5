package edit

import (
	"io/fs"
	"path"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// Unsaved is a text that isn't saved yet.
type Unsaved struct {
	Text string
	// Version is that of the file on which it was written.
	Version string
}

// Keep keeps a text that isn't saved yet. Before is the unsaved text that its
// author knows of, "" for none: one of somebody else, in another window, is kept
// as a version, and other is set.
func Keep(g Guide, file string, t Text, before string, now time.Time) (other bool, err error) {
	t.Text = string(report.Clean([]byte(t.Text)))
	if err := fits(file, t.Text); err != nil {
		return false, err
	}
	if !isSum(t.Version) {
		return false, &report.Refusal{Rule: "edit-outside", Values: report.Values{"file": t.Version}}
	}
	raw, err := read(g, file)
	if err != nil && !isGone(err) {
		return false, err
	}
	if other, err = keepOther(g, file, raw, t.Text, before, now); err != nil {
		return other, err
	}
	if t.Text == g.text(raw) && t.Version == sum(raw) {
		return other, forget(g, file, "")
	}
	// The old text goes when the new one is there.
	name := t.Version + ".md"
	if err := g.Replace(path.Join(unsavedFolder, file, name), []byte(t.Text)); err != nil {
		return other, err
	}
	return other, forget(g, file, name)
}

// keepOther keeps the unsaved text of a source as a version when another text is
// to take its place: if it isn't the one that the author knows of, and if it was
// written on another file than there is now, which the author has to choose from.
func keepOther(g Guide, file string, raw []byte, text, before string, now time.Time) (other bool, err error) {
	unsaved, err := unsavedOf(g, file)
	if err != nil || unsaved == nil || unsaved.Text == text || unsaved.Text == before && unsaved.Version == sum(raw) {
		return false, err
	}
	return unsaved.Text != before, keepVersion(g, file, LikeLines(g.inUTF8(raw), unsaved.Text), now)
}

// unsavedOf returns the unsaved text of a source, nil for none.
func unsavedOf(g Guide, file string) (*Unsaved, error) {
	dir := path.Join(unsavedFolder, file)
	names := kept(g, dir)
	if len(names) == 0 {
		return nil, nil
	}
	text, err := fs.ReadFile(g.Own, path.Join(dir, names[0]))
	if err != nil {
		return nil, err
	}
	return &Unsaved{string(report.Clean(text)), strings.TrimSuffix(names[0], ".md")}, nil
}

// forget drops the unsaved texts of a source but for one.
func forget(g Guide, file, but string) error {
	dir := path.Join(unsavedFolder, file)
	for _, name := range kept(g, dir) {
		if name == but {
			continue
		}
		if err := g.Remove(path.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// kept returns the names of what lies in a folder; one that can't be read has
// nothing.
func kept(g Guide, dir string) (names []string) {
	entries, _ := fs.ReadDir(g.Own, dir)
	for _, entry := range entries {
		if entry.Type().IsRegular() && !strings.HasPrefix(entry.Name(), ".") {
			names = append(names, entry.Name())
		}
	}
	return names
}
