package markdown

import (
	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
)

// follow returns the destination that goes into the HTML in place of the one
// that stands in the text, and reports whether the guide leaves out its page.
func (w *walker) follow(n ast.Node, destination []byte) (href []byte, gone bool) {
	target, issue := w.resolve(string(destination))
	at := offset(n, w.source)
	if issue != nil {
		w.issue(at, issue.Rule, issue.Values)
		w.mendLink(at, destination, issue.Meant)
		return destination, false
	}
	if target.Page != nil {
		w.result.Links = append(w.result.Links, guide.Link{To: target.Page, Fragment: target.Fragment, Offset: at})
	}
	return []byte(target.Href), target.Gone
}
