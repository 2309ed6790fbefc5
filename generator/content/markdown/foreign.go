package markdown

import (
	"regexp"
	"strings"

	"sparrausopas/generator/report"
)

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
