package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

// Signs that begin the lines of a list in other programs; those of Word are
// letters of fonts that nobody else has. A dash can begin a line of speech,
// too.
const (
	bullets     = "•·▪◦●■‣∙"
	wordBullets = "\uf0b7\uf0a7"
	dashes      = "–—"
)

// lines finds lines that don't begin as Markdown wants it.
func (w *walker) lines() {
	var list listLines
	at, front := 0, false
	for line := range bytes.Lines(w.prose.text) {
		if list.sign == "" && beginsWord(line) {
			at += len(line)
			continue
		}
		text := strings.TrimRight(string(line), "\n")
		start := at + len(text) - len(strings.TrimLeft(text, " \t"))
		switch {
		case isParted(strings.TrimLeft(text, " ")):
			w.issue(start, "heading-space", report.Values{"text": headingWith(string(w.source[at : at+len(line)]))})
		case !front && strings.TrimRight(text, " \t") == "+++":
			front = true
			w.issue(at, "front-in-text", nil)
		}
		if first, found := list.add(start, text); found {
			w.issue(first, "list-sign", report.Values{"sign": list.sign})
		}
		at += len(line)
	}
}

// beginsWord reports whether a line begins with a plain letter, as most do. One
// before a tab is a circle of Word.
func beginsWord(line []byte) bool {
	return line[0]|0x20 >= 'a' && line[0]|0x20 <= 'z' && (len(line) < 2 || line[1] != '\t')
}

// isParted reports whether a line is a heading without a space behind its
// signs. A single sign can begin a word of social media.
func isParted(line string) bool {
	rest := strings.TrimLeft(line, "#")
	marks := len(line) - len(rest)
	return marks >= 2 && marks <= 6 && rest != "" && !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\t")
}

// headingWith returns a line with the space that it lacks.
func headingWith(line string) string {
	line = strings.TrimSpace(line)
	rest := strings.TrimLeft(line, "#")
	return line[:len(line)-len(rest)] + " " + strings.TrimLeft(rest, " \t\u00a0")
}

// listLines are lines that begin with the same sign of a list, one after
// another.
type listLines struct {
	sign  string
	first int
	count int
	// empty reports whether the last line was empty.
	empty bool
}

// add takes a line, and where its text starts; it returns where the first line
// of a list starts when its second is found.
func (l *listLines) add(start int, line string) (first int, found bool) {
	text := strings.TrimLeft(line, " \t")
	sign := listSign(text)
	switch {
	case text == "":
		l.empty = true
		if isDash(l.sign) {
			*l = listLines{}
		}
		return 0, false
	case sign == "" && (isDash(l.sign) || l.empty):
		*l = listLines{}
	case sign != "" && sign != l.sign:
		*l = listLines{sign: sign, first: start, count: 1}
	case sign != "":
		l.count++
	}
	l.empty = false
	if isDash(sign) && endsLine(line) {
		*l = listLines{}
	}
	return l.first, sign != "" && l.count == 2
}

// listSign returns the sign of a list that a line begins with, "" for none.
func listSign(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	behind, _ := utf8.DecodeRuneInString(text[size:])
	switch {
	case behind != ' ' && behind != '\t' && behind != '\u00a0':
		return ""
	case strings.ContainsRune(wordBullets, r) || behind == '\t' && (r == 'o' || r == '§'):
		return "•"
	case strings.ContainsRune(bullets+dashes, r):
		return string(r)
	}
	return ""
}

// endsLine reports whether a line's author wanted the next to be one of its
// own.
func endsLine(line string) bool {
	return strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`)
}

// isDash reports whether a sign can begin a line of speech.
func isDash(sign string) bool { return sign != "" && strings.Contains(dashes, sign) }
