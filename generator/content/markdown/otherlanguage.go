package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/report"
)

// otherLanguage finds a passage that seems to be in another language and isn't
// marked: what is emphasised or linked in a block, else what is quoted, else
// the whole.
func (w *walker) otherLanguage(block ast.Node) {
	switch block.Kind() {
	case ast.KindHeading, ast.KindParagraph, ast.KindTextBlock, tables.KindTableCell:
	default:
		return
	}
	found := false
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindEmphasis, ast.KindLink:
			text := unmarkedText(n, w.source)
			if tag := w.renderer.language.Other(text); tag != "" {
				w.unmarked(text, tag, offset(n, w.source))
				found = true
			}
		}
	}
	if found {
		return
	}
	for _, piece := range strings.FieldsFunc(unmarkedText(block, w.source), isDoubleQuote) {
		if tag := w.renderer.language.Other(piece); tag != "" {
			at := offset(block, w.source)
			w.unmarked(piece, tag, at+max(bytes.Index(w.source[at:], []byte(piece)), 0))
		}
	}
}

// unmarked reports a text that seems to be in another language.
func (w *walker) unmarked(text, tag string, offset int) {
	w.issue(offset, "language-missing", report.Values{"tag": tag, "language": report.Word("language-" + tag), "text": strings.TrimSpace(text)})
}

func isDoubleQuote(r rune) bool {
	switch r {
	case '"', '”', '“', '„', '«', '»':
		return true
	}
	return false
}

// unmarkedText gives the text of a node without what is marked as another
// language.
func unmarkedText(n ast.Node, source []byte) string {
	return textOf(n, source, func(n ast.Node) bool { return n.Kind() == kindPassage })
}
