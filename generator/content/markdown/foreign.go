package markdown

import (
	"bytes"
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sparrausopas/generator/report"
)

// foreignMark is a mark of another program's Markdown, which stays in the text.
type foreignMark struct {
	// sign is a part of it that is looked for first. Where texts are full of it,
	// near reports by what stands around it whether it may be the mark: the
	// pattern costs much more.
	sign    string
	near    func(before, after []byte) bool
	pattern *regexp.Regexp
	rule    string
}

// foreignMarks is the table of the marks; the first group is what is wrong.
func foreignMarks() []foreignMark {
	mark := func(sign, pattern string) foreignMark {
		return foreignMark{sign, nil, regexp.MustCompile(pattern), "mark-foreign"}
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
		{"\t", nil, regexp.MustCompile(`(?m)^([^\t\n]{2,}\t[^\t\n]+(?:\t[^\t\n]+)*)\n[^\t\n]+\t[^\t\n]+`), "table-tabs"},
		{"http", isBareAddress, regexp.MustCompile(`(?m)(?:^|\s|["”]|(?:^|[^\]\s] )\()(https?://[^\s<>()\[\]"”]+)`), "address-bare"},
		{"www.", nil, regexp.MustCompile(`(?m)(?:^|\s|(?:^|[^\]\s] )\()(www\.[^\s<>()\[\]]+\.[a-z]{2,}[^\s<>()\[\]]*)`), "address-bare"},
		{"@", nil, regexp.MustCompile(`(?m)(?:^|\s|(?:^|[^\]\s] )\()([\w.+-]+@[\w-]+\.[\w.-]+)`), "address-bare"},
		{"\n2", isTightNumber, regexp.MustCompile(`(?m)^(1(?:[.)][\pL\x{a0}]|\.\)| [.)])[^\n]*)\n2(?:[.)][\pL\x{a0}]|\.\)| [.)])`), "list-space"},
		{"\n-", isLetterNext, regexp.MustCompile(`(?m)^(-[\pL\x{a0}][^\n]*)\n-[\pL\x{a0}]`), "list-space"},
		{"#", isCapitalNext, regexp.MustCompile(`(?:\A|\n\n)(#\p{Lu}[^#\n]*)(?:\n\n|\n?\z)`), "heading-space"},
	}
}

// definition is where an address of [text][name] stands.
var definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\[\]^\n][^\[\]\n]*)\]: `)

// mayBeIn reports whether a text is worth a look with the pattern.
func (m foreignMark) mayBeIn(text []byte) bool {
	for at := 0; ; at += len(m.sign) {
		next := bytes.Index(text[at:], []byte(m.sign))
		if next < 0 {
			return false
		}
		if at += next; m.near == nil || m.near(text[:at], text[at+len(m.sign):]) {
			return true
		}
	}
}

// isBareAddress reports whether an address isn't that of [text](address) or
// <address>.
func isBareAddress(before, _ []byte) bool {
	return !bytes.HasSuffix(before, []byte("](")) && !bytes.HasSuffix(before, []byte("<"))
}

// isTightNumber reports whether the number of a list's line has no space behind
// its dot or bracket, or has one before it.
func isTightNumber(_, after []byte) bool {
	return len(after) > 1 && (after[0] == ' ' || (after[0] == '.' || after[0] == ')') && after[1] != ' ' && after[1] != '\t')
}

func isLetterNext(_, after []byte) bool {
	r, _ := utf8.DecodeRune(after)
	return unicode.IsLetter(r) || r == 0xa0
}

func isCapitalNext(_, after []byte) bool {
	r, _ := utf8.DecodeRune(after)
	return unicode.IsUpper(r)
}

// foreignMarks finds marks of other programs' Markdown.
func (w *walker) foreignMarks() {
	for _, mark := range w.renderer.marks {
		if !mark.mayBeIn(w.prose.text) {
			continue
		}
		for _, at := range mark.pattern.FindAllSubmatchIndex(w.prose.text, -1) {
			w.foreignMark(mark, at[2], at[3])
		}
	}
}

// foreignMark tells of a mark, unless it means something here.
func (w *walker) foreignMark(mark foreignMark, start, stop int) {
	values := report.Values{"text": w.words(start, stop)}
	mend := func() {
		rest := without(w.whole[start:stop])
		if rest == "" && strings.HasPrefix(w.whole[stop:], " ") {
			stop++
		}
		w.mend(start, stop, rest)
	}
	text, line := values["text"].(string), w.lineAt(start)
	switch {
	case mark.sign == "][" && w.isDefined(text), mark.sign == "http" && definition.Match(line), mark.sign == "\t" && isListOfWord(line):
		return
	case mark.rule == "heading-space":
		values["text"] = headingWith("#" + text)
		mend = func() { w.mend(start, stop, headingWith("#"+w.whole[start:stop])) }
	case mark.rule == "address-bare":
		values["text"] = strings.TrimRight(text, ".,;:!?")
		values["target"] = beginning(mark.sign) + values["text"].(string)
		mend = func() { w.mendBare(start, values["text"].(string), values["target"].(string)) }
	case mark.rule == "list-space":
		mend = func() { w.eachLine(start, spacedItem) }
	case mark.rule == "table-tabs":
		mend = func() { w.tabled(start) }
	}
	w.issue(start, mark.rule, values)
	mend()
}

// mendBare makes a link of an address. One shows without its beginning.
func (w *walker) mendBare(start int, text, target string) {
	shown := strings.TrimSuffix(text, "/")
	if _, behind, found := strings.Cut(shown, "://"); found {
		shown = behind
	}
	w.mend(start, start+len(text), "["+shown+"]("+target+")")
}

// without returns a text without the marks of another program around it.
func without(text string) string {
	if strings.HasPrefix(text, "[") && strings.Contains(text, "][") {
		text, _, _ = strings.Cut(text, "][")
	}
	return strings.Trim(strings.TrimSuffix(strings.TrimPrefix(text, "[x]"), "[ ]"), "[]!~:")
}

// beginning returns what an address lacks that begins or is known by a sign.
func beginning(sign string) string {
	switch sign {
	case "www.":
		return "https://"
	case "@":
		return "mailto:"
	}
	return ""
}

// isListOfWord reports whether a line is an item of a list that has a tab behind
// its sign.
func isListOfWord(line []byte) bool {
	behind := listNumber.ReplaceAll(bytes.TrimLeft(line, "-*+ "), nil)
	if lettered.Match(behind) {
		behind = behind[bytes.IndexByte(behind, '\t'):]
	}
	return bytes.Count(line, []byte("\t")) == 1 && bytes.HasPrefix(behind, []byte("\t"))
}

// isDefined reports whether the source has the address of a reference.
func (w *walker) isDefined(reference string) bool {
	text, name, _ := strings.Cut(strings.Trim(reference, "[]"), "][")
	return w.labelled().defined[labelOf(cmp.Or(name, text))]
}
