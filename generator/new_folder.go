package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/starter"
)

// stageName is where the files of a new folder are written, before they take
// their places all at once.
const stageName = ".new-guide"

// folderFull says that something is in a folder that should be empty.
type folderFull struct{ names []string }

func (e *folderFull) Error() string { return "the folder holds " + strings.Join(e.names, ", ") }

// makeFolder makes a folder of files, all or nothing. It may be there and
// empty.
func makeFolder(dir string, files []starter.File) error {
	if err := checkEmpty(dir); err != nil {
		return err
	}
	made := missingAbove(dir)
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = fillFolder(dir, files)
	}
	if err != nil {
		for _, folder := range made {
			// Only what is empty goes, and that is what was made here.
			_ = os.Remove(folder)
		}
		return &fs.PathError{Op: "make", Path: dir, Err: causeOf(err)}
	}
	return nil
}

// causeOf gives what is behind an error, without the file that it met: that
// one is gone.
func causeOf(err error) error {
	var file *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &file):
		return file.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
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
		switch strings.ToLower(entry.Name()) {
		case ".git", ".ds_store", "thumbs.db", "desktop.ini":
		default:
			names = append(names, entry.Name())
		}
	}
	if len(names) > 3 {
		names = append(names[:3], "…")
	}
	if len(names) > 0 {
		return &folderFull{names}
	}
	return err
}

// missingAbove lists the folder and those above it that aren't there, the
// deepest first.
func missingAbove(dir string) []string {
	var missing []string
	for folder := filepath.Clean(dir); ; folder = filepath.Dir(folder) {
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder) {
			return missing
		}
		missing = append(missing, folder)
	}
}

// fillFolder writes files into an empty folder. What fails takes away what was
// written.
func fillFolder(dir string, files []starter.File) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	var tops []string
	err = root.Mkdir(stageName, 0o755)
	if err == nil {
		tops, err = writeFiles(root, files)
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

// writeFiles writes files to the stage and gives the names at its top. The
// settings are the last of them: a folder without them is no guide.
func writeFiles(root *os.Root, files []starter.File) (tops []string, err error) {
	for _, file := range files {
		name := path.Join(stageName, file.Name)
		if strings.HasSuffix(file.Name, "/") {
			err = root.MkdirAll(name, 0o755)
		} else {
			err = createFile(root, name, file.Data)
		}
		if err != nil {
			return nil, err
		}
		if top, _, _ := strings.Cut(file.Name, "/"); !slices.Contains(tops, top) {
			tops = append(tops, top)
		}
	}
	slices.SortStableFunc(tops, func(a, b string) int { return isSettings(a) - isSettings(b) })
	return tops, nil
}

func isSettings(name string) int {
	if name == content.ConfigFile {
		return 1
	}
	return 0
}

// createFile writes a file that isn't there yet, whole or not at all, and makes
// its folders.
func createFile(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		_ = root.Remove(name)
	}
	return err
}

// wayToBase gives the path of a base as the settings in a folder name it. The
// error says that there is no guide.
func wayToBase(dir, base string) (string, error) {
	if base == content.BuiltIn {
		return base, nil
	}
	if _, err := os.Stat(filepath.Join(base, content.ConfigFile)); err != nil {
		return "", err
	}
	from, err := realPath(dir)
	if err != nil {
		return "", err
	}
	to, err := realPath(base)
	if err != nil {
		return "", err
	}
	if way, err := filepath.Rel(from, to); err == nil {
		to = way
	}
	return filepath.ToSlash(to), nil
}
