package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/report"
)

// noteSigns are what a note to oneself begins or ends with, also as programs
// for writing make it of the signs. A note that is one has been taken out.
var noteSigns = regexp.MustCompile(`[<‹]\x{a0}?!\s?(?:--|[-–—])|(?:--|[–—])[>›]`)

// OpenNote returns where a text has a sign of a note to oneself that readers
// would see, or -1.
func OpenNote(text string) int {
	if !strings.ContainsAny(text, "<‹>›") {
		return -1
	}
	if at := noteSigns.FindStringIndex(text); at != nil {
		return at[0]
	}
	return -1
}

// openNotes finds notes to oneself that stay in the text, each where it begins,
// or else an end alone.
func (w *walker) openNotes() {
	if !w.prose.hasAny("<", "‹", ">", "›") {
		return
	}
	begun := false
	for _, at := range noteSigns.FindAllIndex(w.prose.text, -1) {
		if sign := w.prose.text[at[0]]; sign != '-' && !bytes.HasPrefix(w.prose.text[at[0]:], []byte("–")) && !bytes.HasPrefix(w.prose.text[at[0]:], []byte("—")) {
			begun = true
		} else if begun {
			begun = false
			continue
		}
		w.issue(at[0], "note-open", nil)
	}
}

// foreignMark is a mark of another program's Markdown, which stays in the text.
type foreignMark struct {
	// sign is a part of it that is looked for first.
	sign    string
	pattern *regexp.Regexp
	rule    string
}

// foreignMarks is the table of the marks; the first group is what is wrong.
func foreignMarks() []foreignMark {
	mark := func(sign, pattern string) foreignMark {
		return foreignMark{sign, regexp.MustCompile(pattern), "mark-foreign"}
	}
	return []foreignMark{
		mark("[[", `(\[\[[^\[\]\n]+\]\])`),
		mark("][", `(\[[^\[\]\n]+\]\[[^\[\]\n]*\])`),
		mark("[ ] ", `(?m)^\s*[-*+] (\[ \]) `),
		mark("[x] ", `(?m)^\s*[-*+] (\[x\]) `),
		mark("~~", `(~~[^~\n]+~~)`),
		mark("[!", `(?m)^[> ]*(\[![A-Za-z]+\])`),
		mark("!!!", `(?m)^(!!!) ?\pL`),
		mark(":::", `(?m)^(:::)`),
		{"\t", regexp.MustCompile(`(?m)^([^\t\n]{2,}\t[^\t\n]+(?:\t[^\t\n]+)*)\n[^\t\n]+\t[^\t\n]+`), "table-tabs"},
		{"http", regexp.MustCompile(`(?m)(?:^|\s)(https?://[^\s<>()\[\]]+)`), "address-bare"},
		{"\n2", regexp.MustCompile(`(?m)^(1[.)]\pL[^\n]*)\n2[.)]\pL`), "list-space"},
		{"\n-", regexp.MustCompile(`(?m)^(-\pL[^\n]*)\n-\pL`), "list-space"},
		{"#", regexp.MustCompile(`(?:\A|\n\n)(#\p{Lu}[^#\n]*)(?:\n\n|\n?\z)`), "heading-space"},
	}
}

// definition is where an address of [text][name] stands.
var definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\[\]^\n][^\[\]\n]*)\]: `)

// foreignMarks finds marks of other programs' Markdown.
func (w *walker) foreignMarks() {
	for _, mark := range w.renderer.marks {
		if !w.prose.hasAny(mark.sign) {
			continue
		}
		for _, at := range mark.pattern.FindAllSubmatchIndex(w.prose.text, -1) {
			text := w.words(at[2], at[3])
			if mark.sign == "][" && w.isDefined(text) || mark.sign == "http" && definition.Match(w.lineAt(at[2])) {
				continue
			}
			if mark.rule == "heading-space" {
				text = headingWith("#" + text)
			}
			w.issue(at[2], mark.rule, report.Values{"text": text})
		}
	}
}

// isDefined reports whether the source has the address of a reference.
func (w *walker) isDefined(reference string) bool {
	text, name, _ := strings.Cut(strings.Trim(reference, "[]"), "][")
	if name == "" {
		name = text
	}
	for _, found := range definition.FindAllSubmatch(w.source, -1) {
		if strings.EqualFold(string(found[1]), name) {
			return true
		}
	}
	return false
}

// underlined finds a text that a line below it made a heading.
func (w *walker) underlined(n *ast.Heading) {
	if line := bytes.TrimLeft(w.lineAt(offset(n, w.source)), " \t>"); !bytes.HasPrefix(line, []byte("#")) {
		w.issue(offset(n, w.source), "heading-underline", report.Values{"heading": w.shown(n)})
	}
}

// tableLine is the line below a table's heads.
var tableLine = regexp.MustCompile(`^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$`)

// brokenTable finds a table whose line below the heads has other parts than
// these, so that it stays a text.
func (w *walker) brokenTable(n *ast.Paragraph) {
	lines := n.Lines()
	if lines.Len() < 2 {
		return
	}
	heads, line := lines.At(0), lines.At(1)
	heads, line = heads.TrimRightSpace(w.source), line.TrimRightSpace(w.source)
	if below := line.Value(w.source); bytes.ContainsRune(heads.Value(w.source), '|') && bytes.ContainsRune(below, '|') && tableLine.Match(below) {
		w.issue(line.Start, "table-line", report.Values{"cells": strconv.Itoa(cells(heads.Value(w.source))), "found": strconv.Itoa(cells(below))})
	}
}

// lostCells finds rows with more cells than the table has columns: those don't
// show.
func (w *walker) lostCells(n *tables.Table) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		at := offset(row, w.source)
		if found := cells(w.lineAt(at)); found > len(n.Alignments) {
			w.issue(at, "table-cells", report.Values{"found": strconv.Itoa(found), "columns": strconv.Itoa(len(n.Alignments))})
		}
	}
}

// cells counts the cells of a table's row as Markdown does, which parts them
// even within code.
func cells(row []byte) int {
	row = bytes.TrimSpace(bytes.TrimLeft(row, "> \t"))
	row = bytes.TrimPrefix(row, []byte("|"))
	count, escaped := 1, false
	for i, b := range row {
		if b == '|' && !escaped && i < len(row)-1 {
			count++
		}
		escaped = b == '\\' && !escaped
	}
	return count
}
