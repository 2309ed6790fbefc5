package check

import (
	"bytes"
	"io"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"sparrausopas/generator/report"
)

// reader collects what a file of the site says of other files.
type reader struct {
	source report.Source
	// ids are those of a page, nil for other files.
	ids   map[string]bool
	links []outputLink
	// outside are links out of the site, for people to follow.
	outside  []outputLink
	problems report.Problems
}

// page reads HTML.
func (r *reader) page() {
	r.ids = map[string]bool{}
	tokens := html.NewTokenizer(bytes.NewReader(r.source.Text))
	offset, inStyle := 0, false
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		if token.Type == html.TextToken && inStyle {
			r.style(offset, token.Data)
		}
		inStyle = token.Type == html.StartTagToken && token.Data == "style"
		for _, a := range token.Attr {
			r.attribute(offset, token, a)
		}
		offset += len(tokens.Raw())
	}
	if err := tokens.Err(); err != io.EOF {
		r.problems = append(r.problems, r.source.Whole("output-unreadable", report.Values{"error": err.Error()}))
	}
}

// attribute reads an attribute of an element. A browser fetches what it names,
// but for links that only lead there.
func (r *reader) attribute(offset int, element html.Token, a html.Attribute) {
	switch {
	case a.Key == "id":
		if r.ids[a.Val] {
			r.problems = append(r.problems, r.source.At(offset, "output-id", report.Values{"id": a.Val}))
		}
		r.ids[a.Val] = true
	case a.Key == "href":
		isLink := element.Data == "a" || element.Data == "area"
		r.link(offset, a.Val, !isLink && !isRelation(element))
		if isLink && isOutside(a.Val) {
			r.outside = append(r.outside, outputLink{from: r.source.Name, target: a.Val})
		}
	case a.Key == "src", a.Key == "poster", a.Key == "data" && element.Data == "object":
		r.link(offset, a.Val, true)
	case a.Key == "srcset":
		for _, candidate := range candidates.FindAllStringSubmatch(a.Val, -1) {
			r.link(offset, candidate[1], true)
		}
	case a.Key == "style":
		r.style(offset, a.Val)
	}
}

// candidates are the pictures of a srcset, each with its width or density.
var candidates = regexp.MustCompile(`([^\s,](?:\S*[^\s,])?)(?:\s+[\d.]+[wxh])?`)

// named are the addresses in a style; a comment is matched to be left out.
var named = regexp.MustCompile(`(?is)/\*.*?\*/|(?:url\(\s*|@import\s*)(?:"([^"]*)"|'([^']*)')|url\(\s*([^)"'\s]+)`)

// style reads CSS that stands at an offset.
func (r *reader) style(offset int, text string) {
	for _, match := range named.FindAllStringSubmatchIndex(text, -1) {
		for group := 2; group < len(match); group += 2 {
			if start, end := match[group], match[group+1]; start < end {
				r.link(offset+match[0], text[start:end], true)
			}
		}
	}
}

// link notes an address. One with data in it is whole in itself.
func (r *reader) link(offset int, target string, fetched bool) {
	if strings.HasPrefix(target, "data:") {
		return
	}
	r.links = append(r.links, outputLink{r.source.Name, target, fetched, r.source.At(offset, "output-link", report.Values{"target": target})})
}

func isOutside(target string) bool {
	address, err := url.Parse(target)
	return err == nil && (address.Scheme != "" || address.Host != "")
}

// isRelation tells of links that name a page without fetching it.
func isRelation(element html.Token) bool {
	for _, a := range element.Attr {
		if a.Key == "rel" && (a.Val == "canonical" || a.Val == "alternate") {
			return true
		}
	}
	return false
}
