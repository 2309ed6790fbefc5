package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// ids hands out heading ids: what is shown as a slug, a number added to the
// second of the same. It serves goldmark as its parser.IDs, which knows the
// source of a heading alone: an id that nobody gave is made when it is written.
type ids struct {
	language language.Language
	used     map[string]bool
	// last are the numbers that were added last, by slug.
	last map[string]int
	// given are those of headings that were written.
	given map[string]bool
}

func newIDs(l language.Language) *ids {
	used := map[string]bool{}
	for _, id := range reservedIDs() {
		used[id] = true
	}
	return &ids{l, used, map[string]int{}, map[string]bool{}}
}

// reservedIDs are those that a page of any kind can have; those of single
// kinds are found by check.
func reservedIDs() []string { return []string{"main", "contents", "sources"} }

// unmade is the id of a heading whose author gave none.
const unmade = "\x00"

// Generate returns what stands for the id of a heading until it is written.
func (s *ids) Generate([]byte, ast.NodeKind) []byte { return []byte(unmade) }

// of returns the id of a heading that shows a text.
func (s *ids) of(shown string) []byte {
	base := s.language.Slug(shown)
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

// heading writes a heading, with which a section begins.
func (w *walker) heading(n *ast.Heading) {
	delete(w.counted, n.Parent())
	section := w.section(n)
	w.flush()
	start, links := len(w.out), len(w.result.Links)
	w.fixed++
	w.isHeading = true
	w.plainBlock(n)
	w.isHeading = false
	w.fixed--
	w.parted = true
	if section {
		h := &w.result.Headings[len(w.result.Headings)-1]
		h.Start, h.Body, h.Links = start, len(w.out)-len("\n"), links
	}
}

// section looks at a heading and reports whether a section begins with it.
func (w *walker) section(n *ast.Heading) bool {
	title := strings.TrimSpace(w.shown(n))
	if w.page.Kind == localKind {
		w.issue(offset(n, w.source), "local-heading", report.Values{"heading": title})
		return false
	}
	if n.Level == 1 {
		w.issue(offset(n, w.source), "heading-level", report.Values{"heading": title})
		w.mendMarks(n, "##")
		return false
	}
	w.underlined(n)
	w.headingOrder(n, title)
	w.headingMark(n)
	for _, a := range n.Attributes() {
		if name := string(a.Name); name != "id" && name != "class" {
			w.issue(offset(n, w.source), "heading-attribute", report.Values{"name": name})
		}
	}
	id, _ := n.AttributeString("id")
	name, _ := id.([]byte)
	if string(name) == unmade {
		name = w.ids.of(title)
		n.SetAttributeString("id", name)
	}
	if clean := w.renderer.language.Slug(string(name)); clean != string(name) || clean == "" || slices.Contains(reservedIDs(), clean) {
		w.issue(offset(n, w.source), "heading-id", report.Values{"id": string(name)})
		if clean != "" && !slices.Contains(reservedIDs(), clean) {
			w.mendID(n, string(name), clean)
		}
	}
	if w.ids.given[string(name)] {
		w.issue(offset(n, w.source), "heading-id-twice", report.Values{"id": string(name)})
		w.mendID(n, string(name), string(w.ids.of(title)))
	}
	w.ids.given[string(name)] = true
	classes, _ := n.AttributeString("class")
	given, _ := classes.([]byte)
	w.result.Headings = append(w.result.Headings, guide.Heading{Level: n.Level, ID: string(name), Text: title, Classes: string(given)})
	return true
}

// headingMark finds an id in braces that stays in the heading.
func (w *walker) headingMark(n *ast.Heading) {
	text := w.textOf(n, func(n ast.Node) bool { return n.Kind() == ast.KindCodeSpan })
	if _, mark, found := strings.Cut(text, "{#"); found {
		mark, _, _ = strings.Cut(mark, "}")
		slug := w.renderer.language.Slug(mark)
		w.issue(offset(n, w.source), "heading-id-form", report.Values{"id": mark, "suggestion": slug})
		start := offset(n, w.source)
		line := w.whole[start:w.lineEnd(start)]
		before, behind, _ := strings.Cut(line, "{#"+mark)
		if slug != "" && strings.Trim(behind, " }") == "" {
			w.mend(start, start+len(line), strings.TrimSpace(before)+" {#"+slug+"}")
		}
	}
}

// headingOrder finds a heading that leaves out a level. The page's title is of
// the first.
func (w *walker) headingOrder(n *ast.Heading, title string) {
	above := 1
	if last := len(w.result.Headings) - 1; last >= 0 {
		above = w.result.Headings[last].Level
	}
	if n.Level > above+1 {
		w.issue(offset(n, w.source), "heading-order", report.Values{"heading": title,
			"level": strconv.Itoa(n.Level), "above": strconv.Itoa(above), "marks": strings.Repeat("#", above+1)})
		w.mendMarks(n, strings.Repeat("#", above+1))
	}
}

// mendMarks gives a heading another level.
func (w *walker) mendMarks(n *ast.Heading, marks string) {
	start := w.lineStart(offset(n, w.source))
	line := w.whole[start:w.lineEnd(start)]
	if rest := strings.TrimLeft(line, "#"); rest != line {
		w.mend(start, start+len(line), marks+rest)
	}
}

// mendID gives a heading another id.
func (w *walker) mendID(n *ast.Heading, id, other string) {
	start := w.lineStart(offset(n, w.source))
	line := w.whole[start:w.lineEnd(start)]
	if before, behind, found := strings.Cut(line, "{#"+id); found {
		w.mend(start, start+len(line), before+"{#"+other+behind)
	}
}

// underlined finds a text that a line below it made a heading.
func (w *walker) underlined(n *ast.Heading) {
	if line := bytes.TrimLeft(w.lineAt(offset(n, w.source)), " \t>"); !bytes.HasPrefix(line, []byte("#")) {
		w.issue(offset(n, w.source), "heading-underline", report.Values{"heading": w.shown(n)})
		if n.Lines().Len() > 0 {
			last := w.lineEnd(n.Lines().At(n.Lines().Len() - 1).Start)
			w.mend(w.lineStart(last), last, w.whole[w.lineStart(last):last]+"\n")
		}
	}
}
