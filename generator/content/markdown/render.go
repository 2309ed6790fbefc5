package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Render renders a page's text. Page p gives the address that links start
// from and, if it is a term, the one that isn't linked.
func (r *Renderer) Render(p *guide.Page, source []byte, resolve Resolve) Page {
	return r.render(&walker{renderer: r, page: p, source: source, resolve: resolve})
}

// render renders a text, or recalls it.
func (r *Renderer) render(w *walker) Page {
	if r.memo == nil {
		return r.renderAnew(w)
	}
	key := w.key()
	if old, known := r.memo.texts.Find(key); known {
		if now := old.recall(w.resolve); now != nil {
			r.memo.texts.Keep(key, now)
			return now.given()
		}
	}
	fresh := &remembered{}
	resolve := w.resolve
	w.resolve = func(destination string) (Target, *Issue) {
		target, issue := resolve(destination)
		fresh.links = append(fresh.links, found{destination, target, issue})
		return target, issue
	}
	fresh.page = r.renderAnew(w)
	r.memo.texts.Keep(key, fresh)
	return fresh.given()
}

func (r *Renderer) renderAnew(w *walker) (page Page) {
	// goldmark stumbles over some attributes of headings, such as {id=5}.
	defer func() {
		if cause := recover(); cause != nil {
			page = Page{Issues: []Issue{{w.stumble(), "text-unreadable", report.Values{"detail": fmt.Sprint(cause)}}}}
		}
	}()
	context := parser.NewContext(parser.WithIDs(newIDs(r.language)))
	document := r.markdown.Parser().Parse(text.NewReader(w.source), parser.WithContext(context))
	w.walk(document)
	if w.short && len(w.result.Issues) == 0 && !isShort(document) {
		w.issue(0, "text-not-short", nil)
	}
	var out strings.Builder
	out.Grow(len(w.source) + len(w.source)/4)
	// A strings.Builder can't fail, and no renderer in use makes errors of its own.
	if err := r.markdown.Renderer().Render(&out, w.source, document); err != nil {
		w.issue(0, "text-unreadable", report.Values{"detail": err.Error()})
	}
	w.result.HTML = out.String()
	return w.result
}

// Inline renders a short text, such as a line of an agenda, without the
// paragraph around it and without links to terms.
func (r *Renderer) Inline(p *guide.Page, source string, resolve Resolve) Page {
	page := r.render(&walker{renderer: r, page: p, source: []byte(source), resolve: resolve, short: true})
	page.HTML = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(page.HTML), "<p>"), "</p>")
	return page
}

// isShort tells whether a text is a single paragraph.
func isShort(document ast.Node) bool {
	only := document.FirstChild()
	return only == nil || only.NextSibling() == nil && only.Kind() == ast.KindParagraph
}

// stumble guesses where a text is that can't be parsed: at the first heading
// with attributes.
func (w *walker) stumble() int {
	for at := 0; at < len(w.source); {
		line, _, _ := bytes.Cut(w.source[at:], []byte("\n"))
		if bytes.HasPrefix(line, []byte("#")) && bytes.Contains(line, []byte("{")) {
			return at
		}
		at += len(line) + 1
	}
	return 0
}
