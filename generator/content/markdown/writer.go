package markdown

import (
	"strings"

	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// writer writes the HTML of a text and notes where in it the words stand that
// a reader sees, so that nobody needs to read HTML again to find them.
type writer struct {
	hyphenator *language.Hyphenator
	out        []byte
	// spans are those of guide.Text; end is where the last one ends.
	spans []byte
	end   int
	// parted says that a block began or ended since the last words.
	parted bool
	// pending is the text behind the last tag, as HTML. Ranges, addresses and
	// words can go on across nodes, so it is set as one.
	pending string
	// verbatim counts what is open and keeps its words as they are: code and
	// other languages.
	verbatim int
	// isHeading says that the words are those of a heading.
	isHeading bool
}

func (w *writer) reset() {
	w.out, w.spans, w.end, w.parted, w.pending, w.verbatim = w.out[:0], w.spans[:0], 0, false, "", 0
}

// text writes words that are HTML already.
func (w *writer) text(html string) { w.pending += html }

// inline writes a tag that can stand inside of a word.
func (w *writer) inline(tag string) {
	w.flush()
	w.out = append(w.out, tag...)
}

// block writes a tag that parts what is before it from what comes.
func (w *writer) block(tag string) {
	w.inline(tag)
	w.parted = true
}

// flush sets the words that wait.
func (w *writer) flush() {
	if w.pending == "" {
		return
	}
	start := len(w.out)
	switch {
	case w.verbatim > 0:
		w.out = append(w.out, w.pending...)
	case w.isHeading:
		w.out = w.hyphenator.AppendHeading(w.out, w.pending)
	default:
		w.out = w.hyphenator.Append(w.out, w.pending)
	}
	w.pending = ""
	w.span(start)
}

// span notes words from a place on to the end of what was written.
func (w *writer) span(start int) {
	w.spans = guide.AppendSpan(w.spans, start-w.end, len(w.out)-start, w.parted)
	w.end, w.parted = len(w.out), false
}

// include writes a text that was rendered by itself.
func (w *writer) include(text guide.Text) {
	w.block("")
	at := len(w.out)
	w.out = append(w.out, text.HTML...)
	for s := range text.Spans.All() {
		w.spans = guide.AppendSpan(w.spans, at+s.Start-w.end, s.End-s.Start, s.Parted || w.parted)
		w.end, w.parted = at+s.End, false
	}
	w.parted = true
}

// unescaped resolves what Markdown text has in place of signs, and gives HTML.
func unescaped(text string) string {
	if !strings.ContainsAny(text, "\\&<>\"\x00") {
		return text
	}
	var out writer
	html.DefaultWriter.Write(&out, []byte(text))
	return string(out.out)
}

// escape returns text as HTML.
func escape(text []byte) string { return string(util.EscapeHTML(text)) }

// Goldmark writes tags to a writer as to a file.

func (w *writer) Write(tag []byte) (int, error)       { return w.WriteString(string(tag)) }
func (w *writer) WriteString(tag string) (int, error) { w.inline(tag); return len(tag), nil }
func (w *writer) WriteByte(b byte) error              { w.inline(string([]byte{b})); return nil }
func (w *writer) WriteRune(r rune) (int, error)       { w.inline(string(r)); return 1, nil }
func (w *writer) Available() int                      { return 0 }
func (w *writer) Buffered() int                       { return 0 }
func (w *writer) Flush() error                        { return nil }
