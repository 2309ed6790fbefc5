package markdown

import (
	"html"
	"net/url"
	"strconv"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/guide"
)

// words returns the words in a node.
func (o *outliner) words(n ast.Node) []guide.Run {
	o.runs = nil
	o.inlines(n)
	return o.runs
}

func (o *outliner) add(text string) {
	if last := len(o.runs) - 1; last >= 0 {
		if before := o.runs[last]; unworded(before) == o.run {
			o.runs[last].Text += text
			return
		}
	}
	run := o.run
	run.Text = text
	o.runs = append(o.runs, run)
}

// unworded is how a run looks.
func unworded(r guide.Run) guide.Run {
	r.Text = ""
	return r
}

func (o *outliner) inlines(parent ast.Node) {
	before := o.run
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch child := n.(type) {
		case *ast.Text:
			n = o.joinedText(child)
			continue
		case *ast.String:
			o.add(string(child.Value))
		case *ast.Emphasis:
			o.run.Strong, o.run.Emphasis = o.run.Strong || child.Level > 1, o.run.Emphasis || child.Level == 1
		case *ast.CodeSpan:
			o.run.Code = true
		case *passage:
			o.run.Language = child.tag
		case *ast.Link:
			o.run.Link = o.link(child.Destination)
		case *ast.AutoLink:
			o.run.Link = string(child.URL(o.source))
			o.add(string(child.Label(o.source)))
		case *tables.FootnoteLink:
			o.add("[" + strconv.Itoa(child.Index) + "]")
		}
		o.inlines(n)
		o.run = before
	}
}

// joinedText adds a text with those behind it that belong to it, and returns
// the last of them.
func (o *outliner) joinedText(n *ast.Text) *ast.Text {
	value, last := o.join(n, func(*ast.Text) {})
	value = onOneLine(value)
	if !n.IsRaw() && !o.run.Code {
		value = html.UnescapeString(unescaped(o.renderer.language.Spacing(value)))
	}
	switch {
	case last.HardLineBreak():
		value += "\n"
	case last.SoftLineBreak():
		value += " "
	}
	o.add(value)
	return last
}

// link returns where a destination leads from the site's root, "" for files
// that are no pages and for pages that the guide leaves out.
func (o *outliner) link(destination []byte) string {
	target, issue := o.resolve(string(destination))
	at, err := url.Parse(target.Href)
	if issue != nil || err != nil || target.Gone || target.Page == nil && at.Scheme == "" {
		return ""
	}
	if target.Page != nil {
		at.Path, at.RawPath = target.Page.Address, ""
	}
	return at.String()
}
