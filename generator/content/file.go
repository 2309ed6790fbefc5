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
	path string
	// from is the locale whose language the text is in: the first one's, where it
	// stands in for a translation.
	from   *locale
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
func (l *locale) readPages() {
	names, problems := walk(l.fsys, l.folder, isPassedOver)
	// A language that isn't begun yet lacks a home page, and that is told of.
	if l.first == nil || isThere(l.fsys, l.folder) {
		l.problems = append(l.problems, problems...)
	}
	l.names = names
	for _, name := range names {
		wrong := l.copied(name, names)
		switch f := (&file{path: strings.TrimPrefix(name, l.folder+"/"), from: l, source: report.Source{Name: name}}); {
		case wrong != nil:
		case !isPage(name):
			wrong = l.stray(name, names)
		case isLocal(f.path):
			if wrong = checkName(l.rules, name, names); wrong == nil {
				wrong = l.addLocal(f)
			}
		default:
			if wrong = checkName(l.rules, name, names); wrong == nil {
				l.files = append(l.files, f)
				l.byPath[f.path] = f
			}
		}
		l.problems = append(l.problems, wrong...)
	}
	if len(names) == 0 && len(problems) == 0 {
		l.problems = append(l.problems, report.Fault(l.folder, "folder-empty", report.Values{"folder": l.folder})...)
	}
	each(l.files, func(f *file) { f.read(l.fsys, l.options.Memo, l.keys) })
	l.tellApart()
}

// tellApart finds files that would be one page: a.md beside a/_index.md, and
// index.md beside _index.md.
func (l *locale) tellApart() {
	for _, f := range l.files {
		if other := l.beside(f, indexFile); other != nil && other != f && f.saidText("slug") == "" && otherIndex.MatchString(path.Base(f.path)) {
			f.problems = append(f.problems, f.source.Whole("file-twice", report.Values{"other": other.source.Name}))
		}
		folder, isIndex := strings.CutSuffix(f.path, "/"+indexFile)
		if other := l.byPath[folder+pageExtension]; isIndex && other != nil {
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
func isHidden(name string) bool { return strings.HasPrefix(path.Base(name), ".") }

// isPassedOver reports whether a file or folder among the pages is none.
func isPassedOver(name string) bool { return isHidden(name) || guide.IsLeftOver(path.Base(name)) }
