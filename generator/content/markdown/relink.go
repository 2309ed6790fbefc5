package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Led is a link whose destination Relink changed: where it stood in the text,
// what it was and what it is now, "" for a link that became plain text.
type Led struct {
	Offset   int
	From, To string
}

// Relink leads links and pictures of a text elsewhere, and leaves all else byte
// for byte. Lead returns a new destination; where keep isn't set, the text of the
// link stays without it. Links inline and by reference are led, and nothing in
// code, fields and notes to oneself. The changed text is read again: if its
// links aren't those that were wanted, it stays as it was.
func Relink(source string, lead func(destination string) (to string, keep bool)) (string, []Led) {
	old := destinations(source)
	if len(old.list) == 0 {
		return source, nil
	}
	var led []Led
	var out strings.Builder
	end := 0
	for _, at := range linkDestination.FindAllStringSubmatchIndex(source, -1) {
		start, stop, inline := placeOf(at)
		if at[0] < end || old.isCode(at[0]) || at[0] > 0 && source[at[0]-1] == '\\' {
			continue
		}
		to, keep := lead(source[start:stop])
		open, after := 0, 0
		if !keep {
			open, after = old.extent(source, at[0], at[1])
		}
		switch {
		case keep && to != source[start:stop]:
			out.WriteString(source[end:start] + to)
			end = stop
		case !keep && inline && open >= end && after > 0:
			out.WriteString(source[end:open] + source[open+1:at[0]])
			end = after
		default:
			continue
		}
		led = append(led, Led{start, source[start:stop], to})
	}
	changed := out.String() + source[end:]
	if !slices.Equal(destinations(changed).list, old.led(lead)) {
		return source, nil
	}
	return changed, led
}

// linkDestination finds what may be the destination of a link: behind the text of
// one, and in a definition.
var linkDestination = regexp.MustCompile(`\]\([ \t]*\n?[ \t]*(?:<([^<>\n]*)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))|(?m:^[ \t>]*\[[^\]\[\n^]+\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+)))`)

// placeOf returns where the destination of a match stands, and whether the link is
// an inline one.
func placeOf(at []int) (start, stop int, inline bool) {
	for i := 2; i < len(at); i += 2 {
		if at[i] >= 0 {
			return at[i], at[i+1], i < 6
		}
	}
	return 0, 0, false
}

// linkEnd is what stands behind a destination of an inline link.
var linkEnd = regexp.MustCompile(`^(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)`)

// linked is what is known of a text's links.
type linked struct {
	list []string
	code [][2]int
}

// extent returns where the brackets of a link open whose text ends at a place, and
// where the link ends behind its destination; 0 if it can't be seen.
func (l linked) extent(source string, close, behind int) (open, after int) {
	tail := linkEnd.FindString(source[behind:])
	if tail == "" {
		return 0, 0
	}
	depth := 1
	for open = close - 1; open >= 0; open-- {
		if l.isCode(open) || open > 0 && source[open-1] == '\\' {
			continue
		}
		switch source[open] {
		case ']':
			depth++
		case '[':
			depth--
		}
		if depth == 0 {
			return open, behind + len(tail)
		}
	}
	return 0, 0
}

func (l linked) isCode(at int) bool {
	return slices.ContainsFunc(l.code, func(span [2]int) bool { return span[0] <= at && at < span[1] })
}

// led returns the destinations that links are wanted to have.
func (l linked) led(lead func(string) (string, bool)) (wanted []string) {
	for _, destination := range l.list {
		if to, keep := lead(destination); keep {
			wanted = append(wanted, to)
		}
	}
	return wanted
}

// plainParser reads texts of all languages.
var plainParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table, passages{}, extension.DefinitionList, extension.Footnote),
		goldmark.WithParserOptions(parser.WithHeadingAttribute())).Parser()
})

// destinations reads where the links of a text lead, and where it has no links.
func destinations(source string) (found linked) {
	raw := []byte(source)
	span := func(segments *text.Segments) {
		for _, s := range segments.Sliced(0, segments.Len()) {
			found.code = append(found.code, [2]int{s.Start, s.Stop})
		}
	}
	// The walk has no errors.
	_ = ast.Walk(plainParser().Parse(text.NewReader(raw)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link:
			found.add(n.Destination, entering)
		case *ast.Image:
			found.add(n.Destination, entering)
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
			span(n.Lines())
		case *ast.RawHTML:
			span(n.Segments)
		case *ast.CodeSpan:
			for child := n.FirstChild(); child != nil; child = child.NextSibling() {
				if t, ok := child.(*ast.Text); ok {
					found.code = append(found.code, [2]int{t.Segment.Start, t.Segment.Stop})
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return found
}

func (l *linked) add(destination []byte, entering bool) {
	if entering {
		l.list = append(l.list, string(bytes.Clone(destination)))
	}
}
