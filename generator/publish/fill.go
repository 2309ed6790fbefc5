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

// stageName is where the files of a new folder are written, before they take
// their places all at once.
const stageName = ".new-guide"

// Fill makes a folder of files, all or nothing. It may be there and empty.
// Names that end in a slash are empty folders. The file called last takes its
// place when all others have theirs.
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
			// Only what is empty goes, and that is what was made here.
			_ = os.Remove(folder)
		}
		// The file that it met is gone.
		return &fs.PathError{Op: "make", Path: dir, Err: err}
	}
	return nil
}

// checkEmpty refuses a folder with anything in it but what systems leave in
// any folder and the folder of git.
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

// fillFolder writes files into an empty folder. What fails takes away what was
// written.
func fillFolder(dir, last string, files map[string][]byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	var tops []string
	err = root.Mkdir(stageName, 0o755)
	if err == nil {
		tops, err = writeFiles(root, last, files)
	}
	var moved []string
	for _, top := range tops {
		if err == nil {
			err = root.Rename(path.Join(stageName, top), top)
			moved = append(moved, top)
		}
	}
	for _, top := range moved {
		if err != nil {
			_ = root.RemoveAll(top)
		}
	}
	return errors.Join(err, root.RemoveAll(stageName))
}

// writeFiles writes files to the stage and returns the names at its top.
func writeFiles(root *os.Root, last string, files map[string][]byte) (tops []string, err error) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		staged := path.Join(stageName, name)
		if strings.HasSuffix(name, "/") {
			err = root.MkdirAll(staged, 0o755)
		} else if err = root.MkdirAll(path.Dir(staged), 0o755); err == nil {
			err = create(root, staged, files[name])
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
