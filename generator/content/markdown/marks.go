package markdown

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// leftMark is a mark of this or another program that meant nothing where it
// stands, so that readers see it.
type leftMark struct {
	// atWord says that it is one only where a word begins.
	atWord  bool
	pattern *regexp.Regexp
}

// leftMarks is the table of the marks, by sign.
func leftMarks() (table [256][]leftMark) {
	const atWord, anywhere = true, false
	for _, m := range []struct {
		sign    string
		atWord  bool
		pattern string
	}{
		{"*", atWord, `\*\*[^\s*][^*\n]*\*\*`},
		{"*", atWord, `\*[^\s*][^*\n]*\*(?:[^*]|$)`},
		{"_", atWord, `_{1,2}[\pL\d"”]`},
		{"~", anywhere, `~~|~\w+~`},
		{"^", anywhere, `\^[\[(\w]`},
		{"[", anywhere, `\[(?:\[|\^|!| \] |[xX]\]|(?i:toc)\]|[^\[\]()\n]*\([^()\s]+\.md[)#])`},
		{"]", anywhere, `\][(\[{]`},
		{"{", anywhere, `\{[{#%.:][^{}\n]*\}*`},
		{"|", anywhere, `\|(?:[^|\n]*\||[ \t]*(?:\n|$))`},
		{"\\", anywhere, `\\[\pL\s]`},
		{"`", anywhere, "`+"},
		{"=", anywhere, `={3,}|==[^=\s][^=\n]*==`},
		{"+", anywhere, `\+\+[^+\s][^+\n]*\+\+`},
		{"<", anywhere, `</?(?:https?:|www\.|(?:[abipu]|em|strong|br|su[bp]|span|div|font|o:p|h\d|[ou]l|li|img|table|t[drh])\b)[^\s<>]*>?`},
		{"#", atWord, `##+\pL`},
		{"&", anywhere, `&(?:amp;)?(?:nbsp|amp|[lg]t|quot|shy|[AaOoUu]uml|[Aa]ring|[mn]dash|hellip|#x?[0-9A-Fa-f]+)(?:[^\pL\pN;]|$)|&lt;!|&amp;(?:\pL+|#x?[0-9A-Fa-f]+);`},
		{"%", anywhere, `%%`},
		{"$", anywhere, `\$\$`},
		{"/", atWord, `//\pL|/\*`},
		{":", atWord, `:::|:[a-z_]{2,}:`},
		{"!", anywhere, `!\[`},
		// Letters of fonts that nobody else has, and what couldn't be read.
		{"\xee\xef", anywhere, `[\x{e000}-\x{f0a6}\x{f0a8}-\x{f0b6}\x{f0b8}-\x{f8ff}\x{fffd}]`},
	} {
		mark := leftMark{atWord: m.atWord, pattern: regexp.MustCompile("^(?:" + m.pattern + ")")}
		for _, sign := range []byte(m.sign) {
			table[sign] = append(table[sign], mark)
		}
	}
	return table
}

var markTable = leftMarks()

// findMark returns where the first mark stands in a text from a place on, and
// its length; -1 for none.
func findMark(text []byte, from int) (at, length int) {
	for at := from; at < len(text); at++ {
		marks := markTable[text[at]]
		if marks == nil {
			continue
		}
		for _, m := range marks {
			if m.atWord && isWithin(text[:at]) {
				continue
			}
			if found := m.pattern.Find(text[at:]); found != nil && !isPath(text, at) {
				return at, len(found)
			}
		}
	}
	return -1, 0
}

// LeftMark returns the first mark that readers would see in a text that is no
// Markdown, "" for none.
func LeftMark(text string) string {
	at, length := findMark(newProse([]byte(text)).text, 0)
	if at < 0 {
		return ""
	}
	return strings.TrimSpace(text[at : at+length])
}

// Plain returns a text that is no Markdown as readers see it: signs behind a
// backslash are plain, as they are elsewhere.
func Plain(l language.Language, text string) string {
	return html.UnescapeString(unescaped(l.Typography(text)))
}

// fieldMarks finds the first mark in the lines of a field, which aren't
// Markdown. The cells of rows are parted by |.
func (w *walker) fieldMarks(n *ast.FencedCodeBlock, kind fieldKind, lines string) {
	if note := OpenNote(lines); note >= 0 {
		w.issue(n.Lines().At(0).Start+note, "note-open", nil)
		return
	}
	text := newProse([]byte(lines)).text
	if kind.name == "rows" {
		text = bytes.ReplaceAll(text, []byte("|"), []byte(" "))
	}
	if at, length := findMark(text, 0); at >= 0 {
		w.issue(n.Lines().At(0).Start+at, "mark-left", report.Values{"text": strings.TrimSpace(lines[at : at+length])})
	}
}

// isWithin reports whether a text ends within a word or an address.
func isWithin(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == ':'
}

// longestPath is how far before a backslash its path begins at the most.
const longestPath = 260

// isPath reports whether a backslash parts folders: C:\Users.
func isPath(text []byte, at int) bool {
	if text[at] != '\\' {
		return false
	}
	word := text[max(0, at-longestPath):at]
	return bytes.IndexByte(word[bytes.LastIndexAny(word, " \n")+1:], ':') >= 0
}
