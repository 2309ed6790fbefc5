package content

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

const indexFile = "_index.md"

// readHeads reads the keys that all pages have and returns the files that are
// pages. A draft that isn't wanted is none.
func (l *locale) readHeads() []*file {
	each(l.files, func(f *file) {
		if f.front == nil || f.hidden || len(f.problems) > 0 {
			return
		}
		p := &guide.Page{ID: pageID(f.path), File: f.source.Name, Kind: f.front.text("kind"), Head: l.readHead(f)}
		p.Weight, p.OwnID = f.front.weight(), f.front.pageID()
		f.title = p.Title
		if f.draft = f.draft || p.Draft && !l.options.Drafts; !f.draft {
			f.page = p
			f.checkLengths(p.Head)
		}
	})
	return slices.DeleteFunc(slices.Clone(l.files), func(f *file) bool { return f.page == nil })
}

// Menus, tabs and search engines show about sixty letters of a title and 160
// of a summary. A title may be a whole sentence, as that of a question is, if
// the page has a short one for them.
const (
	labelLimit   = 60
	titleLimit   = 120
	summaryLimit = 160
	// slugLimit leaves room for an ending where names have 255 bytes.
	slugLimit = 200
)

// checkLengths finds titles and summaries that are cut where they are shown.
func (f *file) checkLengths(h guide.Head) {
	most := labelLimit
	if h.Short != "" {
		most = titleLimit
	}
	f.front.checkLength("title", "title-long", h.Title, most)
	f.front.checkLength("short", "title-long", h.Short, labelLimit)
	f.front.checkLength("summary", "summary-long", h.Summary, summaryLimit)
}

// checkLength finds a text of more than so many letters.
func (f *fields) checkLength(key, rule, text string, most int) {
	if len(text) <= most {
		return
	}
	if length := utf8.RuneCountInString(text); length > most {
		f.problem(key, rule, report.Values{"key": key, "length": length, "limit": most})
	}
}

// pageID returns a page's ID from its file's path: "questions/07" from
// "questions/07.md", "questions" from "questions/_index.md".
func pageID(name string) string {
	if path.Base(name) == indexFile {
		return strings.TrimPrefix(path.Dir(name), ".")
	}
	return strings.TrimSuffix(name, ".md")
}

func (l *locale) readHead(file *file) guide.Head {
	f, rules := file.front, file.from.rules
	head := guide.Head{
		Title:    f.shown(rules, "title"),
		Short:    f.shown(rules, "short"),
		Summary:  f.shown(rules, "summary"),
		Updated:  f.day("updated"),
		Reviewed: f.day("reviewed"),
		AsOf:     f.year("as-of"),
		Draft:    f.flag("draft"),
		Original: l.original(file),
	}
	f.require("title", `"…"`)
	for _, name := range f.texts("sources") {
		if source := l.sources[name]; source != nil {
			head.Sources = append(head.Sources, source.In(l.Language))
		} else {
			f.problem("sources", "unknown-source", report.Values{"name": name, "suggestion": report.Nearest(name, l.sources.names())},
				f.asOther("sources", name, report.Nearest(name, l.sources.names())))
		}
	}
	return head
}

// pageID reads the key id, which has the form of a file's path.
func (f *fields) pageID() string {
	id := f.text("id")
	if id != "" && (!fs.ValidPath(id) || strings.ContainsAny(id, `\:"`)) {
		f.wrongValue("id", id, "wanted-id")
		return ""
	}
	return id
}

// buildTree makes a tree of pages, gives each its kind and address, and returns
// those that have a place in it.
func (l *locale) buildTree(pages []*file) []*file {
	l.plantHome()
	if l.Home == nil {
		return nil
	}
	missing := map[string]bool{}
	// Shorter paths first, so that a section has its address before its pages.
	byDepth := func(a, b *file) int { return depth(a.path) - depth(b.path) }
	for _, f := range slices.SortedStableFunc(slices.Values(pages), byDepth) {
		if f.page != l.Home {
			l.place(f, missing)
		}
	}
	sortTree(l.Home, l.rules)
	return slices.DeleteFunc(pages, func(f *file) bool { return f.page == nil })
}

// plantHome finds the home page and gives it its address: the first locale's
// is that of the site, and the one in the language's folder leads there.
func (l *locale) plantHome() {
	f := l.byPath[indexFile]
	switch {
	case f == nil:
		l.problems = append(l.problems, report.Fault(l.folder, "home-missing", report.Values{
			"file": path.Join(l.folder, indexFile), "found": l.likeIndex("."), "language": l.Language})...)
		return
	case f.draft:
		f.problems = append(f.problems, f.source.AtKey("draft", "home-draft", nil))
		return
	case f.page == nil:
		return
	}
	l.Home = f.page
	l.Home.Draft = l.Home.Draft || l.settings.Draft
	l.Home.Kind = "home"
	l.Home.Address = path.Join(l.Language, "index.html")
	if l.first == nil {
		l.Home.Aliases = []string{l.Home.Address}
		l.Home.Address = "index.html"
	}
	l.aliases(f)
}

// otherIndex is what authors, editors and other programs call an _index.md.
var otherIndex = regexp.MustCompile(`^(?i)[_-]*index(?:\.(?:md|markdown|txt|html?))+$`)

// likeIndex returns the file of a folder that was to be its _index.md, "" if
// there is none.
func (l *locale) likeIndex(dir string) string {
	for _, name := range l.names {
		if path.Dir(name) == path.Join(l.folder, dir) && otherIndex.MatchString(path.Base(name)) {
			return path.Base(name)
		}
	}
	return ""
}

// depth counts the folders above a page; an _index.md counts as a page beside
// its folder.
func depth(name string) int {
	n := 2 * strings.Count(name, "/")
	if path.Base(name) == indexFile {
		n--
	}
	return n
}

// place hangs a page under its section. A section that is there but has no page
// takes its pages along: they are drafts as it is, or what is wrong with it is
// reported there.
func (l *locale) place(f *file, missing map[string]bool) {
	p := f.page
	dir, isSection := sectionOf(f.path)
	section := l.byPath[path.Join(dir, indexFile)]
	if section == nil && !missing[dir] && f.from == l {
		missing[dir] = true
		l.problems = append(l.problems, report.Fault(path.Join(l.folder, dir),
			"section-missing", report.Values{"file": path.Join(l.folder, dir, indexFile), "found": l.likeIndex(dir)})...)
	}
	if section == nil || section.page == nil {
		f.page, f.draft = nil, section != nil && section.draft
		return
	}
	p.Parent = section.page
	p.Parent.Children = append(p.Parent.Children, p)
	if isSection {
		p.Kind, p.Of = "section", cmp.Or(p.Kind, "page")
	} else {
		p.Kind = cmp.Or(p.Kind, p.Parent.Of, "page")
	}
	l.address(f, isSection)
	isTaken := func(other *guide.Page) bool { return other != p && other.Address == p.Address }
	switch {
	case f.from == l:
		l.aliases(f)
	case slices.ContainsFunc(p.Parent.Children, isTaken):
		// No author could mend it: the two slugs are of two languages.
		p.Address = strings.TrimSuffix(p.Address, ".html") + "-" + f.from.Language + ".html"
	}
}

// sectionOf returns the folder of the section that a page stands in, and
// whether it is a section itself.
func sectionOf(name string) (dir string, isSection bool) {
	if dir = path.Dir(name); path.Base(name) == indexFile {
		return path.Dir(dir), true
	}
	return dir, false
}

// address sets the file of a page in the site.
func (l *locale) address(f *file, isSection bool) {
	slug := f.front.text("slug")
	if good := f.from.rules.Slug(slug); good != slug {
		f.front.problem("slug", "key-value", report.Values{"key": "slug", "value": slug, "wanted": report.Word("wanted-slug"), "slug": good},
			f.front.asOther("slug", slug, good))
	}
	slug = cmp.Or(slug, f.from.rules.Slug(path.Base(f.page.ID)), "page")
	f.front.checkLength("slug", "slug-long", slug, slugLimit)
	folder := l.Language
	if f.page.Parent != l.Home {
		folder = path.Dir(f.page.Parent.Address)
	}
	f.page.Address = path.Join(folder, slug+".html")
	if isSection {
		f.page.Address = path.Join(folder, slug, "index.html")
	}
}
