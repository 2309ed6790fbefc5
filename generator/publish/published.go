package publish

import (
	"maps"
	"os"
	"slices"
)

// Published returns the names of the files of the site that a folder holds,
// sorted; none if Write made no site there.
func Published(out string) []string {
	folder, err := os.OpenRoot(out)
	if err != nil {
		return nil
	}
	defer folder.Close()
	made, _ := readManifest(folder)
	return slices.Sorted(maps.Keys(made.files))
}
