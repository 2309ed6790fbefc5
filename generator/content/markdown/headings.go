package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// ids hands out heading ids: the text as a slug, a number added to the second
// of the same. It serves goldmark as its parser.IDs.
type ids struct {
	language language.Language
	used     map[string]bool
	// last are the numbers that were added last, by slug.
	last map[string]int
}

func newIDs(l language.Language) *ids {
	used := map[string]bool{}
	for _, id := range reservedIDs() {
		used[id] = true
	}
	return &ids{l, used, map[string]int{}}
}

// reservedIDs are those that a page of any kind can have; those of single
// kinds are found by check.
func reservedIDs() []string { return []string{"main", "contents", "sources"} }

// Generate gives the id of a heading with this text.
func (s *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	base := s.language.Slug(string(value))
	if base == "" {
		base = "section"
	}
	id := base
	for n := max(s.last[base], 1) + 1; s.used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
		s.last[base] = n
	}
	s.used[id] = true
	return []byte(id)
}

// Put notes an id that the author gave with {#id}.
func (s *ids) Put(value []byte) { s.used[string(value)] = true }

func (w *walker) heading(n *ast.Heading) {
	if w.page.Kind == localKind {
		w.issue(offset(n, w.source), "local-heading", report.Values{"heading": plainText(n, w.source)})
		return
	}
	if n.Level == 1 {
		w.issue(offset(n, w.source), "heading-level", report.Values{"heading": plainText(n, w.source)})
		return
	}
	w.headingOrder(n)
	w.headingMark(n)
	for _, a := range n.Attributes() {
		if name := string(a.Name); name != "id" && name != "class" {
			w.issue(offset(n, w.source), "heading-attribute", report.Values{"name": name})
		}
	}
	id, _ := n.AttributeString("id")
	name, _ := id.([]byte)
	if clean := w.renderer.language.Slug(string(name)); clean != string(name) || clean == "" || slices.Contains(reservedIDs(), clean) {
		w.issue(offset(n, w.source), "heading-id", report.Values{"id": string(name)})
	}
	for _, h := range w.result.Headings {
		if h.ID == string(name) {
			w.issue(offset(n, w.source), "heading-id-twice", report.Values{"id": h.ID})
		}
	}
	title := w.renderer.language.Spacing(plainText(n, w.source))
	w.result.Headings = append(w.result.Headings, guide.Heading{Level: n.Level, ID: string(name), Text: title})
}

// headingMark finds an id in braces that stays in the heading.
func (w *walker) headingMark(n *ast.Heading) {
	text := textOf(n, w.source, func(n ast.Node) bool { return n.Kind() == ast.KindCodeSpan })
	if _, mark, found := strings.Cut(text, "{#"); found {
		mark, _, _ = strings.Cut(mark, "}")
		w.issue(offset(n, w.source), "heading-id-form", report.Values{"id": mark, "suggestion": w.renderer.language.Slug(mark)})
	}
}

// headingOrder finds a heading that leaves out a level. The page's title is of
// the first.
func (w *walker) headingOrder(n *ast.Heading) {
	above := 1
	if last := len(w.result.Headings) - 1; last >= 0 {
		above = w.result.Headings[last].Level
	}
	if n.Level > above+1 {
		w.issue(offset(n, w.source), "heading-order", report.Values{"heading": plainText(n, w.source),
			"level": strconv.Itoa(n.Level), "above": strconv.Itoa(above), "marks": strings.Repeat("#", above+1)})
	}
}

// plainText gives the text of a node without any mark-up.
func plainText(n ast.Node, source []byte) string {
	return textOf(n, source, func(ast.Node) bool { return false })
}

// textOf gives the text of a node but for what is left out.
func textOf(n ast.Node, source []byte, without func(ast.Node) bool) string {
	var out strings.Builder
	// The callback never fails.
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if without(n) {
			return ast.WalkSkipChildren, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			out.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				out.WriteByte(' ')
			}
		case *ast.String:
			out.Write(unescape(n.Value))
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}
