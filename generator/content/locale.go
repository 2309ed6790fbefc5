package content

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// locale is a locale in the making.
type locale struct {
	*guide.Locale
	inputs
	files []*file
	// byPath finds files by their path in the language's folder.
	byPath map[string]*file
	// names are those of all files in the language's folder.
	names []string
	// places finds what links that lead nowhere were to name; sought counts
	// these.
	places func() map[string]string
	sought atomic.Int32
	// locals are the texts that stand in other pages, by their IDs.
	locals map[string]*file
	counts counts
	// whole reports whether nothing is wrong with any page by itself. Only then
	// is it worth saying that one page names another that isn't there.
	whole    bool
	problems report.Problems
}

// inputs are what a locale is made on.
type inputs struct {
	fsys   fs.FS
	folder string
	// first is the locale that index.html of the site shows, nil in that one.
	first    *locale
	settings guide.Language
	site     *guide.Site
	rules    language.Language
	sources  bibliography
	options  Options
	// keys are those of all kinds of pages.
	keys []guide.Key
}

func newLocale(fsys fs.FS, l guide.Language, first *locale, site *guide.Site, sources bibliography, options Options) *locale {
	rules := language.For(l.Tag)
	made := &locale{
		Locale: &guide.Locale{Language: l.Tag, Name: l.Name, Title: rules.Typography(l.Title)},
		inputs: inputs{
			fsys:     fsys,
			folder:   path.Join(contentDir, l.Tag),
			first:    first,
			settings: l,
			site:     site,
			rules:    rules,
			sources:  sources,
			options:  options,
			keys:     options.keys(),
		},
		byPath: map[string]*file{},
		locals: map[string]*file{},
	}
	made.places = sync.OnceValue(made.findPlaces)
	return made
}

// load makes the locale. Each phase takes the pages that the one above it
// leaves; the other files stay in e.files without a page, for others may name
// them.
func (l *locale) load() {
	// Files: each page has its source and its front matter, and the words of
	// the language are known, the faults of which are no page's.
	beside := l.readFiles()
	defer func() { l.gather(beside) }()
	l.borrow()
	l.hideFiles()
	l.count()
	// Tree: pages with heads, kinds, addresses and neighbours hang under Home,
	// which is nil if nothing more can be made.
	pages := l.buildTree(l.readHeads())
	if l.Home == nil {
		return
	}
	// Details: each page has what its own keys say, but for other pages. From
	// here on all faults of single pages are known.
	finishing := l.readDetails(pages)
	for _, f := range l.files {
		if f.draft {
			l.Drafts = append(l.Drafts, l.leftOut(f))
		}
	}
	l.whole = l.sound() && (l.first == nil || l.first.whole)
	// Lists: Pages and Kinds are complete, and with them all that texts can
	// name.
	l.nameTopics(pages)
	l.collect()
	l.follow()
	l.checkLocals()
	// Texts: details name other pages, bodies are rendered.
	l.renderTexts(pages, finishing)
	l.relate(pages)
}

// sound reports whether nothing has been found so far that stops a build.
func (l *locale) sound() bool {
	return faultsIn(l.problems) == 0 && !slices.ContainsFunc(l.files, func(f *file) bool { return f.from == l && faultsIn(f.problems) > 0 })
}

// readFiles reads the pages, and beside them what else a language's folder has.
func (l *locale) readFiles() report.Problems {
	var reading errgroup.Group
	reading.Go(report.Rescued(func() error { l.readPages(); return nil }))
	layers := l.options.layers(l.fsys)
	var lexicons, synonyms, words report.Problems
	l.Lexicon, lexicons = loadLexicons(layers, l.Language, l.options.NoLexicon, l.options.Memo)
	l.Synonyms, synonyms = loadSynonyms(layers, l.Language)
	l.Words, words = loadWords(l.fsys, l.site.Settings.Themes, layers, l.Language, l.site.Settings.Languages[0].Tag)
	if crash := reading.Wait(); crash != nil {
		panic(crash)
	}
	return slices.Concat(lexicons, synonyms, words)
}

// gather adds the problems of files to the locale's. What is wrong with a text
// of the first language is told there.
func (l *locale) gather(beside report.Problems) {
	l.problems = append(l.problems, beside...)
	for _, f := range slices.AppendSeq(slices.Clone(l.files), maps.Values(l.locals)) {
		if f.from == l {
			l.problems = append(l.problems, f.problems...)
		}
	}
}

// each calls work for files, as many at a time as there are processors.
func each(files []*file, work func(*file)) {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for part := range slices.Chunk(files, 16) {
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

// renderTexts completes what the pages' keys say and then renders all bodies.
func (locale *locale) renderTexts(pages []*file, finishing []finish) {
	renderers := locale.renderers()
	for i, f := range pages {
		l := &linker{locale, f, renderers[f.from], locale.resolver(f)}
		if finishing[i] != nil {
			finishing[i](l)
		}
		f.page.Pictures = readPictures(f.front, l)
		f.front.finish()
	}
	var done atomic.Int64
	each(pages, func(f *file) {
		locale.renderText(f, renderers)
		if told := locale.options.Progress; told != nil {
			told(int(done.Add(1)), len(pages))
		}
	})
}

func (l *locale) renderText(f *file, renderers map[*locale]*markdown.Renderer) {
	p := f.page
	local, links := l.renderLocal(p, renderers)
	source, shifts := l.body(f)
	text := f.rendered(renderers[f.from].Render(p, source, l.resolver(f), local), shifts)
	text.Outline.Short = p.Outline.Short
	if p.Text = text.Text; local != nil {
		p.Links, p.Local = append(p.Links, links...), l.localOf(p).source.Name
	}
	kind := l.options.kind(p.Kind)
	if kind.rendered != nil {
		kind.rendered(p, text)
	}
	if kind.searched != nil {
		p.Beside = kind.searched(p, l.Words)
	}
	// Big guides have many.
	f.source.Text, f.front = nil, nil
}

// body returns the text of a file with the guide's numbers in it.
func (l *locale) body(f *file) ([]byte, []shift) {
	source := f.source.Text[f.offset:]
	if !bytes.Contains(source, []byte("{count")) {
		return source, nil
	}
	filled, shifts := l.counts.fill(string(source), func(at int, values report.Values) {
		f.problems.Add(f.source.Name, "count-unknown", func() report.Problem {
			p := f.source.At(f.offset+at, "count-unknown", values)
			if mark, _ := values["suggestion"].(string); mark != "" {
				p.Fix = f.source.Fix(f.offset+at, f.offset+at+len(values["text"].(string)), mark)
			}
			return p
		})
	})
	return []byte(filled), shifts
}

// rendered notes what is wrong with a file's text, and puts its links where
// they stand in the file.
func (f *file) rendered(text markdown.Page, shifts []shift) markdown.Page {
	for _, issue := range text.Issues {
		f.problems.Add(f.source.Name, issue.Rule, func() report.Problem {
			p := f.source.At(f.offset+before(shifts, issue.Offset), issue.Rule, issue.Values)
			if fix := issue.Fix; fix != nil {
				p.Fix = fix.Within(f.source.Text, f.offset+before(shifts, fix.At)-fix.At)
			}
			return p
		})
	}
	for i := range text.Links {
		text.Links[i].Offset = f.offset + before(shifts, text.Links[i].Offset)
	}
	return text
}
