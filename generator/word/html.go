package word

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// FromHTML makes Markdown of HTML as clipboards have it. The error is a
// report.Refusal.
func FromHTML(text string, o Options) (Made, error) {
	if len(text) > Most {
		return Made{}, refused("word-large")
	}
	if !utf8.ValidString(text) {
		return Made{}, refused("word-paste")
	}
	root, err := readHTML(text)
	if err != nil {
		return Made{}, err
	}
	r := &htmlReader{document: document{options: o}}
	r.findNotes(root)
	r.walk(root, around{})
	return r.made(r.stream.blocks), nil
}

// htmlReader reads HTML, whose blocks it puts into a stream.
type htmlReader struct {
	document
	stream
	// noteOf are the texts of footnotes by their marks, texts the same by themselves,
	// and marks the links in these that lead back.
	noteOf       map[*html.Node]*html.Node
	texts, marks map[*html.Node]bool
	// numbered are the footnotes that have a number by now.
	numbered map[*html.Node]int
}

// around is what stands around a node.
type around struct {
	like block
	look look
	link string
	// item is what the next block in an item of a list begins.
	item *item
	// depth is how many lists the node is in.
	depth int
	pre   bool
}

// block returns what a block is like that begins here.
func (a around) block() block {
	b := a.like
	if a.item != nil {
		b.item = *a.item
		a.item.sign = goesOn
	}
	return b
}

// walk reads a node with all that is in it.
func (r *htmlReader) walk(n *html.Node, a around) {
	switch n.Type {
	case html.TextNode:
		r.text(n.Data, a)
		return
	case html.DocumentNode:
		r.children(n, a)
		return
	case html.ElementNode:
	default:
		return
	}
	s := styleOf(n)
	switch {
	case r.dropped(n, s):
	case r.isNote(n):
	case is(n, "br"):
		r.breaks(a)
	case is(n, "img"):
		r.image(n, a)
	case is(n, "hr"):
		r.whole(block{kind: rule})
	case is(n, "table"):
		r.table(n, a)
	case is(n, "ul", "ol"):
		r.list(n, a)
	case isBlock(n):
		r.block(n, s, a)
	default:
		r.children(n, r.inline(n, s, a))
	}
}

func (r *htmlReader) children(n *html.Node, a around) {
	for c := range n.ChildNodes() {
		r.walk(c, a)
	}
}

// text reads words. Space between blocks is none.
func (r *htmlReader) text(text string, a around) {
	if !a.pre {
		text = spaced(text)
	}
	if text == "" || !r.open && strings.TrimSpace(text) == "" {
		return
	}
	if lost := strings.Count(text, string(utf8.RuneError)); lost > 0 {
		r.leave("sign", text)
	}
	like := block{}
	if !r.open {
		like = a.block()
	}
	r.add(run{text: text, look: a.look, link: a.link}, like)
}

// spaced puts the spaces of a text together as browsers do. Those that don't break
// stay, as clean knows them.
func spaced(text string) string {
	var out strings.Builder
	space := false
	for _, c := range text {
		if strings.ContainsRune(" \t\r\n\f", c) {
			if !space {
				out.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		out.WriteRune(c)
	}
	return out.String()
}

func (r *htmlReader) breaks(a around) {
	if r.open {
		r.add(run{text: "\n", link: a.link}, block{})
	}
}

// inline returns what stands around the words in an element.
func (r *htmlReader) inline(n *html.Node, s style, a around) around {
	switch n.Data {
	case "b", "strong":
		a.look.strong = true
	case "i", "em", "cite", "dfn", "var":
		a.look.emphasis = true
	case "code", "kbd", "samp", "tt":
		a.look.code = !a.pre
	case "a":
		a.link = r.linkOf(n, a)
	}
	a.look = s.on(a.look)
	r.lostLook(n, s)
	return a
}

// linkOf returns where a link leads.
func (r *htmlReader) linkOf(n *html.Node, a around) string {
	to := attribute(n, "href")
	made, ok := address(to)
	if to != "" && !ok && strings.TrimSpace(words(n)) != "" {
		what := "link"
		if strings.HasPrefix(to, "#") {
			what = "link-inside"
		}
		r.leave(what, words(n))
	}
	return made
}

// isBlock reports whether an element begins a block.
func isBlock(n *html.Node) bool {
	return is(n, "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "body", "html", "section", "article", "main", "header", "footer",
		"nav", "aside", "address", "center", "figure", "figcaption", "dl", "dt", "dd", "details", "summary", "fieldset", "legend", "form", "caption")
}

// block reads an element that begins a block and ends it.
func (r *htmlReader) block(n *html.Node, s style, a around) {
	r.end()
	switch level := headingLevel(n); {
	case level >= 0 && a.like.kind == paragraph:
		a.like.kind, a.like.level = heading, level
		a.look.strong = false
	case is(n, "blockquote"):
		a.like.quoted = a.depth == 0
	case is(n, "pre"):
		a.like.kind, a.pre = code, true
	case is(n, "dt"):
		a.look.strong = true
	}
	if it, listed := r.wordItem(n, s); listed && a.like.kind == paragraph {
		a.item = &it
	} else if listed {
		r.leave("heading-number", words(n))
	}
	r.lostLook(n, s)
	a.look = s.on(a.look)
	r.children(n, a)
	r.end()
}

// headingLevel returns the level of a heading, titleLevel for a title, -1 for none.
func headingLevel(n *html.Node) int {
	class := strings.ToLower(attribute(n, "class"))
	switch {
	case class == "msotitle" || class == "title" && n.Data == "p":
		return titleLevel
	case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6':
		return int(n.Data[1] - '0')
	case attribute(n, "role") == "heading":
		if level, err := strconv.Atoi(attribute(n, "aria-level")); err == nil && level >= 1 && level <= 9 {
			return level
		}
	}
	return -1
}

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
