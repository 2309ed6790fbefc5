package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/report"
)

// linkText finds a link that doesn't say where it leads.
func (w *walker) linkText(n ast.Node, text string) {
	text = strings.TrimSpace(text)
	switch {
	case isLongAddress(text):
		w.issue(offset(n, w.source), "link-address", report.Values{"text": text})
		w.askText(offset(n, w.source), "fix-ask-link")
	case w.renderer.language.SaysNothing(text) && !showsPicture(n):
		w.issue(offset(n, w.source), "link-text", report.Values{"text": text})
		w.askText(offset(n, w.source), "fix-ask-link")
	}
}

// isLongAddress reports whether an address isn't only the name of a site, which
// can be read aloud.
func isLongAddress(text string) bool {
	scheme, rest, found := strings.Cut(text, "://")
	return found && (scheme == "https" || scheme == "http") && strings.Contains(strings.TrimSuffix(rest, "/"), "/")
}

// showsPicture reports whether a link leads on from a picture, whose own text
// says where.
func showsPicture(n ast.Node) bool {
	first := n.FirstChild()
	return first != nil && first.Kind() == ast.KindImage
}

// imageText finds a picture that says nothing to those who can't see it.
func (w *walker) imageText(n *ast.Image) {
	if strings.TrimSpace(w.shown(n)) == "" {
		w.issue(offset(n, w.source), "image-text", report.Values{"target": string(n.Destination)})
		w.askText(offset(n, w.source), "fix-ask-image")
	}
}

// tableHeader finds a table whose columns have no names.
func (w *walker) tableHeader(n *tables.TableHeader) {
	if strings.TrimSpace(w.shown(n)) == "" {
		w.issue(offset(n, w.source), "table-header", nil)
	}
}

// indented finds prose that a tab or spaces before it make code of.
func (w *walker) indented(n *ast.CodeBlock) {
	first := n.Lines().At(0)
	text := strings.TrimSpace(string(first.Value(w.source)))
	if len(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })) < 2 {
		return
	}
	start := bytes.LastIndexByte(w.source[:first.Start], '\n') + 1
	by := report.Word("sign-spaces")
	if bytes.IndexByte(w.source[start:first.Start], '\t') >= 0 {
		by = "sign-tab"
	}
	w.issue(first.Start, "text-indented", report.Values{"sign": by})
	end := n.Lines().At(n.Lines().Len() - 1).Stop
	lines := strings.Split(strings.TrimRight(w.whole[start:end], " \t\n"), "\n")
	w.mend(start, start+len(strings.Join(lines, "\n")), strings.Join(report.Names(lines, strings.TrimSpace), "\n"))
}

// spaced is the end of a link whose address has a space in it.
var spaced = regexp.MustCompile(`^\]\(([^()\n]*[^()\s])\s+([^()\n"'\s][^()\n"']*)\)`)

// brokenLink finds a link that Markdown leaves as it is, brackets and all, for
// the space in its address.
func (w *walker) brokenLink(n *ast.Text) {
	text := w.source[n.Segment.Start:]
	end := bytes.Index(text[:min(n.Segment.Len()+1, len(text))], []byte("]("))
	if end < 0 || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	if match := spaced.FindSubmatch(text[end:]); match != nil {
		w.issue(n.Segment.Start+end, "link-space", report.Values{"target": string(match[1]) + " " + string(match[2])})
		address := n.Segment.Start + end + len("](")
		written := w.whole[address : n.Segment.Start+end+len(match[0])-1]
		for _, space := range []string{"-", "%20"} {
			as := strings.Join(strings.Fields(written), space)
			if _, wrong := w.resolve(as); wrong == nil {
				w.mend(address, address+len(written), as)
				break
			}
		}
	}
}
