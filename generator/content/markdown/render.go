package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Render renders a page's text. Page p gives the address that links start
// from and, if it is a term, the one that isn't linked; local is the text that
// stands in it, or nil.
func (r *Renderer) Render(p *guide.Page, source []byte, resolve Resolve, local *Local) Page {
	return r.render(&walker{renderer: r, request: request{page: p, source: source, resolve: resolve, local: local}})
}

// Inline renders a short text, such as a line of an agenda, without the
// paragraph around it and without links to terms.
func (r *Renderer) Inline(p *guide.Page, source string, resolve Resolve) Page {
	return r.render(&walker{renderer: r, request: request{page: p, source: []byte(source), resolve: resolve, short: true}})
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
			page = Page{Issues: []Issue{{Offset: w.stumble(), Rule: "text-unreadable", Values: report.Values{"detail": fmt.Sprint(cause)}}}}
		}
	}()
	if issue := dense(w.source); issue != nil {
		return Page{Issues: []Issue{*issue}}
	}
	w.ids = newIDs(r.language)
	context := parser.NewContext(parser.WithIDs(w.ids))
	document := r.parser.Parse(text.NewReader(w.source), parser.WithContext(context))
	w.writer = r.takeWriter()
	defer r.writers.Put(w.writer)
	local := w.local
	w.walk(document)
	w.outline(document, local)
	w.result.HTML, w.result.Spans = string(w.out), guide.Spans(w.spans)
	return w.result
}

// takeWriter returns a writer with the room that another text needed.
func (r *Renderer) takeWriter() *writer {
	if last, ok := r.writers.Get().(*writer); ok {
		last.reset()
		return last
	}
	return &writer{hyphenator: r.hyphenator}
}

// isShort reports whether a text is a single paragraph.
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
