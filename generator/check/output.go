package check

import (
	"net/url"
	"path"
	"strings"
	"sync"
	"unique"

	"sparrausopas/generator/report"
)

// Output looks at the files of the finished site. Give it each file with Add,
// from any goroutine, and ask for its Problems when all are in.
type Output struct {
	// Base is the address where the site will be, with a slash at its end, ""
	// if nobody knows. It is to be set before Problems: what begins with it is
	// of the site.
	Base string

	mutex sync.Mutex
	// ids are those of each page; other files have nil.
	ids      map[string]map[string]bool
	links    []outputLink
	outside  []outputLink
	problems report.Problems
}

// outputLink is a link in a page or a style; fetched if a browser gets what it
// names along with the page. Excerpt is what it stands in.
type outputLink struct {
	place report.Place
	// Most texts stand on many pages.
	target, excerpt unique.Handle[string]
	fetched         bool
}

// Add takes a file of the site.
func (o *Output) Add(name string, data []byte) {
	r := newReader(name, data)
	switch path.Ext(name) {
	case ".html":
		r.page()
	case ".css":
		r.style(0, 0, string(data))
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.ids == nil {
		o.ids = map[string]map[string]bool{}
	}
	o.ids[name] = r.ids
	o.links = append(o.links, r.links...)
	o.outside = append(o.outside, r.outside...)
	o.problems = append(o.problems, r.problems...)
}

// Problems follows all links of the files added.
func (o *Output) Problems() report.Problems {
	problems := o.problems
	for _, link := range o.links {
		if rule := o.follow(link); rule != "" {
			problems = append(problems, report.Problem{Rule: rule, Place: link.place, Values: report.Values{"target": link.target.Value()},
				Excerpt: strings.ToValidUTF8(link.excerpt.Value(), "\uFFFD"), Start: link.place.Column})
		}
	}
	return problems
}

// follow returns the rule that a link breaks, or "".
func (o *Output) follow(link outputLink) string {
	from, target := link.place.File, link.target.Value()
	if own, ok := strings.CutPrefix(target, o.Base); ok && link.fetched && o.Base != "" {
		from, target = ".", own
	}
	address, err := url.Parse(target)
	switch {
	case err != nil:
		return "output-link"
	case address.Scheme != "" || address.Host != "":
		// People may follow it, a browser may not.
		if link.fetched {
			return "output-outside"
		}
		return ""
	case strings.HasPrefix(address.Path, "/"), strings.HasSuffix(address.Path, "/"):
		return "output-absolute"
	}
	name := from
	if address.Path != "" {
		name = path.Join(path.Dir(from), address.Path)
	}
	ids, found := o.ids[name]
	switch {
	case !found:
		return "output-link"
	case address.Fragment != "" && ids != nil && !ids[address.Fragment]:
		return "output-fragment"
	}
	return ""
}
