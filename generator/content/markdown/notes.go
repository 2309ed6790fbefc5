package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/report"
)

// A note to oneself stands in a comment, <!-- … -->. One that is whole is left
// out in silence; what is nearly one would be read by everybody.

// dropComments takes comments out of a document.
func (w *walker) dropComments(document ast.Node) {
	if !bytes.Contains(w.source, commentStart) {
		return
	}
	var comments []ast.Node
	// The callback never fails.
	_ = ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if html := htmlOf(n, w.source); entering && isComment(html) {
			comments = append(comments, n)
			w.prose.leave(n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range comments {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

var commentStart, commentEnd = []byte("<!--"), []byte("-->")

func isComment(html []byte) bool {
	html = bytes.TrimSpace(html)
	return bytes.HasPrefix(html, commentStart) && bytes.Index(html, commentEnd) == len(html)-len(commentEnd)
}

// htmlOf returns the HTML that an author wrote, nil for any other node.
func htmlOf(n ast.Node, source []byte) []byte {
	switch n := n.(type) {
	case *ast.RawHTML:
		return n.Segments.Value(source)
	case *ast.HTMLBlock:
		html := n.Lines().Value(source)
		if n.HasClosure() {
			html = append(html, n.ClosureLine.Value(source)...)
		}
		return html
	}
	return nil
}

func (w *walker) rawHTML(n ast.Node) {
	w.prose.leave(n)
	html := bytes.TrimSpace(htmlOf(n, w.source))
	first, _, _ := bytes.Cut(html, []byte("\n"))
	rule := "html-in-text"
	if bytes.HasPrefix(html, commentStart) {
		_, behind, closed := bytes.Cut(html, commentEnd)
		switch {
		case !closed:
			rule = "note-open"
		case !bytes.Contains(behind, []byte("<")):
			rule = "note-line"
		}
	}
	at := offset(n, w.source)
	w.issue(at, rule, report.Values{"html": string(first)})
	if start := bytes.Index(w.source[at:], commentStart); start >= 0 && rule == "note-open" {
		at += start
		w.noteFrom(at, at+len(commentStart), 0, 0)
	} else if rule == "note-line" {
		if end := bytes.Index(w.source[at:], commentEnd); end >= 0 {
			end += at + len(commentEnd)
			w.mend(at, w.lineEnd(end), w.whole[at:end]+"\n\n"+strings.TrimSpace(w.whole[end:w.lineEnd(end)]))
		}
	}
}

// noteSigns are what a note to oneself begins or ends with, also as programs
// for writing make it of the signs. A note that is one has been taken out.
var noteSigns = regexp.MustCompile(`[<‹]\x{a0}?!\s?(?:--|[-–—])|(?:--|[–—])[>›]`)

// noteStarts are texts of which noteSigns can't do without one.
func noteStarts() []string {
	return []string{"<!", "‹!", "<\u00a0!", "‹\u00a0!", "-->", "–>", "—>", "--›", "–›", "—›"}
}

// OpenNote returns where a text has a sign of a note to oneself that readers
// would see, or -1.
func OpenNote(text string) int {
	if !slices.ContainsFunc(noteStarts(), func(start string) bool { return strings.Contains(text, start) }) {
		return -1
	}
	if at := noteSigns.FindStringIndex(text); at != nil {
		return at[0]
	}
	return -1
}

// openNotes finds notes to oneself that stay in the text, each where it begins,
// or else an end alone.
func (w *walker) openNotes() {
	if !w.prose.hasAny(noteStarts()...) {
		return
	}
	begun := false
	signs := noteSigns.FindAllIndex(w.prose.text, -1)
	for i, at := range signs {
		if sign := w.prose.text[at[0]]; sign != '-' && !bytes.HasPrefix(w.prose.text[at[0]:], []byte("–")) && !bytes.HasPrefix(w.prose.text[at[0]:], []byte("—")) {
			begun = true
		} else if begun {
			begun = false
			continue
		}
		w.issue(at[0], "note-open", nil)
		switch next := i + 1; {
		case begun && next < len(signs):
			w.noteFrom(at[0], at[1], signs[next][0], signs[next][1])
		case begun:
			w.noteFrom(at[0], at[1], 0, 0)
		}
	}
}
