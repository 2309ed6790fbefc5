package edition

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// Copy takes files of the common guide into an edition's own folder; with seen
// it notes only that their present versions have been seen. An argument is a
// path, or the ID of a page. Nothing is copied unless all can be; done is told
// of each file.
func Copy(p *project.Project, args []string, seen bool, done func(name string)) error {
	names, notes, err := Taken(p, args, seen)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(notes)) {
		if slices.Contains(names, name) {
			continue
		}
		if err := p.Replace(name, notes[name]); err != nil {
			return err
		}
	}
	for _, name := range names {
		if !seen {
			if err := p.Create(name, notes[name]); err != nil {
				return err
			}
		}
		done(name)
	}
	return nil
}

// Taken returns the files that Copy writes, without writing them: those that are
// taken, by their names, and with them the notes on what was taken.
func Taken(p *project.Project, args []string, seen bool) (names []string, files map[string][]byte, err error) {
	switch {
	case len(args) == 0:
		return nil, nil, &report.Refusal{Rule: "copy-nothing", Usage: true}
	case !p.IsEdition():
		return nil, nil, &report.Refusal{Rule: "copy-no-base"}
	}
	noted, err := readSums(p.Layers[0].FS)
	if err != nil {
		return nil, nil, err
	}
	base := p.Base()
	files = map[string][]byte{}
	for _, arg := range args {
		name := p.FileOf(arg, base)
		if err := refuse(p, base, arg, name, seen); err != nil {
			return nil, nil, err
		}
		data, err := fs.ReadFile(base, name)
		if err != nil {
			return nil, nil, err
		}
		if names = append(names, name); !seen {
			files[name] = data
		}
		if noted[name] = sum(data); isText(data) {
			files[path.Join(copiesFolder, name)] = data
		}
	}
	files[sumsFile] = noted.text()
	return names, files, nil
}

// refuse says why a file that an argument names can't be copied, if it can't.
func refuse(p *project.Project, base fs.FS, arg, name string, seen bool) error {
	top, _, _ := strings.Cut(name, "/")
	switch own := project.IsFile(p.Layers[0].FS, name); {
	case top != "content" && top != "themes" || !fs.ValidPath(name):
		return &report.Refusal{Rule: "copy-outside", Values: report.Values{"name": arg}}
	case !project.IsFile(base, name):
		return &report.Refusal{Rule: "copy-missing", Values: report.Values{"name": arg, "suggestion": likely(base, name)}}
	case seen && !own:
		return &report.Refusal{Rule: "copy-not-own", Values: report.Values{"name": arg}}
	case !seen && own:
		return &report.Refusal{Rule: "copy-exists", Values: report.Values{"file": name}}
	}
	return nil
}

// likely returns the path of a file of the base that a wrong one may have
// meant.
func likely(base fs.FS, name string) string {
	names := project.FilesIn(base, "content", "themes")
	if at := slices.IndexFunc(names, func(other string) bool { return path.Base(other) == path.Base(name) }); at >= 0 {
		return names[at]
	}
	return report.Nearest(name, names)
}
