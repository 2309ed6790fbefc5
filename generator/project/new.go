package project

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"io/fs"
	"path"
	"strings"

	"sparrausopas/generator/content"
)

const (
	// usualTitle is what the common guide is called, usualProgram how notes in
	// it call the program.
	usualTitle   = "Sparrausopas"
	usualProgram = "go run ./generator"
)

// NewSite returns the files of a guide of one's own, by their paths in its
// folder: those of the common guide with settings to fill in. Title is what it
// is called, "" as the common guide; program is how its notes call the program.
func NewSite(common fs.FS, title, program string) (map[string][]byte, error) {
	title = cmp.Or(oneLine(title), usualTitle)
	values := map[string]string{"title": quoted(title), "name": title, "program": program}
	list := newFolder("site", values)
	err := fs.WalkDir(common, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == content.ConfigFile {
			return err
		}
		data, err := fs.ReadFile(common, name)
		list[name] = owned(name, data, values)
		return err
	})
	return list, err
}

// owned puts the guide's own name on the home page and the program's name into
// the notes of lists.
func owned(name string, data []byte, values map[string]string) []byte {
	switch {
	case path.Base(name) == "_index.md" && path.Dir(path.Dir(name)) == "content":
		return bytes.Replace(data, []byte(`title = "`+usualTitle+`"`), []byte(`title = "`+values["title"]+`"`), 1)
	case path.Ext(name) == ".txt", path.Ext(name) == ".tsv":
		return bytes.ReplaceAll(data, []byte(usualProgram), []byte(values["program"]))
	}
	return data
}

// NewEdition returns the files of an edition of a guide; a name that ends in a
// slash is an empty folder. Base is what its settings name that by, "built-in"
// or a folder; title is "" for the guide's own.
func NewEdition(base, title, program string) map[string][]byte {
	values := map[string]string{
		"title": quoted(title), "name": cmp.Or(oneLine(title), "Oma painos"), "program": program, "base": quoted(base)}
	list := newFolder("edition", values)
	list["content/fi/local/LUE-MINUT.txt"] = fill(beginnings("edition/local.txt"), values)
	list["content/static/"] = nil
	return list
}

// newFolder returns the files that each new folder of a kind has. Its id is
// random: no other guide has it.
func newFolder(kind string, values map[string]string) map[string][]byte {
	values["id"] = strings.ToLower(rand.Text()[:12])
	return map[string][]byte{
		content.ConfigFile: fill(beginnings(kind+"/config.toml"), values),
		"LUE-MINUT.md":     fill(beginnings(kind+"/LUE-MINUT.md"), values),
		".gitignore":       fill(beginnings("site/gitignore"), values),
	}
}
