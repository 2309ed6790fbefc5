package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/report"
)

// ownLines returns the lines of a fenced block as its author meant them. A
// block that isn't closed goes on to the end of the text, or to the next one's
// end: that is told of, and its own lines end at the next fence or at an empty
// line.
func (w *walker) ownLines(n *ast.FencedCodeBlock) string {
	lines := string(n.Lines().Value(w.source))
	at, fence := w.fence(n)
	if fence == "" {
		return lines
	}
	before, swallows := cutAtFence(lines, fence)
	if !swallows && w.isClosed(n, at, fence) {
		return lines
	}
	rule := "fence-open"
	if w.page.Kind == "worksheet" {
		rule = "field-open"
	}
	w.issue(at, rule, report.Values{"marks": fence})
	before, _, _ = strings.Cut(before, "\n\n")
	if n.Lines().Len() > 0 {
		last := n.Lines().At(0).Start + len(strings.TrimRight(before, "\n"))
		w.mend(w.lineStart(last), last, w.whole[w.lineStart(last):last]+"\n"+fence)
	}
	return before
}

// fence returns the signs that a block begins with, and where they stand.
func (w *walker) fence(n *ast.FencedCodeBlock) (at int, fence string) {
	at = offset(n, w.source)
	if n.Info != nil {
		at = n.Info.Segment.Start
	}
	start := bytes.LastIndexByte(w.source[:at], '\n') + 1
	line, _, _ := bytes.Cut(w.source[start:], []byte("\n"))
	for _, sign := range []string{"```", "~~~"} {
		if i := bytes.Index(line, []byte(sign)); i >= 0 {
			return start + i, leading(string(line[i:]))
		}
	}
	return at, ""
}

// leading returns the signs of a fence that a line begins with, "" for none.
func leading(line string) string {
	for _, sign := range []string{"`", "~"} {
		if rest := strings.TrimLeft(line, sign); len(line)-len(rest) >= 3 {
			return line[:len(line)-len(rest)]
		}
	}
	return ""
}

// cutAtFence returns the lines before the first that begins a block inside of
// this one, which no closed block has.
func cutAtFence(lines, fence string) (before string, found bool) {
	at := 0
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(leading(strings.TrimLeft(line, " ")), fence) {
			return lines[:at], true
		}
		at += len(line)
	}
	return lines, false
}

// isClosed reports whether a fence follows the last line of a block that begins
// at a place.
func (w *walker) isClosed(n *ast.FencedCodeBlock, at int, fence string) bool {
	end := at
	if last := n.Lines().Len() - 1; last >= 0 {
		end = n.Lines().At(last).Stop - 1
	}
	_, rest, _ := bytes.Cut(w.source[end:], []byte("\n"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	text := strings.TrimLeft(string(line), " \t>")
	return strings.HasPrefix(leading(text), fence)
}
