package markdown

import (
	"html"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
)

// unlink puts the text of links that lead nowhere any more into their places.
func (w *walker) unlink() {
	for _, link := range w.gone {
		parent := link.Parent()
		for child := link.FirstChild(); child != nil; child = link.FirstChild() {
			parent.InsertBefore(parent, link, child)
		}
		parent.RemoveChild(parent, link)
	}
}

// follow gives the destination that goes into the HTML in place of the one
// that stands in the text.
func (w *walker) follow(n ast.Node, destination []byte) []byte {
	target, issue := w.resolve(string(destination))
	at := offset(n, w.source)
	if issue != nil {
		w.issue(at, issue.Rule, issue.Values)
		return destination
	}
	if link, ok := n.(*ast.Link); ok && target.Gone {
		w.gone = append(w.gone, link)
	}
	if target.Page != nil {
		w.result.Links = append(w.result.Links, guide.Link{To: target.Page, Fragment: target.Fragment, Offset: at})
	}
	return []byte(target.Href)
}

// unescape undoes the HTML escapes that the typographer writes.
func unescape(value []byte) []byte {
	return []byte(html.UnescapeString(string(value)))
}
