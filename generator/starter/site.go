package starter

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
	"slices"
)

// File is a file of a new guide. One whose name ends in a slash is an empty
// folder.
type File struct {
	// Name is the path from the guide's folder.
	Name string
	Data []byte
}

// usualTitle is what the common guide is called.
const usualTitle = "Sparrausopas"

// usualProgram is how notes in the common guide call the program.
const usualProgram = "go run ./generator"

// Site gives the files of a guide of one's own: those of the common guide with
// settings to fill in. Title is what it is called, "" as the common guide;
// program is how its notes call the program.
func Site(common fs.FS, title, program string) ([]File, error) {
	title = cmp.Or(oneLine(title), usualTitle)
	values := map[string]string{"title": quoted(title), "name": title, "program": program}
	list := []File{
		{"config.toml", filled("site/config.toml", values)},
		{"LUE-MINUT.md", filled("site/LUE-MINUT.md", values)},
		{".gitignore", filled("site/gitignore", values)},
	}
	err := fs.WalkDir(common, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == "config.toml" {
			return err
		}
		data, err := fs.ReadFile(common, name)
		list = append(list, File{name, owned(name, data, values)})
		return err
	})
	return sorted(list), err
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

// Edition gives the files of an edition of a guide: base is what its settings
// name that by, "built-in" or a folder; title is "" for the guide's own.
func Edition(base, title, program string) []File {
	values := map[string]string{
		"title": quoted(title), "name": cmp.Or(oneLine(title), "Oma painos"), "program": program, "base": quoted(base)}
	return sorted([]File{
		{"config.toml", filled("edition/config.toml", values)},
		{"LUE-MINUT.md", filled("edition/LUE-MINUT.md", values)},
		{".gitignore", filled("site/gitignore", values)},
		{"content/fi/local/LUE-MINUT.txt", filled("edition/local.txt", values)},
		{"content/static/", nil},
	})
}

func filled(name string, values map[string]string) []byte {
	// The files are part of the program: a test reads them all.
	text, _ := files.ReadFile("files/" + name)
	return fill(string(text), values)
}

func sorted(list []File) []File {
	slices.SortFunc(list, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return list
}
