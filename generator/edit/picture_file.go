package edit

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// PicturesFolder is where the guide's pictures are.
const PicturesFolder = "content/static"

// KeepPicture puts a picture among the guide's and returns its file, of which the
// name begins with a slug. Another file is never written over, and the same
// picture is one file.
func KeepPicture(g Guide, p Picture, name string) (file string, err error) {
	taken := map[string]bool{}
	err = fs.WalkDir(g.All, PicturesFolder, func(at string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		// Some systems don't tell small letters from large ones.
		taken[strings.ToLower(at)] = true
		if err != nil || path.Ext(at) != p.Ending || !entry.Type().IsRegular() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		info, err := entry.Info()
		if err != nil || info.Size() != int64(len(p.Data)) {
			return err
		}
		if there, err := fs.ReadFile(g.All, at); err == nil && bytes.Equal(there, p.Data) {
			file = at
			return fs.SkipAll
		}
		return nil
	})
	if file != "" || err != nil {
		return file, err
	}
	for n := 1; ; n++ {
		file = path.Join(PicturesFolder, name)
		if n > 1 {
			file += "-" + strconv.Itoa(n)
		}
		if file += p.Ending; taken[file] {
			continue
		}
		if err := g.Create(file, p.Data); !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}
