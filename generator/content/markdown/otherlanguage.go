package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// otherLanguage finds a passage that seems to be in another language and isn't
// marked: what is emphasised or linked in a block, else what is quoted, else
// the whole.
func (w *walker) otherLanguage(block ast.Node) {
	if !w.mayBeForeign(block) {
		return
	}
	found := false
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindEmphasis, ast.KindLink:
			text := w.unmarkedText(n)
			if tag := w.renderer.language.Other(text); tag != "" {
				w.unmarked(text, tag, offset(n, w.source))
				found = true
			}
		}
	}
	if found {
		return
	}
	for _, piece := range strings.FieldsFunc(w.unmarkedText(block), isDoubleQuote) {
		if tag := w.renderer.language.Other(piece); tag != "" {
			at := offset(block, w.source)
			w.unmarked(piece, tag, at+max(bytes.Index(w.source[at:], []byte(piece)), 0))
		}
	}
}

// unmarked reports a text that seems to be in another language.
func (w *walker) unmarked(text, tag string, offset int) {
	w.issue(offset, "language-missing", report.Values{"tag": tag, "language": report.Word("language-" + tag), "text": strings.TrimSpace(text)})
	text = strings.TrimSpace(text)
	offset += max(0, bytes.Index(w.source[offset:min(len(w.source), offset+len(text))], []byte(text[:1])))
	if bytes.HasPrefix(w.source[offset:], []byte(text)) {
		w.mend(offset, offset+len(text), "["+text+"]{lang="+tag+"}")
	}
}

func isDoubleQuote(r rune) bool {
	switch r {
	case '"', '”', '“', '„', '«', '»':
		return true
	}
	return false
}

// unmarkedText returns the text of a node without what is marked as another
// language.
func (w *walker) unmarkedText(n ast.Node) string {
	return w.textOf(n, func(n ast.Node) bool { return n.Kind() == kindPassage })
}

// mayBeForeign reports whether a block has as many words of other languages as
// a passage of one has at the least. Most blocks have none.
func (w *walker) mayBeForeign(block ast.Node) bool {
	lines := block.Lines()
	if lines.Len() == 0 || len(w.foreign) < language.FewestForeign {
		return false
	}
	from, _ := slices.BinarySearch(w.foreign, lines.At(0).Start)
	to, _ := slices.BinarySearch(w.foreign, lines.At(lines.Len()-1).Stop)
	return to-from >= language.FewestForeign
}
