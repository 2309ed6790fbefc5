package word

import (
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
