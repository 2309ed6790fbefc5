package starter

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
)

// usualTitle is what the common guide is called.
const usualTitle = "Sparrausopas"

// usualProgram is how notes in the common guide call the program.
const usualProgram = "go run ./generator"

// Site returns the files of a guide of one's own, by their paths in its folder:
// those of the common guide with settings to fill in. Title is what it is
// called, "" as the common guide; program is how its notes call the program.
func Site(common fs.FS, title, program string) (map[string][]byte, error) {
	title = cmp.Or(oneLine(title), usualTitle)
	values := map[string]string{"title": quoted(title), "name": title, "program": program}
	list := map[string][]byte{
		"config.toml":  filled("site/config.toml", values),
		"LUE-MINUT.md": filled("site/LUE-MINUT.md", values),
		".gitignore":   filled("site/gitignore", values),
	}
	err := fs.WalkDir(common, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == "config.toml" {
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

// Edition returns the files of an edition of a guide; a name that ends in a
// slash is an empty folder. Base is what its settings name that by, "built-in"
// or a folder; title is "" for the guide's own.
func Edition(base, title, program string) map[string][]byte {
	values := map[string]string{
		"title": quoted(title), "name": cmp.Or(oneLine(title), "Oma painos"), "program": program, "base": quoted(base)}
	return map[string][]byte{
		"config.toml":                    filled("edition/config.toml", values),
		"LUE-MINUT.md":                   filled("edition/LUE-MINUT.md", values),
		".gitignore":                     filled("site/gitignore", values),
		"content/fi/local/LUE-MINUT.txt": filled("edition/local.txt", values),
		"content/static/":                nil,
	}
}

func filled(name string, values map[string]string) []byte {
	// The files are part of the program: a test reads them all.
	text, _ := files.ReadFile("files/" + name)
	return fill(string(text), values)
}
