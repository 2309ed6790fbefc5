package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
)

// stageName is the folder where the files of a new guide are written, before
// all are moved to their places.
const stageName = ".new-guide"

// Fill makes a folder of files, all or nothing. The folder may exist if it is
// empty. Names that end in a slash are empty folders. The file called last is
// moved to its place after all others.
func Fill(dir, last string, files map[string][]byte) error {
	if err := checkEmpty(dir); err != nil {
		return err
	}
	made := missingAbove(filepath.Clean(dir))
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = fillFolder(dir, last, files)
	}
	if err != nil {
		for _, folder := range made {
			// Only empty folders can be removed: those that were made here.
			_ = os.Remove(folder)
		}
		// The path of the cause is that of a file that was removed.
		return &fs.PathError{Op: "make", Path: dir, Err: err}
	}
	return nil
}

// checkEmpty refuses a folder with anything in it but git's folder and the
// files that systems leave in any.
func checkEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var names []string
	for _, entry := range entries {
		if entry.Name() != ".git" && !guide.IsDropping(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	if len(names) > few {
		names = append(names[:few], "…")
	}
	if len(names) > 0 {
		return &Error{Fault: "new-folder-full", Values: values{"folder": dir, "names": strings.Join(names, ", ")}}
	}
	return err
}

// fillFolder writes files into an empty folder. After an error none is left.
func fillFolder(dir, last string, files map[string][]byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	err = root.Mkdir(stageName, 0o755)
	if err == nil {
		err = fillRoot(root, last, files)
	}
	return errors.Join(err, root.RemoveAll(stageName))
}

// fillRoot writes files to the stage, then moves them to their places. The
// moves are undone if one fails.
func fillRoot(root *os.Root, last string, files map[string][]byte) error {
	tops, err := writeFiles(root, last, files)
	for i, top := range tops {
		if err = root.Rename(path.Join(stageName, top), top); err != nil {
			for _, moved := range tops[:i] {
				_ = root.RemoveAll(moved)
			}
			break
		}
	}
	return err
}

// writeFiles writes files to the stage and returns the names at its top.
func writeFiles(root *os.Root, last string, files map[string][]byte) (tops []string, err error) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		staged := path.Join(stageName, name)
		if strings.HasSuffix(name, "/") {
			err = root.MkdirAll(staged, 0o755)
		} else if err = root.MkdirAll(path.Dir(staged), 0o755); err == nil {
			err = create(root, staged, content{data: files[name]}, func(*os.File) error { return nil })
		}
		if err != nil {
			return nil, err
		}
		if top, _, _ := strings.Cut(name, "/"); top != last && !slices.Contains(tops, top) {
			tops = append(tops, top)
		}
	}
	if _, there := files[last]; there {
		tops = append(tops, last)
	}
	return tops, nil
}
