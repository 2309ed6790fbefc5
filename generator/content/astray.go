package content

import (
	"errors"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// soughtMost is for how many links that lead nowhere the guide is looked
// through.
const soughtMost = 500

// A web address and one of mail without what they begin with. Names of files
// don't end as these hosts do.
var (
	bareWeb  = regexp.MustCompile(`^(?i)(?:https?[:;]?)?/{0,3}((?:www\.[^/\s]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:fi|ax|se|no|dk|ee|eu|com|org|net|info|int))(?::\d+)?(?:[/?#].*)?)$`)
	bareMail = regexp.MustCompile(`^(?i)(?:mailto[:;]?/*)?([^/\s@:]+@[^/\s@]+\.[a-z]{2,})$`)
)

// astray says what the author of a link did that leads nowhere, and the way
// out; rule is what is wrong with it where the cause isn't known.
func (l *locale) astray(f *file, destination, rule string) (markdown.Target, *markdown.Issue) {
	if web := bareWeb.FindStringSubmatch(destination); web != nil {
		return issue("link-web", report.Values{"target": destination, "example": "https://" + web[1]})
	}
	if mail := bareMail.FindStringSubmatch(destination); mail != nil {
		return issue("link-mail", report.Values{"target": destination, "example": "mailto:" + mail[1]})
	}
	values := report.Values{"target": destination}
	if l.isBlocked(path.Join(l.folder, path.Dir(f.path), destination)) {
		// What is wrong with the folder is reported there.
		return markdown.Target{Href: destination}, nil
	}
	if l.sought.Add(1) > soughtMost {
		return issue(rule, values)
	}
	found, written, ending := "", destination, ""
	if address, err := url.Parse(destination); err == nil {
		written, ending = address.Path, fragmentOf(address)
		found = l.meant(f, written)
	}
	if found == "" {
		if found = l.meant(f, destination); found != "" {
			rule, ending = "link-coded", ""
		}
	}
	switch {
	case found == "" && rule == "link-missing":
		values["suggestion"] = l.likely(f, path.Join(path.Dir(f.path), written))
		return issue(rule, values)
	case found == "":
		return issue(rule, values)
	case path.Ext(written) == ".html" && !strings.HasPrefix(found, staticDir):
		rule = "link-published"
	case l.isBeside(found):
		rule, values["file"] = "link-beside", found
		found = path.Join(staticDir, path.Base(found))
	}
	values["suggestion"] = escaped.Replace(guide.Relative(f.source.Name, found)) + ending
	return issue(rule, values)
}

// isBlocked reports whether a path leads through a folder that can't be read.
func (l *locale) isBlocked(name string) bool {
	for dir := path.Dir(name); strings.HasPrefix(dir, contentDir); dir = path.Dir(dir) {
		if _, err := fs.ReadDir(l.fsys, dir); err != nil && !errors.Is(err, fs.ErrNotExist) && isFolder(l.fsys, dir) {
			return true
		}
	}
	return false
}

func fragmentOf(address *url.URL) string {
	if address.Fragment == "" {
		return ""
	}
	return "#" + address.Fragment
}

// escaped writes signs of a file's name that mean something else in a link.
var escaped = strings.NewReplacer("%", "%25", "?", "%3F", "#", "%23", " ", "%20", "(", "%28", ")", "%29")

// isBeside reports whether a file is no page and lies among the pages.
func (l *locale) isBeside(name string) bool {
	in, ok := strings.CutPrefix(name, l.folder+"/")
	return ok && l.byPath[in] == nil
}

// addressMark stands before addresses of the site among the places.
const addressMark = "@/"

// meant finds the file that a path in a link was to name: written from another
// folder or with other letters, with backslashes, without an ending, by what a
// page is published at, or by what it was called before.
func (l *locale) meant(f *file, written string) string {
	places := l.places()
	written = strings.ReplaceAll(strings.ReplaceAll(written, `\`, "/"), "//", "/")
	bare := strings.TrimLeft(written, "/")
	here := path.Join(l.folder, path.Dir(f.path))
	for _, from := range []string{path.Join(here, written), path.Join(l.folder, bare), path.Join(contentDir, bare), bare} {
		for _, file := range fileNames(from) {
			if name := places[language.Plain(file)]; name != "" {
				return name
			}
		}
	}
	for _, from := range []string{path.Join(addressMark, path.Dir(f.page.Address), written), addressMark + bare, path.Join(addressMark, l.Language, bare)} {
		for _, address := range []string{from, strings.TrimSuffix(from, pageExtension) + ".html", path.Join(from, "index.html")} {
			if name := places[language.Plain(address)]; name != "" && !strings.HasPrefix(name, staticDir) {
				return name
			}
		}
	}
	return places["*"+language.Plain(path.Base(written))]
}

// fileNames are the names that a file may have that a path was to name.
func fileNames(from string) []string {
	stem, ending := cutEnding(from)
	switch {
	case ending == ".html" && path.Base(stem) == "index":
		return []string{from, path.Join(path.Dir(from), indexFile)}
	case ending == ".html":
		return []string{from, stem + pageExtension}
	case strings.EqualFold(path.Base(from), "index.md"):
		return []string{from, path.Join(path.Dir(from), indexFile)}
	case ending == "" || strings.HasSuffix(from, ".."):
		return []string{from + pageExtension, path.Join(from, indexFile)}
	}
	return []string{from}
}

// findPlaces lists what links can have meant: files of the content by their
// paths and former names, pages by their addresses, and under a star files that
// are copied by their names alone, "" where several have one.
func (l *locale) findPlaces() map[string]string {
	places := map[string]string{}
	add := func(key, name string) {
		if key = language.Plain(key); places[key] == "" {
			places[key] = name
		}
	}
	for _, name := range l.names {
		if !isLocal(strings.TrimPrefix(name, l.folder+"/")) {
			add(name, name)
		}
	}
	for address, name := range l.site.Files {
		add(name, name)
		add(addressMark+address, name)
	}
	for _, p := range l.Pages {
		if p.File == "" {
			continue
		}
		for _, address := range append([]string{p.Address}, p.Aliases...) {
			add(addressMark+address, p.File)
		}
		if p.OwnID != "" {
			add(path.Join(l.folder, p.OwnID)+pageExtension, p.File)
		}
	}
	byName := map[string]int{}
	for _, name := range slices.Sorted(maps.Values(l.site.Files)) {
		key := "*" + language.Plain(path.Base(name))
		if byName[key]++; byName[key] > 1 {
			name = ""
		}
		places[key] = name
	}
	return places
}

// sameLetters returns the file that is copied and whose name a link spells with
// the same letters, put together in another way: "ä" can be one sign or two.
func (l *locale) sameLetters(name string) string {
	if found := l.places()[language.Plain(name)]; language.Composed(found) == language.Composed(name) {
		return found
	}
	return ""
}
