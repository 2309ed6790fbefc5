package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// passages are words in another language than the page: [words]{lang=sv}.
// They are read as two marks, which the walker makes a passage of.
type passages struct{}

var (
	kindMark    = ast.NewNodeKind("LanguageMark")
	kindPassage = ast.NewNodeKind("Passage")
	langStart   = []byte("]{lang=")
)

// mark is where a passage begins, without a tag, or ends.
type mark struct {
	ast.BaseInline
	tag    string
	offset int
}

func (m *mark) Kind() ast.NodeKind            { return kindMark }
func (m *mark) Dump(source []byte, level int) { ast.DumpHelper(m, source, level, nil, nil) }

// passage is an inline text in the language of tag.
type passage struct {
	ast.BaseInline
	tag string
}

func (p *passage) Kind() ast.NodeKind            { return kindPassage }
func (p *passage) Dump(source []byte, level int) { ast.DumpHelper(p, source, level, nil, nil) }

// Extend lets marks be read before links.
func (p passages) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(p, 90)))
}

// Trigger are the brackets.
func (passages) Trigger() []byte { return []byte("[]") }

var openMarks, hasMarks = parser.NewContextKey(), parser.NewContextKey()

// mayHaveMarks reports whether a text has any. It is looked at once.
func mayHaveMarks(source []byte, context parser.Context) bool {
	known, ok := context.Get(hasMarks).(bool)
	if !ok {
		known = bytes.Contains(source, langStart)
		context.Set(hasMarks, known)
	}
	return known
}

// Parse reads a bracket that belongs to a passage, and leaves all others.
func (passages) Parse(_ ast.Node, block text.Reader, context parser.Context) ast.Node {
	if !mayHaveMarks(block.Source(), context) {
		return nil
	}
	line, segment := block.PeekLine()
	open, _ := context.Get(openMarks).(int)
	if line[0] == '[' {
		if !beginsPassage(block.Source()[segment.Start:]) {
			return nil
		}
		context.Set(openMarks, open+1)
		block.Advance(1)
		return &mark{offset: segment.Start}
	}
	rest, found := bytes.CutPrefix(line, langStart)
	tag, _, closed := bytes.Cut(rest, []byte("}"))
	if !found || !closed || open == 0 {
		return nil
	}
	context.Set(openMarks, open-1)
	block.Advance(len(langStart) + len(tag) + 1)
	return &mark{tag: string(bytes.Trim(tag, `" `)), offset: segment.Start}
}

// beginsPassage reports whether the bracket that belongs to the one that the
// text begins with has a language behind it, in the same paragraph.
func beginsPassage(source []byte) bool {
	depth := 0
	paragraph, _, _ := bytes.Cut(source, []byte("\n\n"))
	if !bytes.Contains(paragraph, langStart) {
		return false
	}
	for i := 0; i < len(paragraph); i++ {
		switch paragraph[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				end := bytes.IndexByte(paragraph[i:], '}')
				return end > 0 && bytes.HasPrefix(paragraph[i:], langStart) && !bytes.Contains(paragraph[i:i+end], []byte("\n"))
			}
		}
	}
	return false
}

// joinMarks makes passages of the marks.
func (w *walker) joinMarks(document ast.Node) {
	if !bytes.Contains(w.source, langStart) {
		return
	}
	var open, all []*mark
	// The callback never fails.
	_ = ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if m, ok := n.(*mark); ok && entering {
			all = append(all, m)
		}
		return ast.WalkContinue, nil
	})
	for _, m := range all {
		switch last := len(open) - 1; {
		case w.source[m.offset] == '[':
			open = append(open, m)
		case last >= 0:
			w.joinMark(open[last], m)
			open = open[:last]
		}
	}
}

// joinMark makes a passage of what stands between two marks.
func (w *walker) joinMark(open, end *mark) {
	parent := open.Parent()
	switch {
	case !language.Known(end.tag):
		w.issue(end.offset, "language-mark-unknown", report.Values{"mark": end.text(), "tag": end.tag})
	case end.Parent() != parent:
		w.issue(end.offset, "language-mark", report.Values{"mark": end.text()})
		return
	}
	p := &passage{tag: end.tag}
	parent.InsertBefore(parent, open, p)
	for n := open.NextSibling(); n != ast.Node(end); n = open.NextSibling() {
		p.AppendChild(p, n)
	}
	parent.RemoveChild(parent, open)
	parent.RemoveChild(parent, end)
}

// text is a mark at the end of a passage as its author wrote it.
func (m *mark) text() string { return "{lang=" + m.tag + "}" }
