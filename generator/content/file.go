package content

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// file is a page in the making.
type file struct {
	// path is the path in the language's folder, with the ending.
	path   string
	source report.Source
	title  string
	front  *fields
	// offset is where the text starts in the source.
	offset int
	// page is nil for a file that can't be read, that has no place in the tree
	// or that is an unwanted draft.
	page *guide.Page
	// draft tells of a draft that isn't wanted, and of a page in a section
	// that is one.
	draft bool
	// hidden reports whether the guide leaves the file out.
	hidden   bool
	finish   finish
	problems report.Problems
}

// readFiles finds the Markdown files and reads them.
func (e *edition) readFiles() {
	names, problems := walk(e.fsys, e.folder, isPassedOver)
	e.problems = append(e.problems, problems...)
	for _, name := range names {
		if !strings.EqualFold(path.Ext(name), pageExtension) {
			if problem := e.stray(name, names); problem != nil {
				e.problems = append(e.problems, *problem)
			}
			continue
		}
		if problem := checkName(e.rules, name, names); problem != nil {
			e.problems = append(e.problems, *problem)
			continue
		}
		f := &file{path: strings.TrimPrefix(name, e.folder+"/"), source: report.Source{Name: name}}
		if isLocal(f.path) {
			e.addLocal(f)
			continue
		}
		e.files = append(e.files, f)
		e.byPath[f.path] = f
	}
	if len(names) == 0 && len(problems) == 0 {
		e.problems = append(e.problems, report.Source{Name: e.folder}.Whole("folder-empty", report.Values{"folder": e.folder}))
	}
	e.each(func(f *file) { f.read(e.fsys, e.options.Memo, e.keys) })
	e.tellApart()
}

// tellApart finds files that would be one page: a.md beside a/_index.md.
func (e *edition) tellApart() {
	for _, f := range e.files {
		folder, isIndex := strings.CutSuffix(f.path, "/"+indexFile)
		if other := e.byPath[folder+pageExtension]; isIndex && other != nil {
			other.problems = append(other.problems, other.source.Whole("file-twice", report.Values{"other": f.source.Name}))
		}
	}
}

func (f *file) read(fsys fs.FS, memo *Memo, keys []guide.Key) {
	source, problem := readText(fsys, f.source.Name)
	if problem == nil {
		f.source = source
		var front string
		front, f.offset, problem = split(source)
		if problem == nil {
			f.front = memo.fields(source, front, bytes.IndexByte(source.Text, '\n')+1, keys, &f.problems)
		}
	}
	if problem != nil {
		f.problems = append(f.problems, *problem)
	}
}

// isHidden reports whether no author means a file to be a page.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isPassedOver reports whether a file or folder among the pages is none.
func isPassedOver(name string) bool { return isHidden(name) || guide.IsLeftOver(name) }
