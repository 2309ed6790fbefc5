package publish

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// Zip writes the site that Write made in a folder as a zip archive, for those
// who get it by mail or on a stick. It holds what the last site is made of, by
// name. All have the same time, so that the same site makes the same bytes.
func Zip(out string, modified time.Time, to io.Writer) error {
	archive := zip.NewWriter(to)
	err := Each(out, func(name string, file fs.File) error {
		entry, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
		if err == nil {
			_, err = io.Copy(entry, file)
		}
		return err
	})
	return errors.Join(err, archive.Close())
}

// Each hands over the files of the site that Write made in a folder, in the
// order of their names: what the last site is made of, without hidden files,
// which only servers need.
func Each(out string, take func(name string, file fs.File) error) error {
	folder, err := os.OpenRoot(out)
	if err != nil {
		return err
	}
	defer folder.Close()
	made, ok := readManifest(folder)
	if !ok {
		return &fs.PathError{Op: "read", Path: manifestName, Err: fs.ErrNotExist}
	}
	for _, name := range slices.Sorted(slices.Values(made.names())) {
		if _, old := made.until[name]; old || isHidden(name) {
			continue
		}
		if err := takeFrom(folder, name, take); err != nil {
			return err
		}
	}
	return nil
}

func takeFrom(folder *os.Root, name string, take func(string, fs.File) error) error {
	file, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return take(name, file)
}

func isHidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
}
