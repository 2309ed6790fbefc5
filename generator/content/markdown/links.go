package markdown

import (
	"html"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
)

// follow gives the destination that goes into the HTML in place of the one
// that stands in the text.
func (w *walker) follow(n ast.Node, destination []byte) []byte {
	target, issue := w.resolve(string(destination))
	at := offset(n, w.source)
	if issue != nil {
		w.issue(at, issue.Rule, issue.Values)
		return destination
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
