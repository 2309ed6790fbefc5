package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

// Signs that begin the lines of a list in other programs; those of Word are
// letters of fonts that nobody else has. A dash can begin a line of speech,
// too.
const (
	bullets     = "•·▪◦●■‣∙○◆◇►▸➢➤→✓✔✗☐☑★"
	wordBullets = "\uf0b7\uf0a7"
	wordLetters = "o§üØvq¨à"
	dashes      = "–—−‐‑"
)

// letters stands for what begins the lines of a list that counts by letters.
const letters = "a)"

var lettered = regexp.MustCompile(`^(?:[a-zA-Z]|[ivx]{2,4})[.)][ \t\x{a0}]`)

// item is a line that is an item of a list, tight one that was to be.
var (
	item  = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,9}[.)]) `)
	tight = regexp.MustCompile(`^\s*(?:-\pL|\d{1,3}[.)]\pL)`)
)

// lines finds lines that don't begin as Markdown wants it.
func (w *walker) lines() {
	var list listLines
	at, front, inList := 0, false, false
	for line := range bytes.Lines(w.prose.text) {
		if list.sign == "" && beginsWord(line) {
			at += len(line)
			inList = false
			continue
		}
		text := strings.TrimRight(string(line), "\n")
		start := at + len(text) - len(strings.TrimLeft(text, " \t"))
		switch wasItem := inList; {
		case wasItem && tight.MatchString(text):
			w.issue(start, "list-space", report.Values{"text": w.words(start, at+len(text))})
			w.eachLine(start, spacedItem)
		case wasItem && listSign(text[start-at:]) != "":
			list = listLines{sign: listSign(text[start-at:]), first: start, count: 2}
			w.issue(start, "list-sign", report.Values{"sign": list.sign})
			w.eachLine(start, listed(list.sign))
		case isParted(strings.TrimLeft(text, " ")):
			w.issue(start, "heading-space", report.Values{"text": headingWith(string(w.source[at : at+len(line)]))})
			w.mend(at, at+len(text), headingWith(w.whole[at:at+len(text)]))
		case !front && strings.TrimRight(text, " \t") == "+++":
			front = true
			w.issue(at, "front-in-text", nil)
		}
		inList = item.MatchString(text)
		if first, found := list.add(start, text); found {
			w.issue(first, "list-sign", report.Values{"sign": list.sign})
			w.eachLine(first, listed(list.sign))
		}
		at += len(line)
	}
}

// beginsWord reports whether a line begins with a plain letter, as most do. One
// before a tab is a sign of Word's, one before a bracket or a dot counts.
func beginsWord(line []byte) bool {
	return line[0]|0x20 >= 'a' && line[0]|0x20 <= 'z' && (len(line) < 2 || bytes.IndexByte([]byte("\t).iv"), line[1]) < 0)
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
		if isAloud(l.sign) {
			*l = listLines{}
		}
		return 0, false
	case sign == "" && (isAloud(l.sign) || l.empty):
		*l = listLines{}
	case sign == letters && sign != l.sign && !strings.ContainsAny(text[:1], "aAi"):
		*l = listLines{}
		return 0, false
	case sign != "" && sign != l.sign:
		*l = listLines{sign: sign, first: start, count: 1}
	case sign != "":
		l.count++
	}
	l.empty = false
	if isAloud(sign) && endsLine(line) {
		*l = listLines{}
	}
	return l.first, sign != "" && l.count == 2
}

// listSign returns the sign of a list that a line begins with, "" for none.
func listSign(text string) string {
	if lettered.MatchString(text) {
		return letters
	}
	r, size := utf8.DecodeRuneInString(text)
	behind, _ := utf8.DecodeRuneInString(text[size:])
	switch {
	case behind != ' ' && behind != '\t' && behind != '\u00a0':
		return ""
	case strings.ContainsRune(wordBullets, r) || behind == '\t' && strings.ContainsRune(wordLetters, r) && strings.Count(text, "\t") == 1:
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

// isAloud reports whether a line with a sign may well stand by itself: a dash
// can begin a line of speech, a letter a part of a law.
func isAloud(sign string) bool {
	return sign == letters || sign != "" && strings.Contains(dashes, sign)
}
