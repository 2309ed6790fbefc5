package word

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// dropped reports whether nothing of an element is taken, and tells of it where a
// reader would miss it.
func (r *htmlReader) dropped(n *html.Node, s style) bool {
	what := ""
	switch {
	case is(n, "head", "script", "style", "meta", "link", "title", "noscript", "template", "xml", "wbr", "colgroup"), s.hidden():
		return true
	case s["mso-list"] == "ignore":
		return true
	case is(n, "iframe", "video", "audio", "object", "embed", "canvas", "svg", "math", "applet"):
		what = "object"
	case is(n, "input", "select", "textarea", "button", "meter", "progress"):
		what = "control"
		if attribute(n, "type") == "hidden" {
			return true
		}
	case is(n, "del"):
		what = "deleted"
	case isComment(n, s):
		// The list of comments at the end has each of them for the second time.
		if s["mso-element"] == "comment-list" {
			return true
		}
		what = "comment"
	case slices.Contains([]string{"header", "footer"}, s["mso-element"]):
		what = "header"
	case strings.HasPrefix(strings.ToLower(attribute(n, "class")), "msotoc") && n.Data == "p":
		what = "toc"
	default:
		return false
	}
	where := n
	if what == "comment" {
		where = n.Parent
	}
	r.leave(what, words(where))
	return true
}

// isComment reports whether a node is a comment of Word's, or its mark in the text.
func isComment(n *html.Node, s style) bool {
	return s["mso-element"] == "comment-list" || s["mso-special-character"] == "comment" || strings.EqualFold(attribute(n, "class"), "msocomanchor")
}

// lostLook tells of a look of words that is left out.
func (r *htmlReader) lostLook(n *html.Node, s style) {
	line, what := s["text-decoration"]+s["text-decoration-line"], ""
	switch {
	case is(n, "s", "strike") || strings.Contains(line, "line-through"):
		what = "struck"
	case is(n, "u", "ins") && !isChange(n) || strings.Contains(line, "underline") && !is(n, "a") && !is(n.Parent, "a"):
		what = "underlined"
	case is(n, "mark") || s["mso-highlight"] != "":
		what = "marked"
	}
	if what != "" {
		if text := words(n); strings.TrimSpace(clean(text)) != "" {
			r.leave(what, text)
		}
	}
	up := is(n, "sup") || s["vertical-align"] == "super"
	if (up || is(n, "sub") || s["vertical-align"] == "sub") && !r.hasMark(n) {
		r.raised(n, up)
	}
}

// isChange reports whether an element is a change that was tracked.
func isChange(n *html.Node) bool { return attribute(n, "datetime") != "" || attribute(n, "cite") != "" }

// raised puts raised or lowered digits in the place of others.
func (r *htmlReader) raised(n *html.Node, up bool) {
	for d := range n.Descendants() {
		if d.Type != html.TextNode {
			continue
		}
		text, ok := raisedText(d.Data, up)
		if !ok {
			r.leave("raised", words(n))
			return
		}
		d.Data = text
	}
}

// image reads a picture: one that the clipboard has itself.
func (r *htmlReader) image(n *html.Node, a around) {
	source, alt := attribute(n, "src"), attribute(n, "alt")
	if data, ok := dataOf(source); ok {
		if shown, ok := r.keep(Picture{Alt: alt, Data: data}); ok {
			shown.link = a.link
			like := block{}
			if !r.open {
				like = a.block()
			}
			r.add(shown, like)
		}
		return
	}
	what := "picture-absent"
	if at, err := url.Parse(source); err == nil && (at.Scheme == "http" || at.Scheme == "https") {
		what = "picture-remote"
	}
	r.leave(what, alt)
}

// dataOf returns what an address holds itself.
func dataOf(address string) ([]byte, bool) {
	kind, text, found := strings.Cut(address, ",")
	if !found || !strings.HasPrefix(kind, "data:image/") || !strings.HasSuffix(kind, ";base64") {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(strings.Map(func(c rune) rune {
		if strings.ContainsRune(" \t\r\n", c) {
			return -1
		}
		return c
	}, text))
	return data, err == nil
}
