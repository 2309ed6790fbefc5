package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/report"
)

// deepest is how many lists and quotations may be in each other: more than
// anybody can follow, and fewer than programs that read HTML give up at.
const deepest = 20

// nested reports a part of a list or a quotation that is in too many others,
// the first of a page.
func (w *walker) nested(n ast.Node) {
	level := 0
	for up := n; up != nil && level <= deepest; up = up.Parent() {
		switch up.(type) {
		case *ast.Blockquote, *ast.ListItem:
			level++
		}
	}
	told := func(i Issue) bool { return i.Rule == "nest-deep" }
	if level > deepest && !slices.ContainsFunc(w.result.Issues, told) {
		w.issue(offset(n, w.source), "nest-deep", report.Values{"most": strconv.Itoa(deepest)})
	}
}
