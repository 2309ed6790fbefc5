package edit

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
)

// Folder is the path of what a preview watches beside the guide: a text that is
// kept there shows in the place of its source.
const Folder = unsavedFolder

// Over shows a guide with its unsaved texts in the place of the sources that they
// were written on. One whose source is another by now doesn't show, and neither
// do settings: half of them may be those of another guide.
func Over(g Guide) fs.FS {
	texts := map[string][]byte{}
	// Where there is no such folder, there are no such texts.
	_ = fs.WalkDir(g.Own, unsavedFolder, func(name string, entry fs.DirEntry, err error) error {
		file := strings.TrimPrefix(path.Dir(name), unsavedFolder+"/")
		if err != nil || !entry.Type().IsRegular() || !IsSource(file) || file == Settings {
			return nil
		}
		raw, missing := read(g, file)
		if unsaved, err := unsavedOf(g, file); missing == nil && err == nil && unsaved != nil && unsaved.Version == sum(raw) {
			texts[file] = []byte(unsaved.Text)
		}
		return nil
	})
	if len(texts) == 0 {
		return g.All
	}
	return over{g.All, texts}
}

// over is a guide with other texts in the place of some of its files.
type over struct {
	fs.FS
	texts map[string][]byte
}

func (o over) Open(name string) (fs.File, error) {
	file, err := o.FS.Open(name)
	text, ok := o.texts[name]
	if err != nil || !ok {
		return file, err
	}
	return overFile{file, bytes.NewReader(text)}, nil
}

func (o over) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.FS, name) }

func (o over) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.FS, name) }

// overFile is a file that reads as another text.
type overFile struct {
	fs.File
	text *bytes.Reader
}

func (f overFile) Read(to []byte) (int, error) { return f.text.Read(to) }
