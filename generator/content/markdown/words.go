package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// glossary finds terms in running text: forms by their first word, the
// longest form first. A term without forms is in the glossary alone: a word as
// plain as "kunta" would only be in the way as a link.
type glossary map[string][]form

type form struct {
	words []string
	term  *guide.Term
}

func newGlossary(l language.Language, terms []*guide.Term) glossary {
	g := glossary{}
	for _, term := range terms {
		if len(term.Forms) == 0 {
			continue
		}
		for _, written := range append([]string{term.Title}, term.Forms...) {
			words := strings.Fields(strings.ToLower(l.Typography(written)))
			if len(words) > 0 {
				g[words[0]] = append(g[words[0]], form{words, term})
			}
		}
	}
	for _, forms := range g {
		slices.SortStableFunc(forms, func(a, b form) int { return len(b.words) - len(a.words) })
	}
	return g
}

// match gives the term whose form starts at a word of the text, and where
// that form ends.
func (g glossary) match(word string, rest string) (*guide.Term, int) {
	for _, f := range g[strings.ToLower(word)] {
		end, ok := 0, true
		for _, next := range f.words[1:] {
			after := strings.TrimLeft(rest[end:], " \n")
			gap := len(rest) - end - len(after)
			if ok = gap > 0 && hasWordPrefix(after, next); !ok {
				break
			}
			end += gap + len(next)
		}
		if ok {
			return f.term, end
		}
	}
	return nil, 0
}

// hasWordPrefix tells whether text starts with word, whatever the case of the
// letters, and the word ends there.
func hasWordPrefix(text, word string) bool {
	if len(text) < len(word) || !strings.EqualFold(text[:len(word)], word) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(word):])
	return !isWordRune(next)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-')
}

// insideFixed tells whether a text stands where no link belongs.
func insideFixed(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		switch p.(type) {
		case *ast.Heading, *ast.Link, *ast.Image, *ast.AutoLink, *passage:
			return true
		}
	}
	return false
}

// linkTerms puts links around the terms in n and gives the pieces of text that
// it then consists of.
func (w *walker) linkTerms(n *ast.Text, linked map[*guide.Term]bool) []*ast.Text {
	value := string(n.Segment.Value(w.source))
	var pieces []*ast.Text
	for i := 0; i < len(value); {
		length := wordLength(value[i:])
		if length == 0 {
			_, size := utf8.DecodeRuneInString(value[i:])
			i += size
			continue
		}
		term, more := w.renderer.terms.match(value[i:i+length], value[i+length:])
		if term == nil || linked[term] || term.Address == w.page.Address {
			i += length
			continue
		}
		linked[term] = true
		pieces = append(pieces, w.splitLink(n, i, i+length+more, term)...)
		value, i = string(n.Segment.Value(w.source)), 0
	}
	return append(pieces, n)
}

func wordLength(text string) int {
	for i, r := range text {
		if !isWordRune(r) {
			return i
		}
	}
	return len(text)
}

// splitLink makes bytes from..to of n a link to the term, cuts n down to what
// is behind it, and gives the texts before and in the link.
func (w *walker) splitLink(n *ast.Text, from, to int, term *guide.Term) []*ast.Text {
	start, parent := n.Segment.Start, n.Parent()
	before := ast.NewTextSegment(text.NewSegment(start, start+from))
	inside := ast.NewTextSegment(text.NewSegment(start+from, start+to))
	link := ast.NewLink()
	link.Destination = []byte(guide.Relative(w.page.Address, term.Address))
	link.SetAttributeString("class", []byte("term"))
	link.AppendChild(link, inside)
	parent.InsertBefore(parent, n, before)
	parent.InsertBefore(parent, n, link)
	n.Segment = text.NewSegment(start+to, n.Segment.Stop)
	return []*ast.Text{before, inside}
}
