package content

import (
	"net/url"
	"path"
	"strings"

	"sparrausopas/generator/content/markdown"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// linker is what a kind needs to complete its data: all other pages and the
// renderer of texts.
type linker struct {
	edition  *edition
	file     *file
	renderer *markdown.Renderer
}

// inline reads a key that holds a short Markdown text and gives its HTML.
func (l *linker) inline(f *fields, key string) string {
	return l.render(f, key, f.text(key))
}

func (l *linker) inlines(f *fields, key string) []string {
	var list []string
	for _, text := range f.texts(key) {
		list = append(list, l.render(f, key, text))
	}
	return list
}

func (l *linker) render(f *fields, key, text string) string {
	if text == "" {
		return ""
	}
	rendered := l.renderer.Inline(l.file.page, text, l.edition.resolver(l.file))
	for _, issue := range rendered.Issues {
		f.problem(key, issue.Rule, issue.Values)
	}
	return rendered.HTML
}

// hides tells whether the guide leaves out the page of a file, whose path is
// that from the file at hand.
func (l *linker) hides(name string) bool {
	other := l.edition.byPath[path.Join(path.Dir(l.file.path), name)]
	return other != nil && other.hidden
}

func issue(rule string, values report.Values) *markdown.Issue {
	return &markdown.Issue{Rule: rule, Values: values}
}

// resolver tells what links in a file lead to.
func (e *edition) resolver(f *file) markdown.Resolve {
	return func(destination string) (markdown.Target, *markdown.Issue) {
		if strings.ContainsAny(destination, hardSpaces+noWidth) {
			return markdown.Target{}, issue("link-sign", report.Values{"target": strings.TrimSpace(plainSpaces(destination))})
		}
		address, err := url.Parse(destination)
		if err != nil {
			return markdown.Target{}, issue("link-missing", report.Values{"target": destination})
		}
		switch {
		case address.Scheme != "":
			return outside(address, destination)
		case strings.HasPrefix(destination, "/"):
			return markdown.Target{}, issue("link-absolute", report.Values{"target": destination})
		case address.Path == "":
			return markdown.Target{Href: destination, Page: f.page, Fragment: address.Fragment}, nil
		}
		return e.inside(f, address, destination)
	}
}

func outside(address *url.URL, destination string) (markdown.Target, *markdown.Issue) {
	switch address.Scheme {
	case "https", "http", "mailto", "tel":
		return markdown.Target{Href: destination}, nil
	}
	return markdown.Target{}, issue("link-scheme", report.Values{"scheme": address.Scheme})
}

// inside finds a file of the content: a page of the edition or a file that is
// copied as it is.
func (e *edition) inside(f *file, address *url.URL, destination string) (markdown.Target, *markdown.Issue) {
	name := path.Join(e.folder, path.Dir(f.path), address.Path)
	if static, ok := strings.CutPrefix(name, staticDir+"/"); ok {
		if _, found := e.static[static]; !found {
			return markdown.Target{}, issue("link-missing", report.Values{"target": destination})
		}
		return markdown.Target{Href: href(f.page.Address, static, address)}, nil
	}
	name, ok := strings.CutPrefix(name, e.folder+"/")
	if !ok {
		return markdown.Target{}, issue("link-outside", report.Values{"target": destination})
	}
	other := e.byPath[name]
	switch {
	case other == nil:
		return markdown.Target{}, issue("link-missing", report.Values{"target": destination, "suggestion": e.likely(f, name)})
	case other.hidden:
		return markdown.Target{Gone: true}, nil
	case other.draft:
		return markdown.Target{}, issue("link-draft", report.Values{"target": destination})
	case other.page == nil:
		// What is wrong with the other file is reported there.
		return markdown.Target{Href: destination}, nil
	}
	return markdown.Target{Href: href(f.page.Address, other.page.Address, address), Page: other.page, Fragment: address.Fragment}, nil
}

// href gives the link from one address of the site to another, with the query
// and the fragment of the link in the text.
func href(from, to string, written *url.URL) string {
	link := *written
	link.Path, link.RawPath = guide.Relative(from, to), ""
	return link.String()
}
