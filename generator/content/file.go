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
	// draft is set for a draft that isn't wanted, and of a page in a section
	// that is one.
	draft bool
	// hidden reports whether the guide leaves the file out.
	hidden   bool
	problems report.Problems
}

// readPages finds the Markdown files and reads them.
func (e *edition) readPages() {
	names, problems := walk(e.fsys, e.folder, isPassedOver)
	e.problems = append(e.problems, problems...)
	for _, name := range names {
		var wrong report.Problems
		switch f := (&file{path: strings.TrimPrefix(name, e.folder+"/"), source: report.Source{Name: name}}); {
		case !isPage(name):
			wrong = e.stray(name, names)
		case isLocal(f.path):
			if wrong = checkName(e.rules, name, names); wrong == nil {
				wrong = e.addLocal(f)
			}
		default:
			if wrong = checkName(e.rules, name, names); wrong == nil {
				e.files = append(e.files, f)
				e.byPath[f.path] = f
			}
		}
		e.problems = append(e.problems, wrong...)
	}
	if len(names) == 0 && len(problems) == 0 {
		e.problems = append(e.problems, report.Fault(e.folder, "folder-empty", report.Values{"folder": e.folder})...)
	}
	each(e.files, func(f *file) { f.read(e.fsys, e.options.Memo, e.keys) })
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

// read reads a file. Only a text that is no page may lack front matter.
func (f *file) read(fsys fs.FS, memo *Memo, keys []guide.Key) {
	source, problems := readText(fsys, f.source.Name)
	if problems == nil {
		f.source = source
		first, _, _ := bytes.Cut(source.Text, []byte("\n"))
		if isLocal(f.path) && !bytes.HasPrefix(first, []byte("+++")) && !isFence(first) {
			return
		}
		var front string
		if front, f.offset, problems = split(source); problems == nil {
			f.front = memo.fields(source, front, len(first)+1, keys, &f.problems)
		}
	}
	f.problems = append(f.problems, problems...)
}

// isPage reports whether a file's name ends as those of pages do.
func isPage(name string) bool { return strings.EqualFold(path.Ext(name), pageExtension) }

// isHidden reports whether no author means a file to be a page.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isPassedOver reports whether a file or folder among the pages is none.
func isPassedOver(name string) bool { return isHidden(name) || guide.IsLeftOver(name) }
