// Package theme turns a guide into the files of a site.
//
// A theme is a folder of files:
//
//	base.html          the frame of all pages
//	KIND.html          what a page of a kind puts into the frame
//	KIND.VIEW.html     one more page for each page of the kind, in the same frame
//	section.html       a section; section-KIND.html where its pages are of that kind
//	redirect.html      the page at an old address; no frame
//	404.html           the page that a host shows for missing ones; no frame. It
//	                   is shown at any address: its style stands in it (Inline),
//	                   its links have a host in them (Absolute)
//	single.html        what stands around the guide as one file; no frame
//	manifest.webmanifest  what a home screen shows: a template of JSON
//	service-worker.js  the script that keeps the site in a reader's browser
//	pack/KIND.html     what a page of a kind puts into a print pack, pack/KIND.VIEW.html
//	                   a second view; no frame
//	parts/*.html       pieces that templates share
//	words/LANGUAGE.toml the words of the interface
//	assets/            styles, scripts and pictures
//	contrast.txt       which colours of the styles meet
//
// A site can name several: a file of a later theme takes the place of the file
// of the same name in an earlier one; hidden files are passed over. A second
// view of a page (session.sheet.html is the sheet that leads a session) has the
// page's address with the word "address-VIEW" behind it: kerta-1.html,
// kerta-1-vetajalle.html. The page of kind "search" has a template like any
// other; it can show all pages by letter (Alphabet), and every page can lead to
// it (SearchPage) and name the script with the words to search for
// (SearchIndex). Templates are those of html/template. They are given a View,
// and these functions:
//
//	word "skip"        a word of the interface
//	soft .Title        a text with soft hyphens in its long words; never for
//	                   attributes or the title element
//	date .Updated      a day as the language writes it
//	minutes .Duration  a duration as a number of minutes
//	hours .Duration    as a number of hours, 0 where minutes say it better
//	number $i          an index counted from 1
//	clock .Start       a time from the start, 1.05 for an hour and five minutes
//
// A template lays out a page's text as a whole (Body), or what stands before
// its first heading (Intro) and what follows (Rest) or its pieces (Parts)
// apart, as the front page does, or those pieces whose headings have a class
// ({.leader}: Marked), as the sheet of a session's leader does.
//
// {{.Shared "parts/footer.html"}} shows a part that is the same on many pages
// and is made once for all of them.
//
// {{.Asset "tools.css"}} is the address of a file in assets. A page loads what
// comes in one piece faster: several names are one file, in their order, called
// as the first of them. Sources stay small so, and of one purpose.
//
//	<script src="{{.Asset "tools.js" "cards.js"}}" defer></script>
//
// {{.Words "fill-undo" "fill-close"}} is the address of a script with words of
// the interface, for what a page says only to those who use it.
//
// A page can show pictures of what the guide holds, drawn by package picture:
// {{.Picture "steps"}}, which parts/picture.html frames and puts into words;
// {{.Pictures}} names those that the page tells in its front matter.
//
// The colours of a theme are custom properties that its styles set in :root,
// and for the dark scheme in @media (prefers-color-scheme: dark); what
// print.css sets is for paper. A line of contrast.txt names two that meet and
// the least contrast between them, 4.5 for text and 3 for large text and marks;
// Load computes each in both schemes and on paper, and refuses a pair that
// falls short, naming the nearest colour that passes:
//
//	# text, background, ratio
//	ink paper 4.5
//	link raised 4.5
//	line none       # decorates: it says nothing that isn't said otherwise
//
// The colour of a brand ([brand] in config.toml) takes the place of --accent
// and --link, and --on-accent follows it; in the dark scheme it is colour-dark,
// or the nearest colour that passes.
//
// A page loads files of the site alone, and nothing that stands in the page
// itself: Policy says so to browsers, and a theme puts it before all that is
// loaded. Styles and scripts are therefore files of their own. With base-url in
// config.toml pages know their addresses on the web (Canonical, Alternates, and
// WebAddress for paper), and there is a sitemap; robots.txt is always there. A
// file of that name in content/static takes its place.
//
// Load reads the theme and makes templates, styles and scripts small, once.
// Plan finds words, assets and templates that are missing, and lists the files,
// each of which is made when it is asked for; Render makes them all.
package theme

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Options say how a theme is loaded.
type Options struct {
	// Minify makes templates, styles and scripts small.
	Minify bool
	// Settings hold the brand, whose colours go into the styles.
	Settings guide.Settings
	// Copied says that the files of content/static are copied by others: Render
	// leaves them out.
	Copied bool
	// Shell says that Plan has the shell of a single file.
	Shell bool
	// Memo, if there is one, remembers what was made of the theme's files.
	Memo *Memo
	// Progress, if there is one, is told how many files Render has made of how
	// many, by several at a time.
	Progress func(done, total int)
}

// Theme is a theme in memory.
type Theme struct {
	fsys    fs.FS
	options Options
	// files are the theme's files after overriding, by name in the theme.
	files map[string]report.Source
	// small are the same files made small.
	small map[string][]byte
	// assets are the addresses of assets by name, and of several that are one
	// file by all their names; written is what stands at the addresses.
	assets  map[string]string
	written map[string][]byte
	// looks are the colours of pages, with those of the brand.
	looks []*look
}

// Load reads the theme in these folders, a later one over an earlier one.
func Load(fsys fs.FS, folders []string, options Options) (*Theme, error) {
	t := &Theme{fsys: fsys, options: options, files: map[string]report.Source{}, small: map[string][]byte{}, assets: map[string]string{}, written: map[string][]byte{}}
	for _, folder := range folders {
		if err := t.readFolder(folder); err != nil {
			return nil, err
		}
	}
	problems := t.paint(options.Settings)
	return t, append(problems, t.shrinkAll()...).Err()
}

// shrinkAll makes all files small, several at a time.
func (t *Theme) shrinkAll() report.Problems {
	names := t.names("")
	small, failed := make([][]byte, len(names)), make([]error, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(report.Rescued(func() error {
			small[i], failed[i] = t.shrink(name)
			return nil
		}))
	}
	// The errors are those in failed.
	if crash := group.Wait(); crash != nil {
		panic(crash)
	}
	var problems report.Problems
	for i, name := range names {
		if failed[i] != nil {
			problems = append(problems, t.files[name].Whole("minify-error", report.Values{"error": failed[i].Error()}))
		}
		t.small[name] = small[i]
	}
	return append(problems, t.nameAssets()...)
}

func (t *Theme) readFolder(folder string) error {
	err := fs.WalkDir(t.fsys, folder, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && name != folder && (strings.HasPrefix(entry.Name(), ".") || guide.IsLeftOver(entry.Name())) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if err != nil || entry.IsDir() {
			return err
		}
		// A pipe would be waited for if it were opened.
		if info, err := fs.Stat(t.fsys, name); err == nil && !info.Mode().IsRegular() {
			return report.Unreadable(name, report.ErrNoFile)
		}
		text, err := fs.ReadFile(t.fsys, name)
		t.files[strings.TrimPrefix(name, folder+"/")] = report.Source{Name: name, Text: text}
		return err
	})
	var in *fs.PathError
	if errors.As(err, &in) {
		return report.Unreadable(in.Path, err)
	}
	return err
}

// names returns the theme's files in a folder of it, in order.
func (t *Theme) names(folder string) []string {
	names := slices.Sorted(maps.Keys(t.files))
	return slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, folder) })
}

// kinds returns the names of the templates in the theme's own folder.
func (t *Theme) kinds() []string {
	var kinds []string
	for _, name := range t.names("") {
		kind, ok := strings.CutSuffix(name, ".html")
		if ok && path.Dir(name) == "." && !slices.Contains([]string{baseFile, redirectFile, notFoundFile, shellFile}, name) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}
