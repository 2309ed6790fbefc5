package publish

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// Zip writes the site that Write made in a folder as a zip archive, for those
// who get it by mail or on a stick. It holds what the last site is made of, by
// name, without hidden files, which only servers need. All have the same time,
// so that the same site makes the same bytes.
func Zip(out string, modified time.Time, to io.Writer) error {
	folder, err := os.OpenRoot(out)
	if err != nil {
		return err
	}
	defer folder.Close()
	made, ok := readManifest(folder)
	if !ok {
		return &fs.PathError{Op: "read", Path: manifestName, Err: fs.ErrNotExist}
	}
	archive := zip.NewWriter(to)
	for _, name := range slices.Sorted(slices.Values(made.names())) {
		if _, old := made.until[name]; old || isHidden(name) {
			continue
		}
		if err := addTo(archive, folder, name, modified); err != nil {
			return err
		}
	}
	return archive.Close()
}

func isHidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
}

func addTo(archive *zip.Writer, folder *os.Root, name string, modified time.Time) error {
	file, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	entry, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
	if err != nil {
		return err
	}
	_, err = io.Copy(entry, file)
	return err
}
