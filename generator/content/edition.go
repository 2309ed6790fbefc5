package content

import (
	"io/fs"
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// edition is an edition in the making.
type edition struct {
	*guide.Edition
	inputs
	files []*file
	// byPath finds files by their path in the language's folder.
	byPath map[string]*file
	// locals are the texts that stand in other pages, by their IDs.
	locals map[string]*local
	// whole reports whether nothing is wrong with any page by itself. Only then
	// is it worth saying that one page names another that isn't there.
	whole    bool
	problems report.Problems
}

// inputs are what an edition is made on.
type inputs struct {
	fsys   fs.FS
	folder string
	// first reports whether index.html of the site shows the edition.
	first    bool
	settings guide.Language
	site     guide.Settings
	rules    language.Language
	sources  bibliography
	static   map[string]string
	options  Options
	// keys are those of all kinds of pages that aren't plain texts.
	keys []guide.Key
}

func newEdition(fsys fs.FS, l guide.Language, sources bibliography, static map[string]string, options Options) *edition {
	return &edition{
		Edition: &guide.Edition{Language: l.Tag, Name: l.Name, Title: language.For(l.Tag).Typography(l.Title)},
		inputs: inputs{
			fsys:     fsys,
			folder:   path.Join(contentDir, l.Tag),
			settings: l,
			rules:    language.For(l.Tag),
			sources:  sources,
			static:   static,
			options:  options,
			keys:     options.keys(),
		},
		byPath: map[string]*file{},
		locals: map[string]*local{},
	}
}

// load makes the edition in five phases. Each relies on those above it; what a
// phase leaves behind is said where it is run. A file that is found faulty or
// hidden, or is a draft, stays in files without a page, as others may name it.
func (e *edition) load() {
	defer e.gather()
	// Files have been read: each has its source and its front matter, until its
	// text is rendered.
	e.hideFiles()
	// Tree: pages with heads, kinds, addresses and neighbours hang under Home,
	// which is nil if nothing more can be made.
	e.readFrontMatter()
	e.buildTree()
	if e.Home == nil {
		return
	}
	// Details: each page has what its own keys say, but for other pages. From
	// here on all faults of single pages are known.
	e.readDetails()
	e.whole = e.sound()
	// Lists: Pages and Kinds are complete, and with them all that texts can
	// name.
	e.nameTopics()
	e.collect()
	e.checkLocals()
	// Texts: details name other pages, bodies are rendered, sources are let go.
	e.renderTexts()
	e.relate()
}

// sound reports whether nothing has been found so far that stops a build.
func (e *edition) sound() bool {
	stops := func(p report.Problem) bool { return !p.Warning() }
	return !slices.ContainsFunc(e.problems, stops) &&
		!slices.ContainsFunc(e.files, func(f *file) bool { return slices.ContainsFunc(f.problems, stops) })
}

// gather adds the files' problems to the edition's.
func (e *edition) gather() {
	for _, f := range e.files {
		e.problems = append(e.problems, f.problems...)
	}
	for _, text := range e.locals {
		e.problems = append(e.problems, text.problems...)
	}
}

// each calls work for all files, as many at a time as there are processors.
func (e *edition) each(work func(*file)) {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for part := range slices.Chunk(e.files, 16) {
		group.Go(report.Rescued(func() error {
			for _, f := range part {
				work(f)
			}
			return nil
		}))
	}
	// The work has no errors but the files' problems, and faults of the
	// program.
	if err := group.Wait(); err != nil {
		panic(err)
	}
}

// renderTexts renders the kinds' own short texts and then all bodies.
func (e *edition) renderTexts() {
	renderer := markdown.New(e.rules, e.Edition, e.options.Memo.rendered())
	for _, f := range e.files {
		if f.finish != nil {
			f.finish(&linker{e, f, renderer})
		}
		if f.front != nil && f.page != nil {
			f.page.Pictures = readPictures(f.front, &linker{e, f, renderer})
			f.front.finish()
		}
	}
	e.each(func(f *file) {
		if f.page == nil {
			return
		}
		local, links := e.renderLocal(f.page, renderer)
		text := renderer.Render(f.page, f.source.Text[f.offset:], e.resolver(f), local)
		for _, issue := range text.Issues {
			f.problems = append(f.problems, f.source.At(f.offset+issue.Offset, issue.Rule, issue.Values))
		}
		for i := range text.Links {
			text.Links[i].Offset += f.offset
		}
		kind := e.options.kind(f.page.Kind)
		f.page.Text = text.Text
		if local != nil {
			f.page.Links, f.page.Local = append(f.page.Links, links...), e.locals[f.page.ID].source.Name
		}
		if kind.rendered != nil {
			kind.rendered(f.page, text)
		}
		if kind.searched != nil {
			f.page.Beside = kind.searched(f.page, e.Words)
		}
		f.source.Text, f.front = nil, nil
	})
}
