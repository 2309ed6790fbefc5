package word

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// run reads a piece of a paragraph that looks the same.
func (r *docxReader) run(n *html.Node, a around) {
	properties := child(n, "rPr")
	a.look = r.styles[attribute(child(properties, "rStyle"), "val")].look
	a.look = lookOf(properties, a.look)
	if isOn(properties, "vanish") || isOn(properties, "webHidden") {
		if text := words(n); strings.TrimSpace(text) != "" && !r.isHidden() && !isOn(properties, "webHidden") {
			r.leave("hidden", text)
		}
		return
	}
	r.lostLook(n, properties, a)
	for c := range n.ChildNodes() {
		r.piece(c, properties, a)
	}
}

// piece reads a part of a run.
func (r *docxReader) piece(n, properties *html.Node, a around) {
	switch n.Data {
	case "t":
		text := words(n)
		switch up := attribute(child(properties, "vertAlign"), "val"); up {
		case "superscript", "subscript":
			if made, ok := raisedText(text, up == "superscript"); ok {
				text = made
			} else {
				r.leave("raised", text)
			}
		}
		r.word(text, a)
	case "tab", "ptab":
		r.word("\t", a)
	case "br", "cr":
		if kind := attribute(n, "type"); kind == "" || kind == "textWrapping" {
			r.word("\n", a)
		} else {
			r.word(" ", a)
		}
	case "noBreakHyphen":
		r.word("-", a)
	case "sym":
		r.sign(n, a)
	case "delText", "delInstrText":
		r.leave("deleted", words(n))
	case "fldChar":
		r.fieldSign(n)
	case "instrText":
		if last := len(r.fields) - 1; last >= 0 {
			r.fields[last].instruction += words(n)
		}
	case "footnoteReference", "endnoteReference":
		r.mark(n, a)
	case "commentReference":
		r.leave("comment", r.comments[attribute(n, "id")])
	case "drawing", "pict", "object":
		r.drawing(n, a)
	case "AlternateContent":
		if choice := child(n, "Choice"); choice != nil {
			for c := range choice.ChildNodes() {
				r.piece(c, properties, a)
			}
		}
	case "ruby":
		r.inline(child(n, "rubyBase"), a)
	}
}

// lostLook tells of a look of words that is left out.
func (r *docxReader) lostLook(n, properties *html.Node, a around) {
	if properties == nil || r.isHidden() {
		return
	}
	text := words(n)
	if strings.TrimSpace(text) == "" {
		return
	}
	inLink := a.link != "" || attribute(child(properties, "rStyle"), "val") == "Hyperlink" || slices.ContainsFunc(r.fields, func(f field) bool { return f.link != "" })
	switch {
	case isOn(properties, "strike"), isOn(properties, "dstrike"):
		r.leave("struck", text)
	case isOn(properties, "u") && !inLink:
		r.leave("underlined", text)
	}
	if isOn(properties, "highlight") {
		r.leave("marked", text)
	}
}

// sign reads a letter of a font for signs.
func (r *docxReader) sign(n *html.Node, a around) {
	code, err := strconv.ParseUint(attribute(n, "char"), 16, 32)
	if err == nil && code < privateFirst {
		code += 0xf000
	}
	if made := symbol(rune(code)); err == nil && made > 0 {
		r.word(string(made), a)
		return
	}
	r.leave("sign", attribute(n, "font"))
}

// mark reads the mark of a footnote, with its text.
func (r *docxReader) mark(n *html.Node, a around) {
	kind := strings.TrimSuffix(n.Data, "Reference")
	key := kind + " " + attribute(n, "id")
	text := r.noteTexts[key]
	if text == nil || r.isHidden() {
		return
	}
	// A footnote can't be in itself.
	delete(r.noteTexts, key)
	number := r.newNote()
	r.setNote(number, r.inside(text))
	r.add(run{note: number}, a.like)
}

// drawing reads what is drawn: a picture, a box with a text, or what can't be had.
func (r *docxReader) drawing(n *html.Node, a around) {
	properties := first(n, "docPr")
	alt := cmp.Or(attribute(properties, "descr"), attribute(properties, "title"))
	if properties == nil {
		alt = attribute(first(n, "shape"), "alt")
	}
	boxes, pictures := false, false
	for box := range within(n, "txbxContent") {
		if !isIn(box.Parent, n) || first(n, "txbxContent") != box && isInOther(box, n) {
			continue
		}
		boxes = true
		r.leave("textbox", words(box))
		r.boxes = append(r.boxes, box)
	}
	for at := range within(n, "blip", "imagedata") {
		pictures = true
		if id := attribute(at, "embed") + attribute(at, "id"); !isInOther(at, n) {
			r.picture(id, attribute(at, "link"), alt, a)
		}
	}
	if !boxes && !pictures {
		r.leave("object", alt)
	}
}

// isInOther reports whether a node is in a box of text, which is read by itself.
func isInOther(n, outer *html.Node) bool {
	for up := n.Parent; up != nil && up != outer; up = up.Parent {
		if is(up, "txbxContent", "Fallback") {
			return true
		}
	}
	return false
}

// picture reads a picture of the document.
func (r *docxReader) picture(id, outside, alt string, a around) {
	to, found := r.relations[id]
	if r.isHidden() {
		return
	}
	if !found || to.outside {
		what := "picture-absent"
		if to.outside || outside != "" {
			what = "picture-remote"
		}
		r.leave(what, alt)
		return
	}
	data, err := r.parts.read(to.target)
	if err != nil {
		r.leave("picture-unfit", alt)
		return
	}
	if shown, ok := r.keep(Picture{Name: path.Base(to.target), Alt: strings.Join(strings.Fields(alt), " "), Data: data}); ok {
		shown.link = a.link
		r.add(shown, a.like)
	}
}
