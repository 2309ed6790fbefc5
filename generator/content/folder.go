package content

import (
	"errors"
	"io/fs"
	"slices"

	"sparrausopas/generator/report"
)

// walk lists the files under dir in order, without files and folders that are
// passed over by their paths; a link to a folder is a problem, for it can lead in a
// circle.
func walk(fsys fs.FS, dir string, passedOver func(name string) bool) (names []string, problems report.Problems) {
	// What can't be read is among the problems.
	_ = fs.WalkDir(fsys, dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problems = append(problems, report.Unreadable(name, err)...)
		case name != dir && passedOver(name):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			wrong := barred(fsys, name, entry)
			if problems = append(problems, wrong...); wrong == nil {
				names = append(names, name)
			}
		}
		return nil
	})
	slices.Sort(names)
	return names, problems
}

// FilesIn lists the files in a folder that aren't hidden, nor in hidden
// folders. What can't be read is reported when the guide is made.
func FilesIn(fsys fs.FS, folder string) []string {
	names, _ := walk(fsys, folder, isHidden)
	return names
}

// barred says why something in a folder is no file to read, nil if it is one:
// a link that leads to a folder or nowhere, a pipe that would be waited for.
func barred(fsys fs.FS, name string, entry fs.DirEntry) report.Problems {
	if entry.Type().IsRegular() {
		return nil
	}
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return report.Unreadable(name, err)
	case info.IsDir():
		return report.Fault(name, "folder-link", report.Values{"name": entry.Name()})
	case !info.Mode().IsRegular():
		return report.Unreadable(name, report.ErrNoFile)
	}
	return nil
}

// isThere reports whether a file is there: one that can't be read is, too.
func isThere(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
}

func isFolder(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}
