package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"

	"sparrausopas/generator/report"
)

// State says what becomes of a file of the content.
type State string

// What becomes of a file. Because in File says more of those where it is named.
const (
	Published    State = "published"     // a page of the site
	Copied       State = "copied"        // a file that the site has as it is
	Shown        State = "shown"         // a text in another page: Because
	Data         State = "data"          // read for what it says, no page of its own
	Draft        State = "draft"         // draft = true
	SectionDraft State = "section-draft" // in a section that is a draft: Because
	Hidden       State = "hidden"        // left out by hide in config.toml
	Broken       State = "broken"        // has faults
	NoSection    State = "no-section"    // in a folder whose page is missing or broken: Because
	NoHome       State = "no-home"       // the language has no home page, or a broken one: Because
	NoSettings   State = "no-settings"   // config.toml is broken: Because
	Untranslated State = "untranslated"  // not there, but in another language: Because; Address shows that
	NoLanguage   State = "no-language"   // in a folder of no language of config.toml
	BadName      State = "bad-name"      // a name that doesn't work in an address
	Twice        State = "twice"         // another file makes the same page: Because
	Unseen       State = "unseen"        // a name that begins with a dot
	LeftOver     State = "left-over"     // made by the system, an editor or the program
	NoPage       State = "no-page"       // an ending that no page has
)

// File is a file of the content and what becomes of it.
type File struct {
	// Path is that from the project's folder, Language that of its folder, ""
	// for files of all languages.
	Path     string `json:"path"`
	Language string `json:"language,omitempty"`
	State    State  `json:"state"`
	// Title is a page's, as far as it can be read, Address its file in the
	// site.
	Title   string `json:"title,omitempty"`
	Address string `json:"address,omitempty"`
	// Because is the path of the file that the state is due to.
	Because string `json:"because,omitempty"`
	// Problems counts the faults in the file.
	Problems int `json:"problems,omitempty"`
}

// List says of every file of the content what becomes of it, in the order of
// the languages and the paths, those of no language last. It works with faults
// in files, too. What is wrong with the guide as a whole it doesn't know.
func List(fsys fs.FS, options Options) []File {
	site, locales, _ := read(fsys, options)
	var files []File
	for _, l := range locales {
		files = append(append(files, l.list()...), l.untranslated(locales)...)
	}
	files = append(files, others(fsys, files, site == nil, locales)...)
	place := func(f File) uint {
		// As a uint the place of no language, -1, is the last.
		return uint(slices.IndexFunc(locales, func(l *locale) bool { return l.Language == f.Language }))
	}
	slices.SortStableFunc(files, func(a, b File) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Path, b.Path))
	})
	return files
}

// list says so of the Markdown files of a locale.
func (l *locale) list() []File {
	var files []File
	for _, f := range l.files {
		if told := l.tell(f); told.Path != "" {
			files = append(files, told)
		}
	}
	for id, text := range l.locals {
		files = append(files, File{Path: text.source.Name, Language: l.Language, Title: text.title, State: Shown,
			Because: path.Join(l.folder, id+pageExtension), Problems: faultsIn(text.problems)})
	}
	return files
}

// tell returns the state of a page's file.
func (l *locale) tell(f *file) File {
	told := File{Path: f.source.Name, Language: l.Language, Title: f.title, Problems: faultsIn(f.problems)}
	if f.page != nil {
		told.Title, told.Address = f.page.Title, f.page.Address
	}
	section, twin := l.above(f), twinIn(f.problems)
	switch {
	case f.from != l:
		return l.tellBorrowed(f, told)
	case f.hidden:
		told.State = Hidden
	case twin != "":
		told.State, told.Because = Twice, twin
	case told.Problems > 0:
		told.State = Broken
	case f.draft && section != nil && section.draft:
		told.State, told.Because = SectionDraft, section.source.Name
	case f.draft:
		told.State = Draft
	case l.Home == nil:
		told.State, told.Because = NoHome, path.Join(l.folder, indexFile)
	case f.page == nil:
		told.State, told.Because = NoSection, path.Join(path.Dir(f.source.Name), indexFile)
	default:
		told.State = Published
	}
	return told
}

// tellBorrowed returns the state of a page that isn't translated, under the path
// that its translation would have; nothing for one whose translation is a draft,
// which has that path.
func (l *locale) tellBorrowed(f *file, told File) File {
	told.Path, told.State, told.Because = path.Join(l.folder, f.path), Untranslated, f.source.Name
	told.Problems = 0
	isOwn := func(own *file) bool { return own.from == l && pageID(own.path) == pageID(f.path) }
	if f.draft || f.hidden || slices.ContainsFunc(l.files, isOwn) {
		return File{}
	}
	return told
}

// above returns the file of the nearest section over a page that is there.
func (l *locale) above(f *file) *file {
	for dir, _ := sectionOf(f.path); dir != "."; dir = path.Dir(dir) {
		if section := l.byPath[path.Join(dir, indexFile)]; section != nil {
			return section
		}
	}
	return nil
}

func faultsIn(problems report.Problems) int {
	faults, _ := problems.Part()
	return len(faults)
}

// untranslated returns the pages that other locales have and this one hasn't,
// by the paths that they would have. A draft is none yet.
func (l *locale) untranslated(locales []*locale) []File {
	var files []File
	seen := map[string]bool{}
	for _, other := range locales {
		for _, f := range other.files {
			if l.byPath[f.path] != nil || seen[f.path] || f.hidden || f.draft {
				continue
			}
			seen[f.path] = true
			files = append(files, File{Path: path.Join(l.folder, f.path), Language: l.Language, State: Untranslated, Because: f.source.Name})
		}
	}
	return files
}
