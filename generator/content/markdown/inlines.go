package markdown

import (
	"bytes"
	"net/url"
	"strconv"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sparrausopas/generator/report"
)

func (w *walker) inlineNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.String:
		w.text(string(n.Value))
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Emphasis:
		w.tags(n, true)
		w.children(n)
		w.tags(n, false)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		w.rawHTML(n)
		w.tags(n, true)
	case *passage:
		w.passage(n)
	case *tables.FootnoteLink:
		number := strconv.Itoa(n.Index)
		w.inline(`<sup id="` + reference(n.RefIndex, number) + `"><a href="#fn:` + number + `" class="footnote-ref" role="doc-noteref">`)
		w.text(number)
		w.inline("</a></sup>")
	case *tables.FootnoteBacklink:
		w.text("&#160;")
		w.inline(`<a href="#` + reference(n.RefIndex, strconv.Itoa(n.Index)) + `" class="footnote-backref" role="doc-backlink">`)
		w.text("↑")
		w.inline("</a>")
	default:
		w.children(n)
	}
}

// reference returns the id of a place that names a footnote.
func reference(time int, number string) string {
	if time > 0 {
		return "fnref" + strconv.Itoa(time) + ":" + number
	}
	return "fnref:" + number
}

// joined writes a text with the texts behind it that belong to it, and gives
// the last of them: goldmark parts texts at line ends and at signs that could
// have meant something, but terms and ranges go on across these.
func (w *walker) joined(n *ast.Text) *ast.Text {
	value, last := w.join(n, w.slip)
	w.parts = append(w.parts, part{n.Segment.Start, last.Segment.Stop})
	switch {
	case n.IsRaw():
		w.text(escape([]byte(value)))
	case len(w.renderer.terms) > 0 && !w.short && w.fixed == 0:
		w.linkTerms(value)
	default:
		w.set(value)
	}
	if last.HardLineBreak() {
		w.block("<br>\n")
	} else if last.SoftLineBreak() {
		w.text("\n")
	}
	return last
}

// join returns the source of a text and of those that belong to it, and the
// last of them.
func (w *walker) join(n *ast.Text, each func(*ast.Text)) (string, *ast.Text) {
	segment, last := n.Segment, n
	each(n)
	for {
		next, ok := last.NextSibling().(*ast.Text)
		if !ok || n.IsRaw() || next.IsRaw() || last.HardLineBreak() || !w.adjoin(segment, next.Segment) {
			break
		}
		each(next)
		segment, last = text.NewSegment(segment.Start, next.Segment.Stop), next
	}
	if segment.Padding > 0 {
		return string(segment.Value(w.source)), last
	}
	return w.whole[segment.Start:segment.Stop], last
}

// adjoin reports whether nothing but a line end stands between two pieces of
// the source.
func (w *walker) adjoin(a, b text.Segment) bool {
	if a.Padding != 0 || b.Padding != 0 || a.Stop > b.Start {
		return false
	}
	if a.Stop == b.Start {
		return true
	}
	between := bytes.TrimLeft(w.source[a.Stop:b.Start], " ")
	return bytes.HasPrefix(between, []byte("\n")) && len(bytes.TrimLeft(between, "\n ")) == 0
}

// slip looks for what an author may have meant by the signs in a text.
func (w *walker) slip(n *ast.Text) {
	w.prose.addStars(n)
	w.addUnpaired(n)
	w.brokenLink(n)
}

// set writes running text as the language wants it.
func (w *walker) set(value string) { w.text(unescaped(w.renderer.language.Spacing(value))) }

func (w *walker) codeSpan(n *ast.CodeSpan) {
	w.prose.leave(n)
	w.inline("<code>")
	w.verbatim++
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		value := child.(*ast.Text).Segment.Value(w.source)
		if line, found := bytes.CutSuffix(value, []byte("\n")); found {
			w.text(escape(line) + " ")
		} else {
			w.text(escape(value))
		}
	}
	w.flush()
	w.verbatim--
	w.inline("</code>")
}

func (w *walker) link(n *ast.Link) {
	w.linkText(n, w.shown(n))
	href, gone := w.follow(n, n.Destination)
	if gone {
		w.children(n)
		return
	}
	w.fixed++
	w.inline(`<a href="` + address(href) + `"` + titleOf(n.Title) + ">")
	w.children(n)
	w.inline("</a>")
	w.fixed--
}

// address returns a link's destination as it stands in an attribute, "" for one
// that could do harm.
func address(destination []byte) string {
	destination = util.URLEscape(destination, true)
	if html.IsDangerousURL(destination) {
		return ""
	}
	return escape(destination)
}

func titleOf(title []byte) string {
	if title == nil {
		return ""
	}
	return ` title="` + unescaped(string(title)) + `"`
}

func (w *walker) autoLink(n *ast.AutoLink) {
	href, label := util.URLEscape(n.URL(w.source), false), n.Label(w.source)
	if n.AutoLinkType == ast.AutoLinkURL {
		w.linkText(n, string(label))
		w.follow(n, n.URL(w.source))
	}
	start := `<a href="`
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(href), []byte("mailto:")) {
		start += "mailto:"
	}
	if !html.IsDangerousURL(href) {
		start += escape(href)
	}
	w.inline(start + `">`)
	w.text(escape(label))
	w.inline("</a>")
}

func (w *walker) image(n *ast.Image) {
	w.imageText(n)
	if at, err := url.Parse(string(n.Destination)); err == nil && at.Host != "" {
		w.issue(offset(n, w.source), "output-outside", report.Values{"target": string(n.Destination)})
	}
	href, _ := w.follow(n, n.Destination)
	w.inline(`<img src="` + address(href) + `" alt="`)
	// What is in the text is looked at, but its words alone are written.
	before := *w.writer
	w.fixed++
	w.children(n)
	w.fixed--
	*w.writer = before
	start := len(w.out)
	w.out = append(w.out, escape([]byte(w.shown(n)))...)
	if len(w.out) > start {
		w.span(start)
	}
	w.inline(`"` + titleOf(n.Title) + ">")
}

func (w *walker) passage(n *passage) {
	w.fixed++
	w.inline(`<span lang="` + escape([]byte(n.tag)) + `">`)
	w.verbatim++
	w.children(n)
	w.flush()
	w.verbatim--
	w.inline("</span>")
	w.fixed--
}
