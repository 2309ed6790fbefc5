// Package sparrausopas holds the common guide inside the program, so that one
// file that was downloaded is enough to make a guide with.
package sparrausopas

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
)

// all: takes in _index.md too, and with it whatever lies about; tidy leaves
// that out again.
//
//go:embed config.toml all:content all:themes originals
var common embed.FS

// Guide gives the common guide as its project's folder has it: config.toml,
// content/, themes/ and originals/ (what its translations were made from),
// without what systems and editors leave in folders.
func Guide() fs.FS { return tidy{common} }

// tidy shows the files of a file system that belong to a guide.
type tidy struct{ all fs.FS }

func (t tidy) Open(name string) (fs.File, error) {
	if name != "." && slices.ContainsFunc(strings.Split(name, "/"), isLeftOver) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	file, err := t.all.Open(name)
	if folder, ok := file.(fs.ReadDirFile); ok {
		return tidyFolder{folder}, err
	}
	return file, err
}

type tidyFolder struct{ fs.ReadDirFile }

// ReadDir lists as fs.ReadDirFile says: with n above 0 at most n entries, and
// io.EOF at the end.
func (f tidyFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	for {
		entries, err := f.ReadDirFile.ReadDir(n)
		entries = slices.DeleteFunc(entries, func(entry fs.DirEntry) bool { return isLeftOver(entry.Name()) })
		if n <= 0 || len(entries) > 0 || err != nil {
			return entries, err
		}
	}
}

// isLeftOver reports whether a file is hidden or one that no author made.
func isLeftOver(name string) bool { return strings.HasPrefix(name, ".") || guide.IsLeftOver(name) }
