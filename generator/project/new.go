package project

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// usualProgram is how notes in the common guide call the program.
const usualProgram = "go run ./generator"

// Folder is a new guide or edition that someone wants.
type Folder struct {
	// Title is what it is called, "" as the guide that it is made from.
	Title string
	// Language is the tag of the language that it begins in, "" for the first of
	// the guide that it is made from.
	Language string
	// Program is how its notes call the program.
	Program string
}

// noteNames are what a note is called that tells what a folder is for.
var noteNames = map[string]string{"fi": "LUE-MINUT", "sv": "LAS-MIG", "en": "READ-ME"}

// NewSite returns the files of a guide of one's own, by their paths in its
// folder: those of the common guide with settings to fill in.
func NewSite(common fs.FS, wanted Folder) (map[string][]byte, error) {
	languages, _, err := wanted.languages(common, nil)
	if err != nil {
		return nil, err
	}
	title := cmp.Or(oneLine(wanted.Title), languages[0].Title)
	values := map[string]string{"title": quoted(title), "name": title, "program": wanted.Program, "languages": written(languages)}
	list := newFolder("site", languages[0].Tag, values)
	home := path.Join("content", languages[0].Tag, "_index.md")
	err = fs.WalkDir(common, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == content.ConfigFile {
			return err
		}
		data, err := fs.ReadFile(common, name)
		switch {
		case name == home:
			data = bytes.Replace(data, []byte(`title = "`+languages[0].Title+`"`), []byte(`title = "`+values["title"]+`"`), 1)
		case path.Ext(name) == ".txt", path.Ext(name) == ".tsv":
			data = bytes.ReplaceAll(data, []byte(usualProgram), []byte(wanted.Program))
		}
		list[name] = data
		return err
	})
	return list, err
}

// NewEdition returns the files of an edition, in dir, of a guide in a folder or of
// the built-in one; a name that ends in a slash is an empty folder.
func NewEdition(dir, base string, builtIn content.Layer, wanted Folder) (map[string][]byte, error) {
	way, err := wayToBase(dir, base)
	if err != nil {
		return nil, &report.Refusal{Rule: "new-base-missing", Values: report.Values{"folder": base, "file": content.ConfigFile}}
	}
	below := &Project{FS: builtIn.FS}
	if base != content.BuiltIn {
		if below, err = Open(base, builtIn); err != nil {
			return nil, err
		}
		defer below.Close()
	}
	languages, otherFirst, err := wanted.languages(below.FS, below.Layers)
	if err != nil {
		return nil, err
	}
	first, title := languages[0], oneLine(wanted.Title)
	values := map[string]string{"program": wanted.Program, "base": quoted(way), "first": "", "languages": ""}
	if otherFirst {
		title = cmp.Or(title, first.Title)
		values["first"], values["languages"] = first.Name, written(languages)
	}
	values["title"], values["name"] = quoted(title), cmp.Or(title, first.Title)
	list := newFolder("edition", first.Tag, values)
	list[path.Join("content", first.Tag, "local", values["note"]+".txt")] = fill(beginningIn(first.Tag, "local.txt"), values)
	list["content/static/"] = nil
	return list, nil
}

// languages returns the languages of a guide as the folder has them: the wanted
// one first and, if it is another than the guide's first, as the only one that is
// shown.
func (f Folder) languages(fsys fs.FS, layers []content.Layer) (list []guide.Language, otherFirst bool, err error) {
	settings, err := content.Settings(fsys, layers)
	if err != nil {
		return nil, false, err
	}
	list = slices.Concat(settings.Languages, settings.Waiting)
	first, err := languageOf(list, f.Language)
	if err != nil || first.Tag == list[0].Tag {
		return list, false, err
	}
	for i := range list {
		list[i].Draft = list[i].Tag != first.Tag
	}
	slices.SortStableFunc(list, func(a, b guide.Language) int { return cmp.Compare(rank(a), rank(b)) })
	return list, true, nil
}

// rank puts a language in the making behind one that is shown.
func rank(l guide.Language) int {
	if l.Draft {
		return 1
	}
	return 0
}

// written writes languages as settings have them. The first is called as the
// guide is.
func written(list []guide.Language) string {
	var out strings.Builder
	for i, l := range list {
		fmt.Fprintf(&out, "[[languages]]\ntag = \"%s\"\nname = \"%s\"\n", quoted(l.Tag), quoted(l.Name))
		if i > 0 {
			fmt.Fprintf(&out, "title = \"%s\"\n", quoted(l.Title))
		}
		if l.Topics != "Topics" {
			fmt.Fprintf(&out, "topics = \"%s\"\n", quoted(l.Topics))
		}
		if l.Draft {
			out.WriteString("draft = true\n")
		}
		out.WriteString("\n")
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// newFolder returns the files that each new folder of a kind has, worded in a
// language. Its id is random: no other guide has it.
func newFolder(kind, language string, values map[string]string) map[string][]byte {
	values["id"] = strings.ToLower(rand.Text()[:12])
	values["note"] = cmp.Or(noteNames[language], noteNames["fi"])
	return map[string][]byte{
		content.ConfigFile:     fill(beginningIn(language, kind+".toml"), values),
		values["note"] + ".md": fill(beginningIn(language, kind+"-note.md"), values),
		".gitignore":           fill(beginnings("gitignore"), values),
	}
}
