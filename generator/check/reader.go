package check

import (
	"bytes"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
	"unique"

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
	// at is the place that was asked for last, offset where that is in the
	// text.
	at     report.Place
	offset int
}

func newReader(name string, text []byte) *reader {
	return &reader{source: report.Source{Name: name, Text: text}, at: report.Place{File: name, Line: 1, Column: 1}}
}

// place returns the place at an offset, which isn't before the one asked for
// last.
func (r *reader) place(offset int) report.Place {
	passed := r.source.Text[r.offset:offset]
	if end := bytes.LastIndexByte(passed, '\n'); end >= 0 {
		r.at.Line += bytes.Count(passed, []byte("\n"))
		r.at.Column, passed = 1, passed[end+1:]
	}
	r.at.Column += utf8.RuneCount(passed)
	r.offset = offset
	return r.at
}

// page reads HTML.
func (r *reader) page() {
	r.ids = map[string]bool{}
	tokens := html.NewTokenizer(bytes.NewReader(r.source.Text))
	offset, inStyle := 0, false
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		end := offset + len(tokens.Raw())
		if token.Type == html.TextToken && inStyle {
			r.style(offset, offset, string(r.source.Text[offset:end]))
		}
		inStyle = token.Type == html.StartTagToken && token.Data == "style"
		for _, a := range token.Attr {
			r.attribute(offset, end, token, a)
		}
		offset = end
	}
	if err := tokens.Err(); err != io.EOF {
		r.problems = append(r.problems, r.source.Whole("output-unreadable", report.Values{"error": err.Error()}))
	}
}

// attribute reads an attribute of an element, whose tag stands from start to
// end. A browser fetches what it names, but for links that only lead there.
func (r *reader) attribute(start, end int, element html.Token, a html.Attribute) {
	switch {
	case a.Key == "id":
		if r.ids[a.Val] {
			r.problems = append(r.problems, r.source.At(start, "output-id", report.Values{"id": a.Val}))
		}
		r.ids[a.Val] = true
	case a.Key == "href":
		isLink := element.Data == "a" || element.Data == "area"
		r.link(start, end, a.Val, !isLink && !isRelation(element))
		if isLink && isOutside(a.Val) {
			r.outside = append(r.outside, outputLink{place: report.Place{File: r.source.Name}, target: unique.Make(a.Val)})
		}
	case a.Key == "src", a.Key == "poster", a.Key == "data" && element.Data == "object":
		r.link(start, end, a.Val, true)
	case a.Key == "srcset":
		for _, candidate := range candidates.FindAllStringSubmatch(a.Val, -1) {
			r.link(start, end, candidate[1], true)
		}
	case a.Key == "style":
		r.style(start, end, a.Val)
	}
}

// candidates are the pictures of a srcset, each with its width or density.
var candidates = regexp.MustCompile(`([^\s,](?:\S*[^\s,])?)(?:\s+[\d.]+[wxh])?`)

// named are the addresses in a style; a comment is matched to be left out.
var named = regexp.MustCompile(`(?is)/\*.*?\*/|(?:(?:url\(\s*|@import\s*)(?:"([^"]*)"|'([^']*)')|url\(\s*([^)"'\s]+))(?:\s*\))?`)

// style reads CSS: that of a tag, which stands from start to end, or the text
// itself, which begins at start, where both are the same.
func (r *reader) style(start, end int, text string) {
	for _, match := range named.FindAllStringSubmatchIndex(text, -1) {
		from, to := start, end
		if start == end {
			from, to = start+match[0], start+match[1]
		}
		for group := 2; group < len(match); group += 2 {
			if first, last := match[group], match[group+1]; first < last {
				r.link(from, to, text[first:last], true)
			}
		}
	}
}

// longest is how much is kept of what a link stands in, in bytes.
const longest = 300

// link notes an address in what stands from start to end. One with data in it
// is whole in itself.
func (r *reader) link(start, end int, target string, fetched bool) {
	if !strings.HasPrefix(target, "data:") {
		for end = min(end, start+longest); !utf8.Valid(r.source.Text[start:end]) && end > start+longest-utf8.UTFMax; {
			end--
		}
		line, _, _ := bytes.Cut(r.source.Text[start:end], []byte("\n"))
		r.links = append(r.links, outputLink{r.place(start), unique.Make(target), unique.Make(strings.TrimSuffix(string(line), "\r")), fetched})
	}
}

func isOutside(target string) bool {
	address, err := url.Parse(target)
	return err == nil && (address.Scheme != "" || address.Host != "")
}

// isRelation reports whether a link names a page without fetching it.
func isRelation(element html.Token) bool {
	return slices.ContainsFunc(element.Attr, func(a html.Attribute) bool {
		return a.Key == "rel" && (a.Val == "canonical" || a.Val == "alternate")
	})
}
