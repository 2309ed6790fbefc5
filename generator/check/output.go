package check

import (
	"bytes"
	"io"
	"net/url"
	"path"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"sparrausopas/generator/report"
)

// Output looks at the files of the finished site. Give it each file with Add,
// from any goroutine, and ask for its Problems when all are in.
type Output struct {
	mutex    sync.Mutex
	ids      map[string]map[string]bool
	links    []outputLink
	problems report.Problems
}

// outputLink is a link in a page, as the problem that it would be.
type outputLink struct {
	from, target string
	problem      report.Problem
}

// Add takes a file of the site.
func (o *Output) Add(name string, data []byte) {
	ids := map[string]bool{}
	var links []outputLink
	var problems report.Problems
	if path.Ext(name) == ".html" {
		source := report.Source{Name: name, Text: data}
		links, problems = read(source, ids)
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.ids == nil {
		o.ids = map[string]map[string]bool{}
	}
	o.ids[name] = ids
	o.links = append(o.links, links...)
	o.problems = append(o.problems, problems...)
}

// read collects the links and ids of a page.
func read(source report.Source, ids map[string]bool) (links []outputLink, problems report.Problems) {
	tokens := html.NewTokenizer(bytes.NewReader(source.Text))
	offset := 0
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		for _, a := range token.Attr {
			switch a.Key {
			case "id":
				if ids[a.Val] {
					problems = append(problems, source.At(offset, "output-id", report.Values{"id": a.Val}))
				}
				ids[a.Val] = true
			case "href", "src":
				if fetched := a.Key == "src" || token.Data == "link"; fetched && isOutside(a.Val) && !isRelation(token) {
					problems = append(problems, source.At(offset, "output-outside", report.Values{"target": a.Val}))
				}
				links = append(links, outputLink{source.Name, a.Val, source.At(offset, "output-link", report.Values{"target": a.Val})})
			}
		}
		offset += len(tokens.Raw())
	}
	if err := tokens.Err(); err != io.EOF {
		problems = append(problems, source.Whole("text-unreadable", report.Values{"error": err.Error()}))
	}
	return links, problems
}

func isOutside(target string) bool {
	address, err := url.Parse(target)
	return err == nil && (address.Scheme != "" || address.Host != "")
}

// isRelation tells of links that name a page without fetching it.
func isRelation(token html.Token) bool {
	for _, a := range token.Attr {
		if a.Key == "rel" && (a.Val == "canonical" || a.Val == "alternate") {
			return true
		}
	}
	return false
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
	address, err := url.Parse(link.target)
	switch {
	case err != nil:
		return "output-link"
	case address.Scheme != "" || address.Host != "":
		return ""
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
	case address.Fragment != "" && !ids[address.Fragment]:
		return "output-fragment"
	}
	return ""
}
