package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/report"
)

// linkText finds a link that doesn't say where it leads.
func (w *walker) linkText(n ast.Node, text string) {
	text = strings.TrimSpace(text)
	switch {
	case isLongAddress(text):
		w.issue(offset(n, w.source), "link-address", report.Values{"text": text})
	case w.renderer.language.SaysNothing(text) && !showsPicture(n):
		w.issue(offset(n, w.source), "link-text", report.Values{"text": text})
	}
}

// isLongAddress tells of an address that isn't only the name of a site, which
// can be read aloud.
func isLongAddress(text string) bool {
	scheme, rest, found := strings.Cut(text, "://")
	return found && (scheme == "https" || scheme == "http") && strings.Contains(strings.TrimSuffix(rest, "/"), "/")
}

// showsPicture tells of a link that leads on from a picture, whose own text
// says where.
func showsPicture(n ast.Node) bool {
	first := n.FirstChild()
	return first != nil && first.Kind() == ast.KindImage
}

// imageText finds a picture that says nothing to those who can't see it.
func (w *walker) imageText(n *ast.Image) {
	if strings.TrimSpace(plainText(n, w.source)) == "" {
		w.issue(offset(n, w.source), "image-text", report.Values{"target": string(n.Destination)})
	}
}

// tableHeader finds a table whose columns have no names.
func (w *walker) tableHeader(n *tables.TableHeader) {
	if strings.TrimSpace(plainText(n, w.source)) == "" {
		w.issue(offset(n, w.source), "table-header", nil)
	}
}
