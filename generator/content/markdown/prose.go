package markdown

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// prose is the running text of a page, in which slips of the author are looked
// for.
type prose struct {
	// text is as long as the source: what is no running text, such as code, is
	// written over. It is the source itself as long as there is none.
	text   []byte
	copied bool
	// left are the parts that are no running text.
	left []part
	// stars are where the source has two that make nothing bold.
	stars []int
	// unpaired are the marks that are left of an emphasis.
	unpaired []part
}

// written is what stands in place of what is no running text.
const written = 'x'

// newProse returns a text without the signs that a backslash makes plain.
func newProse(source []byte) prose {
	p := prose{text: source}
	for i := 0; i+1 < len(source); i++ {
		next := bytes.IndexByte(source[i:], '\\')
		if next < 0 || i+next+1 >= len(source) {
			break
		}
		i += next
		if unicode.IsPunct(rune(source[i+1])) || unicode.IsSymbol(rune(source[i+1])) {
			p.blank(i, i+2)
			i++
		}
	}
	return p
}

// blank writes over a part of the text, but for its line ends.
func (p *prose) blank(start, stop int) {
	if !p.copied {
		p.text, p.copied = bytes.Clone(p.text), true
	}
	for i := start; i < min(stop, len(p.text)); i++ {
		if p.text[i] != '\n' {
			p.text[i] = written
		}
	}
}

// leave takes a node out of the prose if it is code or HTML.
func (p *prose) leave(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.segments(n.Lines())
	case *ast.HTMLBlock:
		p.segments(n.Lines())
		if n.HasClosure() {
			p.take(n.ClosureLine)
		}
	case *ast.RawHTML:
		p.segments(n.Segments)
	case *ast.CodeSpan:
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			if t, ok := child.(*ast.Text); ok {
				p.take(t.Segment)
			}
		}
	}
}

func (p *prose) segments(list *text.Segments) {
	for i := range list.Len() {
		p.take(list.At(i))
	}
}

// take takes a segment of the source out of the prose.
func (p *prose) take(s text.Segment) {
	p.blank(s.Start, s.Stop)
	p.left = append(p.left, part{s.Start, s.Stop})
}

// hasAny reports whether a text has any of the signs.
func (p prose) hasAny(signs ...string) bool {
	for _, sign := range signs {
		if bytes.Contains(p.text, []byte(sign)) {
			return true
		}
	}
	return false
}

// addStars notes where a text has stars that were to make something bold.
func (p *prose) addStars(n *ast.Text) {
	if n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	for at := n.Segment.Start; at < n.Segment.Stop; at += 2 {
		next := bytes.Index(p.text[at:n.Segment.Stop], []byte("**"))
		if next < 0 {
			return
		}
		at += next
		p.stars = append(p.stars, at)
	}
}

// addUnpaired notes marks of emphasis in a text that stand right beside one, or
// in one at the end of a word: ***a** b shows the first star.
func (w *walker) addUnpaired(n *ast.Text) {
	if n.IsRaw() {
		return
	}
	const marks = "*_"
	start, stop := n.Segment.Start, n.Segment.Stop
	for at := start; at < stop; {
		next := bytes.IndexAny(w.prose.text[at:stop], marks)
		if next < 0 {
			return
		}
		at += next
		end := stop - len(bytes.TrimLeft(w.prose.text[at:stop], marks))
		beside := at == start && isEmphasis(n.PreviousSibling()) || end == stop && isEmphasis(n.NextSibling())
		if beside || isEmphasis(n.Parent()) && w.letterAt(at-1) != w.letterAt(end) {
			w.prose.unpaired = append(w.prose.unpaired, part{at, end})
		}
		at = end
	}
}

func isEmphasis(n ast.Node) bool { return n != nil && n.Kind() == ast.KindEmphasis }
