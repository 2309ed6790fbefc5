package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// body is the text of a document in the making, as XML. The order of elements
// within an element is that of the schema: Word refuses any other.
type body struct {
	strings.Builder
	document Document
	// field writes a field.
	field func(*body, *guide.Field)
	// links are the addresses that the text leads to, lists the first numbers of
	// its lists, 0 for bullets.
	links []string
	lists []int
	table table
	// controls counts the content controls, each of which has a number.
	controls int
	// marks are the names of controls that bookmarks can't have.
	marks    []string
	problems report.Problems
}

func newBody(d Document) *body { return &body{document: d} }

// printf writes XML. Values that are texts are escaped first.
func (b *body) printf(format string, values ...any) {
	for i, value := range values {
		if text, ok := value.(string); ok {
			values[i] = escape(text)
		}
	}
	fmt.Fprintf(b, format, values...)
}

// escape returns a text as XML, without signs that XML can't have and without
// soft hyphens.
func escape(text string) string {
	var out strings.Builder
	for i, r := range text {
		switch {
		case r == '&':
			out.WriteString("&amp;")
		case r == '<':
			out.WriteString("&lt;")
		case r == '>':
			out.WriteString("&gt;")
		case r == '"':
			out.WriteString("&quot;")
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd"):
		case r == '\u00ad', r < ' ' && r != '\t' && r != '\n', r == '\ufffe', r == '\uffff':
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// para is how a paragraph looks and where it stands.
type para struct {
	// style is the id of a style, "" for plain text.
	style string
	// list is the number of the list whose item begins here, 0 for none; level
	// is how many other lists that is in.
	list, level int
	// indented says that the paragraph goes on in an item.
	indented bool
}

// begin begins a paragraph, which the caller ends.
func (b *body) begin(p para) {
	b.WriteString("<w:p>")
	if p == (para{}) {
		return
	}
	b.WriteString("<w:pPr>")
	if p.style != "" {
		b.printf(`<w:pStyle w:val="%s"/>`, p.style)
	}
	if p.list > 0 {
		b.printf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, min(p.level, levels-1), p.list)
	}
	switch left := indent * (min(p.level, levels-1) + 1); {
	case p.list > 0 && (p.style == "Quote" || p.style == "Local"):
		// The line beside the text keeps its place beside numbers.
		b.printf(`<w:ind w:left="%d" w:hanging="340"/>`, left+227)
	case p.indented:
		b.printf(`<w:ind w:left="%d"/>`, left)
	}
	b.WriteString("</w:pPr>")
}

func (b *body) end() { b.WriteString("</w:p>") }

// paragraph writes a paragraph.
func (b *body) paragraph(p para, runs ...guide.Run) {
	b.begin(p)
	b.runs(runs)
	b.end()
}

// text writes a paragraph of plain words, unless there are none.
func (b *body) text(style, text string) {
	if text != "" {
		b.paragraph(para{style: style}, guide.Run{Text: text})
	}
}

// runs writes words, and links around those that lead somewhere.
func (b *body) runs(runs []guide.Run) {
	for _, r := range runs {
		target := b.target(r.Link)
		if target == "" {
			b.run(r, "")
			continue
		}
		b.links = append(b.links, target)
		b.printf(`<w:hyperlink r:id="link%d">`, len(b.links))
		b.run(r, "Hyperlink")
		b.WriteString("</w:hyperlink>")
	}
}

// target returns where a link leads from a document that may be anywhere, "" if
// it can't tell.
func (b *body) target(link string) string {
	before, _, _ := strings.Cut(link, "/")
	base := b.document.words.site.Settings.Web.Base
	switch {
	case link == "", strings.Contains(before, ":"):
		return link
	case base == "":
		return ""
	}
	return base + link
}

// run writes words that look the same.
func (b *body) run(r guide.Run, style string) {
	b.WriteString("<w:r>")
	b.looks(r, style)
	for i, line := range strings.Split(r.Text, "\n") {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		b.printf(`<w:t xml:space="preserve">%s</w:t>`, line)
	}
	b.WriteString("</w:r>")
}

// looks writes how words look.
func (b *body) looks(r guide.Run, style string) {
	if r.Code && style == "" {
		style = "CodeWords"
	}
	if style == "" && !r.Strong && !r.Emphasis && r.Language == "" {
		return
	}
	b.WriteString("<w:rPr>")
	if style != "" {
		b.printf(`<w:rStyle w:val="%s"/>`, style)
	}
	if r.Strong {
		b.WriteString("<w:b/><w:bCs/>")
	}
	if r.Emphasis {
		b.WriteString("<w:i/><w:iCs/>")
	}
	b.inLanguage(r.Language)
	b.WriteString("</w:rPr>")
}

// inLanguage says what language words are in.
func (b *body) inLanguage(language string) {
	switch language {
	case "":
	case "ar", "fa", "he", "ur", "ckb", "ps":
		b.printf(`<w:rtl/><w:lang w:bidi="%s"/>`, language)
	default:
		b.printf(`<w:lang w:val="%s"/>`, tag(language))
	}
}

// newList returns the number of a list that begins with a number, 0 for
// bullets.
func (b *body) newList(first int) int {
	b.lists = append(b.lists, first)
	return len(b.lists)
}

// plain returns words as they are.
func plain(text string) []guide.Run { return []guide.Run{{Text: text}} }
