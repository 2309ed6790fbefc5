package markdown

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// walker goes through a parsed text once: it writes its HTML, collects what
// the page needs to know of itself, and looks for what is wrong.
type walker struct {
	renderer *Renderer
	request
	*writer
	// whole is the source, parts of which are texts.
	whole string
	// fixed counts what is open and has no links to terms in it.
	fixed int
	// linked are the terms that the page has linked already.
	linked []*guide.Term
	// foreign are the places of words that other languages have.
	foreign []int
	prose   prose
	parts   []part
	labels  labels
	// counted are the lists that count from 1, each last one by what it is in.
	counted map[ast.Node]counted
	ids     *ids
	// fieldsOf are the fields of blocks, for an outline.
	fieldsOf map[ast.Node][]guide.Field
	// mended is how much the fixes hold.
	mended int
	result Page
}

// request is a text that is to be rendered.
type request struct {
	page    *guide.Page
	source  []byte
	resolve Resolve
	// short texts get no links to terms.
	short bool
	// local is what stands at the page's mark, or nil.
	local *Local
}

func (w *walker) issue(offset int, rule string, values report.Values) {
	w.result.Issues = append(w.result.Issues, Issue{Offset: offset, Rule: rule, Values: values})
}

// walk writes a document. A short text has no paragraph around it.
func (w *walker) walk(document ast.Node) {
	w.whole = string(w.source)
	w.foreign = w.renderer.language.Foreign(w.whole)
	w.prose = newProse(w.source)
	w.joinMarks(document)
	w.dropComments(document)
	switch first := document.FirstChild(); {
	case w.short && first != nil && isShort(document):
		w.otherLanguage(first)
		if w.lang() == "" {
			w.children(first)
			break
		}
		w.inline("<span" + w.lang() + ">")
		w.children(first)
		w.inline("</span>")
	default:
		w.children(document)
		if w.short && first != nil && !w.hasFault() {
			w.notShort(first)
		}
	}
	w.placeLocal()
	w.flush()
	w.slips()
	w.account()
}

// lang is the attribute of a block whose language isn't the reader's.
func (w *walker) lang() string {
	if tag := w.renderer.surroundings.tag; tag != "" {
		return ` lang="` + tag + `"`
	}
	return ""
}

// notShort tells what is wrong with a short text that is more than a paragraph.
func (w *walker) notShort(first ast.Node) {
	if list, ok := first.(*ast.List); ok && list.IsOrdered() {
		w.issue(0, "text-ordinal", report.Values{"escaped": strconv.Itoa(list.Start) + `\\.`})
		return
	}
	w.issue(0, "text-not-short", nil)
}

// hasFault reports whether something was found that stops a build.
func (w *walker) hasFault() bool {
	return slices.ContainsFunc(w.result.Issues, func(i Issue) bool { return !report.Problem{Rule: i.Rule}.Warning() })
}

// offset returns where a node starts in the source.
func offset(n ast.Node, source []byte) int {
	for ; n != nil; n = n.Parent() {
		if at := n.Pos(); at >= 0 && at <= len(source) {
			return at
		}
	}
	return 0
}

// longestLine is how much of a line is looked at on either side of a place.
const longestLine = 500

// lineAt returns the line of the source that a place is in, as far as it is
// near.
func (w *walker) lineAt(at int) []byte {
	from := max(0, at-longestLine)
	start := from + bytes.LastIndexByte(w.source[from:at], '\n') + 1
	line, _, _ := bytes.Cut(w.source[start:min(len(w.source), at+longestLine)], []byte("\n"))
	return line
}
