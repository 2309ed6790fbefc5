package check

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Gone finds addresses of the site as it was published before that aren't there
// any more, so that links to them from elsewhere break: those of pages, each at
// the page that took its place as far as that can be told, with the line that
// makes the address lead there, and those of other files. Before is the text of
// that site's PublishedFile, now are the names of all files.
func Gone(site *guide.Site, fsys fs.FS, before []byte, now []string) report.Problems {
	c := &checker{site: site, fsys: fsys}
	lost, old, views := lostPages{}, parsePublished(before).Addresses, viewsOf(site)
	is, documents := setOf(now), map[string][]string{}
	for _, name := range lostNames(views, old, is) {
		format := strings.TrimPrefix(path.Ext(name), ".")
		switch {
		case format == "html":
			lost[path.Dir(placeOf(name))] = append(lost[path.Dir(placeOf(name))], name)
		case isDocument(name) && is[views.page(name)]:
			documents[format] = append(documents[format], name)
		default:
			c.add(report.Source{Name: path.Join("content", "static", name)}.Whole("address-gone-file", report.Values{"name": name}))
		}
	}
	// They go together when a build doesn't make them.
	for _, format := range slices.Sorted(maps.Keys(documents)) {
		names := documents[format]
		c.add(report.Source{Name: names[0]}.Whole("address-gone-document", report.Values{"name": names[0], "format": format, "count": len(names)}))
	}
	successors := lost.successors(site, setOf(old))
	for p := range pages(site) {
		if names := successors[p]; names != nil {
			slices.Sort(names)
			names = names[:min(len(names), report.Most)]
			c.atKey(p, "aliases", "address-gone", report.Values{"addresses": report.List(names), "line": aliasLine(p, names)})
		}
	}
	return c.problems
}

func setOf(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// lostNames returns the addresses that were there before and aren't now. A
// second view or a document of a page that is lost, too, isn't among them: the
// old address of the page is what leads on.
func lostNames(v views, before []string, is map[string]bool) []string {
	lost := slices.DeleteFunc(slices.Clone(before), func(name string) bool { return is[name] })
	isLost := setOf(lost)
	return slices.DeleteFunc(lost, func(name string) bool { return isLost[v.page(name)] })
}

// views tells second views by the ends of their addresses: "-tulostus.html".
type views []string

func viewsOf(site *guide.Site) views {
	var ends views
	for _, l := range site.Locales {
		for key, word := range l.Words {
			if strings.HasPrefix(key, "address-") {
				ends = append(ends, "-"+word+".html")
			}
		}
	}
	return ends
}

// page returns the address of the page that an address would be a second view
// or a document of, "" if it can be none.
func (v views) page(name string) (shortest string) {
	if isDocument(name) {
		stem := strings.TrimSuffix(name, path.Ext(name))
		// The book of a section has the name of its folder.
		if folder := path.Dir(name); path.Base(folder) == path.Base(stem) {
			stem = path.Join(folder, "index")
		}
		return cmp.Or(v.page(stem+".html"), stem+".html")
	}
	for _, end := range v {
		page, found := strings.CutSuffix(name, end)
		if found && (shortest == "" || len(page+".html") < len(shortest)) {
			shortest = page + ".html"
		}
	}
	return shortest
}

// IsAddress reports whether a file is one that people link to: no part of the
// theme or the search, and nothing that hosts and browsers ask for by
// themselves.
func IsAddress(name string) bool {
	machines := []string{"", ".js", ".css", ".webmanifest", ".xml", ".txt", ".json", ".config"}
	return name != "404.html" && !strings.HasPrefix(name, ".") && !slices.Contains(machines, path.Ext(name)) && !guide.IsLasting(name)
}

// lostPages are the addresses of pages that are lost, by the place of what they
// stood below.
type lostPages map[string][]string

// placeOf is an address without what all have at their end: fi/model of
// fi/model/index.html.
func placeOf(address string) string {
	return strings.TrimSuffix(strings.TrimSuffix(address, path.Ext(address)), "/index")
}

// isDocument reports whether a file may be one that was made of a page beside
// it.
func isDocument(name string) bool { return slices.Contains([]string{".pdf", ".docx"}, path.Ext(name)) }

// nameIn is the name of a page without its sections, in the folder of its
// language.
func nameIn(address string) string {
	folder, _, _ := strings.Cut(address, "/")
	return folder + "/" + path.Base(placeOf(address))
}

// successors returns what is lost by the pages that most likely took its place:
// the only new page of the same name, else a new one in the same section that
// is called much the same or is the only one where one is lost, else the section.
func (lost lostPages) successors(site *guide.Site, before map[string]bool) map[*guide.Page][]string {
	named, beside, sections := map[string][]*guide.Page{}, map[string][]*guide.Page{}, map[string]*guide.Page{}
	for p := range pages(site) {
		if p.File == "" {
			continue
		}
		for _, address := range append([]string{p.Address}, p.Aliases...) {
			sections[placeOf(address)] = p
		}
		if !before[p.Address] {
			section := path.Dir(placeOf(p.Address))
			named[nameIn(p.Address)], beside[section] = append(named[nameIn(p.Address)], p), append(beside[section], p)
		}
	}
	found := map[*guide.Page][]string{}
	for section, names := range lost {
		for _, name := range names {
			p := sectionIn(sections, section, site.Locales[0].Home)
			if near := nearestPage(name, beside[section]); near != nil {
				p = near
			} else if len(names) == 1 && len(beside[section]) == 1 {
				p = beside[section][0]
			}
			if moved := named[nameIn(name)]; len(moved) == 1 {
				p = moved[0]
			}
			found[p] = append(found[p], name)
		}
	}
	return found
}

// sectionIn returns the page at a place or the nearest above it, else the first
// of the guide.
func sectionIn(sections map[string]*guide.Page, place string, home *guide.Page) *guide.Page {
	for ; place != "."; place = path.Dir(place) {
		if p := sections[place]; p != nil {
			return p
		}
	}
	return home
}

// comparedMost is how many pages a name is compared with letter by letter.
const comparedMost = 100

// nearestPage returns the page whose address is most like a name, nil if none
// is.
func nearestPage(name string, list []*guide.Page) *guide.Page {
	if len(list) > comparedMost {
		return nil
	}
	stems := report.Names(list, func(p *guide.Page) string { return path.Base(placeOf(p.Address)) })
	near := report.Nearest(path.Base(placeOf(name)), stems)
	if near == "" {
		return nil
	}
	return list[slices.Index(stems, near)]
}

// aliasLine is the line of a page's front matter that makes names lead to it,
// too.
func aliasLine(p *guide.Page, names []string) report.Code {
	own := slices.DeleteFunc(slices.Clone(p.Aliases), func(alias string) bool { return p.Kind == "home" && path.Base(alias) == "index.html" })
	return report.Code("aliases = [" + strings.Join(report.Names(append(own, names...), strconv.Quote), ", ") + "]")
}
