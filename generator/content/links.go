package content

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// linker is what a kind needs to complete its data: all other pages and the
// renderer of texts.
type linker struct {
	locale   *locale
	file     *file
	renderer *markdown.Renderer
	resolve  markdown.Resolve
}

// inline reads a key that holds a short Markdown text and returns its HTML.
func (l *linker) inline(f *fields, key string) string {
	return l.render(f, key, f.text(key))
}

func (l *linker) render(f *fields, key, text string) string {
	if text == "" {
		return ""
	}
	rendered := l.renderer.Inline(l.file.page, text, l.resolve)
	for _, issue := range rendered.Issues {
		if issue.Rule == "text-ordinal" {
			f.problem(key, issue.Rule, issue.Values, f.asValue(key, escapedOrdinals))
			continue
		}
		f.problem(key, issue.Rule, issue.Values)
	}
	l.file.page.Outline.AddShort(rendered.Text)
	return rendered.HTML
}

// named finds a page of a kind by its file's path from the file at hand. It is
// missing if it isn't there and should be: the guide leaves it out neither on
// purpose nor because its file is broken.
func named[T guide.Detail](l *linker, name string) (detail T, missing bool) {
	if other := l.locale.beside(l.file, name); other != nil && other.page != nil {
		if detail, ok := other.page.Detail.(T); ok {
			return detail, false
		}
	}
	return detail, l.locale.whole && !l.locale.hidesFile(l.file, name)
}

// find finds the page of a kind that a key names, if it names one.
func find[T guide.Detail](l *linker, f *fields, kind, name string) (detail T) {
	if name == "" {
		return detail
	}
	detail, missing := named[T](l, name)
	if missing {
		l.unknown(f, kind, kind, name)
	}
	return detail
}

// unknown says that the page of a kind that a key names isn't there, or is a
// draft.
func (l *linker) unknown(f *fields, key, kind, name string) {
	sought := path.Join(path.Dir(l.file.path), name)
	if other := l.locale.byPath[sought]; other != nil && other.draft {
		f.problem(key, "named-draft", report.Values{"name": name, "file": other.source.Name})
		return
	}
	values := report.Values{"name": name}
	// A page that is there is of another kind.
	if l.locale.byPath[sought] == nil {
		values["suggestion"] = l.locale.likely(l.file, sought)
		if found := l.locale.meant(l.file, name); found != "" {
			values["suggestion"] = guide.Relative(l.file.source.Name, found)
		}
	}
	f.problem(key, "unknown-"+kind, values,
		f.asOther(key, name, values["suggestion"]))
}

// byNumbers reads a list of numbers of pages of a kind, under its name and an
// s.
func byNumbers[T guide.Detail](l *linker, f *fields, kind string) (list []T) {
	for _, number := range f.numbers(kind + "s") {
		if p := l.numbered(f, kind+"s", kind, strconv.FormatInt(number, 10)); p != nil {
			list = append(list, p.Detail.(T))
		}
	}
	return list
}

// numbered finds the page of a kind that a key calls by its number. If there is
// none, though there should be, that is a problem.
func (l *linker) numbered(f *fields, key, kind, number string) *guide.Page {
	pages := l.locale.Of(kind)
	at := slices.IndexFunc(pages, func(p *guide.Page) bool { return strconv.Itoa(p.Number) == number })
	switch {
	case at >= 0:
		return pages[at]
	case l.locale.whole && !l.locale.Hides(kind, number) && !l.locale.isDraft(f, key, kind, number):
		f.problem(key, "unknown-"+kind, report.Values{"name": number, "known": spans(pages)})
	}
	return nil
}

// spans names the numbers of pages that are in their order, such as 1–6, 8–24.
func spans(pages []*guide.Page) string {
	var spans []string
	for len(pages) > 0 {
		end := 1
		for end < len(pages) && pages[end].Number <= pages[end-1].Number+1 {
			end++
		}
		span := strconv.Itoa(pages[0].Number)
		if last := pages[end-1].Number; last != pages[0].Number {
			span += "–" + strconv.Itoa(last)
		}
		spans = append(spans, span)
		pages = pages[end:]
	}
	return strings.Join(spans, ", ")
}

// beside finds a file by its path from another one, or returns nil.
func (l *locale) beside(f *file, name string) *file {
	return l.byPath[path.Join(path.Dir(f.path), name)]
}

// hidesFile reports whether the guide leaves out the page of a file, whose path
// is that from another one.
func (l *locale) hidesFile(f *file, name string) bool {
	other := l.beside(f, name)
	return other != nil && other.hidden
}

// issue is what is wrong with a link, which leads nowhere.
func issue(rule string, values report.Values) (markdown.Target, *markdown.Issue) {
	wrong := &markdown.Issue{Rule: rule, Values: values}
	switch suggestion, _ := values["suggestion"].(string); rule {
	case "link-web", "link-mail":
		wrong.Meant = values["example"].(string)
	case "link-sign":
		wrong.Meant = values["target"].(string)
	case "link-beside":
		// The file is to be moved first.
	default:
		wrong.Meant = suggestion
	}
	return markdown.Target{}, wrong
}

// resolver says what links in a file lead to.
func (l *locale) resolver(f *file) markdown.Resolve {
	return func(destination string) (markdown.Target, *markdown.Issue) {
		if strings.ContainsAny(destination, hardSpaces+noWidth) {
			return issue("link-sign", report.Values{"target": strings.TrimSpace(plainSpaces(destination))})
		}
		address, err := url.Parse(destination)
		if err != nil {
			return l.astray(f, destination, "link-missing")
		}
		switch {
		case strings.HasPrefix(address.Scheme, "http") && address.Host == "":
			return l.astray(f, destination, "link-missing")
		case slices.Contains([]string{"https", "http", "mailto", "tel"}, address.Scheme):
			return l.outside(f, address, destination)
		case len(address.Scheme) == 1 || address.Scheme == "file":
			return issue("link-disk", report.Values{"target": destination})
		case address.Scheme != "":
			return issue("link-scheme", report.Values{"scheme": address.Scheme})
		case strings.HasPrefix(destination, "/"):
			return l.astray(f, destination, "link-absolute")
		case address.Path == "":
			return markdown.Target{Href: destination, Page: f.page, Fragment: address.Fragment}, nil
		}
		return l.inside(f, address, destination)
	}
}

// outside is a link to the web. One to a page of the guide's own shows only
// where there is a network.
func (l *locale) outside(f *file, address *url.URL, destination string) (markdown.Target, *markdown.Issue) {
	written, own := strings.CutPrefix(destination, l.site.Settings.Web.Base)
	if l.site.Settings.Web.Base == "" || !own {
		return markdown.Target{Href: destination}, nil
	}
	written, _, _ = strings.Cut(written, "#")
	name := l.meant(f, "/"+written)
	if name == "" {
		return markdown.Target{Href: destination}, nil
	}
	return issue("link-own", report.Values{"target": destination, "suggestion": guide.Relative(f.source.Name, name) + fragmentOf(address)})
}

// inside finds a file of the content: a page of the locale or a file that is
// copied as it is.
func (l *locale) inside(f *file, address *url.URL, destination string) (markdown.Target, *markdown.Issue) {
	name := path.Join(l.folder, path.Dir(f.path), address.Path)
	if static, ok := strings.CutPrefix(name, staticDir+"/"); ok {
		if _, found := l.site.Files[static]; !found {
			same := l.sameLetters(name)
			if same == "" {
				return l.astray(f, destination, "link-missing")
			}
			static = strings.TrimPrefix(same, staticDir+"/")
		}
		return markdown.Target{Href: href(f.page.Address, static, address)}, nil
	}
	name, ok := strings.CutPrefix(name, l.folder+"/")
	if !ok {
		return l.astray(f, destination, "link-outside")
	}
	other := l.byPath[name]
	switch {
	case other == nil:
		return l.astray(f, destination, "link-missing")
	case other.hidden:
		return markdown.Target{Gone: true}, nil
	case other.draft:
		return issue("link-draft", report.Values{"target": destination})
	case other.page == nil:
		// What is wrong with the other file is reported there.
		return markdown.Target{Href: destination}, nil
	}
	if other.from != f.from {
		// Headings have other ids in another language.
		address.Fragment = ""
	}
	return markdown.Target{Href: href(f.page.Address, other.page.Address, address), Page: other.page, Fragment: address.Fragment}, nil
}

// href returns the link from one address of the site to another, with the query
// and the fragment of the link in the text.
func href(from, to string, written *url.URL) string {
	link := *written
	link.Path, link.RawPath = guide.Relative(from, to), ""
	return link.String()
}
