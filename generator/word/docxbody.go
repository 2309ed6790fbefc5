package word

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// body reads blocks.
func (r *docxReader) body(n *html.Node) {
	if n == nil {
		return
	}
	for c := range n.ChildNodes() {
		switch {
		case is(c, "p"):
			r.paragraph(c)
		case is(c, "tbl"):
			r.end()
			for _, b := range r.tableBlocks(r.rows(c)) {
				r.whole(b)
			}
		case is(c, "sdt") && isContents(c):
			r.leave("toc", words(child(c, "sdtContent")))
		case is(c, "del", "moveFrom"):
			r.leave("deleted", words(c))
		case is(c, "altChunk"):
			r.leave("object", "")
		case is(c, "AlternateContent"):
			r.body(child(c, "Choice"))
		case c.Type == html.ElementNode && !isProperty(c):
			r.body(c)
		}
	}
}

// isProperty reports whether an element says something of another and has no words.
func isProperty(n *html.Node) bool { return strings.HasSuffix(n.Data, "Pr") || is(n, "tblGrid") }

// isContents reports whether a part of the text is a table of contents that Word made.
func isContents(n *html.Node) bool {
	gallery := attribute(first(child(n, "sdtPr"), "docPartGallery"), "val")
	return gallery == "Table of Contents"
}

// paragraph reads a paragraph. One whose mark was deleted goes on with the next.
func (r *docxReader) paragraph(n *html.Node) {
	properties := child(n, "pPr")
	s, found := r.styles[attribute(child(properties, "pStyle"), "val")]
	if !found {
		s = docStyle{level: -1}
	}
	s = s.with(properties)
	like := block{quoted: s.quoted}
	it, letters, listed := r.numbering.item(s.list, s.depth)
	switch {
	case s.level >= 0:
		like.kind, like.level = heading, s.level
		if listed && it.sign == counting {
			r.leave("heading-number", words(n))
		}
	case s.code:
		like.kind = code
		r.codeLine()
	case listed:
		like.item = it
		if letters {
			r.leave("letters", words(n))
		}
	}
	r.inline(n, around{like: like, look: look{}})
	if child(child(properties, "rPr"), "del") == nil {
		r.end()
	}
	boxes := r.boxes
	r.boxes = nil
	for _, box := range boxes {
		r.end()
		r.body(box)
	}
}

// codeLine lets a line of code go on with the lines before it.
func (r *docxReader) codeLine() {
	if last := len(r.blocks) - 1; last >= 0 && r.blocks[last].kind == code {
		r.stream.open = true
		r.add(run{text: "\n"}, block{})
	}
}

// inline reads what is in a paragraph.
func (r *docxReader) inline(n *html.Node, a around) {
	for c := range n.ChildNodes() {
		switch {
		case is(c, "r"):
			r.run(c, a)
		case is(c, "hyperlink"):
			r.inline(c, r.hyperlink(c, a))
		case is(c, "fldSimple"):
			r.begin(attribute(c, "instr"))
			r.inline(c, a)
			r.finish()
		case is(c, "del", "moveFrom"):
			r.leave("deleted", words(c))
		case is(c, "oMath", "oMathPara"):
			r.leave("formula", words(c))
			r.word(words(c), a)
		case is(c, "AlternateContent"):
			r.inline(child(c, "Choice"), a)
		case c.Type == html.ElementNode && !isProperty(c):
			r.inline(c, a)
		}
	}
}

// hyperlink returns what stands around the words of a link.
func (r *docxReader) hyperlink(n *html.Node, a around) around {
	to := r.relations[attribute(n, "id")]
	if to.outside {
		a.link = r.linkTo(to.target, n)
	} else if !r.isHidden() && strings.TrimSpace(words(n)) != "" {
		r.leave("link-inside", words(n))
	}
	return a
}

// linkTo returns where a link leads, "" with a word of it where it can't.
func (r *docxReader) linkTo(target string, n *html.Node) string {
	made, ok := address(target)
	if !ok && !r.isHidden() && strings.TrimSpace(words(n)) != "" {
		r.leave("link", words(n))
	}
	return made
}

// word puts words into the text, unless a field makes them.
func (r *docxReader) word(text string, a around) {
	if text == "" || r.isHidden() {
		return
	}
	if at := len(r.fields) - 1; at >= 0 && a.link == "" {
		for ; at >= 0 && a.link == ""; at-- {
			a.link = r.fields[at].link
		}
	}
	r.add(run{text: text, look: a.look, link: a.link}, a.like)
}

// rows reads the rows of a table.
func (r *docxReader) rows(n *html.Node) (rows [][]cell) {
	for _, line := range partsOf(n, "tr") {
		if child(child(line, "trPr"), "del") != nil {
			r.leave("deleted", words(line))
			continue
		}
		var row []cell
		for range min(numberIn(child(line, "trPr"), "gridBefore"), columnsMost) {
			row = append(row, cell{})
		}
		for _, c := range partsOf(line, "tc") {
			properties := child(c, "tcPr")
			merge := child(properties, "vMerge")
			row = append(row, cell{
				blocks:  r.inside(c),
				columns: max(numberIn(properties, "gridSpan"), 1),
				below:   merge != nil && attribute(merge, "val") != "restart",
			})
			if len(row) > columnsMost {
				break
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// partsOf returns the elements of a name right in another one, or in what only holds
// them together there.
func partsOf(n *html.Node, name string) (list []*html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case is(c, name):
			list = append(list, c)
		case is(c, "sdt", "sdtContent", "customXml", "ins", "moveTo"):
			list = append(list, partsOf(c, name)...)
		}
	}
	return list
}

func numberIn(n *html.Node, name string) int {
	number, err := strconv.Atoi(attribute(child(n, name), "val"))
	if err != nil {
		return 0
	}
	return number
}

// inside reads what is in a part of its own.
func (r *docxReader) inside(n *html.Node) []block {
	outer, boxes := r.stream, r.boxes
	r.stream, r.boxes = stream{}, nil
	r.body(n)
	inner := r.stream.blocks
	r.stream, r.boxes = outer, boxes
	return inner
}
