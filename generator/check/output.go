package check

import (
	"net/url"
	"path"
	"strings"
	"sync"

	"sparrausopas/generator/report"
)

// Output looks at the files of the finished site. Give it each file with Add,
// from any goroutine, and ask for its Problems when all are in.
type Output struct {
	// Base is the address where the site will be, with a slash at its end, "" if
	// nobody knows. It is to be set before Problems: what begins with it is of
	// the site.
	Base string

	mutex sync.Mutex
	// ids are those of each page; other files have nil.
	ids      map[string]map[string]bool
	links    []outputLink
	outside  []outputLink
	problems report.Problems
}

// outputLink is a link in a page or a style, as the problem that it would be;
// fetched if a browser gets what it names along with the page.
type outputLink struct {
	from, target string
	fetched      bool
	problem      report.Problem
}

// Add takes a file of the site.
func (o *Output) Add(name string, data []byte) {
	r := reader{source: report.Source{Name: name, Text: data}}
	switch path.Ext(name) {
	case ".html":
		r.page()
	case ".css":
		r.style(0, string(data))
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
			link.problem.Rule = rule
			problems = append(problems, link.problem)
		}
	}
	return problems
}

// follow gives the rule that a link breaks, or "".
func (o *Output) follow(link outputLink) string {
	if own, ok := o.own(link.target); ok && link.fetched {
		link.from, link.target = ".", own
	}
	address, err := url.Parse(link.target)
	switch {
	case err != nil:
		return "output-link"
	case address.Scheme != "" || address.Host != "":
		return outside(link)
	case strings.HasPrefix(address.Path, "/"), strings.HasSuffix(address.Path, "/"):
		return "output-absolute"
	}
	name := link.from
	if address.Path != "" {
		name = path.Join(path.Dir(link.from), address.Path)
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

// outside gives the rule that a link out of the site breaks: people may follow
// it, a browser may not.
func outside(link outputLink) string {
	if link.fetched {
		return "output-outside"
	}
	return ""
}

// own gives the path in the site of an address that begins with the site's own.
func (o *Output) own(target string) (name string, ok bool) {
	if o.Base == "" {
		return "", false
	}
	return strings.CutPrefix(target, o.Base)
}
