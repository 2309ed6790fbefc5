// Package build makes sites out of guides.
//
// # The phases of a build
//
//	project.Open     the guide's folder and those that it lies on, as one
//	content.Load     files → guide.Site; package content/markdown makes the texts
//	check.Run        what is wrong with the guide as a whole
//	theme.Load       the files of the theme, made small
//	documents        a first rendering → documents to send and to fill in
//	outputs          guide.Site → the files of the site, side by side:
//	    pages        package theme, with pictures by package picture
//	    search       package search
//	    documents    those made before, which the pages tell of
//	    worker       package theme: it lists the files of all others
//	check.Published  what the site promises, for the next build
//	publish.Write    puts the files into a folder, all or nothing, or file by file
//
// What all of them know is in guide (the guide in memory), report (what is
// wrong, in words) and language (words, hyphens, slugs, sorting). A new output
// is one more entry of the table outputs.
//
// # Ways to build
//
// Publish makes a site in a folder, and packs it into a file if asked to, All
// makes those of many editions side by side, Check makes one in memory to find
// what is wrong with it, Lexicons takes the words out of it, and Serve shows one
// state after the other while an author writes.
//
// Nothing that is wrong is published: problems that aren't warnings stop a
// build before its first file takes its place.
package build

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"sync"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/project"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
	"sparrausopas/generator/theme"
)

// Settings say what a build takes in.
type Settings struct {
	// Dir is the guide's own folder, BuiltIn the guide in the program.
	Dir     string
	BuiltIn content.Layer
	Drafts  bool
	// InPlace fills the folder of the site file by file.
	InPlace bool
	// NoLexicon builds without the lexicons, which are to be made anew.
	NoLexicon bool
	// Base is the address of the site's folder, if it is known from outside of
	// the guide, as hosts know it; see content.BaseAddress.
	Base string
	// Zip and Single are files to pack the site into, too: an archive, and one
	// HTML file; "" for none.
	Zip, Single string
	// Layers are the guides that are joined into one, where a file system is
	// given in place of Dir.
	Layers []content.Layer
	// Before names the check.PublishedFile of the site as it was published
	// before, "" that in the folder of the site, where one is. Strict makes it a
	// fault that an address is lost which people link to.
	Before string
	Strict bool
	// before is what the PublishedFile says.
	before []byte
	// Documents are made beside the pages.
	Documents Documents
	// Progress, if there is one, is told how much is done of a phase of the
	// build: "texts", "pages", "words".
	Progress func(phase string, done, total int)
	// copied says that whoever builds copies the files of content/static.
	copied bool
	// Memo and Looks remember what was made of texts and of themes, for builds
	// that have most in common; each may be nil.
	Memo  *content.Memo
	Looks *theme.Memo
}

func (s Settings) open() (*project.Project, error) { return project.Open(s.Dir, s.BuiltIn) }

// told returns what tells how much of a phase is done.
func (s Settings) told(phase string) func(done, total int) {
	return func(done, total int) {
		if s.Progress != nil {
			s.Progress(phase, done, total)
		}
	}
}

// Make is the whole build: from the folders of a guide to the files of a site.
func Make(s Settings, emit publish.Emit) (*guide.Site, report.Problems, error) {
	p, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	defer p.Close()
	s.Layers = p.Layers
	site, warnings, err := Files(p.FS, s, emit)
	return site, p.Show(warnings), p.ShowError(err)
}

// Files makes the files of a site out of folders that are open.
func Files(fsys fs.FS, s Settings, emit publish.Emit) (*guide.Site, report.Problems, error) {
	site, look, warnings, err := s.load(fsys, true)
	if err != nil {
		return site, warnings, err
	}
	documents, err := s.Documents.make(site, look)
	if err != nil {
		return site, warnings, err
	}
	site = offering(site, documents)
	now := &names{next: emit}
	if err = run(job{site: site, look: look, documents: documents, direct: now.emit}); err != nil {
		return site, warnings, err
	}
	if s.copied {
		now.list = slices.AppendSeq(now.list, maps.Keys(site.Files))
	}
	gone := check.Gone(site, fsys, s.before, now.list)
	if s.Strict && len(gone) > 0 {
		return site, warnings, gone.Strict()
	}
	text, err := check.Published(site, s.before, now.list)
	return site, slices.Concat(gone, warnings), cmp.Or(err, emit(check.PublishedFile, text))
}

// names collects the names of files on their way.
type names struct {
	next publish.Emit
	mu   sync.Mutex
	list []string
}

func (n *names) emit(name string, data []byte) error {
	n.mu.Lock()
	n.list = append(n.list, name)
	n.mu.Unlock()
	return n.next(name, data)
}

// load reads the guide, checks it and reads its theme, which is made small if
// wanted.
func (s Settings) load(fsys fs.FS, small bool) (*guide.Site, *theme.Theme, report.Problems, error) {
	site, warnings, err := Load(fsys, s)
	if err != nil {
		return nil, nil, warnings, err
	}
	allowGarbage(pages(site))
	look, err := theme.Load(fsys, site.Settings.Themes, theme.Options{Settings: site.Settings, Minify: small, Copied: s.copied, Shell: s.Single != "", Memo: s.Looks, Progress: s.told("pages")})
	return site, look, warnings, err
}

// Load reads the guide and checks it. Warnings alone are no error.
func Load(fsys fs.FS, s Settings) (site *guide.Site, warnings report.Problems, err error) {
	site, err = content.Load(fsys, content.Options{Drafts: s.Drafts, Waiting: s.Drafts, NoLexicon: s.NoLexicon, Base: s.Base, Layers: s.Layers, Outlines: s.Documents.Docx, Memo: s.Memo, Progress: s.told("texts")})
	var problems report.Problems
	if err != nil && !errors.As(err, &problems) {
		return nil, nil, err
	}
	if site != nil {
		day := Today()
		problems = slices.Concat(problems, check.Run(site, fsys), check.Statement(site, fsys, day), check.Stale(site, fsys, day), check.Future(site, fsys, lastDay(day)),
			check.Orphans(site, fsys, s.before))
	}
	sorted, _ := problems.Err().(report.Problems)
	faults, warnings := sorted.Part()
	return site, warnings, faults.Err()
}

// Drafts reads a guide with its drafts, whose numbers and addresses are taken.
// A guide in which a page can't be read is nil, with what is wrong. What waits of
// languages in the making stands in nobody's way who works on another.
func Drafts(p *project.Project, waiting bool) (*guide.Site, report.Problems, error) {
	site, err := content.Load(p.FS, content.Options{Drafts: true, Waiting: waiting, NoLexicon: true, Layers: p.Layers})
	problems, ok := err.(report.Problems)
	switch {
	case !ok:
		return site, nil, err
	case site != nil:
		return site, nil, nil
	}
	faults, _ := p.Show(problems).Part()
	return nil, faults, nil
}

func pages(site *guide.Site) int {
	count := 0
	for _, l := range site.Locales {
		count += len(l.Pages)
	}
	return count
}

// bigGuide is how many pages a guide has whose memory counts more than time.
const bigGuide = 2_000

// Prepare readies the process for guides of any size.
func Prepare() { allowGarbage(bigGuide) }

// allowGarbage says how much garbage may lie about, as a share of what is in
// use. A build's memory is mostly the pages: of a big guide half as much again
// is enough, and costs a few hundredths of the time; that of a smaller one is so
// little that collecting it often costs more than it gains. About the same
// amount of garbage is allowed to all between.
func allowGarbage(pages int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(min(max(60, 60*bigGuide/max(1, pages)), 400))
	}
}
