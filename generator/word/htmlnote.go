package word

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// notesMost is how many links within a text are looked at: more are no footnotes.
const notesMost = 4000

// findNotes finds the footnotes of HTML: two links that lead to each other are the
// mark of a footnote and, later, the one in its text.
func (r *htmlReader) findNotes(root *html.Node) {
	r.noteOf, r.texts, r.marks, r.numbered = map[*html.Node]*html.Node{}, map[*html.Node]bool{}, map[*html.Node]bool{}, map[*html.Node]int{}
	named, place := map[string]*html.Node{}, map[*html.Node]int{}
	var links []*html.Node
	count := 0
	for n := range root.Descendants() {
		count++
		place[n] = count
		for _, key := range []string{"id", "name"} {
			if name := attribute(n, key); name != "" && named[name] == nil {
				named[name] = n
			}
		}
		if is(n, "a") && strings.HasPrefix(attribute(n, "href"), "#") {
			links = append(links, n)
		}
		if len(links) > notesMost {
			return
		}
	}
	for _, mark := range links {
		text := noteText(named[attribute(mark, "href")[1:]])
		if text == nil || place[text] < place[mark] || isIn(mark, text) {
			continue
		}
		for back := range within(text, "a") {
			if to := named[strings.TrimPrefix(attribute(back, "href"), "#")]; to != nil && isNear(to, mark) {
				r.noteOf[mark] = text
				r.marks[back] = true
			}
		}
	}
	for _, text := range r.noteOf {
		r.texts[text] = true
	}
}

// noteText returns what holds the text of a footnote that a link leads to.
func noteText(n *html.Node) *html.Node {
	for up := n; up != nil; up = up.Parent {
		if is(up, "li", "div", "p", "aside", "dd") {
			if holder := up.Parent; is(up, "p") && is(holder, "div") && isNoteHolder(holder) {
				return holder
			}
			return up
		}
	}
	return nil
}

// isNoteHolder reports whether an element is what Word or LibreOffice put a footnote
// into.
func isNoteHolder(n *html.Node) bool {
	id := attribute(n, "id")
	return slices.ContainsFunc([]string{"ftn", "edn", "sdfootnote", "sdendnote"}, func(start string) bool { return strings.HasPrefix(id, start) })
}

// isNear reports whether a link is another node or stands right in or around it.
func isNear(n, link *html.Node) bool {
	for up, i := link, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if up == n {
			return true
		}
	}
	return isIn(n, link)
}

func isIn(n, outer *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

// hasMark reports whether the mark of a footnote is in a node or around it.
func (r *htmlReader) hasMark(n *html.Node) bool {
	for up := n; up != nil; up = up.Parent {
		if r.noteOf[up] != nil || r.marks[up] {
			return true
		}
	}
	for link := range within(n, "a") {
		if r.noteOf[link] != nil || r.marks[link] {
			return true
		}
	}
	return false
}

// isNote reports whether a node is the mark of a footnote, which it puts into the
// text, or part of one's text, which stands elsewhere.
func (r *htmlReader) isNote(n *html.Node) bool {
	text := r.noteOf[n]
	if text == nil {
		return r.marks[n] || r.texts[n]
	}
	number, known := r.numbered[text]
	if !known {
		number = r.newNote()
		r.numbered[text] = number
		r.setNote(number, r.inside(text))
	}
	r.add(run{note: number}, block{})
	return true
}
